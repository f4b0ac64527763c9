// The organizer's snippet, which has the agenda in it as HTML: copied by keyboard, pasted into a page, with and without
// JavaScript.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, newPage, startReceiver } from "./helpers.mjs";

const name = "pacific-alliance-2027.json";
const example = await readFile(new URL(`../../examples/${name}`, import.meta.url), "utf8");

const SPANISH = { locale: "es-CO", copy: "Copiar fragmento", copied: /^Copiado/ };
const OTHERS = [
  { locale: "en-US", copy: "Copy snippet", copied: /^Copied/ },
  { locale: "pt-BR", copy: "Copiar trecho", copied: /^Copiado/ },
];

let receiver;
before(async () => {
  receiver = await startReceiver();
  publish(await copyPrerendered(SPANISH));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function openExample(options) {
  const page = await newPage({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  await page.goto(`${receiver.address}/`);
  await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(example) });
  await page.locator(".head .event", { hasText: /Rueda|Sustainable|Rodada/ }).waitFor({ state: "attached" });
  await page.evaluate(() => (location.hash = "publish"));
  // The hashes of the program come after the agenda.
  await page.locator(".task pre", { hasText: /integrity=[^]*shadowrootmode/ }).waitFor({ state: "attached" });
  return page;
}

// What is copied with the button pressed by keyboard.
async function copyPrerendered({ locale, copy, copied }) {
  const page = await openExample({ locale });
  const snippet = page.locator(".task", { has: page.getByRole("button", { name: copy }) });
  await snippet.getByRole("button", { name: copy }).press("Enter");
  await snippet.getByText(copied).waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(code, await snippet.locator("pre").textContent());
  assert.match(code, /^<link rel="preload" href="huso_bg.wasm\?\w+" as="fetch" crossorigin integrity="sha384-[^"]+">\n<script type="module" src="huso.js" integrity="sha384-[^"]+" crossorigin><\/script>\n<huso-event src="pacific-alliance-2027.json"/);
  await assertNoViolations(page, `publish, ${locale}`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
  return code;
}

function publish(code) {
  receiver.publish(name, example);
  receiver.publish(
    "pasted.html",
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Encuentro</title><link rel="icon" href="data:,"></head><body><h1>Encuentro</h1>${code}</body></html>`,
  );
}

for (const choice of OTHERS) {
  test(`it is copied by keyboard in ${choice.locale}`, async () => {
    await copyPrerendered(choice);
  });
}

test("the page has the agenda without JavaScript, styled, and a way to the form", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  const styles = page.waitForResponse(/\/huso\.css/);
  await page.goto(`${receiver.address}/pasted.html`);
  assert.equal((await styles).ok(), true);
  const keynote = page.locator('[data-session="keynote"]');
  await keynote.getByRole("heading", { name: /^Turismo sostenible y regenerativo/ }).waitFor();
  assert.match(await keynote.innerText(), /09:30/);
  assert.equal(await keynote.getByText("Chile", { exact: true }).isVisible(), true);
  assert.equal(await page.locator('[data-session="keynote"] time').first().isVisible(), true);
  // By the style sheet the sessions have no marks of a list.
  const left = (await keynote.boundingBox()).x;
  assert.ok(left < 40, `${left}`);
  const link = page.locator(".registration a");
  await link.click();
  await page.locator("form").waitFor();
  assert.match(page.url(), /\/events\/pacific-alliance-2027\//);
  await page.context().close();
});

test("with JavaScript the program takes over", async () => {
  const page = await newPage({ zone: "America/Santiago" });
  await page.goto(`${receiver.address}/pasted.html`);
  await page.waitForFunction(() => {
    const root = document.querySelector("huso-event").shadowRoot;
    return !root.querySelector(".prerendered") && root.querySelector('[data-session="keynote"] .mine time');
  });
  assert.match(await page.locator('[data-session="keynote"] .mine').innerText(), /10:30/);
  assert.equal(await page.locator("huso-event").count(), 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("search engines find each session with its start", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${receiver.address}/pasted.html`);
  const event = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  assert.equal(event["@type"], "Event");
  const keynote = event.subEvent.find((session) => session.name.startsWith("Turismo sostenible y regenerativo"));
  assert.equal(keynote.startDate, "2027-08-11T09:30:00-05:00");
  await page.context().close();
});
