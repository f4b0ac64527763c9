// loading="lazy": nothing is fetched for an element that is far from the window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const element = (attributes) => `<huso-event src="examples/${event2027}.json" ${attributes}><p class="fallback">Agenda en papel</p></huso-event>`;
// In heights of the window.
const below = (windows, content) => hostPage(`<div style="height: ${windows * 100}vh"></div>${content}`);

let receiver;
before(async () => {
  receiver = await startReceiver({
    "far.html": below(5, element('loading="lazy"')),
    "eager.html": below(5, element("")),
    "near.html": below(1.5, element('loading="LAZY"')),
    "tab.html": hostPage(`<details><summary>Agenda</summary>${element('loading="lazy"')}</details>`),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(name) {
  const page = await newPage();
  page.asked = [];
  page.lines = [];
  page.on("console", (message) => page.lines.push(message.text()));
  page.on("request", (request) => page.asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await page.goto(`${receiver.address}/${name}.html`);
  await page.waitForFunction(() => customElements.get("huso-event"));
  // Observers are told within a frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page;
}

const isAsked = (page) => page.asked.some((name) => name === "huso_bg.wasm" || name === `${event2027}.json`);

test("far from the window it waits, with its fallback, and starts when it comes near", async () => {
  const page = await open("far");
  assert.ok(!isAsked(page), page.asked.join());
  assert.equal(await page.locator(".fallback").evaluate((fallback) => fallback.getBoundingClientRect().height > 0), true);
  await page.evaluate(() => scrollTo(0, 3.5 * innerHeight));
  await page.locator(".session").first().waitFor();
  assert.ok(isAsked(page));
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.lines, [], "a preload is not advised");
  await page.context().close();
});

for (const name of ["eager", "near"]) {
  test(`${name}: it starts at once`, async () => {
    const page = await open(name);
    assert.ok(isAsked(page), page.asked.join());
    await page.locator(".session").first().waitFor();
    await page.context().close();
  });
}

test("what is folded away waits until it is opened", async () => {
  const page = await open("tab");
  assert.ok(!isAsked(page), page.asked.join());
  await page.getByText("Agenda", { exact: true }).click();
  await page.locator(".session").first().waitFor();
  await page.context().close();
});

test("one that was taken away is not waited for; put back, it waits again", async () => {
  const page = await open("far");
  await page.evaluate(() => {
    window.taken = document.querySelector("huso-event");
    taken.remove();
    scrollTo(0, 3.5 * innerHeight);
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  assert.ok(!isAsked(page), page.asked.join());
  await page.evaluate(() => document.querySelector("main").append(taken));
  await page.locator(".session").first().waitFor();
  await page.context().close();
});
