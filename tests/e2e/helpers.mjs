// A real receiver on a real database, serving the built package, and Chromium in a chosen time zone.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const bin = process.env.HUSO_BIN ?? join(root, "target/release/huso");
const dist = process.env.HUSO_DIST ?? join(root, "dist");

export const event2027 = "pacific-alliance-2027";

// Starts a receiver on a free port, with a copy of dist/ or of another folder to which `files` are added, and with `events`
// of its own beside the examples; `more` are further options of `huso serve`.
export async function startReceiver(files = {}, events = {}, published = dist, more = []) {
  const folder = mkdtempSync(join(tmpdir(), "huso-e2e-"));
  const site = join(folder, "site");
  cpSync(published, site, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
  const database = join(folder, "huso.db");
  const served = ["2023", "2027"].map((year) => join(root, `examples/pacific-alliance-${year}.json`));
  for (const [name, text] of Object.entries(events)) {
    served.push(join(folder, name));
    for (const place of [folder, site]) writeFileSync(join(place, name), text);
  }
  const options = served.flatMap((event) => ["--event", event]);
  const receiver = spawn(bin, ["serve", "--listen", "127.0.0.1:0", "--site", site, "--database", database, ...options, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  receiver.stderr.on("data", (data) => (log += data));
  const address = await new Promise((found, failed) => {
    receiver.stdout.on("data", (data) => {
      const match = /Huso listens on (http:\S+)/.exec(data);
      if (match) found(match[1]);
    });
    receiver.on("exit", () => failed(new Error(`the receiver did not start:\n${log}`)));
  });
  return {
    address,
    log: () => log,
    publish: (name, text) => writeFileSync(join(site, name), text),
    registrations: () => parseCsv(execFileSync(bin, ["registrations", "--database", database], { encoding: "utf8" })),
    cancel: (submission) => execFileSync(bin, ["cancel", submission, "--database", database], { encoding: "utf8" }),
    async stop() {
      const gone = new Promise((done) => receiver.on("exit", done));
      receiver.kill("SIGTERM");
      const code = await gone;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

// RFC 4180, into one object a row.
export function parseCsv(text) {
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g);
  const rows = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  const [header, ...rest] = rows.filter((row) => row.length > 1);
  return rest.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

// An endpoint that the agency chose, and that answers as `answer` says.
export async function startEndpoint(answer) {
  const bodies = [];
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "content-type");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    // It has no tokens for forms.
    if (request.method === "GET") return response.writeHead(404).end();
    let body = "";
    request.on("data", (data) => (body += data));
    request.on("end", () => {
      bodies.push(JSON.parse(body));
      answer(response, bodies);
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/registrations`,
    bodies,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

let shared;

export async function browser() {
  shared ??= await chromium.launch({
    executablePath: process.env.HUSO_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
  return shared;
}

export async function closeBrowser() {
  await shared?.close();
  shared = undefined;
}

// A page as somebody in a time zone sees it. What it logs as errors is kept.
export async function newPage({ zone = "America/Bogota", width = 1280, locale = "es-CO", scheme = "light", ...rest } = {}) {
  const context = await (await browser()).newContext({
    timezoneId: zone, locale, colorScheme: scheme, viewport: { width, height: 900 }, acceptDownloads: true, ...rest,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  return page;
}

// axe finds nothing on the page in this state.
export async function assertNoViolations(page, state) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const found = [];
  for (const { id, nodes } of violations) {
    for (const { target } of nodes) if (id !== "target-size" || (await isSmallInSight(page, target.flat()))) found.push(`${id}: ${target.join(" ")}`);
  }
  assert.deepEqual(found, [], state);
}

// Whether a target is too small in the middle of the window, too, where no bar that stays in sight lies over a part of it.
// `path` leads to it from shadow root to shadow root.
async function isSmallInSight(page, path) {
  await page.locator(path.join(" >> ")).evaluate((target) => target.scrollIntoView({ block: "center", behavior: "instant" }));
  const { violations } = await new AxeBuilder({ page }).withRules("target-size").analyze();
  return violations.some(({ nodes }) => nodes.some(({ target }) => target.flat().join(" >> ") === path.join(" >> ")));
}

// A host page with the element, as an agency would write it.
export function hostPage(element, { lang = "es", head = "" } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <title>Host</title><link rel="icon" href="data:,">${head}
    <style>body { background: Canvas; color: CanvasText }</style>
    <script type="module" src="huso.js"></script></head>
    <body><main><h1>Host</h1>${element}<p id="after">After</p></main></body></html>`;
}

// Fills the form of the 2027 example.
export async function fillForm(page, { email = "ana.rojas@example.org" } = {}) {
  await page.getByRole("checkbox", { name: /^Turismo sostenible y regenerativo/ }).check();
  await page.getByRole("checkbox", { name: /^Sesiones de pitch/ }).check();
  await page.getByLabel("Nombre y apellidos").fill("Ana Rojas");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("País").selectOption("CL");
  await page.getByLabel("¿Cómo participa?").selectOption("inbound");
  await page.getByLabel("¿Qué ofrece su empresa?").fill("Caminatas; =1+1");
  await page.getByLabel("Autorizo el tratamiento").check();
}

export const send = (page) => page.getByRole("button", { name: "Enviar inscripción" }).click();
