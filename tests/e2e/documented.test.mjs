// What docs/embedding.md promises: the parts that can be styled, and the policy under which the element runs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { closeBrowser, fillForm, hostPage, newPage, send, startReceiver } from "./helpers.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const documentation = await read("docs/embedding.md");
const event = JSON.parse(await read("examples/pacific-alliance-2027.json"));
event.sessions[0].status = "cancelled";

const [, policy] = /## Content Security Policy[^\n]*\s+```\n(.+)\n```/.exec(documentation);
const underPolicy = (content) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'; ${content}">
  <title>Host</title><script type="module" src="huso.js"></script></head>
  <body><huso-event src="event.json" lang="es"><p id="fallback">The agenda on paper</p></huso-event></body></html>`;

let receiver;
before(async () => {
  receiver = await startReceiver({
    "event.json": JSON.stringify(event),
    "element.html": hostPage('<huso-event src="event.json"></huso-event>'),
    "policy.html": underPolicy(policy),
    "no-wasm.html": underPolicy(policy.replace(" 'wasm-unsafe-eval'", "")),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

test("every part is documented, and every documented part is there", async () => {
  const [, table] = /\| part \| what it is \|\n(.+?)\n\n/s.exec(documentation);
  const documented = table.split("\n").flatMap((row) => [...row.split("|")[1].matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
  const found = new Set();
  const collect = async () => {
    const parts = await page.locator("huso-event [part]").evaluateAll((all) => all.map((one) => one.getAttribute("part")));
    for (const part of parts) found.add(part);
  };
  const page = await newPage();
  let answer;
  const answered = new Promise((go) => (answer = go));
  await page.route("**/event.json", async (route) => {
    await answered;
    await route.fulfill({ status: 404 });
  }, { times: 1 });
  await page.goto(`${receiver.address}/element.html`);
  await page.getByText("Cargando la agenda").waitFor();
  await collect();
  answer();
  await page.getByRole("button", { name: "Reintentar" }).waitFor();
  await collect();
  await page.getByRole("button", { name: "Reintentar" }).click();
  for (const [view, part] of [["Parrilla", "grid"], ["Regla", "ruler"], ["Lista", "day"]]) {
    await page.getByRole("radio", { name: view, exact: true }).check();
    await page.locator(`[part=${part}]`).first().waitFor();
    await collect();
  }
  await fillForm(page);
  await collect();
  await send(page);
  await page.getByRole("button", { name: "Guardar en el calendario" }).waitFor();
  await collect();
  assert.deepEqual([...found].sort(), documented.sort());
  await page.context().close();
});

test("under the documented policy, all of it works", async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`${receiver.address}/policy.html`);
  await fillForm(page, { email: "policy@example.org" });
  await send(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Guardar en el calendario" }).click();
  assert.equal((await download).suggestedFilename(), "pacific-alliance-2027.ics");
  const style = await page.locator("huso-event").evaluate((one) => getComputedStyle(one.shadowRoot.querySelector(".session")).display);
  assert.equal(style, "grid", "the element's style sheet is in force");
  for (const [view, drawing] of [["Parrilla", ".grid-scroll > svg"], ["Regla", ".drawing > svg"]]) {
    await page.getByRole("radio", { name: view, exact: true }).check();
    await page.locator(drawing).waitFor();
  }
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a policy that forbids WebAssembly leaves a sentence and the fallback", async () => {
  const page = await newPage();
  await page.addInitScript(() => addEventListener("huso-error", () => (window.told = true)));
  await page.goto(`${receiver.address}/no-wasm.html`);
  await page.getByText("La agenda no se pudo cargar en este navegador").waitFor();
  assert.ok(await page.locator("#fallback").isVisible());
  assert.ok(await page.evaluate(() => window.told));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
