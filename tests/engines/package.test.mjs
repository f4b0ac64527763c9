// Beyond the smoke set, in every engine: files held to their hashes, and the page for an iframe. `cargo xtask engines`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { By } from "selenium-webdriver";
import { event2027, hostPage, startReceiver } from "../e2e/helpers.mjs";
import { engines, openBrowser } from "./engines.mjs";
import { Widget } from "./widget.mjs";

const dist = process.env.HUSO_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const file = (name) => readFileSync(join(dist, name));
const element = `<huso-event src="examples/${event2027}.json"><p class="fallback">La agenda, como texto.</p></huso-event>`;
const lines = file("snippet-integrity.html").toString().split("\n").slice(0, 2).join("");
const module_ = '<script type="module" src="huso.js"></script>';

let inner, outer;
before(async () => {
  inner = await startReceiver();
  const frame = `<iframe data-huso-frame title="Agenda" src="${inner.address}/frame.html?src=examples/${event2027}.json" width="100%" height="300"></iframe>`;
  outer = await startReceiver({
    "held.html": hostPage(element, { head: lines }).replace(module_, ""),
    "frame.html": hostPage(frame).replace(module_, '<script type="module" src="frame-host.js"></script>'),
  });
});
after(async () => {
  await inner?.stop();
  await outer?.stop();
});

for (const engine of engines) {
  describe(engine, () => {
    let browser, widget;
    before(async () => {
      browser = await openBrowser(engine);
      widget = new Widget(browser.driver);
    });
    after(() => browser?.close());

    test("held to its hash the program runs; with another one there is the fallback, and why", async () => {
      await widget.open(`${outer.address}/held.html`);
      await widget.find('[part~="registration"] form');
      outer.publish("huso_bg.wasm", Buffer.concat([file("huso_bg.wasm"), Buffer.from([0, 2, 1, 0x78])]));
      // Another address, so that no cache has it.
      await widget.open(`${outer.address}/held.html?${engine}`);
      await widget.find('[role="alert"]');
      assert.match(await widget.text("details"), /huso_bg\.wasm, buscado en .*\(integrity\)/);
      outer.publish("huso_bg.wasm", file("huso_bg.wasm"));
    });

    test("a frame of another origin is as high as the agenda in it", async () => {
      const { driver } = browser;
      await driver.get(`${outer.address}/frame.html`);
      const frame = await driver.findElement(By.css("iframe"));
      const outside = () => driver.executeScript("return arguments[0].clientHeight", frame);
      const inside = async () => {
        await driver.switchTo().frame(frame);
        const height = await driver.executeScript("return Math.ceil(document.body.getBoundingClientRect().height)");
        await driver.switchTo().defaultContent();
        return height;
      };
      await driver.wait(async () => (await outside()) > 1000 && (await outside()) === (await inside()), 15_000, "the frame's height");
    });
  });
}
