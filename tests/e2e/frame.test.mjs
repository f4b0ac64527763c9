// The page for an <iframe>, on another origin than the page around: its height, and whose word is taken for it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, event2027, fillForm, hostPage, newPage, send, startReceiver } from "./helpers.mjs";

const EVENT = `examples/${event2027}.json`;
let inner, outer;
before(async () => {
  inner = await startReceiver();
  const frame = (query) => `<iframe data-huso-frame title="Agenda" src="${inner.address}/frame.html?${query}" width="100%" height="300"></iframe>`;
  const page = (query, more = "") =>
    hostPage(frame(query) + more).replace('<script type="module" src="huso.js"></script>', '<script type="module" src="frame-host.js"></script>');
  outer = await startReceiver({
    "host.html": page(`src=${EVENT}&lang=es`),
    "late.html": page(`src=${EVENT}&lang=es`).replace(/<script type="module"[^]*?<\/script>/, ""),
    "english.html": page(`src=${EVENT}&lang=en&hour-cycle=h12&theme=dark`),
    "foreign.html": page("src=https://agenda.example.org/event.json"),
    "endpoint.html": page(`src=${EVENT}&endpoint=https://forms.example.org/`),
    "stranger.html": page(`src=${EVENT}&lang=es`, `<iframe id="stranger" title="Stranger" src="stranger-inside.html"></iframe>`),
    "stranger-inside.html": `<!doctype html><title>x</title><script>
      addEventListener("message", ({ data }) => parent.postMessage(data, "*"))</script>`,
  });
});
after(async () => {
  await closeBrowser();
  await inner.stop();
  await outer.stop();
});

async function open(name, options) {
  const page = await newPage(options);
  page.lines = [];
  page.on("console", (message) => message.type() === "error" && page.lines.push(message.text()));
  await page.goto(`${outer.address}/${name}.html`);
  return { page, agenda: page.frameLocator("iframe[data-huso-frame]") };
}

// Waits until the frame is as high as what is in it.
async function assertFits(page, agenda) {
  const content = () => agenda.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  const outside = () => page.locator("iframe[data-huso-frame]").evaluate((frame) => frame.clientHeight);
  const deadline = Date.now() + 10_000;
  while ((await content()) !== (await outside()) && Date.now() < deadline) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await outside(), await content());
  assert.ok((await agenda.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight)) <= 0, "nothing scrolls inside");
  return outside();
}

test("the frame is as high as the agenda, at any width and while it changes", async () => {
  const { page, agenda } = await open("host");
  await agenda.locator("form").waitFor();
  const wide = await assertFits(page, agenda);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.waitForFunction((wide) => document.querySelector("iframe").clientHeight !== wide, wide);
  await assertFits(page, agenda);
  await send(agenda);
  await agenda.locator(".trouble").waitFor();
  await assertFits(page, agenda);
  await fillForm(agenda, { email: "marco@example.org" });
  await send(agenda);
  await agenda.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  await assertFits(page, agenda);
  assert.equal(inner.registrations().filter((row) => row["answer.email"] === "marco@example.org").length, 1);
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.lines, []);
  await assertNoViolations(page, "in a frame");
  await page.context().close();
});

// Until there is something to show, the element is as high as the window: as the frame, in a frame.
test("while the agenda is on its way the frame keeps its height", async () => {
  const page = await newPage();
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route("**/huso_bg.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${outer.address}/host.html`, { waitUntil: "load" });
  const agenda = page.frameLocator("iframe[data-huso-frame]");
  await agenda.locator("html").evaluate(() => customElements.whenDefined("huso-event"));
  for (let frame = 0; frame < 20; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), 300);
  letGo();
  await agenda.locator("form").waitFor();
  await assertFits(page, agenda);
  await page.context().close();
});

test("the host's script may come after the frame", async () => {
  const { page, agenda } = await open("late");
  await agenda.locator("form").waitFor();
  assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), 300);
  await page.addScriptTag({ url: "frame-host.js", type: "module" });
  await assertFits(page, agenda);
  await page.context().close();
});

test("language, hours and theme stand in the address; a place for registrations doesn't", async () => {
  const { page, agenda } = await open("english");
  await agenda.getByText("9:30 am", { exact: false }).first().waitFor();
  assert.equal(await agenda.locator("huso-event").evaluate((element) => getComputedStyle(element).colorScheme), "dark");
  assert.equal(await agenda.locator("html").getAttribute("lang"), "en");
  await page.goto(`${outer.address}/endpoint.html`);
  await agenda.locator("form").waitFor();
  assert.equal(await agenda.locator("huso-event").getAttribute("endpoint"), null);
  await page.context().close();
});

test("an event file of another origin is not shown under the name of this one", async () => {
  const { page, agenda } = await open("foreign");
  await agenda.getByText("La agenda no se pudo mostrar aquí.").waitFor();
  await page.waitForLoadState("networkidle");
  assert.match(page.lines.join("\n"), /needs an event file of its own origin.*agenda\.example\.org/);
  assert.equal(await agenda.locator("huso-event").getAttribute("src"), null);
  await page.context().close();
});

test("nobody else's word is taken for the height, nor one that is none", async () => {
  const { page, agenda } = await open("stranger");
  await agenda.locator("form").waitFor();
  const height = await assertFits(page, agenda);
  // Echoed by a frame that is not the agenda's, and said by the page to itself.
  await page.evaluate(async () => {
    const message = { type: "huso-height", height: 7 };
    const heard = (times) => new Promise((done) => addEventListener("message", () => --times === 0 && done()));
    const two = heard(2);
    document.querySelector("#stranger").contentWindow.postMessage(message, "*");
    postMessage(message, "*");
    await two;
  });
  // The agenda's own frame, with what is no height.
  for (const height of ["7px", -7, 1e9, null, Number.NaN]) {
    await agenda.locator("body").evaluate((_, height) => parent.postMessage({ type: "huso-height", height }, "*"), height);
  }
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await page.locator("iframe[data-huso-frame]").evaluate((frame) => frame.clientHeight), height);
  await page.context().close();
});

test("the frame tells its height to the page around, and to nobody before that asked", async () => {
  const page = await newPage();
  await page.goto(`${outer.address}/late.html`);
  const agenda = page.frameLocator("iframe[data-huso-frame]");
  await agenda.locator("form").waitFor();
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data }) => heard.push(data));
    document.querySelector("iframe").style.width = "340px";
  });
  await agenda.locator("html").evaluate((html) => new Promise((done) => {
    const look = () => (html.clientWidth === 340 ? requestAnimationFrame(done) : requestAnimationFrame(look));
    look();
  }));
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ type: "huso-hello" }, "*"));
  await page.waitForFunction(() => window.heard.length > 0);
  assert.deepEqual(await page.evaluate(() => Object.keys(window.heard[0]).sort()), ["height", "type"]);
  await page.context().close();
});
