// The organizer's page: open, see what is wrong, preview, copy.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { bin, closeBrowser, newPage, startReceiver } from "./helpers.mjs";

const example = await readFile(new URL("../../examples/pacific-alliance-2023.json", import.meta.url), "utf8");

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
  await page.goto(`${receiver.address}/`);
  await page.getByText("Todavía no hay ningún archivo abierto").waitFor();
  return page;
}

test("a chosen file is opened", async () => {
  const page = await open();
  await page.locator("#file").setInputFiles({ name: "agenda.json", mimeType: "application/json", buffer: Buffer.from(example) });
  await page.getByText("El archivo no tiene errores").waitFor();
  await page.locator("pre").waitFor();
  const code = await page.locator("pre").textContent();
  assert.match(code, /<huso-event src="agenda.json"><noscript>.*9.* de agosto de 2023.*<\/noscript><\/huso-event>\n$/);
  assert.match(code, /<style>huso-event:not\(:defined\) \{ display: block; min-height: 100vh \}<\/style>/);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a dropped file, a pasted text and an address are opened too", async () => {
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return transfer;
  }, example);
  await page.dispatchEvent(".drop", "drop", { dataTransfer: drop });
  await page.getByRole("heading", { name: "dropped.json" }).waitFor();
  await page.getByLabel("O pegue aquí").fill(example.replaceAll("09:30", "09:45"));
  await page.waitForFunction(() => document.querySelector("huso-event").shadowRoot.querySelector('[data-session="keynote"] .mine time .clock')?.textContent === "10:45");
  await page.getByLabel("Dirección").fill("examples/pacific-alliance-2023.json");
  await page.getByRole("button", { name: "Abrir" }).click();
  await page.getByRole("heading", { name: "pacific-alliance-2023.json" }).waitFor();
  await page.getByRole("button", { name: "Copiar" }).click();
  await page.getByText("Copiado").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /src="pacific-alliance-2023.json"/);
  await page.context().close();
});

test("faults are listed with their places; what was open stays open after a failure", async () => {
  const page = await open();
  const wrong = example.replace('"start": "2023-08-09T09:00"', '"start": "2023-08-09T29:00"').replace("America/Bogota", "America/Bogot");
  await page.getByLabel("O pegue aquí").fill(wrong);
  const faults = page.locator(".faults");
  await faults.getByText("timezone").waitFor();
  assert.match(await faults.textContent(), /¿Quiso escribir America\/Bogota\?/);
  assert.equal(await page.locator("huso-event").count(), 0);
  await page.getByLabel("O pegue aquí").fill(wrong.replace("America/Bogot\"", "America/Bogota\""));
  await faults.getByText("sessions[0].start").waitFor();
  assert.equal(await page.locator("huso-event").count(), 1);
  await page.getByLabel("Dirección").fill("nothing-here.json");
  await page.getByRole("button", { name: "Abrir" }).click();
  await page.getByText("No pudimos traer nothing-here.json").waitFor();
  assert.equal(await page.locator("huso-event").count(), 1);
  await page.context().close();
});

// What the command says of the same file, without the file's name.
function checked(bytes) {
  const { stdout } = spawnSync(bin, ["check", "--lang", "es", "-"], { input: bytes, encoding: "utf8" });
  return stdout.trim().split("\n")[0].replace(/^-[:\d]*: (error|aviso): /, "");
}

test("a file of another encoding is refused as the command refuses it", async () => {
  const page = await open();
  const faults = page.locator(".faults");
  for (const [name, bytes, encoding] of [
    ["utf16.json", Buffer.from(`\ufeff${example}`, "utf16le"), "UTF-16 LE"],
    ["unmarked.json", Buffer.from(example, "utf16le"), "UTF-16 LE"],
    ["ansi.json", Buffer.from(example.replaceAll("’", "'"), "latin1"), "Windows-1252"],
    ["agenda.pdf", Buffer.from("%PDF-1.7\n"), "PDF"],
  ]) {
    await page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
    await page.getByRole("heading", { name }).waitFor();
    const said = checked(bytes);
    assert.ok(said.includes(encoding), said);
    assert.ok((await faults.textContent()).includes(said), `${await faults.textContent()}\n${said}`);
    assert.equal(await page.locator("huso-event").count(), 0);
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("why a text is no JSON is said with its line, the place marked", async () => {
  const page = await open();
  const wrong = example.replace('"title"', "“title”");
  await page.getByLabel("O pegue aquí").fill(wrong);
  const mark = page.locator(".faults .excerpt mark");
  await mark.waitFor();
  assert.equal(await mark.textContent(), "“");
  const text = await page.locator(".faults li").textContent();
  assert.match(text, /línea \d+: las comillas «“» no sirven en JSON/);
  assert.ok(text.includes(checked(wrong)));
  await page.context().close();
});

test("a fault names its line and its session; letters lost before pasting are told", async () => {
  const page = await open();
  const wrong = example.replace('"start": "2023-08-09T09:00"', '"start": "9/8/2023 9:00"').replace("académica", "acad\ufffdmica");
  await page.getByLabel("O pegue aquí").fill(wrong);
  const fault = page.locator(".faults li", { hasText: "sessions[0].start" });
  assert.match(await fault.textContent(), /línea \d+, sessions\[0\]\.start \(«.+», id «.+»\): «9\/8\/2023 9:00» no es una fecha y hora\. Si el día va primero, escriba 2023-08-09T09:00\./);
  await page.locator(".faults li", { hasText: "alguna letra se perdió" }).waitFor();
  await page.context().close();
});
