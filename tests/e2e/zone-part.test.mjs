// The part of the program that the zone chooser's places are in: fetched when somebody opens it. It stands
// for parts that a visitor asks for: what they do meanwhile is not lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const PART = "**/huso_places.wasm*";
const texts = {
  es: { loading: "Cargando…", failed: /No pudimos cargar esta parte/, retry: "Reintentar" },
  en: { loading: "Loading…", failed: /We could not load this part/, retry: "Try again" },
  pt: { loading: "Carregando…", failed: /Não foi possível carregar esta parte/, retry: "Tentar de novo" },
};

let receiver;
before(async () => {
  receiver = await startReceiver();
  for (const lang of Object.keys(texts)) {
    receiver.publish(`${lang}.html`, hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>', { lang }));
  }
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(lang, width, scheme) {
  const page = await newPage({ width, scheme, locale: lang });
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname.split("/").at(-1)));
  return { page, files };
}

for (const [lang, width, scheme] of [["es", 360, "light"], ["en", 768, "dark"], ["pt", 320, "light"]]) {
  test(`${lang}: it comes when it is asked for, by keyboard, and is said to be on its way`, async () => {
    const { page, files } = await open(lang, width, scheme);
    let release;
    const held = new Promise((go) => (release = go));
    await page.route(PART, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${receiver.address}/${lang}.html`);
    const summary = page.locator(".zone-choice summary");
    await summary.waitFor();
    await page.waitForLoadState("networkidle");
    assert.ok(!files.includes("huso_places.wasm"), files.join(" "));
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.getByText(texts[lang].loading, { exact: true }).waitFor();
    await assertNoViolations(page, "the zone chooser is loading");
    await page.keyboard.press("Tab");
    await page.keyboard.type("tokyo");
    await page.keyboard.press("Enter");
    release();
    await page.locator(".zone-choice .whose").getByText(/T[oó](k|qu)[iy]o/).waitFor();
    assert.equal(files.filter((file) => file === "huso_places.wasm").length, 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test(`${lang}: one that does not come is said, with a way to ask for it again`, async () => {
    const { page } = await open(lang, width, scheme);
    let isOff = true;
    await page.route(PART, (route) => (isOff ? route.abort() : route.continue()));
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.locator(".zone-choice summary").click();
    await page.getByRole("alert").filter({ hasText: texts[lang].failed }).waitFor();
    await assertNoViolations(page, "the zone chooser did not come");
    assert.ok((await page.locator("[data-session]").count()) > 0, "the agenda stays");
    isOff = false;
    await page.locator("#zone").fill("quit");
    assert.equal(await page.getByRole("option").count(), 0);
    await page.getByRole("button", { name: texts[lang].retry }).click();
    await page.getByRole("option", { name: /Quito/ }).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    await page.context().close();
  });
}
