// axe in every state and language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  const files = { "broken.json": "{" };
  for (const lang of ["es", "en", "pt"]) {
    files[`${lang}.html`] = hostPage('<huso-event src="examples/pacific-alliance-2027.json"></huso-event>', { lang });
    files[`${lang}-past.html`] = hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>', { lang });
    files[`${lang}-broken.html`] = hostPage('<huso-event src="broken.json"></huso-event>', { lang });
  }
  receiver = await startReceiver(files);
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function assertNoViolations(page, state) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(found, [], state);
}

for (const lang of ["es", "en", "pt"]) {
  for (const [scheme, width] of [["light", 1280], ["dark", 360]]) {
    test(`${lang}, ${scheme}, ${width} px: no violations in any state`, async () => {
      const page = await newPage({ scheme, width, zone: "Asia/Tokyo", locale: lang });
      await page.goto(`${receiver.address}/${lang}.html`);
      await page.locator(".session").first().waitFor();
      await assertNoViolations(page, "open");
      await page.locator(".choose").first().click();
      await page.locator(".send button").click();
      await page.locator(".trouble").waitFor();
      await assertNoViolations(page, "faults");
      await page.locator("[name=name]").fill("Ana");
      await page.locator("[name=email]").fill(`${lang}${width}@example.org`);
      await page.locator("[name=country]").selectOption("MX");
      await page.locator("[name=participation]").selectOption("public");
      await page.locator("[name=consent-data]").check();
      await page.locator(".send button").click();
      await page.locator(".done").waitFor();
      await assertNoViolations(page, "done");
      await page.goto(`${receiver.address}/${lang}-past.html`);
      await page.locator(".over").waitFor();
      await assertNoViolations(page, "past");
      await page.goto(`${receiver.address}/${lang}-broken.html`);
      await page.locator("summary").click();
      await assertNoViolations(page, "broken");
      await page.context().close();
    });
  }
  test(`the organizer's page in ${lang}: no violations`, async () => {
    const page = await newPage({ locale: lang });
    await page.goto(`${receiver.address}/`);
    await page.locator(".open").waitFor();
    await assertNoViolations(page, "empty");
    await page.locator("button.quiet").click();
    await page.locator("huso-event .session").first().waitFor();
    await assertNoViolations(page, "previews");
    await page.context().close();
  });
}

test("every target is at least 24 px high and wide", async () => {
  const page = await newPage({ width: 360 });
  await page.goto(`${receiver.address}/es.html`);
  await page.locator(".session").first().waitFor();
  const small = await page.evaluate(() => {
    const targets = document.querySelector("huso-event").shadowRoot.querySelectorAll("button, a, select, textarea, input:not([type=checkbox]), .check");
    return [...targets].filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80));
  });
  assert.deepEqual(small, []);
  await page.context().close();
});
