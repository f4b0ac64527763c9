// The organizer's page: from what there is to an agenda, reviewed before it counts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, newPage, startReceiver } from "./helpers.mjs";
import { openOrganizer, paste } from "./organizer.mjs";

const root = new URL("../../", import.meta.url);
const read = (name) => readFile(new URL(name, root));
const example = (name) => new URL(`examples/import/${name}`, root).pathname;
const announcement = (await read("crates/import/tests/data/prose/pacific-alliance.txt")).toString();

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(options = {}) {
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires", ...options });
  await page.goto(`${receiver.address}/#bring`);
  await page.locator(".drop").waitFor();
  return page;
}

const bring = (page, ...names) => page.locator("#file").setInputFiles(names.map(example));
const filled = (page) => page.locator(".foot .filled");
const rows = (page) => page.locator(".found .row");
const titles = (page) => page.locator(".found .row h3").allTextContents();

// Where the agenda is edited, with its titles.
async function edited(page) {
  await page.waitForURL(/#edit/);
  const cells = page.locator("tr.session td.title textarea");
  await cells.first().waitFor();
  return cells;
}

// What the browser keeps, once it does.
const kept = (page) =>
  page.waitForFunction(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("huso-organizer:"));
    return key && JSON.parse(localStorage.getItem(key)).document;
  });

