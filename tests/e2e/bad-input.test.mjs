// Files that are missing, broken, wrong or huge: a message or a working page, and an unharmed host.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const session = (more) => ({ id: "one", title: "Uno", start: "2027-08-11T09:00", end: "2027-08-11T10:00", ...more });
const event = (more) => JSON.stringify({ huso: 1, id: "e", title: "Prueba", timezone: "America/Bogota", sessions: [session()], ...more });
const many = Array.from({ length: 2000 }, (_, n) => {
  const hour = String(n % 24).padStart(2, "0");
  const day = String(1 + (n % 20)).padStart(2, "0");
  return session({ id: `s${n}`, title: `Actividad ${n}`, start: `2027-08-${day}T${hour}:00`, end: undefined, duration: "PT45M" });
});

const cases = {
  "not-json": ['{"huso": 1,\n "id": }', "su archivo tiene errores", "línea 2, columna 8"],
  "no-title": ['{"huso": 1, "id": "e", "timezone": "America/Bogota"}', "su archivo tiene errores", "title: falta"],
  "unknown-zone": [event({ timezone: "America/Bogotta" }), "su archivo tiene errores", "¿Quiso escribir America/Bogota?"],
  "end-before-start": [
    event({ sessions: [session({ end: "2027-08-11T08:00" }), session({ id: "two", title: "Dos" })] }),
    "Parte de la agenda no se puede mostrar",
    "sessions[0].end: el fin (2027-08-11T08:00) no es posterior al inicio (2027-08-11T09:00)",
  ],
  empty: [event({ sessions: [] }), "Todavía no hay actividades", undefined],
  "wrong-kinds": ['{"huso":1,"id":5,"title":[],"timezone":{},"sessions":"x"}', "su archivo tiene errores", "id: aquí va un texto"],
  page: ["<!doctype html><title>Inicio</title>", "su archivo tiene errores", "es una página web (HTML)"],
  utf16: [Buffer.from(`\ufeff${event({})}`, "utf16le"), "su archivo tiene errores", "el archivo está en UTF-16 LE, y Huso lee UTF-8"],
  "utf16-unmarked": [Buffer.from(event({}), "utf16le"), "su archivo tiene errores", "el archivo está en UTF-16 LE, y Huso lee UTF-8"],
  ansi: [Buffer.from(event({ title: "Bogotá" }), "latin1"), "su archivo tiene errores", "el archivo está en Windows-1252"],
  gzip: [gzipSync(event({})), "su archivo tiene errores", "es un archivo comprimido (gzip)"],
  hostile: [
    event({ title: "<img src=x onerror=alert(1)>", url: "javascript:alert(1)", sessions: [session({ links: [{ rel: "join", url: " java\tscript:alert(1)" }] })] }),
    "<img src=x onerror=alert(1)>",
    "url: «javascript:alert(1)» no es un enlace permitido",
  ],
};

let receiver;
before(async () => {
  const files = { "many.json": event({ sessions: many }) };
  for (const [name, [text]] of Object.entries(cases)) files[`${name}.json`] = text;
  for (const name of [...Object.keys(cases), "many", "missing"]) {
    files[`${name}.html`] = hostPage(`<huso-event src="${name}.json"><p id="fallback">Agenda en papel</p></huso-event>`);
  }
  files["no-source.html"] = hostPage("<huso-event></huso-event>");
  files["unreachable.html"] = hostPage('<huso-event src="http://127.0.0.1:9/event.json"></huso-event>');
  files["inline.html"] = hostPage(`<huso-event><script type="application/json">${event({})}</script></huso-event>`);
  files["div.html"] = hostPage('<div data-huso-src="many.json"></div><script type="module" src="huso.js?twice"></script>');
  receiver = await startReceiver(files);
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(name) {
  const page = await newPage();
  await page.goto(`${receiver.address}/${name}.html`);
  return page;
}

async function assertUnharmed(page) {
  assert.equal(await page.locator("#after").textContent(), "After");
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

for (const [name, [, says, detail]] of Object.entries(cases)) {
  test(`${name}: said where, what and how to mend it`, async () => {
    const page = await open(name);
    await page.getByText(says).first().waitFor();
    if (detail) {
      await page.getByText("Detalles para quien organiza").click();
      await page.getByText(detail).first().waitFor();
    }
    assert.equal(await page.locator("huso-event a[href^=javascript]").count(), 0);
    await assertUnharmed(page);
  });
}

test("a byte order mark is no fault", async () => {
  receiver.publish("marked.json", `\ufeff${event({})}`);
  receiver.publish("marked.html", hostPage('<huso-event src="marked.json"></huso-event>'));
  const page = await open("marked");
  await page.locator('[data-session="one"]').waitFor();
  await assertUnharmed(page);
});

test("a good session beside a bad one is shown", async () => {
  const page = await open("end-before-start");
  await page.locator('[data-session="two"]').waitFor();
  assert.equal(await page.locator(".session").count(), 1);
  await assertUnharmed(page);
});

test("404: said, with the page's own fallback and a way to try again", async () => {
  const page = await open("missing");
  await page.getByText("No encontramos la agenda en su dirección (404)").waitFor();
  assert.ok(await page.locator("#fallback").isVisible());
  receiver.publish("missing.json", event({}));
  await page.getByRole("button", { name: "Reintentar" }).click();
  await page.locator('[data-session="one"]').waitFor();
  await assertUnharmed(page);
});

test("no file at all, and a server that isn't there", async () => {
  await (await open("no-source")).getByText("Falta la agenda").waitFor();
  await (await open("unreachable")).getByText("No pudimos traer la agenda").waitFor();
});

test("an event file inside the element", async () => {
  const page = await open("inline");
  await page.locator('[data-session="one"]').waitFor();
  await assertUnharmed(page);
});

test("2,000 sessions, in the div that WordPress leaves, with the script loaded twice", async () => {
  const page = await open("div");
  await page.locator('[data-session="s1999"]').waitFor();
  assert.equal(await page.locator(".session").count(), 2000);
  assert.equal(await page.locator("huso-event").count(), 1);
  await assertUnharmed(page);
});

test("an element that is moved keeps what was entered; one that is removed leaves quietly", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/examples/plain.html`);
  await page.getByLabel("Nombre y apellidos").fill("Ana Rojas");
  await page.evaluate(() => document.body.prepend(document.querySelector("huso-event")));
  await page.waitForFunction(() => document.body.firstElementChild.localName === "huso-event");
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "Ana Rojas");
  await page.evaluate(() => document.querySelector("huso-event").remove());
  await page.waitForFunction(() => !document.querySelector("huso-event"));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
