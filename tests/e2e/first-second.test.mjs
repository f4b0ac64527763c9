// What a visitor waits for comes side by side: script, program and event file, each asked for once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const FILE = "examples/pacific-alliance-2023.json";
const element = `<huso-event src="${FILE}"><p>Fallback</p></huso-event>`;
const dist = process.env.HUSO_DIST ?? join(import.meta.dirname, "../../dist");

let receiver;
before(async () => {
  receiver = await startReceiver();
  const [preload] = readFileSync(join(dist, "snippet.html"), "utf8").split("\n");
  receiver.publish("plain.html", hostPage(element));
  receiver.publish("preload.html", hostPage(element, { head: preload }));
  receiver.publish("stale.html", hostPage(element, { head: preload.replace(/\?\w+/, "?0") }));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(name, prepare = () => {}) {
  const page = await newPage();
  const [requests, lines] = [[], []];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname.split("/").at(-1)));
  page.on("console", (message) => message.type() === "info" && lines.push(message.text()));
  await prepare(page);
  await page.goto(`${receiver.address}/${name}.html`);
  return { page, requests, lines, count: (file) => requests.filter((one) => one === file).length };
}

test("the event file is asked for beside the program, and once", async () => {
  let release;
  const held = new Promise((go) => (release = go));
  const { page, count } = await open("plain", (page) =>
    page.route("**/huso_bg.wasm*", async (route) => {
      await held;
      await route.continue();
    }),
  );
  await page.waitForRequest(`**/${FILE}`).catch(() => {});
  assert.equal(count("pacific-alliance-2023.json"), 1, "while the program is not here yet");
  assert.equal(await page.locator("[data-session]").count(), 0);
  release();
  await page.locator("[data-session]").first().waitFor();
  assert.equal(count("pacific-alliance-2023.json"), 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a first request that fails is said, and can be made again", async () => {
  let isOff = true;
  const { page, count } = await open("plain", (page) => page.route(`**/${FILE}`, (route) => (isOff ? route.abort() : route.continue())));
  await page.getByRole("alert").waitFor();
  await page.getByText("Fallback").waitFor();
  isOff = false;
  await page.getByRole("button", { name: "Reintentar" }).click();
  await page.locator("[data-session]").first().waitFor();
  assert.equal(count("pacific-alliance-2023.json"), 2);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("an element that changes its address before the program is here shows the new one", async () => {
  let release;
  const held = new Promise((go) => (release = go));
  const { page } = await open("plain", (page) =>
    page.route("**/huso_bg.wasm*", async (route) => {
      await held;
      await route.continue();
    }),
  );
  await page.locator("huso-event").evaluate((element) => element.setAttribute("src", "examples/pacific-alliance-2027.json"));
  release();
  await page.locator("[data-session]").first().waitFor();
  assert.ok((await page.locator(".day h3").first().textContent()).includes("2027"));
  await page.context().close();
});

test("with the snippet's preload the program is fetched once, and nothing is advised", async () => {
  const { page, lines, count } = await open("preload");
  await page.locator("[data-session]").first().waitFor();
  assert.equal(count("huso_bg.wasm"), 1);
  assert.deepEqual(lines, []);
  await page.context().close();
});

for (const [name, why] of [["plain", "would be there sooner with a preload"], ["stale", "preloads the program of another build"]]) {
  test(`a page that ${why} works, and the console says the line to write`, async () => {
    const { page, lines } = await open(name);
    await page.locator("[data-session]").first().waitFor();
    const ours = lines.filter((line) => line.startsWith("huso:"));
    assert.equal(ours.length, 1, lines.join("\n"));
    assert.ok(ours[0].includes(why) && /<link rel="preload" href="\S+huso_bg\.wasm\?\w+" as="fetch" crossorigin>/.test(ours[0]), ours[0]);
    await page.context().close();
  });
}