test("a pasted announcement is linked to its words, asks whose time it is, and becomes an agenda", async () => {
  const page = await open();
  await paste(page, announcement);
  await page.waitForURL(/#review/);
  await rows(page).first().waitFor();
  assert.equal(await rows(page).count(), 5);
  await page.getByText("5 actividades en 3 días").waitFor();
  assert.deepEqual(await page.locator(".found .block.warning .mark").allTextContents(), [
    "De 09:30 a 10:35 van 65 min, y el texto dice 45.", "De 09:00 a 11:20 van 140 min, y el texto dice 120.",
  ]);
  await page.getByText("Lo dice «COL time»").waitFor();
  assert.equal(await page.getByRole("radio", { name: "Colombia" }).isChecked(), true);
  assert.equal(await page.locator(".equation").textContent(), "09:00 en Colombia / Perú = 10:00 en Chile = 08:00 en México");
  const create = page.getByRole("button", { name: "Crear la agenda" });
  assert.equal(await create.getAttribute("aria-disabled"), "true");
  await page.locator(".foot").getByText("Falta decir de qué país es la hora").waitFor();
  assert.equal(await page.locator("button.filled").count(), 1);
  await assertNoViolations(page, "review of a text");
  await rows(page).nth(1).hover();
  const names = await page.locator(".of-session.chosen").first().locator(".words[data-name]").evaluateAll((all) => all.map((one) => one.dataset.name));
  assert.deepEqual(names.slice(0, 5), ["título", "fecha", "inicio y fin", "zona", "duración"]);
  await page.getByRole("button", { name: "Sí, es hora de Colombia" }).click();
  await page.getByRole("button", { name: "Terminar a las 10:15" }).click();
  await page.getByRole("button", { name: "Dejar 11:20" }).click();
  await page.waitForFunction(() => !document.querySelector(".found .block.warning"));
  await filled(page).click();
  assert.equal(await (await edited(page)).count() > 0, true);
  const document = await (await kept(page)).jsonValue();
  assert.equal(document.timezone, "America/Bogota");
  assert.deepEqual(document.sessions.map(({ start, end, duration }) => [start, end ?? duration]), [
    ["2023-08-09T09:00", "2023-08-09T09:30"], ["2023-08-09T09:30", "PT45M"], ["2023-08-09T14:00", "2023-08-09T15:30"],
    ["2023-08-16T09:00", "2023-08-16T11:20"], ["2023-08-17T09:00", "2023-08-17T16:00"],
  ]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a text that names no zone has nothing preselected; it is read again as it is corrected", async () => {
  const page = await open();
  await paste(page, "Jornada de exportadores\n\n9 de agosto de 2027\n\n10:00 Apertura\n11:00 Mesa de compradores");
  await rows(page).nth(1).waitFor();
  assert.equal(await page.locator(".zone-question input:checked").count(), 0);
  await page.getByText("Elija una para seguir").waitFor();
  await page.getByRole("radio", { name: "Chile" }).check();
  assert.match(await page.locator(".equation").textContent(), /^10:00 en Chile = 09:00 en Colombia \/ Perú = 08:00 en México$/);
  await page.getByRole("button", { name: "Otra ciudad…" }).click();
  await page.getByLabel("Ciudad o país").fill("buenos");
  await page.getByRole("radio", { name: /Buenos Aires/ }).check();
  assert.match(await page.locator(".equation").textContent(), /^10:00 en Buenos Aires = 09:00 en Chile/);
  await page.getByRole("button", { name: "Corregir el texto" }).click();
  await page.locator("textarea.correct").fill("Jornada de exportadores\n\n9 de agosto de 2027\n\n10:00 hora chilena: Apertura\n11:00 hora chilena: Mesa\n12:00 hora chilena: Cierre");
  await rows(page).nth(2).waitFor();
  await page.context().close();
});

test("tables, calendars, schedules and archives of them are read", async () => {
  const page = await open();
  for (const [name, sessions] of [["program.xlsx", 5], ["calendar.ics", 5], ["schedule.json", 2]]) {
    await bring(page, name);
    await page.waitForURL(/#review/);
    await page.getByRole("heading", { name }).waitFor();
    await page.waitForFunction((count) => document.querySelectorAll(".found .row").length === count, sessions);
    await page.getByText("Hora de Colombia.").waitFor();
    await filled(page).waitFor();
    await assertNoViolations(page, name);
    await page.evaluate(() => (location.hash = "bring"));
  }
  await bring(page, "program.xlsx", "schedule.json");
  await page.waitForFunction(() => document.querySelectorAll(".found").length === 2);
  // The opening is in both, and is one.
  await filled(page).click();
  await edited(page);
  const document = await (await kept(page)).jsonValue();
  assert.equal(new Set(document.sessions.map(({ id }) => id)).size, document.sessions.length);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("columns are changed and remembered; a cell that can't be read names its place and is corrected", async () => {
  const page = await open();
  const table = "Día\tHora\tNombre\tNota\n9/8/2027\t9:00 - 9:30\tInauguración\tUno\n9/8/2027\t10:00 - 11.2O\tPitch\tDos\n13/8/2027\t12:00 - 13:00\tCierre\tTres";
  await paste(page, table);
  await rows(page).first().waitFor();
  await page.getByLabel("Columna D").selectOption("speakers");
  await page.getByText("Uno").first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".found .row p")].some((one) => one.textContent.includes("Uno")));
  await page.evaluate(() => (location.hash = "bring"));
  await page.locator(".drop").waitFor();
  await paste(page, table);
  await page.waitForFunction(() => [...document.querySelectorAll(".found .row p")].some((one) => one.textContent.includes("Uno")));
  assert.equal(await page.getByLabel("Columna D").inputValue(), "speakers");
  await page.context().close();
});

test("a cell that can't be read is corrected where it is said to be wrong", async () => {
  const page = await open();
  await paste(page, "Día\tHora\tNombre\n9/8/2027\t9:00 - 9:30\tInauguración\n9/8/2027\t10:00 - 11:2O\tPitch\n13/8/2027\t12:00 - 13:00\tCierre");
  const fix = page.locator(".found .fix");
  await fix.waitFor();
  await page.locator(".found").getByText(/Fila 3, columna B/).waitFor();
  await fix.getByLabel("Debe decir").fill("10:00 - 11:20");
  await fix.getByRole("button", { name: "Leer así" }).click();
  await fix.waitFor({ state: "detached" });
  assert.match(await page.locator(".found .row", { hasText: "Pitch" }).locator(".when").textContent(), /10:00 – 11:20/);
  assert.ok(await page.locator(".sheet").getByText("10:00 - 11:20").isVisible());
  await page.context().close();
});

test("files that arrive together: what was found in each is said, and they are taken in one go or one after another", async () => {
  const page = await open();
  const list = page.locator(".arrived li");
  await page.locator("#file").setInputFiles([
    { name: "program.xlsx", mimeType: "", buffer: await read("examples/import/program.xlsx") },
    { name: "calendar.ics", mimeType: "", buffer: await read("examples/import/calendar.ics") },
    { name: "foto.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a", "hex") },
  ]);
  await page.getByRole("heading", { name: "Llegaron 3 archivos" }).waitFor();
  assert.deepEqual(await list.allTextContents(), ["program.xlsx5 actividades", "calendar.ics5 actividades", "foto.pngno se encontró ninguna actividad"]);
  assert.equal(await page.locator(".found").count(), 2, "what fits together is reviewed together");
  await assertNoViolations(page, "several files");
  await list.nth(1).getByRole("checkbox").uncheck();
  await page.waitForFunction(() => document.querySelectorAll(".found").length === 1);
  await list.nth(1).getByText("después").waitFor();
  await filled(page).click();
  await edited(page);
  await page.getByText("Falta revisar «calendar.ics».").waitFor();
  await page.getByRole("button", { name: "Siguiente archivo" }).click();
  await page.waitForURL(/#review/);
  await list.nth(0).getByText("hecho").waitFor();
  await page.getByRole("heading", { name: "calendar.ics" }).waitFor();
  await page.getByRole("button", { name: "Dejar todo como estaba" }).click();
  await edited(page);
  assert.equal(await page.getByRole("button", { name: "Siguiente archivo" }).count(), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("an event file that arrives with others comes first, by itself", async () => {
  const page = await open();
  const event = await read("examples/pacific-alliance-2027.json");
  await page.locator("#file").setInputFiles([
    { name: "programa.csv", mimeType: "text/csv", buffer: Buffer.from("fecha,hora,título\n2027-08-09,09:00,Balance\n2027-08-09,10:00,Cierre") },
    { name: "evento.json", mimeType: "application/json", buffer: event },
  ]);
  const list = page.locator(".arrived li");
  await list.nth(1).getByText("un evento de Huso").waitFor();
  assert.deepEqual(await list.getByRole("checkbox").evaluateAll((all) => all.map((one) => one.checked)), [false, true]);
  await filled(page).click();
  await edited(page);
  await page.getByText("Falta revisar «programa.csv».").waitFor();
  await page.context().close();
});

test("taking over is taken back with its review", async () => {
  const page = await open();
  await bring(page, "program.xlsx");
  await filled(page).click();
  await edited(page);
  await page.keyboard.press("Control+z");
  await page.evaluate(() => (location.hash = "review"));
  await rows(page).first().waitFor();
  assert.equal(await rows(page).count(), 5);
  await page.evaluate(() => (location.hash = "edit"));
  await page.locator(".tools").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await edited(page);
  await page.evaluate(() => (location.hash = "review"));
  await page.locator(".reviewing.nothing").waitFor();
  await page.context().close();
});

test("the archive that the page saves is chosen and opened again", async () => {
  const page = await openOrganizer(receiver, (await read("examples/pacific-alliance-2027.json")).toString(), { step: "publish" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Guardar .zip" }).click(),
  ]);
  const path = await download.path();
  const other = await open();
  await other.locator("#file").setInputFiles({ name: "encuentro.zip", mimeType: "application/zip", buffer: await readFile(path) });
  assert.equal(await (await edited(other)).count() > 0, true);
  const document = await (await kept(other)).jsonValue();
  assert.equal(document.id, "pacific-alliance-2027");
  assert.ok(document.registration.fields.length > 0, "the form is in it, too");
  await page.context().close();
  await other.context().close();
});

test("a line leads from the words of a session to its row, where both are seen", async () => {
  const page = await open();
  await paste(page, announcement);
  await rows(page).nth(1).hover();
  const line = page.locator(".elbow polyline");
  await line.waitFor({ state: "attached" });
  const [from, to, words, row] = await page.evaluate(() => {
    const area = document.querySelector(".two").getBoundingClientRect();
    const points = document.querySelector(".elbow polyline").getAttribute("points").split(" ").map((point) => point.split(",").map(Number));
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const [words, row] = [box(".source .chosen"), box(".found .chosen")];
    return [points.at(0), points.at(-1), [words.right - area.left, words.top - area.top, words.bottom - area.top], [row.left - area.left, row.top - area.top, row.bottom - area.top]];
  });
  for (const [[x, y], [edge, top, bottom]] of [[from, words], [to, row]]) {
    assert.ok(Math.abs(x - edge) < 1 && y > top && y < bottom, `${x},${y} at ${edge}, ${top} to ${bottom}`);
  }
  await page.setViewportSize({ width: 700, height: 900 });
  assert.equal(await page.locator(".elbow").isVisible(), false);
  await page.context().close();
});

test("importing again is a comparison: edits by hand and ids stay, and nothing is taken out", async () => {
  const page = await open();
  await bring(page, "program.xlsx");
  await filled(page).click();
  const cells = await edited(page);
  const before = await (await kept(page)).jsonValue();
  await cells.first().fill("Apertura oficial");
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("Apertura oficial")));
  await page.evaluate(() => (location.hash = "bring"));
  const table = [
    "Día\tHorario\tActividad\tSala",
    "2027-08-09\t9:00 - 9:30\tInauguración del encuentro\tSala virtual 1",
    "2027-08-09\t9:30 - 10:35\tTurismo sostenible y regenerativo\tSala virtual 1",
    "2027-08-09\t14:30 - 16:00\tPreparación del pitch comercial\tSala virtual 2",
    "2027-08-16\t9:00 - 11:20\tSesiones de pitch\tSala virtual 2",
    "2027-08-18\t9:00 - 10:00\tBalance\tSala virtual 2",
  ].join("\n");
  await page.locator(".drop").waitFor();
  await paste(page, table);
  await page.getByRole("radio", { name: "Colombia" }).check();
  await page.getByRole("button", { name: "Sí, es hora de Colombia" }).click();
  const item = (name) => page.locator(".comparison .item", { hasText: name });
  await item("Balance").waitFor();
  await page.getByText("«Apertura oficial» lo escribió usted y se conserva").waitFor();
  assert.equal(await item("Balance").getByRole("checkbox").isChecked(), true);
  assert.equal(await item("Preparación del pitch").getByRole("checkbox").isChecked(), true);
  assert.equal(await item("Rueda de negocios").getByRole("checkbox").isChecked(), false);
  assert.equal(await item("almorzar").first().getByRole("checkbox").isChecked(), false);
  await page.locator(".foot").getByText("Nada se quita.").waitFor();
  await assertNoViolations(page, "comparison");
  await item("almorzar").first().getByRole("checkbox").check();
  await filled(page).click();
  await edited(page);
  const document = await (await page.waitForFunction(() => {
    const text = Object.values(localStorage).find((text) => text.includes("Balance"));
    return text && JSON.parse(text).document;
  })).jsonValue();
  const id = (title) => before.sessions.find((one) => one.title === title).id;
  const by = (id) => document.sessions.find((one) => one.id === id);
  assert.equal(by(id("Inauguración")).title, "Apertura oficial");
  assert.equal(by(id("Preparación del pitch comercial")).start, "2027-08-09T14:30");
  assert.equal(by(id("Rueda de negocios")).start, "2027-08-17T09:00");
  assert.equal(by("lunch").kind, "break");
  assert.equal(document.sessions.length, 7);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("two tabs don't overwrite each other", async () => {
  const one = await open();
  await bring(one, "program.xlsx");
  await filled(one).click();
  await edited(one);
  await kept(one);
  const other = await one.context().newPage();
  await other.goto(`${receiver.address}/#bring`);
  await other.getByRole("button", { name: "Seguir" }).click();
  await (await edited(other)).first().fill("De la otra");
  await one.getByText(/La otra pestaña guardó a las \d\d:\d\d/).waitFor();
  await one.getByRole("button", { name: "Comparar" }).click();
  await one.locator(".comparison .item", { hasText: "De la otra" }).waitFor();
  await one.getByRole("button", { name: "Dejar todo como estaba" }).click();
  await one.getByRole("button", { name: "Seguir con lo de la otra" }).click();
  await one.waitForFunction(() => document.querySelector("tr.session td.title textarea")?.value === "De la otra");
  await one.waitForFunction(() => !document.querySelector(".keeping"));
  await one.context().close();
});

test("what is kept is gone on with, copied and deleted, and that is taken back", async () => {
  const page = await open();
  await bring(page, "program.xlsx");
  await filled(page).click();
  await edited(page);
  await kept(page);
  await page.goto("about:blank");
  await page.goto(`${receiver.address}/`);
  const entry = page.locator(".kept li");
  await entry.getByText("Encuentro de Negocios de Turismo Sostenible").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), entry.getByRole("button", { name: "Guardar copia" }).click()]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await entry.getByRole("button", { name: "Borrar de aquí" }).click();
  await page.getByText("Se borró de aquí").waitFor();
  assert.equal(await entry.count(), 0);
  await page.getByRole("button", { name: "Deshacer" }).click();
  await entry.getByRole("button", { name: "Seguir" }).click();
  assert.equal(await (await edited(page)).count() > 0, true);
  await page.context().close();
});

test("from the text to the agenda by keyboard, on a phone", async () => {
  const page = await open({ width: 360, permissions: ["clipboard-read", "clipboard-write"] });
  await page.evaluate((text) => navigator.clipboard.writeText(text), announcement);
  await page.getByRole("button", { name: "Pegar", exact: true }).focus();
  await page.keyboard.press("Enter");
  await rows(page).first().waitFor();
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  assert.match(await page.locator(".found .quote").nth(1).textContent(), /09:30 – 10:35 COL time/);
  await page.getByRole("button", { name: "Sí, es hora de Colombia" }).focus();
  await page.keyboard.press("Enter");
  await filled(page).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#edit/);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
