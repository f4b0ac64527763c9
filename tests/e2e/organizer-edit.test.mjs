// The organizer's step Editar, as an organizer works in it: by keyboard, by pointer, and back again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { assertNoViolations, browser, closeBrowser, startReceiver } from "./helpers.mjs";
import { openOrganizer } from "./organizer.mjs";

const example = readFileSync(new URL("../../examples/pacific-alliance-2027.json", import.meta.url), "utf8");

let receiver;
before(async () => {
  receiver = await startReceiver();
  await browser();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open({ file = example, ...options } = {}) {
  const page = await openOrganizer(receiver, file, options);
  await page.locator(".tools").waitFor();
  return page;
}

const cell = (page, row, column) => page.locator(`[data-cell="${row}:${column}"]`);
const field = (page, place) => page.locator(`[data-place="${place}"]`);
const tab = (page, name) => page.locator(".tools .tabs").getByRole("button", { name }).click();
const undo = (page) => page.keyboard.press("Control+z");

// What the browser keeps of the event file.
async function kept(page) {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("huso-organizer:"));
    return key && JSON.parse(localStorage[key]).document;
  });
}

// Waits until what the browser keeps is as it should be.
async function keeps(page, is) {
  const end = Date.now() + 8_000;
  let document;
  do {
    document = await kept(page);
    if (document && is(document)) return document;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  } while (Date.now() < end);
  assert.fail(`not kept: ${is}\n${JSON.stringify(document?.sessions)}`);
}

