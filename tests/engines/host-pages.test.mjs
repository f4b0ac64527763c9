// tests/host-pages in each engine: width, texts, colours, keys. What is finer is in tests/e2e/host-pages.test.mjs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { faintTexts } from "../e2e/contrast.mjs";
import { startReceiver } from "../e2e/helpers.mjs";
import { engines, openBrowser } from "./engines.mjs";
import { Widget } from "./widget.mjs";

const folder = fileURLToPath(new URL("../host-pages/", import.meta.url));
const LAYOUTS = [
  "plain", "flex-item", "flex-item-beside", "grid-auto-item", "grid-centred", "table-cell", "float", "beside-float", "inline-block",
  "absolute", "fit-content", "flex-host", "dialog", "all-revert", "framework", "leaking-text", "leaking-everywhere",
];

let receiver;
before(async () => {
  receiver = await startReceiver();
  for (const name of readdirSync(folder)) receiver.publish(name, readFileSync(folder + name, "utf8"));
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

    async function open(name) {
      await browser.driver.get(`${receiver.address}/${name}.html`);
      if (name === "dialog") await browser.driver.executeScript('document.querySelector("#open").click()');
      await widget.until("the form", (root) => root.querySelectorAll(".session").length > 5 && root.querySelector("form"));
    }

    for (const name of LAYOUTS) {
      test(`${name}: it takes the room that there is, and no more`, async () => {
        // Firefox's window is no narrower than 450.
        for (const [width, least] of [[500, 300], [1280, 800]]) {
          await browser.driver.manage().window().setRect({ width, height: 900 });
          await open(name);
          const seen = await widget.run((root) => {
            const { scrollingElement } = document;
            return [root.querySelector(".event").getBoundingClientRect().width, scrollingElement.scrollWidth - scrollingElement.clientWidth];
          });
          assert.ok(seen[0] >= least && seen[1] <= 0, `${width}: ${seen}`);
        }
      });
    }

    test("what the page does to texts doesn't leak in", async () => {
      const styles = [];
      for (const name of ["plain", "leaking-text", "rtl", "all-revert"]) {
        await open(name);
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

    test("a dark page without color-scheme: every text has 4.5 : 1", async () => {
      await open("dark-without-scheme");
      assert.deepEqual(await browser.driver.executeScript(`return (${faintTexts})()`), []);
      await widget.click(".choose");
      await widget.find(".basket");
      assert.deepEqual(await browser.driver.executeScript(`return (${faintTexts})()`), []);
    });

    test("what is typed in a field is not the page's", async () => {
      await open("shortcuts");
      await widget.type('[name="name"]', "Jessica Rojas N/");
      assert.equal(await widget.value('[name="name"]'), "Jessica Rojas N/");
      const seen = await browser.driver.executeScript('return document.querySelector("output").textContent');
      assert.equal(seen.replaceAll(/^key(down|up) Shift\n/gm, ""), "");
    });

    test("adopted by the document of a frame, it looks as before", async () => {
      await open("adopted");
      const look = `(root) => [".session", ".session h4"].map((place) => getComputedStyle(root.querySelector(place))).map(({ display, fontWeight }) => display + fontWeight)`;
      const before = await widget.run(look);
      await browser.driver.executeScript('document.querySelector("iframe").contentDocument.body.append(document.querySelector("huso-event"))');
      const adopted = 'document.querySelector("iframe").contentDocument.querySelector("huso-event").shadowRoot';
      assert.deepEqual(await browser.driver.executeScript(`return (${look})(${adopted})`), before);
    });
  });
}
