// What every engine has to do: the agenda and its times, another zone, a registration in a real receiver, a draft, the
// fallback, and the agenda in HTML whose place the program takes. Written once, run in Chromium, Firefox and WebKitGTK.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { bin, event2027, hostPage, startReceiver } from "../e2e/helpers.mjs";
import { engines, openBrowser } from "./engines.mjs";
import { Widget } from "./widget.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = process.env.HUSO_DIST ?? join(root, "dist");
const errors = `<script>window.errors = []; addEventListener("error", (event) => errors.push(event.message));
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)))</script>`;
const fallback = '<p class="fallback">La agenda, como texto.</p>';
const element = (year) => `<huso-event src="examples/pacific-alliance-${year}.json">${fallback}</huso-event>`;
const rendered = () => {
  const file = `examples/${event2027}.json`;
  return execFileSync(bin, ["render", join(root, file), "--src", file], { encoding: "utf8" });
};
const noScript = (page) => page.replace(/<script type="module"[^]*?<\/script>/, "");
const sandboxed = (page) => hostPage(`<iframe sandbox="allow-same-origin" src="${page}" width="600" height="600"></iframe>`);

let receiver;
before(async () => {
  const page = (content) => hostPage(content, { head: errors });
  receiver = await startReceiver({
    "2023.html": page(element(2023)),
    "2027.html": page(element(2027)),
    "rendered.html": noScript(page(rendered())),
    // huso.js is there without what belongs to it.
    "examples/huso.js": readFileSync(join(dist, "huso.js")),
    "alone.html": page(element(2027)).replace('src="huso.js"', 'src="examples/huso.js"'),
    // In a sandbox without scripts a page is as with JavaScript turned off.
    "no-script.html": sandboxed("2027.html"),
    "no-script-rendered.html": sandboxed("rendered.html"),
  });
});
after(() => receiver?.stop());

for (const engine of engines) {
  describe(engine, () => {
    let browser, widget;
    before(async () => {
      browser = await openBrowser(engine, { zone: "Asia/Tokyo" });
      widget = new Widget(browser.driver);
    });
    after(() => browser?.close());
    const open = (page, options) => widget.open(`${receiver.address}/${page}`, options);

    test("the agenda: each session in the visitor's time and in the countries'", async () => {
      await open("2023.html");
      const session = '[data-session="virtual-connection"]';
      assert.equal(await widget.text(`${session} [part~="your-time"]`), "23:00–00:35 jue 10");
      assert.equal(await widget.text(`${session} [part~="zones"]`), "10:00 Chile09:00 Colombia / Perú08:00 México");
      assert.equal(await widget.run((root) => root.querySelectorAll('[part~="session"]').length), 6);
      assert.equal(await widget.run((root) => root.querySelectorAll('[part~="day"]').length), 3);
      assert.deepEqual(await widget.errors(), []);
    });

    test("another zone, chosen by its name, and remembered for no longer than the page", async () => {
      await open("2023.html");
      await widget.click('[part~="zone-choice"] summary');
      await widget.type("#zone", "Buenos Aires\uE007");
      const own = '[data-session="virtual-connection"] [part~="your-time"]';
      await widget.until("Buenos Aires", (root, own) => root.querySelector(own).textContent.includes("11:00"), own);
      assert.match(await widget.text('[part~="zone-choice"] summary'), /^Su hora: Buenos Aires/);
      await widget.reload();
      assert.match(await widget.text(own), /^23:00/);
      assert.deepEqual(await widget.errors(), []);
    });

    test("what was entered is there after a reload; sent, it is in the receiver, once", async () => {
      const email = `${engine}@example.org`;
      await open("2027.html");
      await widget.click('[data-session="keynote"] .choose');
      await fill(widget, email);
      await widget.reload();
      await widget.find('[name="email"]');
      await widget.until("what was entered", (root) => root.querySelector('[name="email"]').value !== "");
      for (const [name, value] of Object.entries({ ...answers, email })) assert.equal(await widget.value(`[name="${name}"]`), value, name);
      await widget.click('.send button');
      await widget.find('[part~="done"]');
      const rows = receiver.registrations().filter((row) => row["answer.email"] === email);
      assert.equal(rows.length, 1);
      assert.equal(rows[0].sessions, "keynote");
      assert.equal(rows[0].status, "confirmed");
      assert.equal(rows[0].timezone, "Asia/Tokyo");
      await widget.reload();
      await widget.find('[part~="done"]');
      assert.deepEqual(await widget.errors(), []);
    });

    test("without JavaScript there is the fallback, or the agenda in HTML", async () => {
      await browser.driver.get(`${receiver.address}/no-script.html`);
      assert.deepEqual(await inFrame(browser.driver, ".fallback"), { hasRoot: false, isSeen: true });
      await browser.driver.get(`${receiver.address}/no-script-rendered.html`);
      assert.deepEqual(await inFrame(browser.driver, '[part~="session"]'), { hasRoot: true, isSeen: true });
    });

    test("after a failure it says so, with the fallback below", async () => {
      await open("alone.html");
      await widget.find('[role="alert"]');
      assert.match(await widget.text("details"), /huso_bg\.wasm, buscado en .*: el servidor respondió 404/);
      assert.ok(await browser.driver.executeScript("return document.querySelector('.fallback').getBoundingClientRect().height > 0"));
      assert.deepEqual(await widget.errors(), []);
    });

    test("the program takes the place of the agenda in HTML, and what is read stays where it is", async () => {
      await open("rendered.html");
      await widget.find(".prerendered");
      await widget.until("the style sheet", (root) => Boolean(root.querySelector("link").sheet));
      const row = '[data-session="pitch-sessions"] [part~="session-title"]';
      await widget.run((root, row) => {
        root.querySelector(row).scrollIntoView({ block: "center", behavior: "instant" });
      }, row);
      const top = () => widget.run((root, row) => root.querySelector(row).getBoundingClientRect().top, row);
      const before = await top();
      await widget.run(() => {
        document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "huso.js" }));
      });
      await widget.gone(".prerendered");
      await widget.find('[part~="registration"] form');
      assert.ok(Math.abs((await top()) - before) <= 1, `it moved from ${before} to ${await top()}`);
      await widget.click('[data-session="pitch-sessions"] .choose');
      assert.deepEqual(await widget.errors(), []);
    });
  });
}

const answers = { name: "Ana Rojas", country: "CL", participation: "public", "consent-data": true };

async function fill(widget, email) {
  await widget.type('[name="name"]', answers.name);
  await widget.type('[name="email"]', email);
  await widget.select('[name="country"]', answers.country);
  await widget.select('[name="participation"]', answers.participation);
  await widget.click('[name="consent-data"]');
}

// Whether the element in a page's frame has a shadow root, and whether what is in it or in its root is seen.
function inFrame(driver, selector) {
  const look = () => {
    const element = document.querySelector("iframe").contentDocument?.querySelector("huso-event");
    if (!element) return undefined;
    const found = (element.shadowRoot ?? element).querySelector(arguments[0]);
    return { hasRoot: Boolean(element.shadowRoot), isSeen: found?.getBoundingClientRect().height > 0 };
  };
  const script = `return (${look.toString().replace("() =>", "function () ")}).apply(null, arguments)`;
  return driver.wait(() => driver.executeScript(script, selector), 15_000, "the frame");
}
