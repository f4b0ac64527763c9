// What doesn't come, comes late, or is something else: the program, its parts, the event file. A failure is said with a way
// to ask again, is forgotten, and takes nothing away that works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const element = `<huso-event src="examples/${event2027}.json"><p class="fallback">Agenda en papel</p></huso-event>`;
const PROGRAM = /\/huso_bg\.wasm\?/;
const FORM = /\/huso_form\.wasm\?/;
const PLACES = /\/huso_places\.wasm\?/;
const EVENT_FILE = new RegExp(`/${event2027}\\.json$`);

let receiver;
before(async () => {
  receiver = await startReceiver({ "one.html": hostPage(element), "two.html": hostPage(element + element) });
  for (const lang of ["en", "pt"]) receiver.publish(`${lang}.html`, hostPage(element, { lang }));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const unavailable = (route) => route.fulfill({ status: 503, body: "" });
const retryButton = (page) => page.getByRole("button", { name: "Reintentar" });
const agenda = (page) => page.locator("huso-event .session").first();
const form = (page) => page.locator("huso-event form").first();

// What the page does to see a part fail, and what there is to see once it is there.
const files = {
  program: { url: PROGRAM, said: "No pudimos cargar la agenda", shown: agenda },
  form: { url: FORM, said: "No pudimos cargar el formulario", shown: form },
  places: {
    url: PLACES,
    open: async (page) => {
      await page.getByText("Cambiar", { exact: true }).click();
      await page.getByRole("combobox", { name: "Ciudad o zona horaria" }).fill("Quito");
    },
    said: "No pudimos cargar esta parte",
    shown: (page) => page.getByRole("option", { name: /Quito/ }).first(),
  },
  "event file": { url: EVENT_FILE, said: "respondió con un error (503)", shown: agenda },
};

const ways = {
  "when there is a network again": (page) => page.evaluate(() => dispatchEvent(new Event("online"))),
  "when the visitor returns": (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))),
  "at the button": (page) => retryButton(page).press("Enter"),
};

async function open(page, { url, open, said }, name = "one.html") {
  await page.route(url, unavailable);
  await page.goto(`${receiver.address}/${name}`);
  if (open) await open(page);
  await page.getByText(said).first().waitFor();
}