test("the table is one stop of Tab, with arrows inside; times are taken as people write them", async () => {
  const page = await open();
  await cell(page, 0, 0).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  assert.equal(await cell(page, 2, 1).evaluate((one) => one === document.activeElement), true);
  assert.equal(await page.locator('table.sessions [tabindex="0"]').count(), 1);
  // Typing replaces what was arrived at.
  await page.keyboard.type("1045");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await keeps(page, ({ sessions }) => sessions[2].end === "2027-08-11T10:45");
  assert.equal(await field(page, "sessions[2].end").inputValue(), "10:45");
  // A start that sorts the row elsewhere takes the focus along.
  await cell(page, 0, 0).fill("15h");
  await page.keyboard.press("Enter");
  await keeps(page, ({ sessions }) => sessions[0].start === "2027-08-11T15:00");
  assert.match(await page.evaluate(() => document.activeElement.dataset.cell ?? "lost"), /:0$/);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("what is typed wrong stays, and its field says so", async () => {
  const page = await open();
  await cell(page, 2, 2).click();
  const end = field(page, "sessions[2].end");
  await end.fill("mañana");
  await end.press("Tab");
  await page.locator('[id="sessions[2].end-about"]').getByText("«2027-08-11Tmañana»").waitFor();
  assert.equal(await end.inputValue(), "mañana");
  assert.equal(await end.getAttribute("aria-invalid"), "true");
  assert.equal(await cell(page, 2, 1).getAttribute("aria-invalid"), "true");
  assert.equal(await end.getAttribute("aria-describedby"), "sessions[2].end-about");
  await end.fill("9.50");
  await end.press("Enter");
  await page.locator('[data-place="sessions[2].end"]:not([aria-invalid])').waitFor();
  assert.equal(await end.inputValue(), "09:50");
  assert.match(await page.locator(".times").textContent(), /20\smin.*10:30 – 10:50 Chile/);
  await page.context().close();
});

test("undo and redo go through every kind of change, also from inside a field", async () => {
  const page = await open();
  const before = JSON.stringify(JSON.parse(example));
  await cell(page, 0, 2).click();
  await field(page, "sessions[0].title").fill("Apertura");
  await field(page, "sessions[0].track").selectOption("pitch");
  await field(page, "sessions[0].registration.capacity").fill("40");
  await page.locator('[data-place="sessions[0].date"]').fill("2027-08-12");
  await page.locator(".form").getByRole("button", { name: "Borrar" }).click();
  await page.getByText("Se quitó «Apertura».").waitFor();
  await keeps(page, ({ sessions }) => sessions.length === 6);
  for (let step = 0; step < 5; step++) await undo(page);
  await keeps(page, (document) => JSON.stringify(document) === before);
  await field(page, "sessions[0].title").focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("Control+Shift+z");
  const { sessions } = await keeps(page, ({ sessions }) => sessions[0].start === "2027-08-12T09:00");
  assert.equal(sessions[0].title.es, "Apertura");
  assert.deepEqual([sessions[0].track, sessions[0].registration.capacity], ["pitch", 40]);
  await page.keyboard.press("Control+y");
  await keeps(page, ({ sessions }) => sessions.length === 6);
  await page.context().close();
});

test("a session is duplicated, moved to another day, and shifted with those after it", async () => {
  const page = await open();
  await cell(page, 2, 2).click();
  await page.getByRole("button", { name: "Desplazar esta y las siguientes" }).click();
  await page.getByLabel("Minutos").fill("20");
  await page.getByRole("button", { name: "Pasar 3 a 20 min más tarde" }).click();
  const shifted = await keeps(page, ({ sessions }) => sessions[2].start === "2027-08-11T09:50");
  assert.deepEqual(shifted.sessions.slice(0, 6).map(({ start }) => start.slice(8)), ["11T09:00", "11T09:00", "11T09:50", "11T10:55", "11T14:20", "18T09:00"]);
  await page.getByRole("button", { name: "Mover de día" }).click();
  await page.getByLabel(/^Nuevo día/).fill("2027-08-19");
  await page.getByRole("button", { name: "Mover al jueves 19 de agosto" }).click();
  await keeps(page, ({ sessions }) => sessions[2].start === "2027-08-19T09:50" && sessions[2].end === "2027-08-19T10:55");
  await page.locator(".form").getByRole("button", { name: "Duplicar" }).click();
  const copied = await keeps(page, ({ sessions }) => sessions.length === 8);
  assert.equal(copied.sessions[3].id, "session-8");
  assert.deepEqual(copied.sessions[3].title, copied.sessions[2].title);
  assert.equal(await field(page, "sessions[3].title").evaluate((one) => one === document.activeElement), true);
  await page.context().close();
});

test("a gap becomes a break; a new session comes after the last of the day", async () => {
  const page = await open({ file: JSON.stringify({ ...JSON.parse(example), sessions: JSON.parse(example).sessions.filter(({ kind }) => kind !== "break") }) });
  await page.getByText("3 h 25 min sin actividades").waitFor();
  await page.getByRole("button", { name: "Añadir pausa" }).click();
  const { sessions } = await keeps(page, ({ sessions }) => sessions.length === 7);
  assert.ok(sessions.some(({ kind, start, end }) => kind === "break" && start === "2027-08-11T10:35" && end === "2027-08-11T14:00"));
  await page.getByRole("button", { name: "Añadir actividad" }).click();
  const added = await keeps(page, ({ sessions }) => sessions.length === 8);
  assert.equal(added.sessions[7].start, "2027-08-11T15:30");
  await page.keyboard.type("Despedida");
  await keeps(page, ({ sessions }) => sessions[7].title === "Despedida");
  await page.context().close();
});

test("a session has a zone of its own, and its links have words", async () => {
  const page = await open();
  await cell(page, 0, 0).focus();
  const zone = page.locator(".session-zone");
  await zone.getByText("el lugar del evento").waitFor();
  await zone.getByRole("button", { name: "Otro lugar" }).click();
  await field(page, "sessions[0].timezone").fill("Tijuana");
  await zone.getByRole("button", { name: /Tijuana/ }).click();
  await keeps(page, (document) => document.sessions[0].timezone === "America/Tijuana");
  await zone.getByText("Tijuana").waitFor();
  await zone.getByRole("button", { name: "Usar el del evento" }).click();
  await keeps(page, (document) => document.sessions[0].timezone === undefined);
  await page.getByRole("button", { name: "Añadir otro enlace" }).click();
  const links = (await kept(page)).sessions[0].links ?? [];
  const place = `sessions[0].links[${links.length}]`;
  await field(page, `${place}.url`).fill("https://www.example.org/programa.pdf");
  await field(page, `${place}.label`).fill("Programa en PDF");
  await keeps(page, (document) => document.sessions[0].links?.at(-1).label === "Programa en PDF");
  await page.context().close();
});

test("what is opened is never said to have the faults of what was there before", async () => {
  const page = await open();
  await keeps(page, (document) => document.sessions.length > 0);
  await page.goto("about:blank");
  await page.goto(`${receiver.address}/`);
  await page.evaluate(() => {
    window.seen = new Set();
    new MutationObserver(() => {
      for (const one of document.querySelectorAll(".diagnostic .sentence, .counts .mark.error")) window.seen.add(one.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole("button", { name: "Seguir" }).click();
  await page.locator(".diagnostic").first().waitFor();
  const stays = new Set(await page.locator(".diagnostic .sentence").allTextContents());
  assert.deepEqual((await page.evaluate(() => [...window.seen])).filter((one) => !stays.has(one)), []);
  await page.context().close();
});

test("nothing moves when what was taken away can be undone", async () => {
  const page = await open();
  await cell(page, 0, 0).focus();
  const top = () => page.locator(".strip-of-day").evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const before = await top();
  await page.locator("section.form").getByRole("button", { name: "Borrar" }).click();
  const undo = page.locator(".undo");
  await undo.waitFor();
  assert.equal(await top(), before);
  assert.ok(await undo.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight), "it is in sight");
  await page.context().close();
});

test("another zone keeps the clock or the moment, with what follows said before", async () => {
  const page = await open();
  await tab(page, "Horas");
  const wish = async () => {
    await page.getByLabel("Otro lugar").fill("Santiago");
    await page.getByRole("button", { name: "Santiago (Chile)" }).click();
    await page.getByText("De Colombia a Chile: ¿qué se conserva?").waitFor();
  };
  await wish();
  await page.getByText("El reloj: 09:00 sigue siendo 09:00, ahora en Chile").waitFor();
  await page.getByLabel("El momento: 09:00 en Colombia pasa a 10:00 en Chile").check();
  await page.getByRole("button", { name: "Cambiar 7 actividades" }).click();
  const moment = await keeps(page, ({ timezone }) => timezone === "America/Santiago");
  assert.deepEqual([moment.sessions[0].start, moment.sessions[0].end, moment.registration.closes], ["2027-08-11T10:00", "2027-08-11T10:30", "2027-08-10T19:00"]);
  await undo(page);
  await keeps(page, ({ timezone, sessions }) => timezone === "America/Bogota" && sessions[0].start === "2027-08-11T09:00");
  await wish();
  await page.getByRole("button", { name: "Cambiar 7 actividades" }).click();
  const clock = await keeps(page, ({ timezone }) => timezone === "America/Santiago");
  assert.equal(clock.sessions[0].start, "2027-08-11T09:00");
  await page.context().close();
});

test("zones shown are ordered, taken out, added and named", async () => {
  const page = await open();
  await tab(page, "Horas");
  await page.getByRole("button", { name: "Subir Perú" }).click();
  await page.getByRole("button", { name: "Quitar Chile" }).click();
  await page.getByLabel("Añadir la hora de").fill("Sao Pau");
  await page.getByLabel("Añadir la hora de").press("Enter");
  const { zones } = await keeps(page, ({ zones }) => zones?.length === 4);
  assert.deepEqual(zones.map(({ timezone }) => timezone), ["America/Lima", "America/Bogota", "America/Mexico_City", "America/Sao_Paulo"]);
  await field(page, "zones[3].label").fill("São Paulo");
  await keeps(page, ({ zones }) => zones[3].label === "São Paulo");
  await page.context().close();
});

test("a speaker is written once, and taken out of the sessions with one undo", async () => {
  const page = await open();
  await cell(page, 2, 2).click();
  await field(page, "sessions[2].speakers").fill("Ana Rojas");
  await field(page, "sessions[2].speakers").press("Enter");
  await keeps(page, ({ speakers, sessions }) => speakers?.[0].name === "Ana Rojas" && sessions[2].speakers[0] === speakers[0].id);
  await tab(page, "Ponentes");
  await page.getByText("Está en 1 actividad").waitFor();
  await field(page, "speakers[0].name").fill("Ana Rojas Díaz");
  await page.locator(".form").getByRole("button", { name: "Borrar" }).click();
  await page.getByText("Se quitó «Ana Rojas Díaz», también de 1 actividad.").waitFor();
  await keeps(page, ({ speakers, sessions }) => speakers.length === 0 && !sessions[2].speakers);
  await undo(page);
  const { speakers } = await keeps(page, ({ sessions }) => sessions[2].speakers?.[0] === "speaker-1");
  assert.deepEqual(speakers, [{ id: "speaker-1", name: "Ana Rojas Díaz" }]);
  await tab(page, "Pistas");
  await field(page, "tracks[0].color").fill("red");
  await page.getByText("«red» no es un color").first().waitFor();
  await page.context().close();
});

test("bars are dragged, resized and moved by arrows; Esc takes back, other days take the drop", async () => {
  const page = await open();
  const bar = page.locator('[data-bar="4"]');
  // The countries' hours are over the bars once the file is checked.
  await page.locator("svg.bars .other").first().waitFor();
  const body = await bar.locator(".body").boundingBox();
  const middle = [body.x + body.width / 2, body.y + 10];
  const hour = (body.width * 60) / 90;
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] + hour / 2, middle[1], { steps: 4 });
  await page.locator(".moving-words").getByText("14:30 – 16:00").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal((await page.locator(".moving-words").textContent()).trim(), "");
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] + hour / 2, middle[1], { steps: 4 });
  await page.mouse.up();
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-11T14:30" && sessions[4].end === "2027-08-11T16:00");
  await undo(page);
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-11T14:00");
  const edge = await bar.locator(".grip").last().boundingBox();
  await page.mouse.move(edge.x + 3, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + 3 - hour / 4, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-11T14:00" && sessions[4].end === "2027-08-11T15:15");
  await bar.focus();
  for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowRight", "Alt+ArrowLeft"]) await page.keyboard.press(key);
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-11T15:10" && sessions[4].end === "2027-08-11T16:20");
  assert.match(await page.locator(".moving-words").textContent(), /15:10 – 16:20.*16:10 Chile/);
  await page.keyboard.press("Escape");
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-11T14:00" && sessions[4].end === "2027-08-11T15:15");
  const day = await page.locator('.days [data-day="2027-08-18"]').boundingBox();
  const now = await bar.locator(".body").boundingBox();
  await page.mouse.move(now.x + 20, now.y + 10);
  await page.mouse.down();
  await page.mouse.move(day.x + 10, day.y + 10, { steps: 4 });
  await page.mouse.up();
  await keeps(page, ({ sessions }) => sessions[4].start === "2027-08-18T14:00");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("search finds without accents, and asks what was meant", async () => {
  const page = await open();
  const search = page.getByRole("searchbox", { name: "Buscar" });
  await search.fill("conexion");
  await cell(page, 1, 2).waitFor();
  assert.equal(await page.locator("tr.session").count(), 1);
  await search.fill("inauguracoin");
  await page.getByText("Nada con «inauguracoin» en 7 actividades").waitFor();
  await page.getByRole("button", { name: "inauguracion" }).click();
  await cell(page, 0, 2).waitFor();
  await search.fill("xyz");
  await page.getByRole("button", { name: "Quitar la búsqueda" }).click();
  assert.equal(await page.locator("tr.session").count(), 7);
  await page.context().close();
});

test("500 sessions: what is seen is drawn, and arrows lead to the rest", async () => {
  const sessions = Array.from({ length: 500 }, (_, at) => {
    const [day, slot] = [1 + Math.floor(at / 100), at % 100];
    const clock = (minute) => `2027-08-0${day}T${String(8 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    return { id: `s${at}`, title: `Actividad ${at}`, start: clock(slot * 5), end: clock(slot * 5 + 30) };
  });
  const page = await open({ file: JSON.stringify({ ...JSON.parse(example), sessions }) });
  await cell(page, 0, 2).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("tr.session").length < 150);
  await cell(page, 0, 2).focus();
  await page.keyboard.press("Control+End");
  await page.waitForFunction(() => document.activeElement.dataset.cell === "499:2");
  await page.keyboard.type("La última");
  await keeps(page, ({ sessions }) => sessions[499].title === "La última");
  await page.context().close();
});

for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]]) {
  test(`axe finds nothing, and nothing is cut off: ${width} ${scheme}`, async () => {
    const page = await open({ width, scheme });
    await cell(page, 2, 2).click();
    for (const name of ["Actividades", "Ponentes", "Pistas", "Horas"]) {
      if (width < 1180) await page.locator(".panes").getByRole("button", { name: "Lista" }).click();
      await tab(page, name);
      await assertNoViolations(page, `${name} ${width} ${scheme}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
    }
    await page.context().close();
  });
}
