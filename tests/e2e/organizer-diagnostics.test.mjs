// The organizer's page: what is wrong with an event file, gone through and mended by keyboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, startReceiver } from "./helpers.mjs";
import { openOrganizer } from "./organizer.mjs";

const example = JSON.parse(readFileSync(new URL("../../examples/pacific-alliance-2027.json", import.meta.url), "utf8"));
// Two sessions that end before they begin: an error each, which one click mends.
const sessions = example.sessions.map((session, index) =>
  index < 2 ? { ...session, end: session.start.replace(/T\d\d/, "T03"), duration: undefined } : session);
const wrong = JSON.stringify({ ...example, sessions });

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const rows = (page) => page.locator(".diagnostic");
const focused = (page) => page.evaluate(() => document.activeElement.closest("[data-row]")?.dataset.row ?? document.activeElement.id);
const focusIsIn = (page, row) =>
  page.waitForFunction((row) => document.activeElement.closest("[data-row]")?.dataset.row === row, String(row));

test("F8 goes through the list from anywhere, and round; Enter leads to the field", async () => {
  const page = await openOrganizer(receiver, wrong);
  await rows(page).nth(1).waitFor();
  const count = await rows(page).count();
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press("F8");
  await focusIsIn(page, 0);
  await page.keyboard.press("F8");
  await focusIsIn(page, 1);
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("Shift+F8");
  await focusIsIn(page, count - 1);
  await page.keyboard.press("F8");
  await focusIsIn(page, 0);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /^sessions\[0\]/.test(document.activeElement.dataset.place ?? ""));
  await page.context().close();
});

test("after a mend the focus stays with the next", async () => {
  const page = await openOrganizer(receiver, wrong);
  await rows(page).nth(1).waitFor();
  const before = await rows(page).count();
  const next = await rows(page).nth(1).locator(".sentence").textContent();
  await page.keyboard.press("F8");
  await focusIsIn(page, 0);
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest(".mends"))), "a mend is the next stop");
  // The other of the two: it leaves nothing else to say.
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Terminar a las/);
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll(".diagnostic").length < count, before);
  await focusIsIn(page, 0);
  assert.equal(await rows(page).first().locator(".sentence").textContent(), next);
  assert.equal(await focused(page), "0");
  await page.context().close();
});
