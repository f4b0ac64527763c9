// The organizer's page: open an event file, and see what is wrong with it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { bin, closeBrowser, newPage, startReceiver } from "./helpers.mjs";
import { paste } from "./organizer.mjs";

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
  await page.locator(".drop").waitFor();
  return page;
}

const choose = (page, name, buffer) => page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer });
const title = (page) => page.locator(".head .event", { hasText: "Rueda de negocios" });

// Back where files are brought, with nothing open any more.
async function startAgain(page) {
  await page.goto("about:blank");
  await page.goto(`${receiver.address}/`);
  await page.locator(".drop").waitFor();
}

test("a chosen file is opened", async () => {
  const page = await open();
  await choose(page, "agenda.json", Buffer.from(example));
  await page.waitForURL(/#edit/);
  await title(page).waitFor({ state: "attached" });
  await page.locator(".diagnostics").waitFor({ state: "attached" });
  await page.waitForFunction(() => !document.querySelector(".diagnostic .error"));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a dropped file, a pasted text and an address are opened too", async () => {
  const page = await open();
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return transfer;
  }, example);
  await page.dispatchEvent(".kinds", "dragover", { dataTransfer: drop });
  await page.locator(".drop.over").waitFor();
  await page.dispatchEvent(".kinds", "drop", { dataTransfer: drop });
  await page.waitForURL(/#edit/);
  await title(page).waitFor({ state: "attached" });
  await startAgain(page);
  await paste(page, example);
  await page.waitForURL(/#edit/);
  await title(page).waitFor({ state: "attached" });
  await startAgain(page);
  await page.getByLabel("dirección (URL)").fill("examples/pacific-alliance-2023.json");
  await page.getByRole("button", { name: "Abrir" }).click();
  await page.waitForURL(/#edit/);
  await title(page).waitFor({ state: "attached" });
  await page.context().close();
});

test("faults are listed with their places; what was open stays open after a failure", async () => {
  const page = await open();
  const wrong = example.replace('"start": "2023-08-09T09:00"', '"start": "2023-08-09T29:00"').replace("America/Bogota", "America/Bogot");
  await paste(page, wrong);
  const fault = (text) => page.locator(".diagnostic", { hasText: text }).first().waitFor({ state: "attached" });
  await fault(/«America\/Bogot».*Usar .*(America\/Bogota|Bogotá|Colombia)/s);
  assert.equal(await page.locator("huso-event").count(), 0);
  await startAgain(page);
  await paste(page, wrong.replace('America/Bogot"', 'America/Bogota"'));
  await fault(/T29:00/);
  assert.equal(await page.locator("huso-event").count(), 1);
  await page.evaluate(() => (location.hash = "bring"));
  await page.getByLabel("dirección (URL)").fill("nothing-here.json");
  await page.getByRole("button", { name: "Abrir" }).click();
  await page.getByText("No pudimos traer nothing-here.json").waitFor();
  await page.evaluate(() => (location.hash = "edit"));
  await page.locator("huso-event").waitFor({ state: "attached" });
  assert.equal(await page.locator("huso-event").count(), 1);
  await page.context().close();
});

// What the command says of the same file, without the file's name.
function checked(bytes) {
  const { stdout } = spawnSync(bin, ["check", "--lang", "es", "-"], { input: bytes, encoding: "utf8" });
  return stdout.trim().split("\n")[0].replace(/^-[:\d]*: (error|aviso): /, "");
}

test("a file of another encoding is read; one that is no text is refused, and what to do is said", async () => {
  const page = await open();
  for (const [name, bytes] of [
    ["utf16.json", Buffer.from(`\ufeff${example}`, "utf16le")],
    ["unmarked.json", Buffer.from(example, "utf16le")],
    ["ansi.json", Buffer.from(example.replaceAll("’", "'"), "latin1")],
  ]) {
    await choose(page, name, bytes);
    await page.waitForURL(/#edit/);
    await page.locator("huso-event").first().getByText("Agenda académica").first().waitFor({ state: "attached" });
    await startAgain(page);
  }
  await choose(page, "agenda.pdf", Buffer.from("%PDF-1.7\n"));
  await page.getByText("agenda.pdf es un PDF, que aquí no se lee").waitFor();
  assert.equal(await page.locator("huso-event").count(), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("why a text is no JSON is said with its line, the place marked", async () => {
  const page = await open();
  const wrong = example.replace('"title"', "“title”");
  await paste(page, wrong);
  const mark = page.locator(".faults .excerpt mark");
  await mark.waitFor();
  assert.equal(await mark.textContent(), "“");
  const text = await page.locator(".faults li").textContent();
  assert.match(text, /línea \d+: las comillas «“» no sirven en JSON/);
  assert.ok(text.includes(checked(wrong)));
  await page.context().close();
});

test("a fault names its session and its field; letters lost before pasting are told", async () => {
  const page = await open();
  const wrong = example.replace('"start": "2023-08-09T09:00"', '"start": "9/8/2023 9:00"').replace("académica", "acad\ufffdmica");
  await paste(page, wrong);
  const fault = page.locator(".diagnostic", { hasText: "9/8/2023 9:00" });
  assert.match(await fault.textContent(), /«9\/8\/2023 9:00» no se entiende como fecha u hora\.Inauguración · InicioUsar miércoles 9 de agosto de 2023, 09:00/);
  await page.locator(".diagnostic", { hasText: "alguna letra se perdió" }).waitFor({ state: "attached" });
  await page.context().close();
});
