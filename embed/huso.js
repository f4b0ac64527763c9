// The custom element <huso-event>. This and its neighbours are all the JavaScript there is by hand:
// wasm-bindgen can't extend HTMLElement. What the element takes and sends is in huso.d.ts and
// docs/embedding.md.
import { begin, imports } from "huso-glue";
import { FileError, ask, beside, explainPart, instantiate, report } from "./files.js";
import { keepTyping } from "./keys.js";
import { adoptTemplate, renderedIn, swap } from "./rendered.js";
import { takeRoot } from "./roots.js";
import { sheetsOf } from "./sheets.js";
import { LANGUAGES, SAY } from "./texts.js";

const ATTRIBUTES = ["src", "lang", "endpoint", "zones", "hour-cycle", "viewer-timezone", "preview"];

let program;
let broken = false;
const mounted = new Set();

// One program for all elements of the page, fetched beside this file once the first one is there.
function load() {
  program ??= start();
  return program;
}

async function start() {
  const file = "huso_bg.wasm";
  adviseOnPreload(beside(file));
  const answer = ask(file);
  wakeIntl();
  const { exports } = await instantiate(file, await answer, imports());
  begin({ exports: guarded(exports) });
}

// The program asks it for the visitor's zone, and the first question takes a phone 60 ms: better while the program is on
// its way than after.
function wakeIntl() {
  try {
    new Intl.DateTimeFormat("sv").resolvedOptions();
  } catch {
    // The program does without.
  }
}

// Without a preload in the page the program is asked for only once this script is here; one of another build
// is downloaded in vain.
function adviseOnPreload(address) {
  const preloads = [...document.querySelectorAll('link[rel~="preload"][href*="huso_bg.wasm"]')];
  if (!address || preloads.some((link) => link.href === address)) return;
  const line = `<link rel="preload" href="${address}" as="fetch" crossorigin>`;
  const why = preloads.length ? "the page preloads the program of another build" : "the agenda would be there sooner with a preload";
  console.info(`huso: ${why}; write into the page's head: ${line}`);
}

// Every way into the program leads through what it exports, so a trap of its own comes out there, and
// nobody else's does. After one its memory is in an unknown state: it is not entered again.
function guarded(exports) {
  return Object.fromEntries(Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guard(it) : it]));
}

function guard(enter) {
  return (...values) => {
    if (broken) return undefined;
    try {
      return enter(...values);
    } catch (reason) {
      if (isTrap(reason)) giveUp(reason);
      throw reason;
    }
  };
}

// A full stack is no RuntimeError: RangeError, and in Firefox InternalError.
function isTrap(reason) {
  return reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError || reason?.name === "InternalError";
}

// The language of the element, else of the page; undefined if it is none of ours.
function language(element) {
  const tag = element.closest("[lang]")?.lang || document.documentElement.lang;
  return LANGUAGES.find((name) => new RegExp(`^${name}([-_]|$)`, "i").test(tag.trim()));
}

// Asks for an element's event file as the program would (src/browser/fetch.rs), which takes over what is begun
// here: undefined where there is no address.
function startFetch(element) {
  const src = element.getAttribute("src")?.trim();
  if (!src || !URL.canParse(src, element.baseURI)) return undefined;
  const address = new URL(src, element.baseURI).href;
  const abort = new AbortController();
  // A page may have replaced `fetch`: whatever it returns or throws becomes a promise.
  const response = (async () => fetch(address, { credentials: "omit", cache: "no-cache", signal: abort.signal }))();
  // Whoever waits for it is told of a failure.
  response.catch(() => {});
  return { address, abort, response };
}

// Every element gets its fallback back.
function giveUp(reason) {
  if (broken) return;
  broken = true;
  report("the program stopped", reason);
  for (const element of mounted) element.fallBack();
}

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

  constructor() {
    super();
    keepTyping(this.#root);
    this.#begin();
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    mounted.add(this);
    if (this.#widget) return;
    this.#adopt();
    this.#mount();
  }

  // Moving an element disconnects and connects it again: only one that stays away is taken down.
  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      mounted.delete(this);
      const widget = this.#widget;
      this.#widget = undefined;
      if (widget && !broken) widget.unmount();
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
      if (this.#widget && !broken) this.#widget.update();
    });
  }

  async #mount() {
    // The event file comes beside the program, not after it.
    this.#started ??= startFetch(this);
    try {
      await load();
      // The script may be read before the element's children are: inline event files need them.
      if (document.readyState === "loading" && !this.hasAttribute("src")) {
        await new Promise((go) => document.addEventListener("DOMContentLoaded", go, { once: true }));
      }
      if (!this.isConnected || this.#widget || broken) return;
      this.#widget = takeRoot();
      const isRendered = this.#rendered.length > 0;
      if (!isRendered) this.#root.replaceChildren(this.#widget.place);
      const onDrawn = isRendered ? (isAgenda) => this.#show(isAgenda) : undefined;
      this.#widget.mount(this, explainPart, this.#started, onDrawn);
      this.#started = undefined;
    } catch (reason) {
      this.#failed(reason);
    }
  }

  // The program draws where nobody sees it. Once the agenda is there it takes the place of the one in HTML; why there
  // is none stands above that.
  #show(isAgenda) {
    requestAnimationFrame(() => {
      if (!this.#widget || broken) return;
      this.#dress();
      if (!isAgenda) this.#idle(this.#widget.place);
      else if (renderedIn(this.#root)) swap(this.#root, this.#widget.place);
    });
  }

  #failed(reason) {
    if (broken) return;
    report("the program could not be loaded", reason);
    this.fallBack(reason);
  }

  fallBack(reason) {
    const name = language(this) ?? "es";
    const say = SAY[name];
    const notice = make("div", { className: "notice" });
    notice.append(make("p", { role: "alert", textContent: reason?.isLasting ? say.incomplete : say.broken }));
    if (reason instanceof FileError) {
      const details = make("details");
      details.append(make("summary", { textContent: say.details }), ...reason.explain(name).map((textContent) => make("p", { textContent })));
      notice.append(details);
    }
    this.#widget = undefined;
    this.#idle(notice);
    this.dispatchEvent(new CustomEvent("huso-error", { bubbles: true, composed: true, detail: "" }));
  }
}

function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

// WordPress erases custom elements that authors write, and keeps <div data-huso-src="…">.
function upgrade() {
  for (const place of document.querySelectorAll("div[data-huso-src]:not([data-huso-done])")) {
    const element = document.createElement("huso-event");
    for (const name of ["src", "lang", "endpoint", "zones", "hour-cycle", "theme"]) {
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
