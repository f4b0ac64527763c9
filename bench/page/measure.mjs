// One visit to a page: loading it and, where it is the widget, using it.
import assert from "node:assert/strict";
import { clock } from "./event.mjs";
import { installProbe } from "./probe.mjs";

// Slow 4G, as Lighthouse has it, and a processor of a phone that is some years old.
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const SLOWDOWN = 4;
export const WINDOW = { width: 360, height: 740 };

const ZONE = "America/Bogota";
const OTHER_PLACE = { name: "Buenos Aires", hours: 2 };
// Longer than anything takes that works.
const PATIENCE = 120_000;

// What was measured, by name; milliseconds, pixels, bytes.
export async function visit(browser, column, event) {
  const context = await browser.newContext({ viewport: WINDOW, timezoneId: ZONE, locale: "es-CO" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = watchErrors(page);
  try {
    const options = { rows: column.rows, count: event.sessions.length, isRendered: column.isRendered };
    await page.addInitScript(installProbe, options);
    const { devtools, transferred } = await slowDown(page);
    await page.goto(column.address, { waitUntil: "commit" });
    await settled(page, column);
    const loaded = { ...(await loading(page, column, event)), ...(await weight(page, devtools)), bytes: transferred() };
    const used = column.isWidget ? await using(page, column, event) : {};
    assert.deepEqual(errors, [], "errors in the page");
    return { ...loaded, ...used };
  } catch (error) {
    throw errors.length ? new Error(`errors in the page: ${errors.join("; ")}`, { cause: error }) : error;
  } finally {
    await context.close();
  }
}

function watchErrors(page) {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("requestfailed", (request) => errors.push(`${request.url()}: ${request.failure().errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`);
  });
  return errors;
}

async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { devtools, transferred: () => bytes };
}

async function settled(page, column) {
  await until(page, "the first session is in the window", () => window.probe.first);
  await until(page, "all rows are there", () => window.probe.all);
  if (column.isWidget) {
    await until(page, "huso-ready is sent", () => window.probe.ready);
    await page.locator(NAME_FIELD).waitFor({ state: "attached" });
  }
  await quiet(page);
}

async function until(page, what, holds) {
  await page.waitForFunction(holds).catch((error) => {
    throw new Error(`it did not come that ${what}`, { cause: error });
  });
}

const quiet = (page) => until(page, "the page is quiet", () => window.probe.isQuiet());

async function loading(page, column, event) {
  const found = await page.evaluate(() => window.probe.titles());
  const wanted = event.sessions.map((session) => session.title);
  // pretalx has rows that begin together in another order.
  if (column.isWidget) assert.deepEqual(found, wanted, "the titles of all rows");
  else assert.deepEqual(found.toSorted(), wanted.toSorted(), "the titles of all rows");
  const { first, all, ready, tasks, moved } = await page.evaluate(() => window.probe);
  const longest = (some) => Math.max(0, ...some.map((task) => task.duration));
  return {
    first,
    all,
    longest: longest(tasks),
    longestAfter: longest(tasks.filter((task) => task.start >= first)),
    ...(column.isWidget ? { ready } : {}),
    ...(column.isRendered ? { movedRow: moved.row, movedAfter: moved.after } : {}),
  };
}

async function weight(page, devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const heap = await devtools.send("Runtime.getHeapUsage");
  return {
    heap: heap.usedSize,
    dom: heap.embedderHeapUsedSize,
    ...(await page.evaluate(() => ({ memory: window.probe.memory?.buffer.byteLength ?? 0, nodes: window.probe.nodes() }))),
  };
}

// Its `autocomplete` is the event file's, and nobody else's.
const NAME_FIELD = 'huso-event input[autocomplete="name"]';
const CHOOSER = "huso-event [part~=zone-choice]";

async function using(page, column, event) {
  const row = (index) => page.locator(`${column.rows.host} ${column.rows.row}`).nth(index);
  const calendarOf = (index) => row(index).locator("button[aria-expanded]:not(.opener)");
  await row(1).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const choose = await shown(page, "choose", "click", { row: 1 }, () => row(1).locator("button[aria-pressed]").click());
  const opened = await openRow(page, row, 1);
  await openRow(page, row, 2);
  const calendarFirst = await shown(page, "calendar", "click", { row: 1 }, () => calendarOf(1).click());
  const calendar = await shown(page, "calendar", "click", { row: 2 }, () => calendarOf(2).click());
  const zone = await changeZone(page, event);
  const letter = await typeLetter(page);
  const found = await search(page);
  return { choose: choose.ms, opened, calendarFirst: calendarFirst.ms, calendar: calendar.ms, zone: zone.ms, zoneMixed: zone.mixed, letter: letter.ms, ...found };
}

// Packages of before have nothing to open in a row.
async function openRow(page, row, index) {
  const opener = row(index).locator(".opener");
  if ((await opener.count()) === 0) return undefined;
  return (await shown(page, "open", "click", { row: index }, () => opener.click())).ms;
}

// Does something, and returns how long it took until it showed.
async function shown(page, name, type, options, act) {
  await quiet(page);
  await page.evaluate((all) => window.probe.expect(...all), [name, type, options]);
  await act();
  return page.evaluate(() => window.probe.expected);
}

async function changeZone(page, event) {
  const chooser = page.locator(CHOOSER);
  await chooser.locator("summary").click();
  const field = chooser.getByRole("combobox");
  await field.fill(OTHER_PLACE.name);
  await chooser.getByRole("option").first().waitFor();
  await chooser.evaluate((element) => element.scrollIntoView({ block: "end" }));
  await chooser.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top));
  await quiet(page);
  const clocks = event.sessions.map((session) => clock(session.minute + OTHER_PLACE.hours * 60));
  const visible = await page.evaluate(() => window.probe.visible());
  assert.ok(visible.length > 0, "no row is in the window beside the chooser");
  const figures = await shown(page, "zone", "keydown", { clocks }, () => field.press("Enter"));
  await quiet(page);
  assert.deepEqual(await page.evaluate(() => window.probe.clocks()), clocks, "the first time of every row in the other zone");
  return figures;
}

async function typeLetter(page) {
  await page.locator(NAME_FIELD).click();
  return shown(page, "letter", "keydown", { value: "a" }, () => page.keyboard.press("a"));
}

// Packages of before have no search. For the first letter the texts of all sessions are read.
async function search(page) {
  const field = page.locator("huso-event #search");
  if ((await field.count()) === 0) return {};
  await page.locator("huso-event .search-button").click();
  await field.click();
  const type = (letters) => shown(page, "search", "keydown", {}, () => page.keyboard.press(letters));
  const first = await type("g");
  const next = await type("a");
  return { searchFirst: first.ms, search: next.ms };
}
