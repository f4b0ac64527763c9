// Lighthouse's accessibility and best practices of a page with the element, on a phone and on a desktop: 100.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { startReceiver } from "./helpers.mjs";

let receiver, chrome;
before(async () => {
  receiver = await startReceiver();
  chrome = await launch({
    chromePath: process.env.HUSO_CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
});
after(async () => {
  await chrome?.kill();
  await receiver?.stop();
});

for (const [screen, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
  for (const page of ["examples/plain.html", ""]) {
    test(`${page || "the organizer's page"}, ${screen}: 100 in both`, async () => {
      const options = { port: chrome.port, onlyCategories: ["accessibility", "best-practices"], logLevel: "error" };
      const { lhr } = await lighthouse(`${receiver.address}/${page}`, options, config);
      const weights = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs);
      const isCounted = ({ id, score }) => score !== null && score < 1 && weights.some((one) => one.id === id && one.weight > 0);
      const failed = Object.values(lhr.audits).filter(isCounted).map(({ id, details }) => `${id}: ${JSON.stringify(details?.items)}`);
      assert.deepEqual(failed, []);
      for (const { id, score } of Object.values(lhr.categories)) assert.equal(score, 1, id);
    });
  }
}
