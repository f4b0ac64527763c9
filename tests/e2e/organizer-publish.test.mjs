// The last step of the organizer's page: what is published, and what stops it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, newPage, parseCsv, startReceiver } from "./helpers.mjs";

const example = await readFile(new URL("../../examples/pacific-alliance-2027.json", import.meta.url), "utf8");
const NAME = "pacific-alliance-2027";

let receiver, folder;
before(async () => {
  receiver = await startReceiver();
  folder = mkdtempSync(join(tmpdir(), "huso-published-"));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(text = example, options = {}) {
  const page = await newPage({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  // Browsers without a window have no dialog to print.
  await page.addInitScript(() => {
    window.print = () => ((top.printed ??= []).push(document.body.innerText));
  });
  await page.goto(`${receiver.address}/`);
  await page.locator("input[type=file]").first().setInputFiles({ name: "agenda.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.locator(".head .event", { hasText: "Rueda de negocios" }).waitFor({ state: "attached" });
  await page.evaluate(() => (location.hash = "publish"));
  await page.getByRole("heading", { name: "Archivo del evento" }).waitFor();
  return page;
}

const row = (page, name) => page.locator(".task", { has: page.getByRole("heading", { name, exact: true }) });
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

// What a button of a row has the browser save.
async function save(page, name, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), row(page, name).getByRole("button", { name: button, exact: true }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, text: readFileSync(path, "utf8") };
}

test("the event file is saved as it is, and the next step is the snippet", async () => {
  const page = await open();
  assert.equal(await page.locator(".task.next h2").textContent(), "Archivo del evento");
  assert.equal(await page.locator("button.filled").count(), 1);
  const file = await save(page, "Archivo del evento", "Guardar");
  assert.equal(file.name, `${NAME}.json`);
  assert.deepEqual(JSON.parse(file.text), JSON.parse(example));
  await row(page, "Archivo del evento").getByText(/^Guardado \d\d:\d\d$/).waitFor();
  assert.equal(await page.locator(".task.next h2").textContent(), "Fragmento para su página");
  await page.getByText("1 de 9 pasos hechos").waitFor();
  await assertNoViolations(page, "publish");
  await page.getByLabel("Dirección de la página").fill("https://www.example.org/agenda");
  // It is another file now.
  await page.waitForFunction(() => document.querySelector(".task.next h2").textContent === "Archivo del evento");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the snippet has the program's hash and the agenda in it", async () => {
  const page = await open();
  await row(page, "Fragmento para su página").getByText("Con integridad:").waitFor();
  await row(page, "Fragmento para su página").getByRole("button", { name: "Copiar fragmento" }).click();
  await row(page, "Fragmento para su página").getByText("Copiado").waitFor();
  const code = await copied(page);
  const hashes = await (await fetch(`${receiver.address}/integrity.json`)).json();
  assert.ok(code.includes(`<script type="module" src="huso.js" integrity="${hashes["huso.js"]}" crossorigin></script>`), code);
  assert.ok(code.includes(`as="fetch" crossorigin integrity="${hashes["huso_bg.wasm"]}">`), code);
  assert.match(code, /<huso-event src="pacific-alliance-2027.json"><template shadowrootmode="open">.*Inauguración/);
  receiver.publish("pasted.html", `<!doctype html><html lang="es"><title>x</title>${code}`);
  receiver.publish(`${NAME}.json`, example);
  const other = await newPage();
  await other.goto(`${receiver.address}/pasted.html`);
  await other.locator("huso-event form").waitFor();
  assert.deepEqual(other.errors, []);
  await other.context().close();
  await page.context().close();
});

test("calendar, tables and schedules are saved", async () => {
  const page = await open();
  const files = {};
  for (const button of [".ics", ".xlsx", ".csv", "schedule.json", "schedule.xml"]) {
    files[button] = await save(page, "Calendario y otros programas", button);
  }
  assert.match(files[".ics"].text, /^BEGIN:VCALENDAR\r\n[^]*DTSTART;TZID=America\/Bogota:20270811T090000\r\n/);
  assert.equal(files[".xlsx"].text.slice(0, 2), "PK");
  assert.ok(readFileSync(files[".csv"].path).subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])));
  assert.equal(parseCsv(files[".csv"].text.slice(1))[0]["Chile"], "10:00–10:30");
  const { conference } = JSON.parse(files["schedule.json"].text).schedule;
  assert.equal(conference.time_zone_name, "America/Bogota");
  assert.match(files["schedule.xml"].text, /<date>2027-08-11T09:00:00-05:00<\/date>/);
  await page.context().close();
});

test("a sheet has one country's times, and is printed", async () => {
  const page = await open();
  await row(page, "Hojas por país").getByRole("button", { name: "Chile" }).click();
  await page.waitForFunction(() => window.printed?.length === 1);
  const [sheet] = await page.evaluate(() => window.printed);
  assert.match(sheet, /Horario para Chile[^]*10:00 – 10:30\s+Inauguración/);
  assert.ok(!sheet.includes("09:00"), sheet);
  await row(page, "Hojas por país").getByRole("button", { name: "México" }).click();
  await page.waitForFunction(() => window.printed?.length === 2);
  await page.context().close();
});

test("a wrong time stops an announcement and the archive, and is mended where it stands", async () => {
  const page = await open();
  const text = page.getByLabel("Anuncio en Portugués");
  assert.match(await text.inputValue(), /10:00–10:30 Chile, 09:00–09:30 Colômbia \/ Peru, 08:00–08:30 México/);
  await text.fill((await text.inputValue()).replace("08:00–08:30 México", "09:00–08:30 México"));
  await page.getByText("Un error detiene 2 pasos").waitFor();
  const archive = row(page, "Todo en un .zip");
  await archive.getByText("Espera al paso 6").waitFor();
  assert.equal(await archive.getByRole("button").getAttribute("aria-disabled"), "true");
  await assertNoViolations(page, "stopped");
  // The others go on.
  await row(page, "Anuncio en tres idiomas").getByRole("button", { name: "Copiar" }).first().click();
  assert.match(await copied(page), /^Rueda de negocios de turismo sostenible\n/);
  await page.getByRole("button", { name: "Ir al error" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "announcement-pt");
  await row(page, "Anuncio en tres idiomas").getByRole("button", { name: "Corregir a 08:00" }).click();
  await page.getByText("Un error detiene").waitFor({ state: "detached" });
  assert.equal(await archive.getByRole("button").getAttribute("aria-disabled"), null);
  await page.context().close();
});

test("an error of the event file stops all but saving it, and leads to it", async () => {
  const page = await open(example.replace('"start": "2027-08-11T09:30"', '"start": "2027-08-11T29:30"'));
  await page.getByText(/Un error detiene \d pasos/).waitFor();
  await row(page, "Fragmento para su página").getByText("Detenido").waitFor();
  assert.equal(await row(page, "Fragmento para su página").getByRole("button").getAttribute("aria-disabled"), "true");
  await save(page, "Archivo del evento", "Guardar");
  await page.getByRole("button", { name: "Ir al error" }).click();
  await page.waitForFunction(() => location.hash === "#edit");
  await page.context().close();
});

test("a QR code wants the page's address, which is kept in the event file", async () => {
  const page = await open();
  const code = row(page, "Código QR");
  await code.getByText("Falta la dirección").waitFor();
  await page.getByLabel("Dirección de la página").fill("www.example.org");
  await code.getByText("Escriba la dirección completa").waitFor();
  await page.getByLabel("Dirección de la página").fill("https://www.example.org/agenda");
  await code.getByRole("img", { name: "Código QR de https://www.example.org/agenda" }).waitFor();
  const svg = await save(page, "Código QR", ".svg");
  assert.match(svg.text, /<svg/);
  assert.equal(JSON.parse((await save(page, "Archivo del evento", "Guardar")).text).url, "https://www.example.org/agenda");
  await page.context().close();
});

test("a shortcode wants to know which file it is of", async () => {
  const page = await open();
  await row(page, "WordPress").getByText("Falta la dirección").waitFor();
  await page.getByLabel("Número o dirección en Medios").fill("123");
  await row(page, "WordPress").getByRole("button", { name: "Copiar" }).click();
  await row(page, "WordPress").getByText("Copiado").waitFor();
  assert.equal(await copied(page), '[huso-event file="123"]');
  await page.context().close();
});

test("a link has the whole agenda in it, without its registration", async () => {
  const page = await open();
  await row(page, "Enlace para compartir").getByRole("button", { name: "Copiar" }).click();
  await row(page, "Enlace para compartir").getByText("Copiado").waitFor();
  const link = await copied(page);
  assert.ok((await row(page, "Enlace para compartir").textContent()).includes(`${link.length} caracteres`));
  const asked = [];
  const other = await newPage();
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(link);
  await other.locator("huso-event").getByText("Inauguración").first().waitFor();
  await other.getByText("Esta agenda viene entera en el enlace").waitFor();
  assert.equal(await other.locator("huso-event form").count(), 0);
  assert.ok(asked.every((url) => url.startsWith(receiver.address)), asked.join());
  await assertNoViolations(other, "share.html");
  await other.goto(link.slice(0, -40));
  await other.getByText("El enlace está incompleto").waitFor();
  await other.context().close();
  await page.context().close();
});

test("the archive has all of it, and its page shows the agenda", async () => {
  const page = await open();
  const archive = await save(page, "Todo en un .zip", "Guardar .zip");
  assert.equal(archive.name, `${NAME}.zip`);
  const site = join(folder, "site");
  execFileSync("python3", ["-m", "zipfile", "-e", archive.path, site]);
  const read = (name) => readFileSync(join(site, name), "utf8");
  assert.deepEqual(JSON.parse(read(`${NAME}.json`)), JSON.parse(example));
  assert.match(read("LEAME.txt"), /^Rueda de negocios[^]*fragmento\.html\r\n {4}El fragmento/);
  assert.match(read(`${NAME}-pt.txt`), /quarta-feira, 11 de agosto de 2027/);
  for (const name of [`${NAME}.ics`, `${NAME}.xlsx`, `${NAME}.csv`, `${NAME}-schedule.json`, `${NAME}-schedule.xml`, `${NAME}-chile.html`]) assert.ok(read(name), name);
  const published = await startReceiver({}, {}, site);
  const other = await newPage();
  await other.goto(`${published.address}/${NAME}.html`);
  await other.locator("huso-event form").waitFor();
  assert.deepEqual(other.errors, []);
  await other.context().close();
  await published.stop();
  const plain = await newPage({ javaScriptEnabled: false });
  await plain.goto(`file://${join(site, `${NAME}.html`)}`);
  await plain.locator("huso-event").getByText("Inauguración").first().waitFor();
  await plain.context().close();
  await page.context().close();
});
