// axe in the states that a delivery has, in three languages; and with forced colours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, event2027, hostPage, newPage, startEndpoint, startReceiver } from "./helpers.mjs";

let receiver, endpoint, answer;
before(async () => {
  receiver = await startReceiver();
  endpoint = await startEndpoint((response) => answer(response));
  for (const lang of ["es", "en", "pt"]) {
    receiver.publish(`${lang}.html`, hostPage(`<huso-event src="examples/${event2027}.json" endpoint="${endpoint.address}"></huso-event>`, { lang }));
  }
});
after(async () => {
  endpoint.stop();
  await closeBrowser();
  await receiver.stop();
});

for (const [lang, width, scheme] of [["es", 360, "light"], ["en", 768, "dark"], ["pt", 320, "light"]]) {
  test(`${lang}: no violations while it waits, tries again, is not known, comes back`, async () => {
    const page = await newPage({ width, scheme, locale: lang, forcedColors: lang === "pt" ? "active" : "none" });
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.locator("huso-event form").waitFor();
    await page.locator('[name="session-keynote"]').check();
    await page.locator("[name=name]").fill("Ana");
    await page.locator("[name=email]").fill("ana@example.org");
    await page.locator("[name=country]").selectOption("MX");
    await page.locator("[name=participation]").selectOption("public");
    await page.locator("[name=consent-data]").check();
    await page.context().setOffline(true);
    await page.locator(".send button").click();
    await page.locator(".progress").waitFor();
    await assertNoViolations(page, "offline");
    answer = (response) => response.writeHead(503, { "Retry-After": "20", "Access-Control-Expose-Headers": "Retry-After" }).end();
    await page.context().setOffline(false);
    await page.locator("fieldset.answers:disabled").waitFor();
    await page.waitForTimeout(500);
    await assertNoViolations(page, "retrying");
    answer = (response) => response.writeHead(500).end();
    await page.locator(".send button").click();
    await page.locator(".trouble").waitFor();
    await assertNoViolations(page, "unconfirmed");
    // The page is not wider than the window, which is what zooming to 400 % comes to at 320 px.
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.reload();
    await page.locator(".back").waitFor();
    await assertNoViolations(page, "restored");
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}
