// What is under way, under a clock that the test sets.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const event = (sessions, more = {}) =>
  JSON.stringify({ huso: 1, id: "live", language: "es", title: "En vivo", timezone: "America/Santiago", ...more, sessions });

const hours = (from, to) => Array.from({ length: to - from }, (_, index) => String(from + index).padStart(2, "0"));
const links = [
  { rel: "more", url: "more" }, { rel: "recording", url: "recording" }, { rel: "join", url: "join" }, { rel: "slides", url: "slides" },
];

// A day of 24 sessions of 50 minutes.
const longDay = hours(0, 24).map((hour) => ({
  id: `at-${hour}`, title: `A las ${hour}`, start: `2026-08-10T${hour}:00`, duration: "PT50M", summary: "Un párrafo.", links,
}));
// Clocks go back at 24:00 of 4 April: 23:00–23:59 happens twice.
const april = [
  { id: "first", title: "Primera", start: "2026-04-04T23:30", utc_offset: "-03:00", duration: "PT20M" },
  { id: "second", title: "Segunda", start: "2026-04-04T23:30", utc_offset: "-04:00", end: "2026-04-05T00:15" },
  { id: "through", title: "Toda la noche", start: "2026-04-04T22:00", end: "2026-04-05T01:00" },
];
// Clocks go forward at 24:00 of 5 September: 00:00–00:59 does not happen.
const september = [
  { id: "through", title: "Toda la noche", start: "2026-09-05T23:30", end: "2026-09-06T01:30" },
  { id: "day", title: "Feria", date: "2026-09-06" },
];

