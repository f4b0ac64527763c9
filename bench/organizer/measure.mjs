// One visit to the organizer's page: an event file is opened, and letters are typed into its fields.
import assert from "node:assert/strict";
import { installProbe } from "./probe.mjs";

export const WINDOW = { width: 1440, height: 900 };

// A place beside the event's own, so that there are four.
const ZONE = "America/Argentina/Buenos_Aires";
// Longer than anything takes that works.
const PATIENCE = 120_000;

// Milliseconds from one key to the next: words, and pauses for thought in between, so that keys meet whatever the page does
// once nobody types.
const RHYTHM = [150, 120, 150, 250, 120, 320, 400, 150, 520, 700, 150, 850, 950, 120, 1_100, 1_300, 1_500, 150, 1_700, 600];

// The session whose fields are typed into.
const AT = 3;
const FORM = `.form [data-place="sessions[${AT}]`;
const TITLE = `${FORM}.title"]`;
const SUMMARY = `${FORM}.summary"]`;
const CELL = `[data-cell="${AT}:2"]`;
const START = `[data-cell="${AT}:0"]`;
const BAR = `[data-bar="${AT}"]`;
const SEARCH = ".edited .tools .search input";
const ORGANIZER = '[data-place="organizers[0].name"]';

const LETTERS = [..."abcdefghijklmnopqrst"];

// Whatever is typed into shows it, and so does everything else that has it: the table what is typed into the form, and
// the form what is typed into the table.
const FIELDS = [
  { name: "title, in the table", field: CELL, shows: [CELL, TITLE] },
  { name: "title, in the form", field: TITLE, shows: [TITLE, CELL] },
  { name: "description", field: SUMMARY, shows: [SUMMARY] },
  { name: "bar, by arrows", field: BAR, shows: [START, BAR], keys: ["ArrowRight", "ArrowLeft"] },
  { name: "search", field: SEARCH, shows: [SEARCH], keys: [..."turismo de", ...Array(10).fill("Backspace")] },
  { name: "organizer of the event", tab: 3, field: ORGANIZER, shows: [ORGANIZER] },
];

// For each field the milliseconds until each key showed, and the longest task meanwhile.
export async function visit(browser, { address, text, previews, slower }) {
  const context = await browser.newContext({ viewport: WINDOW, timezoneId: ZONE, locale: "es-CO", serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    // Without the element's program nothing is drawn by it.
    if (previews === 0) await page.route("**/huso.js", (route) => route.abort());
    await page.addInitScript(installProbe);
    await page.goto(address);
    await page.locator("input[type=file]").first().setInputFiles({ name: "event.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.waitForURL(/#edit/);
    await openPreviews(page, previews);
    await page.locator(CELL).click();
    await page.locator(SUMMARY).waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const figures = {};
    for (const field of FIELDS) figures[field.name] = await type(page, field);
    assert.deepEqual(errors, [], "errors in the page");
    return figures;
  } finally {
    await context.close();
  }
}

async function openPreviews(page, count) {
  if (count === 0) return assert.equal(await page.evaluate(() => customElements.get("huso-event")), undefined, "the element");
  await page.locator(".preview .title button[aria-pressed]").click();
  await page.waitForFunction((count) => {
    const shown = [...document.querySelectorAll("huso-event")];
    return shown.length === count && shown.every((one) => one.shadowRoot?.querySelector("[data-session]"));
  }, count);
}

async function type(page, { tab = 0, field, shows, keys = LETTERS }) {
  await page.locator(".tools .tabs button").nth(tab).click();
  const element = page.locator(field);
  await element.scrollIntoViewIfNeeded();
  await element.focus();
  if (keys === LETTERS) await element.press("End");
  await quiet(page);
  const before = await page.evaluate((shows) => window.probe.watch(shows), shows);
  for (const [at, wait] of RHYTHM.entries()) {
    await page.keyboard.press(keys[at % keys.length]);
    await page.waitForTimeout(wait);
  }
  await quiet(page);
  const { keys: measured, longest, after } = await page.evaluate(() => window.probe.stop());
  assert.equal(measured.length, RHYTHM.length, `keys that show in ${field}`);
  if (keys === LETTERS) assert.deepEqual(after, before.map((text) => text + LETTERS.join("")), `what stands in ${field} and where else it shows`);
  return { keys: measured, longest };
}

const quiet = (page) => page.waitForFunction(() => window.probe.isQuiet());
