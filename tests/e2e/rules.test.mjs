// A change of law that the program doesn't know: the event file carries its rules.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = process.env.HUSO_BIN ?? join(root, "target/release/huso");

const event = JSON.stringify({
  huso: 1, id: "law", title: "Ley", timezone: "America/Bogota",
  sessions: [
    { id: "winter", title: "Invierno", start: "2027-07-01T09:00", duration: "PT1H" },
    { id: "floating", title: "Pausa", timezone: "floating", start: "2027-07-01T13:00", duration: "PT1H" },
  ],
});

// In the invented release 2027z of tests/zoneinfo, Chile stays on -03:00.
function refreshed() {
  const folder = mkdtempSync(join(tmpdir(), "huso-rules-"));
  const file = join(folder, "law.json");
  writeFileSync(file, event);
  const text = execFileSync(bin, ["rules", file, "--zoneinfo", join(root, "tests/zoneinfo")], {
    encoding: "utf8", stdio: ["ignore", "pipe", "ignore"],
  });
  rmSync(folder, { recursive: true });
  return text;
}

let receiver;
before(async () => {
  receiver = await startReceiver({
    "old.json": event,
    "new.json": refreshed(),
    "old.html": hostPage('<huso-event src="old.json"></huso-event>'),
    "new.html": hostPage('<huso-event src="new.json"></huso-event>'),
  });
});
after(async () => {
  await closeBrowser();
  assert.equal(await receiver.stop(), 0, "the receiver stops by itself when told to");
});

// The visitor's own time, Chile's, and the releases in use.
async function shown(name) {
  const page = await newPage({ zone: "America/Santiago" });
  await page.goto(`${receiver.address}/${name}`);
  const row = page.locator('[data-session="winter"]');
  const seen = {
    own: await row.locator(".mine time .clock").first().textContent(),
    chile: await row.locator(".zones time").first().getAttribute("datetime"),
    rules: await page.locator(".rules").textContent(),
  };
  assert.deepEqual(page.errors, []);
  await page.context().close();
  return seen;
}

test("without rules of its own the event follows the program's", async () => {
  const { own, chile, rules } = await shown("old.html");
  assert.deepEqual([own, chile], ["10:00", "2027-07-01T10:00-04:00"]);
  assert.match(rules, /^Horarios según tzdata 20\d\d[a-z]$/);
});

test("newer rules in the event file reach every column and the visitor's time", async () => {
  const { own, chile, rules } = await shown("new.html");
  assert.deepEqual([own, chile], ["11:00", "2027-07-01T11:00-03:00"]);
  assert.match(rules, /tzdata 2027z \(America\/Bogota, America\/Santiago, America\/Lima, America\/Mexico_City\), 20\d\d[a-z]$/);
});

test("a floating session is shown as it is written, with the words for it", async () => {
  const page = await newPage({ zone: "Asia/Tokyo" });
  await page.goto(`${receiver.address}/old.html`);
  const row = page.locator('[data-session="floating"]');
  await row.waitFor();
  assert.deepEqual(await row.locator(".mine time .clock").allTextContents(), ["13:00", "14:00"]);
  assert.equal(await row.locator(".mine time").first().getAttribute("datetime"), "2027-07-01T13:00");
  assert.equal((await row.locator(".zones").textContent()).trim(), "hora local");
  await page.context().close();
});
