// The right times, wherever the visitor is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  receiver = await startReceiver({
    "2023.html": hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>'),
    "attributes.html": hostPage(
      `<huso-event src="examples/pacific-alliance-2023.json" lang="en" hour-cycle="h12"
        zones="America/Sao_Paulo,America/Argentina/Buenos_Aires,UTC"></huso-event>`,
    ),
  });
});
after(async () => {
  await closeBrowser();
  assert.equal(await receiver.stop(), 0, "the receiver stops by itself when told to");
});

// 9 August 2023, 14:00–15:35 UTC: the keynote's virtual connection.
const seen = {
  "America/Santiago": ["Su hora: Chile", "10:00–11:35"],
  "America/Bogota": ["Su hora: Colombia", "09:00–10:35"],
  "America/Lima": ["Su hora: Perú", "09:00–10:35"],
  "America/Mexico_City": ["Su hora: México", "08:00–09:35"],
  "America/Argentina/Buenos_Aires": ["Su hora: Buenos Aires", "11:00–12:35"],
  "Asia/Tokyo": ["Su hora: Tokio", "23:00–00:35 (jue 10)"],
};

// What a sighted visitor reads of an event that is over.
const visible = (locator) =>
  locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const spoken of copy.querySelectorAll(".spoken, .phase")) spoken.remove();
    return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
  });

for (const [zone, [label, own]] of Object.entries(seen)) {
  test(`the example of 2023 as seen from ${zone}`, async () => {
    const page = await newPage({ zone });
    await page.goto(`${receiver.address}/2023.html`);
    const row = page.locator('[data-session="virtual-connection"]');
    assert.equal(await visible(row.locator(".mine")), own);
    assert.equal(await page.locator(".mine-label").first().textContent(), label);
    assert.deepEqual(await Promise.all((await row.locator(".zones li").all()).map(visible)), [
      "10:00 Chile", "09:00 Colombia / Perú", "08:00 México",
    ]);
    assert.equal(await row.locator(".mine time").first().getAttribute("datetime").then((text) => new Date(text).toISOString()), "2023-08-09T14:00:00.000Z");
    assert.deepEqual(await page.locator(".day h3").allTextContents(), [
      "miércoles 9 de agosto de 2023", "miércoles 16 de agosto de 2023", "jueves 17 de agosto de 2023",
    ]);
    assert.equal(await page.locator(".session").count(), 6);
    assert.match(await page.locator(".over").textContent(), /terminó el jueves 17 de agosto de 2023/);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("attributes choose language, zones and clock", async () => {
  const page = await newPage({ zone: "Europe/Madrid" });
  await page.goto(`${receiver.address}/attributes.html`);
  const row = page.locator('[data-session="virtual-connection"]');
  assert.equal(await visible(row.locator(".mine")), "4:00–5:35 pm");
  assert.deepEqual(await Promise.all((await row.locator(".zones li").all()).map(visible)), [
    "11:00 am São Paulo / Buenos Aires", "2:00 pm UTC",
  ]);
  assert.equal(await page.locator(".day h3").first().textContent(), "Wednesday, 9 August 2023");
  await page.locator("huso-event").evaluate((element) => element.setAttribute("lang", "pt"));
  await page.getByText("quarta-feira, 9 de agosto de 2023").waitFor();
  await page.context().close();
});

for (const width of [320, 360, 768, 1280]) {
  test(`nothing is wider than a page of ${width} px`, async () => {
    const page = await newPage({ width, zone: "Asia/Tokyo" });
    await page.goto(`${receiver.address}/2023.html`);
    await page.locator(".session").first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
}
