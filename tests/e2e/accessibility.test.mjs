// axe in every state and language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

// Something over, under way, soon, cancelled, rescheduled and moved, on 11 August 2027.
const session = (id, start, more) => ({ id, title: id, start: `2027-08-11T${start}`, duration: "PT1H", venue: "net", ...more });
const live = [
  session("over", "08:00", { links: [{ rel: "recording", url: "r" }] }),
  session("now", "09:30", { links: [{ rel: "join", url: "j" }] }),
  session("soon", "10:10", { links: [{ rel: "join", url: "j" }] }),
  session("off", "11:00", { status: "cancelled" }),
  session("later", "12:00", { previous_start: "2027-08-11T23:30", previous_venue: "hall", links: [{ rel: "join", url: "j" }] }),
  ...["13", "14", "15", "16", "17", "18"].map((hour) => session(`at-${hour}`, `${hour}:00`)),
];
const liveEvent = (sessions) =>
  JSON.stringify({
    huso: 1, id: "live", title: "Live", timezone: "America/Bogota",
    venues: [{ id: "net", name: "Net" }, { id: "hall", name: "Hall", kind: "onsite" }], sessions,
  });

let receiver;
before(async () => {
  const files = { "broken.json": "{", "live.json": liveEvent(live) };
  for (const lang of ["es", "en", "pt"]) {
    files[`${lang}.html`] = hostPage('<huso-event src="examples/pacific-alliance-2027.json"></huso-event>', { lang });
    files[`${lang}-past.html`] = hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>', { lang });
    files[`${lang}-live.html`] = hostPage('<huso-event src="live.json"></huso-event>', { lang });
    files[`${lang}-broken.html`] = hostPage('<huso-event src="broken.json"></huso-event>', { lang });
  }
  receiver = await startReceiver(files);
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

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
  for (const [scheme, width] of [["dark", 1280], ["light", 360]]) {
    test(`${lang}, ${scheme}, ${width} px: no violations while the event takes place and changes`, async () => {
      receiver.publish("live.json", liveEvent(live));
      const page = await newPage({ scheme, width, zone: "America/Mexico_City", locale: lang });
      await page.clock.install({ time: new Date("2027-08-11T15:00:00Z") });
      await page.goto(`${receiver.address}/${lang}-live.html`);
      await page.locator(".jump").waitFor();
      assert.equal(await page.locator(".phase").count(), 3);
      await assertNoViolations(page, "live");
      receiver.publish("live.json", liveEvent([...live.slice(1, 4), session("new", "20:00"), session("later", "12:30")]));
      await page.clock.setSystemTime(new Date("2027-08-11T15:02:00Z"));
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await page.locator(".news summary").click();
      await page.locator(".news li").first().waitFor();
      await assertNoViolations(page, "news");
      await page.context().close();
    });
  }
  test(`the organizer's page in ${lang}: no violations`, async () => {
    const page = await newPage({ locale: lang });
    await page.goto(`${receiver.address}/`);
    await page.locator(".drop").waitFor();
    await assertNoViolations(page, "empty");
    await page.locator(".kinds li button").last().click();
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
