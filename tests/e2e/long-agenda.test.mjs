// An agenda of hundreds of sessions: what is out of sight is not laid out, has its room, and is there for whoever goes
// to it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const DAYS = 3;
const SESSIONS_A_DAY = 100;

const event = {
  huso: 1, id: "long", language: "es", title: "Encuentro", timezone: "America/Bogota",
  sessions: Array.from({ length: DAYS * SESSIONS_A_DAY }, (_, index) => {
    const slot = index % SESSIONS_A_DAY;
    const pad = (number) => String(number).padStart(2, "0");
    return {
      id: `s${index}`, title: `Charla ${index}`, summary: "Un resumen que cabe en una línea.",
      start: `2099-08-1${Math.floor(index / SESSIONS_A_DAY)}T${pad(9 + Math.floor(slot / 10))}:${pad((slot % 10) * 5)}`, duration: "PT5M", registration: { mode: "open" },
    };
  }),
  registration: {
    endpoint: { url: "https://example.org/registrations", dialect: "json" },
    choose: "sessions",
    fields: [{ id: "name", type: "text", label: "Nombre", autocomplete: "name" }],
  },
};
const last = event.sessions.at(-1);

let receiver;
before(async () => {
  receiver = await startReceiver({
    "long.json": JSON.stringify(event),
    "long.html": hostPage('<huso-event src="long.json"></huso-event>'),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(width) {
  const page = await newPage({ width });
  await page.goto(`${receiver.address}/long.html`);
  await page.locator("[data-session]").nth(event.sessions.length - 1).waitFor({ state: "attached" });
  // Issue 13: the form lists what is chosen, and the others on demand.
  assert.equal(await page.locator(".options .check").count(), 0);
  await page.getByRole("button", { name: `Ver las ${event.sessions.length} actividades` }).click();
  for (const rows of ["[data-session]", ".options .check"]) {
    await page.locator(rows).nth(event.sessions.length - 1).waitFor({ state: "attached" });
    assert.equal(await page.locator(rows).count(), event.sessions.length);
  }
  // Pressing the button went to the form.
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
  return page;
}

const isLaidOut = (locator) => locator.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

for (const width of [360, 1280]) {
  test(`${width} px: days out of sight are skipped, and have room for their sessions`, async () => {
    const page = await open(width);
    const [first, final] = [page.locator("[data-session=s0] h4"), page.locator(`[data-session=${last.id}] h4`)];
    assert.deepEqual([await isLaidOut(first), await isLaidOut(final)], [true, false]);
    const height = await page.locator(".day").last().evaluate((day) => day.getBoundingClientRect().height);
    assert.ok(height >= SESSIONS_A_DAY * (width > 900 ? 60 : 100) && height <= SESSIONS_A_DAY * 400, `${height} px for ${SESSIONS_A_DAY} sessions`);
    await final.evaluate((element) => element.scrollIntoView({ block: "center" }));
    // Two frames: sizes that were estimated become what they are.
    await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
    assert.equal(await isLaidOut(final), true);
    assert.ok(await final.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight), "it is seen");
    assert.equal(await isLaidOut(first), false);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test(`${width} px: a session at the end can be chosen in the agenda and in the form`, async () => {
    const page = await open(width);
    await page.locator(`[data-session=${last.id}] .choose`).click();
    const option = page.getByRole("checkbox", { name: new RegExp(`^${last.title} `) });
    assert.equal(await option.isChecked(), true);
    await option.uncheck();
    assert.equal(await page.locator(`[data-session=${last.id}] .choose`).getAttribute("aria-pressed"), "false");
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

// What a container clips may be no part of the ring.
test("the ring around what has the focus is seen as a whole", async () => {
  const page = await open(360);
  for (const part of ["[data-session=s1]", ".day", ".options"]) {
    const margin = await page.locator(part).first().evaluate((element) => parseFloat(getComputedStyle(element).overflowClipMargin));
    assert.ok(margin >= 4, `${part}: ${margin} px`);
  }
  await page.context().close();
});

test("who wants to go to a session that is not drawn yet gets there once it is", async () => {
  const page = await newPage({ width: 360 });
  // No later task comes while the clock stands.
  await page.clock.install({ time: new Date("2099-08-12T18:46:00-05:00") });
  await page.clock.pauseAt(new Date("2099-08-12T18:47:00-05:00"));
  await page.goto(`${receiver.address}/long.html`);
  const jump = page.getByRole("button", { name: "Ver qué pasa ahora" });
  await jump.waitFor();
  const title = page.locator(`[data-session=${last.id}] h4`);
  const isFocused = () => title.evaluate((title) => title.getRootNode().activeElement === title);
  const wasDrawn = (await title.count()) > 0;
  await jump.click();
  await page.clock.runFor(30_000);
  assert.equal(await isFocused(), true);
  assert.equal(wasDrawn, false, "it was not drawn when one wanted to go there");
  await page.context().close();
});