for (const [file, one] of Object.entries(files)) {
  for (const [way, ask] of Object.entries(ways)) {
    test(`${file}: a momentary 503 is asked for again ${way}`, async () => {
      const page = await newPage();
      await open(page, one);
      await page.unroute(one.url);
      await ask(page);
      await one.shown(page).waitFor();
      assert.equal(await page.getByText(one.said).count(), 0);
      assert.equal(await page.locator(".fallback").isVisible(), false);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  }

  test(`${file}: what fails again by itself is not said again`, async () => {
    const page = await newPage();
    const lines = [];
    page.on("console", (message) => message.text().startsWith("huso: ") && lines.push(message.text()));
    await page.addInitScript(() => {
      window.told = 0;
      document.addEventListener("huso-error", () => (window.told += 1));
    });
    await open(page, one);
    const told = await page.evaluate(() => window.told);
    const alert = await page.locator("huso-event [role=alert]").elementHandle();
    for (const name of ["focus", "online"]) {
      // What was answered last is taken by then: while a question is open, none is asked.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      const answered = page.waitForResponse(one.url);
      await page.evaluate((name) => dispatchEvent(new Event(name)), name);
      await answered;
    }
    await page.waitForLoadState("networkidle");
    assert.equal(await alert.evaluate((one) => one.isConnected), true, "the same words stay");
    assert.equal(await page.evaluate(() => window.told), told);
    assert.ok(lines.filter((line) => line.includes("could not be loaded")).length <= 1, lines.join("\n"));
    await page.context().close();
  });
}

// Kind of fault: what failed for one element was remembered for all.
test("program: what failed for one element comes for a later one, and then for the first", async () => {
  const page = await newPage();
  await open(page, files.program);
  await page.unroute(PROGRAM);
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("huso-event").cloneNode(true)));
  await page.locator("huso-event").nth(1).locator(".session").first().waitFor();
  await page.locator("huso-event").nth(0).locator(".session").first().waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("program: two elements, one button brings both, in one request", async () => {
  const page = await newPage();
  await open(page, files.program, "two.html");
  await page.unroute(PROGRAM);
  const asked = [];
  page.on("request", (request) => PROGRAM.test(request.url()) && asked.push(request.url()));
  await retryButton(page).first().click();
  for (const index of [0, 1]) await page.locator("huso-event").nth(index).locator(".session").first().waitFor();
  assert.equal(asked.length, 1);
  await page.context().close();
});

test("program: the button keeps the focus while it fails again", async () => {
  const page = await newPage();
  await open(page, files.program);
  const answered = page.waitForResponse(PROGRAM);
  await retryButton(page).press("Enter");
  await answered;
  await page.getByText(files.program.said).waitFor();
  const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent);
  assert.equal(focused, "Reintentar");
  await assertNoViolations(page, "the program did not come");
  await page.context().close();
});

const slow = {
  es: { words: "La agenda tarda más de lo normal", retry: "Reintentar", page: "one.html" },
  en: { words: "The agenda is taking longer than usual", retry: "Try again", page: "en.html" },
  pt: { words: "A agenda está demorando mais que o normal", retry: "Tentar de novo", page: "pt.html" },
};

// The first requests hang for good; later ones are answered.
async function hang(page, url, times = 1) {
  await page.clock.install({ time: new Date("2027-07-01T15:00:00Z") });
  await page.addInitScript(() => {
    window.states = [];
    for (const name of ["huso-loading", "huso-ready", "huso-error"]) {
      document.addEventListener(name, () => window.states.push(name));
    }
  });
  const held = [];
  await page.route(url, (route) => held.push(route), { times });
  return held;
}

for (const [lang, { words, retry, page: name }] of Object.entries(slow)) {
  for (const [file, { url }] of Object.entries({ program: files.program, "event file": files["event file"] })) {
    test(`${lang}: ${file}: a server that hangs is said after 15 seconds, with a button`, async () => {
      const page = await newPage({ width: 320, locale: lang });
      const held = await hang(page, url);
      const asked = page.waitForRequest(url);
      await page.goto(`${receiver.address}/${name}`);
      await asked;
      if (file !== "program") await page.locator("huso-event [role=status]").first().waitFor();
      await page.clock.runFor(14_000);
      assert.equal(await page.getByText(words).count(), 0);
      await page.clock.runFor(2_000);
      await page.getByText(words).waitFor();
      assert.equal(await page.locator(".fallback").isVisible(), true);
      assert.equal((await page.evaluate(() => window.states)).at(-1), "huso-error");
      await assertNoViolations(page, `${file} hangs`);
      await page.getByRole("button", { name: retry }).click();
      await page.clock.runFor(1_000);
      await agenda(page).waitFor();
      assert.equal((await page.evaluate(() => window.states)).at(-1), "huso-ready");
      assert.equal(held.length, 1);
      await page.context().close();
    });
  }
}

test("what comes late after all is shown", async () => {
  for (const url of [PROGRAM, EVENT_FILE]) {
    const page = await newPage();
    const held = await hang(page, url);
    const asked = page.waitForRequest(url);
    await page.goto(`${receiver.address}/one.html`);
    await asked;
    if (url !== PROGRAM) await page.locator("huso-event [role=status]").first().waitFor();
    await page.clock.runFor(16_000);
    await page.getByText(slow.es.words).waitFor();
    await held[0].continue();
    await page.clock.runFor(1_000);
    await agenda(page).waitFor();
    assert.equal(await page.getByText(slow.es.words).count(), 0);
    await page.context().close();
  }
});

async function openWithHangingForm(times) {
  const page = await newPage();
  const held = await hang(page, FORM, times);
  const asked = page.waitForRequest(FORM);
  await page.goto(`${receiver.address}/one.html`);
  await page.clock.runFor(1_000);
  await asked;
  return { page, held };
}

test("form: a server that hangs is said after 15 seconds, with a button, and why after a minute", async () => {
  const { page } = await openWithHangingForm(2);
  await page.clock.runFor(14_000);
  assert.equal(await page.getByText(files.form.said).count(), 0);
  const again = page.waitForRequest(FORM);
  await page.clock.runFor(2_000);
  await page.getByText(files.form.said).waitFor();
  await again;
  await page.clock.runFor(46_000);
  await page.getByText("Detalles").last().click();
  await page.getByText("no hubo respuesta a tiempo").waitFor();
  await retryButton(page).click();
  await page.clock.runFor(1_000);
  await form(page).waitFor();
  await page.context().close();
});

test("form: a request that hangs is followed by another", async () => {
  const { page, held } = await openWithHangingForm(1);
  await page.clock.runFor(16_000);
  await form(page).waitFor();
  assert.equal(held.length, 1);
  assert.equal(await page.getByText(files.form.said).count(), 0);
  await page.context().close();
});

// From single-page servers, whose page for everything a cache then keeps for a year.
for (const [file, { url, open: opens, shown }] of Object.entries(files)) {
  test(`${file}: a page in its place is said, and does not stand for it the next time`, async () => {
    const page = await newPage();
    const lines = [];
    page.on("console", (message) => message.type() === "error" && lines.push(message.text()));
    const html = { status: 200, contentType: "text/html", headers: { "cache-control": "public, max-age=31536000, immutable" }, body: "<!doctype html><title>App</title>" };
    await page.route(url, (route) => route.fulfill(html));
    await page.goto(`${receiver.address}/one.html`);
    if (opens) await opens(page);
    const details = page.locator("huso-event details", { has: page.getByText(/página (web \()?HTML/) }).last();
    await details.waitFor();
    if (file !== "event file") assert.ok(lines.some((line) => /^huso: .*was looked for at http.*: an HTML page is there/s.test(line)), lines.join("\n"));
    await page.unroute(url);
    const reloaded = file === "event file" ? undefined : page.waitForRequest((request) => url.test(request.url()));
    await retryButton(page).first().click();
    if (reloaded) assert.equal((await (await reloaded).allHeaders())["cache-control"], "no-cache");
    await shown(page).waitFor();
    await page.context().close();
  });
}

test("a language that changes while there is no network takes nothing away", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/one.html`);
  await page.locator("huso-event [name=name]").fill("Ana Rojas");
  await page.locator("huso-event [data-session] button[aria-pressed]").first().click();
  await page.context().setOffline(true);
  await page.locator("huso-event").evaluate((one) => one.setAttribute("lang", "en"));
  await page.locator("huso-event .event[lang=en]").waitFor();
  assert.equal(await page.locator("huso-event [name=name]").inputValue(), "Ana Rojas");
  assert.equal(await page.locator('huso-event [data-session] button[aria-pressed="true"]').count(), 1);
  await page.locator("huso-event").evaluate((one) => one.setAttribute("lang", "es"));
  await page.getByText("Cambiar", { exact: true }).click();
  await page.getByText(files.places.said).waitFor();
  await page.locator("huso-event").evaluate((one) => one.setAttribute("lang", "pt"));
  await page.locator("huso-event .event[lang=pt]").waitFor();
  assert.equal(await page.locator("huso-event [name=name]").inputValue(), "Ana Rojas");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
