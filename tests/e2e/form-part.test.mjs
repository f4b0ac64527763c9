// The part of the program that the form is in: fetched only where somebody can register, and missed by
// nobody who can't.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const PART = "**/huso_form.wasm*";
const texts = {
  es: { loading: "Cargando el formulario…", failed: /No pudimos cargar el formulario/, retry: "Reintentar" },
  en: { loading: "Loading the form…", failed: /We could not load the form/, retry: "Try again" },
  pt: { loading: "Carregando o formulário…", failed: /Não foi possível carregar o formulário/, retry: "Tentar de novo" },
};

let receiver;
before(async () => {
  receiver = await startReceiver();
  for (const lang of Object.keys(texts)) {
    receiver.publish(`${lang}.html`, hostPage(`<huso-event src="examples/${event2027}.json"></huso-event>`, { lang }));
  }
  receiver.publish("past.html", hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>'));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// Which files of the package a page asks for.
function filesOf(page) {
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname.split("/").at(-1)));
  return files;
}

test("an event that is over is shown without it", async () => {
  const page = await newPage();
  const files = filesOf(page);
  await page.goto(`${receiver.address}/past.html`);
  await page.locator("huso-event [data-session]").first().waitFor();
  await page.waitForLoadState("networkidle");
  assert.ok(files.includes("huso_bg.wasm"), files.join(" "));
  assert.ok(!files.includes("huso_form.wasm"), files.join(" "));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("two elements of a page fetch it once", async () => {
  const page = await newPage();
  const files = filesOf(page);
  const element = `<huso-event src="examples/${event2027}.json"></huso-event>`;
  receiver.publish("two.html", hostPage(element + element));
  await page.goto(`${receiver.address}/two.html`);
  await page.locator("huso-event form").nth(1).waitFor();
  assert.equal(files.filter((file) => file === "huso_form.wasm").length, 1);
  await page.context().close();
});

for (const [lang, width, scheme] of [["es", 360, "light"], ["en", 768, "dark"], ["pt", 320, "light"]]) {
  test(`${lang}: the agenda is there before it, and what is chosen meanwhile stays chosen`, async () => {
    const page = await newPage({ width, scheme, locale: lang });
    let release;
    const held = new Promise((go) => (release = go));
    await page.route(PART, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.getByText(texts[lang].loading).waitFor();
    await assertNoViolations(page, "the form is loading");
    assert.equal(await page.locator("huso-event form").count(), 0);
    const add = page.locator("huso-event [data-session] button[aria-pressed]").first();
    await add.focus();
    await page.keyboard.press("Enter");
    await page.locator('huso-event [data-session] button[aria-pressed="true"]').waitFor();
    release();
    await page.locator("huso-event form").waitFor();
    assert.equal(await page.locator('huso-event [name^="session-"]:checked').count(), 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test(`${lang}: where it doesn't come this is said, the agenda stays, and it can be asked for again`, async () => {
    const page = await newPage({ width, scheme, locale: lang });
    await page.route(PART, (route) => route.abort());
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.locator("huso-event [role=alert]").filter({ hasText: texts[lang].failed }).waitFor();
    assert.ok((await page.locator("huso-event [data-session]").count()) > 5);
    await assertNoViolations(page, "the form did not come");
    await page.unroute(PART);
    await page.getByRole("button", { name: texts[lang].retry }).focus();
    await page.keyboard.press("Enter");
    await page.locator("huso-event form").waitFor();
    assert.equal(await page.locator("huso-event [role=alert]").count(), 0);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("what was chosen before it is there is added to the draft that comes back", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/es.html`);
  await page.locator("huso-event [name=name]").fill("Ana");
  await page.locator('huso-event [name^="session-"]').nth(1).check();
  let release;
  const held = new Promise((go) => (release = go));
  await page.route(PART, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.locator("huso-event [data-session] button[aria-pressed]").first().click();
  release();
  await page.locator("huso-event .back").waitFor();
  assert.equal(await page.locator("huso-event [name=name]").inputValue(), "Ana");
  const chosen = await page.locator('huso-event [name^="session-"]:checked').count();
  assert.equal(chosen, 2);
  await page.context().close();
});

test("one of another build is refused, and nothing breaks", async () => {
  const page = await newPage();
  const mine = readFileSync(join(process.env.HUSO_DIST ?? "dist", "huso_form.wasm"));
  const build = /huso_bg\.wasm\?([0-9a-f]{8})/;
  const asked = page.waitForRequest((request) => build.test(request.url()));
  await page.route(PART, (route) => {
    const other = Buffer.from(mine);
    const [, id] = build.exec(bg.url());
    let at = other.indexOf(id);
    assert.ok(at > 0, "the part names the build that it belongs to");
    for (; at >= 0; at = other.indexOf(id)) other.write("00000000", at);
    return route.fulfill({ body: other, contentType: "application/wasm" });
  });
  const opened = page.goto(`${receiver.address}/es.html`);
  const bg = await asked;
  await opened;
  await page.locator("huso-event [role=alert]").filter({ hasText: texts.es.failed }).waitFor();
  assert.ok((await page.locator("huso-event [data-session]").count()) > 5);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("it is fetched in the minute in which registration opens", async () => {
  const event = {
    huso: 1, id: "soon", title: "Soon", timezone: "America/Bogota",
    sessions: [{ id: "a", title: "A", start: "2027-08-10T09:00", duration: 30 }],
    registration: { endpoint: { url: "https://example.org/" }, opens: "2027-08-01T10:00", fields: [{ id: "name", type: "text", label: "Nombre" }] },
  };
  receiver.publish("soon.json", JSON.stringify(event));
  receiver.publish("soon.html", hostPage('<huso-event src="soon.json"></huso-event>'));
  const page = await newPage();
  const files = filesOf(page);
  await page.clock.install({ time: new Date("2027-08-01T14:58:30Z") });
  await page.goto(`${receiver.address}/soon.html`);
  await page.getByText("Las inscripciones abren el").waitFor();
  assert.ok(!files.includes("huso_form.wasm"), files.join(" "));
  await page.clock.runFor(120_000);
  await page.locator("huso-event form").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("where it didn't come, it is asked for again on return to the page", async () => {
  const page = await newPage();
  await page.clock.install();
  await page.route(PART, (route) => route.abort());
  await page.goto(`${receiver.address}/es.html`);
  await page.locator("huso-event [role=alert]").filter({ hasText: texts.es.failed }).waitFor();
  await page.unroute(PART);
  await page.clock.setSystemTime(new Date((await page.evaluate(() => Date.now())) + 120_000));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await page.locator("huso-event form").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
