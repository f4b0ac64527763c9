// The custom element <huso-event>. This and its neighbours are all the JavaScript there is by hand:
// wasm-bindgen can't extend HTMLElement. What the element takes and sends is in huso.d.ts and
// docs/embedding.md.
import { LATE, explainPart, report } from "./files.js";
import { keepTyping } from "./keys.js";
import { stopWaiting, whenNear } from "./near.js";
import { makeNotice, sayLoading } from "./notice.js";
import { dropAttempt, isStopped, load, whenStopped } from "./program.js";
import { adoptProperties, defineProperties } from "./properties.js";
import { adoptTemplate, renderedIn, swap } from "./rendered.js";
import { takeRoot } from "./roots.js";
import { sheetsOf } from "./sheets.js";
import { LANGUAGES } from "./texts.js";

const ATTRIBUTES = ["src", "lang", "endpoint", "zones", "hour-cycle", "viewer-timezone", "moment", "seats", "filled", "preview", "link"];

// When somebody may be looking at the page again, and when there may be a network again.
const RETURNS = ["online", "pageshow", "focus", "visibilitychange"];

const mounted = new Set();

// The language of the element, else of the page; undefined if it is none of ours.
function language(element) {
  const tag = element.closest("[lang]")?.lang || document.documentElement.lang;
  return LANGUAGES.find((name) => new RegExp(`^${name}([-_]|$)`, "i").test(tag.trim()));
}

// Asks for an element's event file as the program would (src/browser/fetch.rs), which takes over what is begun
// here: undefined where there is no address.
function startFetch(element) {
  const address = addressOf(element);
  if (!address) return undefined;
  const abort = new AbortController();
  // A page may have replaced `fetch`: whatever it returns or throws becomes a promise.
  const response = (async () => fetch(address, { credentials: "omit", cache: "no-cache", signal: abort.signal }))();
  // Whoever waits for it is told of a failure.
  response.catch(() => {});
  return { address, abort, response };
}

function addressOf(element) {
  const src = element.getAttribute("src")?.trim();
  try {
    return src && new URL(src, element.baseURI).href;
  } catch {
    return undefined;
  }
}

// Those that did without the program ask for it again.
function askForAll() {
  for (const element of mounted) element.askAgain();
}

for (const name of RETURNS) {
  addEventListener(name, () => {
    if (document.hidden) return;
    // What was under way without a network hangs.
    if (name === "online") dropAttempt();
    askForAll();
  });
}

// Every element gets its fallback back.
whenStopped(() => {
  for (const element of mounted) element.fallBack();
});

