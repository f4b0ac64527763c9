// The program: one for all elements of the page, fetched beside huso.js once the first one is there.
import { begin, imports } from "huso-glue";
import { FileError, ask, beside, instantiate, report } from "./files.js";

const FILE = "huso_bg.wasm";

let attempt;
let isAdvised = false;
let onStop;
let isBroken = false;

// Waits for the program. One that did not come is forgotten: who needs it next asks for it again.
export async function load() {
  const mine = (attempt ??= startAttempt());
  try {
    await mine.program;
  } catch (reason) {
    if (attempt === mine) attempt = undefined;
    if (!mine.abort.signal.aborted) throw reason;
    await load();
  }
}

// A request that hangs makes room for another, for which those wait who waited for it. A program that is here stays.
export function dropAttempt() {
  if (!attempt || attempt.isDone) return;
  attempt.abort.abort();
  attempt = undefined;
}

// Whether it stopped, and is not entered any more.
export function isStopped() {
  return isBroken;
}

// Says once whom to tell, with the reason, that the program stopped.
export function whenStopped(tell) {
  onStop = tell;
}

function startAttempt() {
  const abort = new AbortController();
  const started = { abort, isDone: false };
  started.program = start(abort.signal).then(() => (started.isDone = true));
  return started;
}

async function start(signal) {
  if (document.querySelector('huso-event:not([loading="lazy" i])')) adviseOnPreload(beside(FILE));
  const answer = ask(FILE, signal);
  wakeIntl();
  const { exports } = await instantiate(FILE, await answer, imports());
  // The glue is for one program.
  if (signal.aborted) throw new FileError(FILE, "late");
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
  if (isAdvised || !address || preloads.some((link) => link.href === address)) return;
  isAdvised = true;
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
    if (isBroken) return undefined;
    try {
      return enter(...values);
    } catch (reason) {
      if (isTrap(reason)) stop(reason);
      throw reason;
    }
  };
}

// A full stack is no RuntimeError: RangeError, and in Firefox InternalError. By name: a page may have put other classes in
// the place of the browser's own.
function isTrap(reason) {
  return ["RuntimeError", "RangeError", "InternalError"].includes(reason?.name);
}

function stop(reason) {
  if (isBroken) return;
  isBroken = true;
  report("the program stopped", reason);
  onStop?.();
}
