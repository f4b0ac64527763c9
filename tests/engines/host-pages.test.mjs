// The pages of tests/host-pages in every engine: what tests/e2e/host-pages.test.mjs asks of Chromium in full. A long run:
// `cargo xtask engines`. HUSO_SHOTS names a folder for pictures of each.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { By, Key } from "selenium-webdriver";
import { faintTexts } from "../e2e/contrast.mjs";
import { startReceiver } from "../e2e/helpers.mjs";
import { engines, openBrowser } from "./engines.mjs";
import { Widget } from "./widget.mjs";

const folder = fileURLToPath(new URL("../host-pages/", import.meta.url));
const names = readdirSync(folder).map((name) => name.replace(/\.html$/, ""));
// These have no element of their own.
const pages = names.filter((name) => readFileSync(join(folder, `${name}.html`), "utf8").includes("<huso-event"));
// WebKitGTK's window has buttons, and is no narrower.
const WIDTHS = [480, 1280];

let receiver;
before(async () => {
  receiver = await startReceiver();
  for (const name of readdirSync(folder)) receiver.publish(name, readFileSync(join(folder, name), "utf8"));
});
after(() => receiver?.stop());

for (const engine of engines) {
  describe(engine, () => {
    let browser, widget;
    before(async () => {
      browser = await openBrowser(engine);
      widget = new Widget(browser.driver);
    });
    after(() => browser?.close());

    async function open(name, width = 1280) {
      await browser.driver.manage().window().setRect({ width, height: 900 });
      await widget.open(`${receiver.address}/${name}.html`);
      if (name === "dialog") await browser.driver.findElement(By.css("#open")).click();
    }

    for (const name of pages) {
      test(`${name}: it takes the room that there is, and every text can be read`, async () => {
        for (const width of WIDTHS) {
          await open(name, width);
          await widget.find('[part~="session"]');
          await keep(browser.driver, `${name}-${width}-${engine}`);
          const { own, excess } = await widget.run((root) => {
            const { scrollWidth, clientWidth } = document.scrollingElement;
            return { own: root.querySelector(".event").getBoundingClientRect().width, excess: scrollWidth - clientWidth };
          });
          assert.ok(own >= width * 0.6, `${own} px of ${width}`);
          assert.ok(excess <= 0, `${excess} px wider than a window of ${width}`);
          assert.deepEqual(await browser.driver.executeScript(`return (${faintTexts})({})`), []);
        }
      });
    }

    test("what the page does to texts doesn't leak in", async () => {
      const styles = [];
      for (const name of ["plain", "leaking-text", "rtl", "all-revert"]) {
        await open(name);
        await widget.find(".facts li");
        styles.push(await widget.run((root) => {
          const names = ["white-space", "text-indent", "text-transform", "letter-spacing", "word-spacing", "text-align", "text-shadow", "-webkit-user-select", "direction", "hyphens"];
          return [".session h4", ".mine", ".facts li"].map((place) => {
            const style = getComputedStyle(root.querySelector(place));
            return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
          });
        }));
      }
      for (const style of styles) assert.deepEqual(style, styles[0]);
    });

    test("adopted by the document of a frame, it looks as before", async () => {
      await open("adopted");
      await widget.find('[part~="session"]');
      const look = `(root) => [".session", ".session h4"].map((place) => getComputedStyle(root.querySelector(place))).map(({ display, fontWeight }) => display + fontWeight)`;
      const before = await widget.run(look);
      await browser.driver.executeScript('document.querySelector("iframe").contentDocument.body.append(document.querySelector("huso-event"))');
      const adopted = 'document.querySelector("iframe").contentDocument.querySelector("huso-event").shadowRoot';
      assert.deepEqual(await browser.driver.executeScript(`return (${look})(${adopted})`), before);
    });

    test("shortcuts: what is typed in a field is not the page's", async () => {
      await open("shortcuts");
      await widget.type('[name="name"]', "Jessica Rojas");
      assert.equal(await widget.value('[name="name"]'), "Jessica Rojas");
      // Shift is, in Chromium.
      assert.doesNotMatch(await browser.driver.findElement(By.css("output")).getText(), /^key\w+ .$/m);
    });

    test("dialog: Escape in a field closes it", async () => {
      await open("dialog");
      await (await widget.find('[name="name"]')).sendKeys(Key.ESCAPE);
      await browser.driver.wait(() => browser.driver.executeScript("return !document.querySelector('dialog').open"), 5000, "the dialog to close");
    });

    test("opaque-origin: the agenda and the form are there, in a frame without an origin", async () => {
      await open("opaque-origin");
      await browser.driver.switchTo().frame(await browser.driver.findElement(By.css("iframe")));
      await widget.find('[part~="registration"] form');
      await browser.driver.switchTo().defaultContent();
    });
  });
}

async function keep(driver, name) {
  const shots = process.env.HUSO_SHOTS;
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  writeFileSync(join(shots, `${name}.png`), await driver.takeScreenshot(), "base64");
}
