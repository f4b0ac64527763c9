// The rows: every state with its mark, heard in one breath, one stop of the tab key each, whole at every width. The agenda is
// that of the pictures by which they were drawn.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const looks = readFileSync(new URL("fixtures/looks.json", import.meta.url), "utf8");
const themes = ["institucional", "vivo", "vivo dark"];
let receiver;
before(async () => {
  const files = { "looks.html": hostPage('<huso-event src="looks.json"></huso-event>') };
  for (const theme of themes) files[`${theme}.html`] = hostPage(`<huso-event src="looks.json" theme="${theme}"></huso-event>`);
  receiver = await startReceiver(files, { "looks.json": looks });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// 12:20 in Buenos Aires: two sessions are under way, one starts in 15 minutes.
async function open({ path = "looks", now = "2027-08-11T15:20:00Z", zone = "America/Argentina/Buenos_Aires", ...options } = {}) {
  const page = await newPage({ zone, ...options });
  await page.clock.install({ time: new Date(now) });
  await page.goto(`${receiver.address}/${path}.html`);
  await page.locator("huso-event form").waitFor();
  return page;
}
const row = (page, id) => page.locator(`[data-session="${id}"]`);

// What a screen reader reads of an element in a row, in its order: closed details and what is only seen left out.
const heard = (locator) =>
  locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const unheard of copy.querySelectorAll("[aria-hidden=true], [hidden]")) unheard.remove();
    for (const part of copy.querySelectorAll("p, .fact")) part.append(" ");
    copy.querySelector("h4")?.append(" ");
    for (const named of copy.querySelectorAll("[aria-label]")) named.textContent = ` ${named.getAttribute("aria-label")} `;
    return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
  });

test("a row is heard in one breath: title, my time, the countries' once each, its state, what one can do", async () => {
  const page = await open();
  assert.equal(
    await heard(row(page, "questions")),
    "Preguntas a la conferencista Su hora: Buenos Aires, 12:35 – 13:00 11:35 Chile 10:35 Colombia / Perú 09:35 México " +
      "Empieza en 15 min 25 min Agenda académica Detalles: Preguntas a la conferencista Añadir: Preguntas a la conferencista",
  );
  assert.match(await heard(row(page, "keynote")), /Ahora, quedan 15 min.*Conectarse: Turismo sostenible/);
  // The date where it is another than the heading's, and there only.
  assert.equal(await heard(row(page, "closing").locator(".mine")), "Su hora: Buenos Aires, 01:10 – 01:40 , jueves 12 de agosto");
  assert.equal(await heard(row(page, "closing").locator(".zones")), "00:10 Chile , jueves 12 de agosto 23:10 Colombia / Perú 22:10 México");
  // What was before is said, in each place.
  assert.equal(await heard(row(page, "financing").locator(".zones")), "13:15 Chile antes: 13:05 12:15 Colombia / Perú antes: 12:05 11:15 México antes: 11:05");
  await page.context().close();
});

test("the visitor's own country is not heard twice", async () => {
  for (const [zone, own, others] of [
    ["America/Santiago", "Su hora: Chile, 11:35 – 12:00", "10:35 Colombia / Perú 09:35 México"],
    ["America/Bogota", "Su hora: Colombia, 10:35 – 11:00", "11:35 Chile 10:35 Perú 09:35 México"],
  ]) {
    const page = await open({ zone });
    assert.equal(await heard(row(page, "questions").locator(".mine")), own);
    assert.equal(await heard(row(page, "questions").locator(".zones")), others);
    assert.equal(await row(page, "questions").locator(".zone:visible").count(), 3, "all are seen");
    await page.context().close();
  }
});

