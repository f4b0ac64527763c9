// The custom element <huso-event>. This is all the JavaScript there is by hand: wasm-bindgen can't
// extend HTMLElement. What the element takes and sends is in huso.d.ts and docs/embedding.md.
import { Widget, begin, imports } from "huso-glue";
import css from "huso-styles";

const ATTRIBUTES = ["src", "lang", "endpoint", "zones", "hour-cycle", "viewer-timezone", "preview"];

// What people read when the program itself can't run; everything else is in locales/.
const SAY = {
  es: {
    broken: "La agenda no se pudo cargar en este navegador. Recargue la página para intentarlo de nuevo.",
    incomplete: "La agenda no se pudo cargar: falta una parte del programa.",
    details: "Detalles para quien administra la página",
    found: "Archivo {file}, buscado en {address}: {answer}.",
    status: "el servidor respondió {status}",
    html: "ahí hay una página HTML",
    nowhere: "desde ahí se cargó huso.js, y a su lado no puede haber archivos",
    silence: "no hubo respuesta; puede ser la red, un servidor de otro origen que no lo permite (CORS) o la política de seguridad de la página (CSP)",
    unusable: "el navegador no pudo usarlo ({reason})",
    advice: "huso.js busca sus archivos junto a él. Publíquelos todos en una carpeta y excluya huso.js de los optimizadores y las cachés que mueven los scripts, los unen o les cambian el nombre.",
  },
  en: {
    broken: "The agenda could not be loaded in this browser. Reload the page to try again.",
    incomplete: "The agenda could not be loaded: a part of the program is missing.",
    details: "Details for whoever runs the page",
    found: "File {file}, looked for at {address}: {answer}.",
    status: "the server answered {status}",
    html: "an HTML page is there",
    nowhere: "huso.js was loaded from there, and there can be no files beside it",
    silence: "no answer; it may be the network, a server of another origin that does not allow it (CORS), or the page’s security policy (CSP)",
    unusable: "the browser could not use it ({reason})",
    advice: "huso.js looks for its files beside itself. Publish them all in one folder, and exclude huso.js from optimizers and caches that move, join or rename scripts.",
  },
  pt: {
    broken: "Não foi possível carregar a agenda neste navegador. Recarregue a página para tentar de novo.",
    incomplete: "Não foi possível carregar a agenda: falta uma parte do programa.",
    details: "Detalhes para quem administra a página",
    found: "Arquivo {file}, procurado em {address}: {answer}.",
    status: "o servidor respondeu {status}",
    html: "ali há uma página HTML",
    nowhere: "o huso.js foi carregado dali, e ao lado não pode haver arquivos",
    silence: "não houve resposta; pode ser a rede, um servidor de outra origem que não o permite (CORS) ou a política de segurança da página (CSP)",
    unusable: "o navegador não conseguiu usá-lo ({reason})",
    advice: "O huso.js procura seus arquivos ao lado dele. Publique todos em uma pasta e exclua o huso.js dos otimizadores e caches que movem, juntam ou renomeiam scripts.",
  },
};

const LANGUAGES = Object.keys(SAY);

let sheet;
let program;
let form;
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
  const instance = await instantiate("huso_bg.wasm", imports());
  begin({ exports: guarded(instance.exports) });
  return instance;
}

// The part of the program that the form is in, fetched once somebody can register. It puts its functions
// into the program's table. One that could not be had is asked for again. Rejects with words in a language.
async function loadForm(name) {
  form ??= startForm();
  try {
    await form;
  } catch (reason) {
    form = undefined;
    report("the form could not be loaded", reason);
    throw reason instanceof FileError ? reason.explain(name).join(" ") : String(reason);
  }
}

async function startForm() {
  const { exports } = await load();
  await instantiate("huso_form.wasm", { ...imports(), [HUSO_BUILD]: exports });
}

// A file of the package that is not where it should be, or not what it should be. Optimizers that move
// huso.js leave the others behind.
class FileError extends Error {
  constructor(file, answer, values = {}) {
    const address = beside(file) ?? import.meta.url.slice(0, 100);
    super(`${file} was looked for at ${address}: ${fill(SAY.en[answer], values)}`);
    Object.assign(this, { file, address, answer, values });
  }

  // Whether loading the page again will not help.
  get isLasting() {
    const { status } = this.values;
    return ["html", "nowhere"].includes(this.answer) || (status >= 400 && status < 500 && status !== 408 && status !== 429);
  }

  // What happened, and what can be done about it.
  explain(name) {
    const say = SAY[name] ?? SAY.es;
    const found = fill(say.found, { file: this.file, address: this.address, answer: fill(say[this.answer], this.values) });
    return this.answer === "unusable" ? [found] : [found, say.advice];
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const reported = new Set();

function report(what, reason) {
  if (reported.has(reason)) return;
  reported.add(reason);
  console.error(`huso: ${what}`, reason);
}

async function ask(file) {
  const address = beside(file);
  if (!address) throw new FileError(file, "nowhere");
  const answer = await fetch(address).catch(() => {
    throw new FileError(file, "silence");
  });
  if (!answer.ok) throw new FileError(file, "status", { status: answer.status });
  return answer;
}

// What a body is read to; one that breaks off is no answer.
function read(file, body) {
  return body.catch(() => {
    throw new FileError(file, "silence");
  });
}

async function instantiate(file, given) {
  const answer = await ask(file);
  try {
    if (/^application\/wasm *$/i.test(answer.headers.get("Content-Type"))) {
      return (await WebAssembly.instantiateStreaming(answer, given)).instance;
    }
    // Some servers don't say what it is, and some send a page for what they don't have.
    const bytes = await read(file, answer.arrayBuffer());
    if (isMarkup(new TextDecoder().decode(bytes.slice(0, 100)))) throw new FileError(file, "html");
    return (await WebAssembly.instantiate(bytes, given)).instance;
  } catch (reason) {
    if (reason instanceof FileError) throw reason;
    // Streaming rejects with this when the network breaks off.
    if (reason instanceof TypeError) throw new FileError(file, "silence");
    throw new FileError(file, "unusable", { reason: reason.message });
  }
}

function isMarkup(text) {
  return /^\s*</.test(text);
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

// HUSO_BUILD is put in by the build: what caches keep of another build does not fit this one. Undefined
// where an optimizer made the script a blob: or a data: address, which have nothing beside them.
function beside(name) {
  try {
    return new URL(`${name}?${HUSO_BUILD}`, import.meta.url).href;
  } catch {
    return undefined;
  }
}

// The language of the element, else of the page; undefined if it is none of ours.
function language(element) {
  const tag = element.closest("[lang]")?.lang || document.documentElement.lang;
  return LANGUAGES.find((name) => new RegExp(`^${name}([-_]|$)`, "i").test(tag.trim()));
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
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#widget && !broken) this.#widget.update();
    });
  }

  async #mount() {
    try {
      await load();
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
    this.#root.replaceChildren(notice, document.createElement("slot"));
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
