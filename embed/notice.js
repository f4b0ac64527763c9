// What an element says while there is no program: in its own language, which may be none of ours.
import { FileError } from "./files.js";
import { SAY } from "./texts.js";

// That there is no agenda: `failure` has the name of what to say, the reason, and whether one can ask again, which is done
// by `retry`.
export function makeNotice(name, { text, reason, canAskAgain }, retry) {
  const say = SAY[name] ?? SAY.es;
  const notice = make("div", { className: "notice" });
  notice.append(make("p", { role: "alert", textContent: say[text] }));
  if (reason instanceof FileError) notice.append(detailsOf(reason, name, say));
  if (canAskAgain) {
    const button = make("button", { type: "button", className: "quiet", textContent: say.retry });
    button.addEventListener("click", retry);
    notice.append(button);
  }
  return notice;
}

// That it is asked for again. The button keeps the focus.
export function sayLoading(notice, name) {
  const say = SAY[name] ?? SAY.es;
  notice.querySelector("p").textContent = say.loading;
  notice.querySelector("details")?.remove();
}

function detailsOf(reason, name, say) {
  const details = make("details");
  details.append(make("summary", { textContent: say.details }));
  details.append(...reason.explain(name).map((textContent) => make("p", { textContent })));
  return details;
}

function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