test("each state has a word, and a form besides colour", async () => {
  const page = await open();
  const facts = (id) => row(page, id).locator(".fact").allTextContents().then((all) => all.map((text) => text.replaceAll("\u00a0", " ")));
  assert.deepEqual(await facts("opening"), ["Terminó", "30 min", "Para todos"]);
  assert.deepEqual(await facts("keynote"), ["Ahora, quedan 15 min", "1 h 05 min", "Agenda académica"]);
  assert.deepEqual(await facts("questions"), ["Empieza en 15 min", "25 min", "Agenda académica"]);
  assert.deepEqual(await facts("community"), ["Cancelada", "45 min", "Agenda académica"]);
  assert.deepEqual(await facts("financing"), ["Cambió de hora", "35 min", "Agenda académica"]);
  assert.deepEqual(await facts("preparation-pt"), ["1 h", "Pitch comercial", "Portugués", "completo: lista de espera"]);
  await row(page, "preparation").locator(".seats").waitFor();
  assert.deepEqual(await facts("preparation"), ["1 h 30 min", "Pitch comercial", "quedan 3"]);
  const form = (id) => row(page, id).locator(".fact svg").evaluateAll((all) => all.map((svg) => svg.querySelector("path").getAttribute("d").length));
  assert.equal((await form("community")).length, 2, "a cross, and the track's");
  assert.notDeepEqual(await form("keynote"), await form("pitch-room"), "tracks differ in form");
  // Of 65 minutes 50 are over.
  assert.equal(await row(page, "keynote").locator(".elapsed rect").last().getAttribute("width"), "76%");
  assert.equal(await page.locator(".elapsed").count(), 2);
  assert.equal(await row(page, "community").locator("h4").evaluate((title) => getComputedStyle(title).textDecorationLine), "line-through");
  assert.deepEqual(await page.locator(".gap").allTextContents(), ["6\u00a0h sin actividades"]);
  await page.context().close();
});

test("one control a row: what one does next", async () => {
  const page = await open();
  const control = async (id) => row(page, id).locator(".action :is(a, button)").evaluateAll((all) => all.map((one) => (one.ariaLabel ?? one.textContent).split(":")[0]));
  for (const [id, wanted] of Object.entries({
    opening: ["Grabación"], keynote: ["Conectarse"], questions: ["Añadir"], break: [], community: [], "preparation-pt": ["Lista de espera"],
    meetings: ["Guardar en mi plan"],
  })) assert.deepEqual(await control(id), wanted, id);
  assert.equal(await row(page, "keynote").locator(".links .choose").count(), 1, "what can still be chosen is among the details");
  const add = row(page, "indicators").locator(".choose");
  const { width } = await add.boundingBox();
  await add.click();
  assert.deepEqual(await control("indicators"), ["Añadida"]);
  assert.equal((await add.boundingBox()).width, width, "it does not jump");
  await page.context().close();
});

test("each session is one stop of the tab key; the arrow keys and an open row lead to the rest", async () => {
  const page = await open();
  const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.textContent.trim().split(":")[0]);
  const rowOf = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.closest("[data-session]")?.dataset.session);
  await row(page, "opening").locator(".opener").focus();
  const walked = [];
  for (let step = 0; step < 4; step += 1) {
    walked.push(await rowOf());
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(walked, ["opening", "keynote", "pitch-room", "panel-three"]);
  assert.equal(await rowOf(), "questions");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "Añadir");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Añadida");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "Detalles");
  await page.keyboard.press("Enter");
  await row(page, "questions").getByText("Las preguntas se envían por escrito.").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Añadida");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Calendario");
  await page.context().close();
});

test("the title's line opens a row and closes it", async () => {
  const page = await open({ width: 360 });
  const summary = row(page, "asia").getByText("Doce compradores");
  assert.equal(await summary.isVisible(), false);
  await row(page, "asia").locator("h4").click();
  await summary.waitFor();
  assert.equal(await row(page, "asia").locator(".opener").getAttribute("aria-expanded"), "true");
  await row(page, "asia").locator("h4").click();
  await summary.waitFor({ state: "hidden" });
  await page.context().close();
});

