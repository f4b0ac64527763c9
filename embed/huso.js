// The custom element <huso-event>. This is all the JavaScript there is by hand: wasm-bindgen can't
// extend HTMLElement. What the element takes and sends is in huso.d.ts and docs/embedding.md.
import { Widget, begin, imports, speak } from "huso-glue";
import css from "huso-styles";

const ATTRIBUTES = ["src", "lang", "endpoint", "zones", "hour-cycle", "viewer-timezone", "preview"];

// What people read when the program itself can't run; everything else is in locales/.
const BROKEN = {
  es: "La agenda no se pudo cargar en este navegador. Recargue la página para intentarlo de nuevo.",
  en: "The agenda could not be loaded in this browser. Reload the page to try again.",
  pt: "Não foi possível carregar a agenda neste navegador. Recarregue a página para tentar de novo.",
};

const LANGUAGES = Object.keys(BROKEN);

let sheet;
let program;
let form;
const texts = {};
let broken = false;
const mounted = new Set();

function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

// One program for all elements of the page, fetched beside this file once the first one is there.
function load() {
  program ??= start();
  return program;
}

async function start() {
  const instance = await instantiate(beside("huso_bg.wasm"), imports());
  begin(instance);
  return instance;
}

// The part of the program that the form is in, fetched once somebody can register. It puts its functions
// into the program's table. One that could not be had is asked for again.
function loadForm() {
  form ??= startForm().catch((reason) => {
    form = undefined;
    console.error("huso: the form could not be loaded", reason);
    throw reason;
  });
  return form;
}

async function startForm() {
  const { exports } = await load();
  await instantiate(beside("huso_form.wasm"), { ...imports(), [HUSO_BUILD]: exports });
}

async function instantiate(address, given) {
  try {
    return (await WebAssembly.instantiateStreaming(fetch(address), given)).instance;
  } catch {
    // Some servers don't say that it is application/wasm.
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return (await WebAssembly.instantiate(await answer.arrayBuffer(), given)).instance;
  }
}

// HUSO_BUILD is put in by the build: what caches keep of another build does not fit this one.
function beside(name) {
  return new URL(`${name}?${HUSO_BUILD}`, import.meta.url);
}

// The language of the element, else of the page; undefined if it is none of ours.
function language(element) {
  const tag = element.closest("[lang]")?.lang || document.documentElement.lang;
  return LANGUAGES.find((name) => new RegExp(`^${name}([-_]|$)`, "i").test(tag.trim()));
}

// Fetches the texts in the element's language. Where it is none of ours, the event file decides: all.
function read(element) {
  const name = language(element);
  return Promise.all((name ? [name] : LANGUAGES).map((name) => (texts[name] ??= readOne(name))));
}

async function readOne(name) {
  const answer = await fetch(beside(`huso.${name}.txt`));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const text = await answer.text();
  await load();
  speak(name, text);
}

// A trap leaves the program's memory in an unknown state: every element gets its fallback back.
function giveUp(reason) {
  if (broken) return;
  broken = true;
  console.error("huso: the program stopped", reason);
  for (const element of mounted) element.fallBack();
}

addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError && mounted.size > 0) giveUp(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError && mounted.size > 0) giveUp(event.reason);
});

class HusoEvent extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: "open" });
  #widget;
  #leaving;
  #changed = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styles()];
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    mounted.add(this);
    if (!this.#widget) this.#mount();
  }

  // Moving an element disconnects and connects it again: only one that stays away is taken down.
  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      mounted.delete(this);
      const widget = this.#widget;
      this.#widget = undefined;
      if (widget && !broken) widget.destroy();
      this.#root.replaceChildren(document.createElement("slot"));
    }, 100);
  }

  // Several attributes set in a row are read once.
  attributeChangedCallback() {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(async () => {
      this.#changed = false;
      if (!this.#widget) return;
      try {
        await read(this);
        if (this.#widget && !broken) this.#widget.update();
      } catch (reason) {
        this.#failed(reason);
      }
    });
  }

  async #mount() {
    try {
      await Promise.all([load(), read(this)]);
      // The script may be read before the element's children are: inline event files need them.
      if (document.readyState === "loading" && !this.hasAttribute("src")) {
        await new Promise((go) => document.addEventListener("DOMContentLoaded", go, { once: true }));
      }
      if (!this.isConnected || this.#widget || broken) return;
      const place = document.createElement("div");
      this.#root.replaceChildren(place);
      this.#widget = new Widget(this, place, HUSO_SPLIT ? loadForm : undefined);
    } catch (reason) {
      this.#failed(reason);
    }
  }

  #failed(reason) {
    console.error("huso: the program could not be loaded", reason);
    this.fallBack();
  }

  fallBack() {
    const notice = document.createElement("p");
    notice.className = "notice";
    notice.setAttribute("role", "alert");
    notice.textContent = BROKEN[language(this) ?? "es"];
    this.#widget = undefined;
    this.#root.replaceChildren(notice, document.createElement("slot"));
    this.dispatchEvent(new CustomEvent("huso-error", { bubbles: true, composed: true, detail: "" }));
  }
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
