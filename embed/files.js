// The files of the package, which stand beside huso.js: how they are fetched, and what is said of one that
// is not there.
import { integrityOf, isPinned } from "./integrity.js";
import { SAY } from "./texts.js";

// A file of the package that is not where it should be, or not what it should be. Optimizers that move
// huso.js leave the others behind.
export class FileError extends Error {
  constructor(file, answer, values = {}) {
    const address = beside(file) ?? import.meta.url.slice(0, 100);
    super(`${file} was looked for at ${address}: ${fill(SAY.en[answer], values)}`);
    Object.assign(this, { file, address, answer, values });
  }

  // Whether it is not there, and asking again will hardly help.
  get isLasting() {
    const { status } = this.values;
    return ["html", "nowhere"].includes(this.answer) || (status >= 400 && status < 500 && status !== 408 && status !== 429);
  }

  // Whether it may come when it is asked for again, by the network or by the server: a file that this browser can't use
  // is the same tomorrow.
  get mayCome() {
    return !["nowhere", "unusable"].includes(this.answer);
  }

  // What happened, and what can be done about it.
  explain(name) {
    const say = SAY[name] ?? SAY.es;
    const found = fill(say.found, { file: this.file, address: this.address, answer: fill(say[this.answer], this.values) });
    return ["unusable", "late"].includes(this.answer) ? [found] : [found, say.advice];
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const reported = new Set();

// Says it in the console, once: what fails for one element fails for others, and when it is asked for again.
export function report(what, reason) {
  const line = `${what}: ${reason?.message ?? reason}`;
  if (reported.has(line)) return;
  reported.add(line);
  console.error(`huso: ${what}`, reason);
}

// HUSO_BUILD is put in by the build: what caches keep of another build does not fit this one. Undefined
// where an optimizer made the script a blob: or a data: address, which have nothing beside them.
export function beside(name) {
  try {
    return new URL(`${name}?${HUSO_BUILD}`, import.meta.url).href;
  } catch {
    return undefined;
  }
}

// Names of files that did not come as they should.
const missed = new Set();

// Asks for a file, until `signal` says to stop. What a cache took for it the last time does not stand for it again.
export async function ask(file, signal) {
  const address = beside(file);
  if (!address) throw new FileError(file, "nowhere");
  const cache = missed.has(file) ? "reload" : "default";
  missed.add(file);
  const answer = await fetched(file, address, { cache, signal, ...integrityOf(file) });
  if (!answer.ok) throw new FileError(file, "status", { status: answer.status });
  return answer;
}

// A page's own `fetch` may throw where the browser's rejects.
async function fetched(file, address, options) {
  try {
    return await fetch(address, options);
  } catch {
    const silence = isPinned ? "refused" : "silence";
    throw new FileError(file, options.signal?.aborted ? "late" : silence);
  }
}

// Makes a module's instance of the answer for its file.
export async function instantiate(file, answer, given) {
  try {
    const instance = (await streamed(answer, given)) ?? (await buffered(file, answer, given));
    missed.delete(file);
    return instance;
  } catch (reason) {
    if (reason instanceof FileError) throw reason;
    // A body that breaks off is no answer.
    if (isNamed(reason, "TypeError")) throw new FileError(file, "silence");
    if (isNamed(reason, "AbortError")) throw new FileError(file, "late");
    throw new FileError(file, "unusable", { reason: reason?.message });
  }
}

// The same while it comes. Undefined where that can't be: some servers don't say what it is, and a page's own `fetch` may
// answer with something that is no response of the browser's.
async function streamed(answer, given) {
  if (!/^application\/wasm *$/i.test(answer.headers.get("Content-Type"))) return undefined;
  try {
    return (await WebAssembly.instantiateStreaming(answer, given)).instance;
  } catch (reason) {
    if (isNamed(reason, "TypeError") && !answer.bodyUsed) return undefined;
    throw reason;
  }
}

async function buffered(file, answer, given) {
  const bytes = await answer.arrayBuffer();
  // Some servers send a page for what they don't have.
  if (/^\s*</.test(new TextDecoder().decode(bytes.slice(0, 100)))) throw new FileError(file, "html");
  return (await WebAssembly.instantiate(bytes, given)).instance;
}

// A page may have put other classes in the place of the browser's own errors.
function isNamed(reason, name) {
  return reason?.name === name;
}

// Milliseconds after which people wonder whether something comes (`SLOW` in src/browser/event_file.rs), and after which it
// is not waited for any more.
export const LATE = 15_000;
const TOO_LATE = 45_000;

// What wasm-split's loader gets a part of the program by (xtask/src/package.rs): begins to fetch it, and
// returns what makes an instance of it once there are imports. Each part imports the number of its build, so
// that one of another build doesn't link.
export function openPart(file) {
  const asked = askInTime(file);
  // Whether it comes is looked at below.
  asked.catch(() => {});
  return async (imports) => {
    const program = { ...imports.__wasm_split, [HUSO_BUILD]: 0 };
    return instantiate(file, await asked, { __wasm_split: program });
  };
}

// The loader asks for nothing twice at a time, so that a request that hangs has to end. Another often doesn't.
async function askInTime(file) {
  try {
    return await askWithin(file, LATE);
  } catch (reason) {
    if (reason.answer !== "late") throw reason;
    return askWithin(file, TOO_LATE);
  }
}

// A server that begins to answer in time has more of it for the rest.
async function askWithin(file, limit) {
  const abort = new AbortController();
  const end = () => abort.abort();
  const late = setTimeout(end, limit);
  // What is here by then is not touched.
  setTimeout(end, limit + TOO_LATE);
  try {
    return await ask(file, abort.signal);
  } finally {
    clearTimeout(late);
  }
}

// The same of what parts have in common, which is so little that it stands in this script.
export function heldPart(bytes) {
  return async (imports) => (await WebAssembly.instantiate(bytes, imports)).instance;
}

let failure;

// The loader tells of a part that did not come; it is asked for again when it is needed again.
export function failed(reason) {
  failure = reason;
  report("a part of the program could not be loaded", reason);
}

// Why the last part did not come, in a language.
export function explainPart(name) {
  return failure instanceof FileError ? failure.explain(name).join(" ") : String(failure);
}