class HusoEvent extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  // The build's number, which stands in the addresses of the program's files.
  static build = HUSO_BUILD;

  // A page that has the agenda as HTML already has its root, too (`huso render`).
  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #rendered = [];
  #widget;
  #started;
  #leaving;
  #changed = false;
  #isMounting = false;
  #slow;
  // Why there is no program.
  #failure;
  #state = "idle";
  #ready;
  // What scripts ask for before there is the program.
  #asked = [];

  constructor() {
    super();
    adoptProperties(this);
    keepTyping(this.#root);
    // Before the program hears of it, which may take away what was pressed.
    this.#root.addEventListener("click", (event) => this.#select(event), { capture: true });
    this.#begin();
  }

  // `idle` while it is on no page, `loading` until there is an agenda, `ready`, or `error` where there is none.
  get state() {
    return this.#state;
  }

  // The element, once the agenda is shown. It waits over failures, which may pass.
  get ready() {
    this.#ready ??= makeDeferred();
    if (this.#state === "ready") this.#ready.fulfil(this);
    return this.#ready.promise;
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    mounted.add(this);
    if (this.#widget) return;
    this.#enter("loading");
    this.#adopt();
    whenNear(this, () => {
      this.#watch();
      this.#mount();
    });
  }

  // Moving an element disconnects and connects it again: only one that stays away is taken down.
  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      mounted.delete(this);
      stopWaiting(this);
      clearTimeout(this.#slow);
      this.#dropStarted();
      const widget = this.#widget;
      this.#widget = this.#failure = undefined;
      this.#asked = [];
      if (widget && !isStopped()) widget.unmount();
      this.#enter("idle");
      this.#idle();
    }, 100);
  }

  // Its style sheets stayed behind.
  adoptedCallback() {
    this.#dress();
  }

  #begin() {
    if (renderedIn(this.#root)) this.#keep();
    else this.#idle();
  }

  // What is there without the program: the agenda as HTML, else the element's children.
  #idle(...above) {
    this.#dress();
    this.#root.replaceChildren(...above, ...(this.#rendered.length ? this.#rendered : [document.createElement("slot")]));
  }

  #dress() {
    this.#root.adoptedStyleSheets = sheetsOf(this);
  }

  // It serves again when the program fails. It has a style sheet of its own, of its own release; ours stands in for
  // one that is not there yet, or that a policy keeps out: such a link has a sheet, too, but an empty one.
  #keep() {
    this.#rendered = [...this.#root.childNodes];
    if (!getComputedStyle(this).getPropertyValue("--_radius")) this.#dress();
  }

  #adopt() {
    if (this.#rendered.length || this.#widget) return;
    if (adoptTemplate(this, this.#root)) {
      this.#begin();
    } else if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#adopt(), { once: true });
    }
  }

  // Several attributes set in a row are read once.
  attributeChangedCallback() {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#widget && !isStopped()) this.#widget.update();
    });
  }

  async #mount() {
    if (this.#isMounting) return;
    this.#isMounting = true;
    try {
      // The event file comes beside the program, not after it.
      this.#started ??= startFetch(this);
      await load();
      clearTimeout(this.#slow);
      askForAll();
      await this.#readChildren();
      if (isStopped()) this.fallBack();
      else if (this.isConnected && !this.#widget) this.#draw();
    } catch (reason) {
      clearTimeout(this.#slow);
      this.#failed(reason);
    } finally {
      this.#isMounting = false;
    }
  }

  // Says so when the program takes long. It goes on when it comes.
  #watch() {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      if (!this.#failure || this.#failure.isAsked) this.#fail({ text: "slow", canAskAgain: true });
    }, LATE);
  }

  // The script may be read before the element's children are: inline event files need them.
  async #readChildren() {
    if (document.readyState !== "loading" || this.hasAttribute("src")) return;
    await new Promise((go) => document.addEventListener("DOMContentLoaded", go, { once: true }));
  }

  #draw() {
    this.#failure = undefined;
    this.#enter("loading");
    this.#widget = takeRoot();
    const isRendered = this.#rendered.length > 0;
    if (!isRendered) this.#root.replaceChildren(this.#widget.place);
    const onDrawn = isRendered ? (isAgenda) => this.#show(isAgenda) : undefined;
    const tell = (state) => this.#tell(state);
    this.#widget.mount(this, tell, explainPart, this.#started, onDrawn);
    this.#started = undefined;
    for (const command of this.#asked.splice(0)) this.#ask(command);
  }

  // Asks for the event file again, or for what of the program did not come.
  refresh() {
    if (this.#widget) this.#ask((widget) => widget.refresh());
    else this.askAgain();
  }

  // Goes to a session.
  show(session) {
    this.#ask((widget) => widget.show(String(session)));
  }

  // Chooses these sessions, and no others.
  choose(sessions) {
    const ids = Array.from(sessions, String);
    this.#ask((widget) => widget.choose(ids));
  }

  // Without the program, it waits for that.
  #ask(command) {
    if (!this.#widget) this.#asked.push(command);
    else if (!isStopped()) this.#widget.ask(command);
  }

  // What the visitor turned to.
  #select({ target }) {
    const session = target.closest("a, button, summary") && target.closest("[data-session]")?.dataset.session;
    if (!session) return;
    const detail = { session };
    this.dispatchEvent(new CustomEvent("huso-session-selected", { bubbles: true, composed: true, detail }));
  }

  #enter(state) {
    // Who waited until now was told.
    if (this.#state === "ready") this.#ready = undefined;
    this.#state = state;
    if (state === "ready") this.#ready?.fulfil(this);
  }

  // Those who hear of a state find it.
  #tell(state) {
    this.#enter(state);
    this.dispatchEvent(new CustomEvent(`huso-${state}`, { bubbles: true, composed: true, detail: "" }));
  }

  // The program draws where nobody sees it. Once the agenda is there it takes the place of the one in HTML; why there
  // is none stands above that.
  #show(isAgenda) {
    requestAnimationFrame(() => {
      if (!this.#widget || isStopped()) return;
      this.#dress();
      if (!isAgenda) this.#idle(this.#widget.place);
      else if (renderedIn(this.#root)) swap(this.#root, this.#widget.place);
    });
  }

  #failed(reason) {
    if (isStopped() || !this.isConnected) return;
    report("the program could not be loaded", reason);
    const { isLasting = false, mayCome = false } = reason;
    this.#dropStarted();
    this.#fail({ text: isLasting ? "incomplete" : mayCome ? "unreached" : "broken", reason, canAskAgain: mayCome });
  }

  // Asks for the program again after a failure that may have passed. What is said stays until that is known.
  askAgain() {
    if (this.#failure?.canAskAgain && !this.#widget) this.#mount();
  }

  // The program stopped: it is not entered again.
  fallBack() {
    this.#widget = undefined;
    this.#fail({ text: "broken" });
  }

  // Says what is the matter, above what is there without the program. The same again is not said again.
  #fail(failure) {
    const isKnown = this.#failure?.text === failure.text && !this.#failure.isAsked;
    this.#failure = failure;
    if (isKnown) return;
    const hadFocus = this.#root.activeElement?.matches(".notice button");
    const notice = makeNotice(language(this), failure, () => this.#retry(notice));
    this.#idle(notice);
    if (hadFocus) notice.querySelector("button")?.focus();
    this.#tell("error");
  }

  // The visitor asks for it.
  #retry(notice) {
    sayLoading(notice, language(this));
    this.#failure.isAsked = true;
    this.#enter("loading");
    this.#watch();
    this.#dropStarted();
    dropAttempt();
    askForAll();
  }

  // What was begun may hang, or be old.
  #dropStarted() {
    this.#started?.abort.abort();
    this.#started = undefined;
  }
}

function makeDeferred() {
  let fulfil;
  const promise = new Promise((go) => (fulfil = go));
  return { promise, fulfil };
}

defineProperties(HusoEvent);

// WordPress erases custom elements that authors write, and keeps <div data-huso-src="…">.
function upgrade() {
  for (const place of document.querySelectorAll("div[data-huso-src]:not([data-huso-done])")) {
    const element = document.createElement("huso-event");
    for (const name of ["src", "lang", "endpoint", "zones", "hour-cycle", "theme", "link", "loading"]) {
      const value = place.getAttribute(`data-huso-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    place.setAttribute("data-huso-done", "");
    element.append(...place.childNodes);
    place.append(element);
  }
}

// A second definition throws, and a page may well load the script twice.
if (!customElements.get("huso-event")) {
  customElements.define("huso-event", HusoEvent);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
}