// Chromium finds it itself; here its event stands for the search, which no test can press.
test("what the browser's search finds in a closed row opens it", async () => {
  const page = await open();
  const details = row(page, "asia").locator(".details");
  assert.equal(await details.getAttribute("hidden"), "until-found");
  await details.evaluate((one) => one.dispatchEvent(new Event("beforematch", { bubbles: true })));
  await row(page, "asia").locator(".opener[aria-expanded=true]").waitFor();
  assert.equal(await details.getAttribute("hidden"), null);
  await page.context().close();
});

test("closed, a row has five lines on a phone, and the countries' times the same place in each", async () => {
  for (const width of [320, 360]) {
    const page = await open({ width });
    // What is out of sight is laid out, too.
    await page.locator(".session").evaluateAll((rows) => rows.forEach((one) => (one.style.contentVisibility = "visible")));
    const offsets = await page.locator(".session:not(.pause)").evaluateAll((rows) =>
      rows.map((one) => one.querySelector(".zones").getBoundingClientRect().top - one.getBoundingClientRect().top));
    assert.ok(Math.max(...offsets) - Math.min(...offsets) <= 1, `${width}: ${offsets}`);
    const heights = await page.locator(".session").evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
    assert.ok(Math.max(...heights) <= 216, `${width}: ${heights}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  }
});

for (const [scheme, width] of [["light", 360], ["dark", 360], ["light", 1280], ["dark", 1280]]) {
  test(`${scheme}, ${width} px: no violations with every state, closed and open`, async () => {
    const page = await open({ scheme, width });
    await row(page, "indicators").locator(".choose").click();
    await assertNoViolations(page, "closed");
    for (const id of ["opening", "panel-three", "preparation-pt", "asia"]) await row(page, id).locator(".opener").click();
    await assertNoViolations(page, "open");
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

for (const theme of themes) {
  test(`the theme ${theme} can be read, light and dark`, async () => {
    for (const scheme of ["light", "dark"]) {
      const page = await open({ path: theme, scheme, width: 360 });
      await row(page, "indicators").locator(".choose").click();
      await assertNoViolations(page, scheme);
      await page.context().close();
    }
  });
}

test("on paper it is said what is filtered, without what filters", async () => {
  const page = await open();
  await page.locator(".tool.filter").click();
  await page.getByRole("checkbox", { name: "Pitch comercial" }).check();
  await page.locator(".in-force .chip").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".in-force .chip").isVisible());
  for (const unprinted of [".filters", ".whose-hours", ".unfilter"]) assert.equal(await page.locator(unprinted).first().isVisible(), false, unprinted);
  await page.context().close();
});

test("a sheet for each country: its times first, and the others beside them", async () => {
  const page = await open();
  await page.evaluate(() => {
    window.print = () => {
      const root = document.querySelector("huso-event").shadowRoot;
      const text = (selector) => root.querySelector(selector).textContent.replaceAll("\u00a0", " ");
      window.sheet = [text(".print-title"), text('[data-session="questions"] .mine > time'), text('[data-session="asia"] .mine > time')];
      dispatchEvent(new Event("afterprint"));
    };
  });
  for (const [whose, sheet] of Object.entries({
    México: ["Horario para México", "09:35", "21:30"], "Su hora: Buenos Aires": ["Horario para Buenos Aires", "12:35", "00:30"],
  })) {
    await page.locator(".print-menu summary").click();
    await page.getByRole("button", { name: whose, exact: true }).click();
    await page.waitForFunction(() => window.sheet);
    assert.deepEqual(await page.evaluate(() => window.sheet), sheet);
    await page.locator(".print-menu summary").click();
    await page.evaluate(() => (window.sheet = undefined));
  }
  // Afterwards the visitor's own time stands there again.
  assert.equal(await row(page, "questions").locator(".mine > time").textContent(), "12:35");
  await page.emulateMedia({ media: "print" });
  for (const unprinted of [".action", ".opener", ".toolbar .tools", ".elapsed", ".registration"]) {
    assert.equal(await page.locator(unprinted).first().isVisible(), false, unprinted);
  }
  const title = row(page, "preparation-pt").locator("h4");
  assert.equal(await title.evaluate((one) => one.scrollHeight <= one.clientHeight + 1), true, "whole");
  await page.context().close();
});
