// The organizer's page without a network, once it was loaded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, newPage, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

test("the page opens without a network, and an agenda is shown in it", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  // The element's program and its parts are kept too.
  const names = ["huso.js", "huso_bg.wasm", "huso_form.wasm", "integrity.json"];
  const kept = await page.evaluate((all) => Promise.all(all.map(async (name) => (await fetch(name)).ok)), names);
  assert.deepEqual(kept, names.map(() => true));
  // What isn't the page's own isn't answered.
  assert.equal(await page.evaluate(() => fetch("api/v1/events").then(() => "answered", () => "failed")), "failed");
  await page.context().close();
});

test("what the worker keeps are the files of one build", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const { caches: names, urls } = await page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await (await caches.open(names[0])).keys();
    return { caches: names, urls: kept.map((request) => new URL(request.url).pathname) };
  });
  assert.equal(names.length, 1);
  assert.ok(urls.some((url) => /^\/organizer-[0-9a-f]+_bg\.wasm$/.test(url)), urls.join());
  assert.equal(urls.filter((url) => url.endsWith("_bg.wasm") && url.startsWith("/organizer")).length, 1);
  await page.context().close();
});
