// What has the focus is in sight: nothing that stays in sight while the rest scrolls lies over it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const DAYS = 3;

const event = {
  huso: 1, id: "sight", language: "es", title: "Encuentro", timezone: "America/Bogota",
  zones: [{ timezone: "America/Santiago", label: "Chile" }, { timezone: "America/Bogota", label: "Colombia" }],
  tracks: [{ id: "a", name: "Turismo" }, { id: "b", name: "Comercio" }],
  sessions: Array.from({ length: 36 }, (_, index) => ({
    id: `s${index}`, title: `Charla ${index}`, summary: "Un resumen.", duration: "PT1H", registration: { mode: "open" }, track: "ab"[index % 2],
    start: `2099-08-1${index % DAYS}T${String(8 + Math.floor(index / DAYS)).padStart(2, "0")}:00`,
  })),
  registration: {
    endpoint: { url: "https://example.org/registrations", dialect: "json" },
    choose: "sessions",
    fields: [{ id: "name", type: "text", label: "Nombre", autocomplete: "name" }],
  },
};

let receiver;
before(async () => {
  receiver = await startReceiver({
    "sight.json": JSON.stringify(event),
    "sight.html": hostPage('<huso-event src="sight.json"></huso-event><a href="#after" id="end">End</a>'),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// The text of what has the focus, and what lies over one of its edges.
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const points = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]];
    // The ruler's slider is higher than what is left of the window.
    const over = element.role === "slider" ? [] : points.map(([x, y]) => element.getRootNode().elementFromPoint(x, y)).filter((one) => {
      const label = element.closest("label");
      return !element.contains(one) && !one?.contains(element) && !label?.contains(one);
    });
    return { end: element.id === "end" || element === document.body, text: element.textContent, over: over.map((one) => one?.className ?? "outside") };
  });

// Goes by a key from stop to stop, and says where the focus is not seen.
async function hidden(page, key) {
  const found = [];
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press(key);
    const { end, text, over } = await focused(page);
    if (end) return { found, stops };
    if (over.length > 0) found.push(`${stops} ${text}: ${over.join(", ")}`);
  }
  assert.fail("no end");
}

for (const [width, view] of [[1280, "Lista"], [360, "Lista"], [1280, "Parrilla"], [360, "Regla"]]) {
  test(`${width} px, ${view}: by Tab and Shift+Tab the focus is in sight at every stop`, async () => {
    const page = await newPage({ width });
    await page.goto(`${receiver.address}/sight.html`);
    await page.locator("form").waitFor();
    await page.locator(".choose").first().click();
    await page.getByRole("radio", { name: view }).check();
    await page.locator({ Lista: ".session", Parrilla: ".block-text", Regla: ".drawing" }[view]).first().waitFor();
    await page.evaluate(() => document.activeElement?.blur());
    const there = await hidden(page, "Tab");
    assert.ok(there.stops > 12, `${there.stops} stops`);
    assert.deepEqual(there.found, []);
    await page.locator("#end").focus();
    assert.deepEqual((await hidden(page, "Shift+Tab")).found, []);
    await page.context().close();
  });
}

test("what a row's arrow key leads to has the ring of the focus", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/sight.html`);
  await page.locator(".session").first().waitFor();
  await page.locator(".opener").first().focus();
  await page.keyboard.press("ArrowRight");
  const action = page.locator(".session .choose:focus-visible");
  await action.waitFor();
  assert.equal(await action.evaluate((one) => getComputedStyle(one).outlineStyle), "solid");
  await page.context().close();
});

test("days' heads go by below the bar with the choice", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/sight.html`);
  await page.locator("form").waitFor();
  await page.locator(".choose").first().click();
  const bar = page.locator(".basket");
  await bar.waitFor();
  await page.locator(".day-head").nth(1).evaluate((head) => {
    scrollBy({ top: head.getBoundingClientRect().bottom - innerHeight, behavior: "instant" });
  });
  const { x, y, width, height } = await bar.boundingBox();
  const head = await page.locator(".day-head").nth(1).boundingBox();
  assert.ok(head.y < y + height && y < head.y + head.height, "one lies over the other");
  const over = await bar.evaluate((one, [left, top]) => one.contains(one.getRootNode().elementFromPoint(left, top)), [x + width / 2, y + height / 2]);
  assert.ok(over, "the bar is above");
  await page.context().close();
});
