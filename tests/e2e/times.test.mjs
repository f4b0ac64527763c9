// The right times, wherever the visitor is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
  "Asia/Tokyo": ["Su hora: Tokio", "23:00–00:35 jue 10"],
};

// What a sighted visitor reads of an event that is over.
const visible = (locator) =>
  locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const spoken of copy.querySelectorAll(".spoken, .short")) spoken.remove();
    return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
  });

for (const [zone, [label, own]] of Object.entries(seen)) {
  test(`the example of 2023 as seen from ${zone}`, async () => {
    const page = await newPage({ zone });
    await page.goto(`${receiver.address}/2023.html`);
    const row = page.locator('[data-session="virtual-connection"]');
    assert.equal(await visible(row.locator(".mine")), own);
    assert.equal(await page.locator(".mine-label").first().textContent(), label);
    assert.deepEqual(await Promise.all((await row.locator(".zones .zone").all()).map(visible)), [
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
  assert.deepEqual(await Promise.all((await row.locator(".zones .zone").all()).map(visible)), [
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

// From an evening that ends at 24:00 on 5 September 2026, when Chile's clocks go on to 01:00.
test("24:00 is the end of its day, also where clocks skip midnight", async () => {
  const session = { id: "late", title: "Cierre", start: "2026-09-05T22:00", end: "2026-09-05T24:00", registration: { closes: "2026-09-04T24:00" } };
  const event = {
    huso: 1, id: "late", title: "Cierre", timezone: "America/Santiago", sessions: [session, { ...session, id: "usual", start: "2026-09-04T22:00", end: "2026-09-04T24:00" }],
    registration: { choose: "sessions", closes: "2026-09-05T24:00", endpoint: { url: "https://example.org/" }, fields: [{ id: "name", type: "text", label: "Nombre" }] },
  };
  receiver.publish("late.json", JSON.stringify(event));
  receiver.publish("late.html", hostPage('<huso-event src="late.json"></huso-event>'));
  receiver.publish("late12.html", hostPage('<huso-event src="late.json" hour-cycle="h12"></huso-event>'));
  const look = async (zone, name = "late") => {
    const page = await newPage({ zone });
    await page.clock.setFixedTime(new Date("2026-09-01T12:00:00Z"));
    await page.goto(`${receiver.address}/${name}.html`);
    await page.locator("huso-event form").waitFor();
    assert.equal(await page.locator(".notice").count(), 0, "no fault");
    const ends = page.locator('[data-session="late"] .mine time').nth(1);
    const shown = {
      late: await visible(page.locator('[data-session="late"] .mine')),
      usual: await visible(page.locator('[data-session="usual"] .mine')),
      instant: new Date(await ends.getAttribute("datetime")).toISOString(),
      period: await page.locator(".period").textContent(),
      limit: await page.locator("label .optional").first().textContent(),
    };
    await page.context().close();
    return shown;
  };
  const instant = "2026-09-06T04:00:00.000Z";
  assert.deepEqual(await look("America/Santiago"), {
    late: "22:00–24:00", usual: "22:00–24:00", instant,
    period: "Inscripciones abiertas hasta el sábado 5 de septiembre de 2026, 24:00.", limit: " (hasta el viernes 4 de septiembre de 2026, 24:00)",
  });
  assert.deepEqual(await look("America/Bogota"), {
    late: "21:00–23:00", usual: "21:00–23:00", instant,
    period: "Inscripciones abiertas hasta el sábado 5 de septiembre de 2026, 23:00.", limit: " (hasta el viernes 4 de septiembre de 2026, 23:00)",
  });
  const buenosAires = await look("America/Argentina/Buenos_Aires");
  assert.deepEqual([buenosAires.late, buenosAires.instant], ["23:00–01:00 dom 6", instant]);
  assert.equal((await look("America/Santiago", "late12")).late, "10:00 p. m.–12:00 a. m. dom 6");
});

// From a page in en-US that said “11 August”. Every region is compared with CLDR in crates/agenda/tests/cldr.rs.
for (const [lang, day, dates] of [
  ["en-US", "Wednesday, August 9, 2023", "August 9–17, 2023"],
  ["en-GB", "Wednesday, 9 August 2023", "9–17 August 2023"],
  ["es-AR", "miércoles 9 de agosto de 2023", "9–17 de agosto de 2023"],
  ["pt-PT", "quarta-feira, 9 de agosto de 2023", "9–17 de agosto de 2023"],
]) {
  test(`dates in ${lang}`, async () => {
    receiver.publish(`${lang}.html`, hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>', { lang }));
    const page = await newPage({ locale: lang });
    await page.goto(`${receiver.address}/${lang}.html`);
    assert.equal(await page.locator(".day h3").first().textContent(), day);
    assert.equal(await page.locator(".dates").textContent(), dates);
    await page.context().close();
  });
}

test("a page in another language takes the event's own region", async () => {
  const file = readFileSync(new URL("../../examples/pacific-alliance-2023.json", import.meta.url), "utf8");
  receiver.publish("us.json", JSON.stringify({ ...JSON.parse(file), language: "en-US" }));
  receiver.publish("fr.html", hostPage('<huso-event src="us.json"></huso-event>', { lang: "fr" }));
  const page = await newPage();
  await page.goto(`${receiver.address}/fr.html`);
  assert.equal(await page.locator(".day h3").first().textContent(), "Wednesday, August 9, 2023");
  await page.context().close();
});