const page = (src) => hostPage(`<huso-event src="${src}"></huso-event>`);
let receiver;
before(async () => {
  receiver = await startReceiver({
    "long.json": event(longDay), "long.html": page("long.json"),
    "april.json": event(april), "april.html": page("april.json"),
    "september.json": event(september), "september.html": page("september.json"),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// Opens a page shortly before an instant, at which the clock stops: from there only the test moves it.
// Timers are counted.
async function open(name, instant, options) {
  const page = await newPage({ zone: "America/Santiago", ...options });
  await page.clock.install({ time: new Date(Date.parse(instant) - 45_000) });
  await page.addInitScript(() => {
    const [set, clear] = [window.setTimeout, window.clearTimeout];
    window.pending = new Set();
    window.hidden = false;
    Object.defineProperty(document, "hidden", { get: () => window.hidden });
    window.setTimeout = (callback, ...rest) => {
      const id = set(() => {
        window.pending.delete(id);
        callback();
      }, ...rest);
      window.pending.add(id);
      return id;
    };
    window.clearTimeout = (id) => {
      window.pending.delete(id);
      clear(id);
    };
  });
  await page.goto(`${receiver.address}/${name}.html`);
  await page.locator(".session").first().waitFor();
  await page.clock.pauseAt(new Date(instant));
  return page;
}

const phase = (page, id) => page.locator(`[data-session="${id}"] .phase`);
const phases = (page) =>
  page.locator(".session").evaluateAll((rows) =>
    Object.fromEntries(rows.flatMap((row) => {
      const phase = row.querySelector(".phase");
      return phase ? [[row.dataset.session, phase.textContent.replaceAll("\u00a0", " ")]] : [];
    })));
const wait = (page, id, words) => phase(page, id).filter({ hasText: words }).waitFor();
const setHidden = (page, hidden) =>
  page.evaluate((hidden) => {
    window.hidden = hidden;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
const pending = (page) => page.evaluate(() => window.pending.size);
const hrefs = (page, id) =>
  page.locator(`[data-session="${id}"] :is(.action, .links) a`).evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/").pop()));

test("a session that is under way when the page opens", async () => {
  const page = await open("long", "2026-08-10T10:08:00-04:00");
  const shown = await phases(page);
  assert.equal(shown["at-10"], "Ahora, quedan 42 min");
  assert.equal(shown["at-09"], "Terminó");
  assert.equal(shown["at-11"], undefined);
  assert.equal(await page.locator(".session.now").count(), 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("each minute touches only the rows that it changes", async () => {
  const page = await open("long", "2026-08-10T10:46:30-04:00");
  await wait(page, "at-10", "quedan 4");
  await page.evaluate(() => {
    window.touched = [];
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        window.touched.push(element.closest("[data-session]")?.dataset.session ?? element.className);
      }
    }).observe(document.querySelector("huso-event").shadowRoot, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
  const touched = () => page.evaluate(() => window.touched.splice(0));
  await page.clock.runFor(25_000);
  assert.deepEqual(await touched(), [], "nothing happens within the minute");
  await page.clock.runFor(10_000);
  await wait(page, "at-10", "quedan 3");
  await wait(page, "at-11", "Empieza en 13");
  // The words, and the bar.
  assert.deepEqual([...new Set(await touched())].sort(), ["at-10", "at-11"]);
  await page.clock.runFor(3 * 60_000);
  await wait(page, "at-10", "Terminó");
  await wait(page, "at-11", "Empieza en 10");
  assert.deepEqual([...new Set(await touched())].sort(), ["at-10", "at-11", "quiet jump"], "and the button: nothing is under way");
  await page.context().close();
});

test("no timer runs while the page is hidden, and the right time is there on return", async () => {
  const page = await open("long", "2026-08-10T10:08:00-04:00");
  assert.equal(await pending(page), 1);
  await setHidden(page, true);
  assert.equal(await pending(page), 0);
  await page.clock.runFor(3 * 3_600_000);
  assert.equal(await phase(page, "at-10").textContent(), "Ahora, quedan 42\u00a0min", "nobody looks: nothing is drawn");
  await setHidden(page, false);
  await wait(page, "at-13", "Ahora, quedan 4");
  assert.equal(await phase(page, "at-10").textContent(), "Terminó");
  // The clock's, once the file has come that was asked for on return.
  await page.waitForFunction(() => window.pending.size === 1);
  await page.context().close();
});

test("after the computer slept, the right time is there as soon as somebody is", async () => {
  const page = await open("long", "2026-08-10T10:08:00-04:00");
  // Timers stood still with the computer: only the clock went on.
  await page.clock.setSystemTime(new Date("2026-08-10T15:20:10-04:00"));
  assert.match(await phase(page, "at-10").textContent(), /^Ahora/);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await wait(page, "at-15", "Ahora, quedan 30");
  // And without anybody, within a minute.
  await page.clock.setSystemTime(new Date("2026-08-10T17:05:30-04:00"));
  await page.clock.runFor(60_000);
  await wait(page, "at-17", "Ahora");
  await page.context().close();
});

test("no timer runs once the event is over, and one a day before it", async () => {
  const over = await open("long", "2026-08-11T00:00:00-04:00");
  await over.locator(".over").waitFor();
  assert.match(await over.locator(".over").textContent(), /10 de agosto de 2026/);
  assert.equal(await pending(over), 0);
  assert.ok(!(await phase(over, "at-10").isVisible()), "that it ended is said once");
  await over.context().close();
  const early = await open("long", "2026-08-07T12:00:00-04:00");
  await early.evaluate(() => (window.fired = 0));
  await early.evaluate(() => {
    const now = Date.now;
    Date.now = () => (window.fired++, now());
  });
  await early.clock.runFor(23 * 3_600_000);
  assert.equal(await early.evaluate(() => window.fired), 0, "nobody looks at the clock for a day");
  await early.context().close();
});

test("4 April 2026 in Chile: the hour that happens twice", async () => {
  const page = await open("april", "2026-04-05T02:19:00Z");
  assert.deepEqual(await phases(page), { first: "Empieza en 11 min", through: "Ahora, quedan 2 h 41 min" });
  await page.clock.fastForward("11:00");
  await wait(page, "first", "Ahora, quedan 20");
  await page.clock.fastForward("20:00");
  await wait(page, "first", "Terminó");
  assert.equal(await phase(page, "second").count(), 0, "23:50, and 23:30 is still to come");
  await page.clock.fastForward("29:59");
  await wait(page, "second", "Empieza en 11");
  await page.clock.fastForward("11:00");
  await wait(page, "second", "Ahora, quedan 45");
  await page.context().close();
});

test("5 September 2026 in Chile: the hour that does not happen", async () => {
  const page = await open("september", "2026-09-06T03:58:30Z", { zone: "America/Mexico_City" });
  const shown = await phases(page);
  assert.equal(shown.through, "Ahora, quedan 32 min");
  assert.equal(shown.day, undefined, "6 September has not begun in Chile");
  await page.clock.fastForward("01:30");
  await wait(page, "day", "Ahora");
  await wait(page, "through", "quedan 30");
  await page.context().close();
});

test("a day that ends in one country before another: what is next today is the visitor's day", async () => {
  const jumps = [];
  for (const zone of ["America/Santiago", "America/Mexico_City"]) {
    const page = await open("long", "2026-08-09T23:30:00-04:00", { zone });
    jumps.push(await page.locator(".jump").count());
    await page.clock.fastForward("15:30");
    await wait(page, "at-00", "Empieza en 15");
    jumps.push(await page.locator(".jump").count());
    await page.context().close();
  }
  // The session at 00:00 in Chile is at 22:00 of the same evening in Mexico.
  assert.deepEqual(jumps, [0, 0, 1, 1]);
});

test("one jumps to what is under way by keyboard", async () => {
  for (const width of [360, 1280]) {
    const page = await open("long", "2026-08-10T18:08:00-04:00", { width });
    const jump = page.getByRole("button", { name: "Ver qué pasa ahora" });
    await jump.focus();
    await page.keyboard.press("Enter");
    const title = page.locator('[data-session="at-18"] h4');
    assert.ok(await title.evaluate((title) => title.getRootNode().activeElement === title), "it has the focus");
    const isSeen = await title.evaluate((title) => {
      const { x, y, height } = title.getBoundingClientRect();
      return title.contains(title.getRootNode().elementFromPoint(x + 2, y + height / 2));
    });
    assert.ok(isSeen, "no head of a day covers it");
    await page.clock.runFor(60_000);
    assert.ok(await title.evaluate((title) => title.getRootNode().activeElement === title), "the minute leaves it there");
    await page.context().close();
  }
  const page = await open("long", "2026-08-10T18:55:00-04:00", { locale: "es-CL" });
  await page.getByRole("button", { name: "Ir a lo próximo de hoy, 19:00" }).click();
  assert.ok(await page.locator('[data-session="at-19"] h4').evaluate((title) => title.getRootNode().activeElement === title));
  await page.context().close();
});

test("an agenda of one screen has nothing to jump to", async () => {
  const page = await open("september", "2026-09-06T03:58:30Z");
  assert.equal(await page.locator(".jump").count(), 0);
  await page.context().close();
});

test("links are there when they are of use", async () => {
  const page = await open("long", "2026-08-10T09:44:30-04:00");
  const later = page.locator('[data-session="at-10"] .later');
  assert.deepEqual(await hrefs(page, "at-10"), ["more", "slides"]);
  assert.match(await later.textContent(), /15 minutos antes/);
  assert.deepEqual(await hrefs(page, "at-09"), ["join", "more", "slides"]);
  await page.clock.runFor(30_000);
  await wait(page, "at-10", "Empieza en 15");
  assert.deepEqual(await hrefs(page, "at-10"), ["join", "more", "slides"]);
  assert.equal(await later.count(), 0);
  await page.clock.fastForward("01:05:00");
  await wait(page, "at-10", "Terminó");
  assert.deepEqual(await hrefs(page, "at-10"), ["recording", "slides", "more"]);
  await page.context().close();
});

test("minutes are not read out: they stand in no live region", async () => {
  const page = await open("long", "2026-08-10T10:08:00-04:00");
  const live = await page.locator(".phase").evaluateAll((all) =>
    all.filter((one) => one.closest("[role=status], [role=alert], [aria-live]")).length);
  assert.equal(live, 0);
  await page.context().close();
});
