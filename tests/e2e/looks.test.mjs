// What one would be ashamed of in a picture (`cargo xtask pictures`), and can be measured.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const looks = JSON.parse(readFileSync(new URL("fixtures/looks.json", import.meta.url), "utf8"));
looks.registration.fields[1].hint = "Ahí enviaremos el enlace de conexión.";
const fonts = ["system-ui", "Verdana, 'DejaVu Sans'", "Georgia, serif", "Arial, 'Liberation Sans'"];
const fontPage = (index) => `font-${index}.html`;
let receiver;
before(async () => {
  const element = '<huso-event src="looks.json" link></huso-event>';
  const files = { "looks.html": hostPage(element), "vivo.html": hostPage('<huso-event src="looks.json" theme="vivo" link></huso-event>') };
  for (const [index, font] of fonts.entries()) {
    files[fontPage(index)] = hostPage(element, { head: `<style>body { margin: 16px; font-family: ${font} }</style>` });
  }
  receiver = await startReceiver(files, { "looks.json": JSON.stringify(looks) });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open({ path = "looks.html", view = "list", ...options } = {}) {
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires", ...options });
  await page.clock.setFixedTime(new Date("2027-08-11T15:20:00Z"));
  await page.goto(`${receiver.address}/${path}#huso-looks=view:${view}`);
  await page.locator("huso-event form").waitFor();
  return page;
}
const box = (locator) => locator.first().boundingBox();

async function openPlan(page) {
  for (const id of ["questions", "indicators"]) await page.locator(`[data-session="${id}"] .choose`).click();
  await page.locator(".basket .plain").click();
  await page.locator(".planned").waitFor();
}

test("a question's hint is seen on a phone, too", async () => {
  const page = await open({ width: 360, hasTouch: true, isMobile: true });
  assert.ok(await page.locator("form .hint", { hasText: "Ahí enviaremos" }).isVisible());
  await page.context().close();
});

test("on a phone the tools stand in one line, on hosts of every font", async () => {
  for (const width of [320, 360]) {
    for (const index of fonts.keys()) {
      const page = await open({ path: fontPage(index), width });
      const tops = await page.locator(".tools > :visible").evaluateAll((all) => all.map((tool) => tool.getBoundingClientRect().top));
      assert.ok(tops.length > 2 && Math.max(...tops) - Math.min(...tops) < 4, `${fonts[index]} at ${width}: ${tops}`);
      await page.context().close();
    }
  }
});

test("the form stands beside the plan where there is room, and below it where there is none", async () => {
  for (const [width, isBeside] of [[1280, true], [360, false]]) {
    const page = await open({ width });
    await openPlan(page);
    const [row, form] = [await box(page.locator(".session:visible")), await box(page.locator(".registration"))];
    assert.equal(form.x >= row.x + row.width, isBeside, `${width}: the form at ${form.x}, the rows to ${row.x + row.width}`);
    assert.equal(form.y < row.y, isBeside);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
    await page.context().close();
  }
});

test("a pause has two lines on a phone", async () => {
  const page = await open({ width: 360 });
  const [mine, zones, opener] = await Promise.all([".mine", ".zones", ".opener"].map((part) => box(page.locator(`[data-session=break] ${part}`))));
  assert.ok(opener.y < mine.y + mine.height, "what opens it stands on its first line");
  const row = await box(page.locator("[data-session=break]"));
  assert.ok(zones.y + zones.height > row.y + row.height - 12, "and nothing below the countries' times");
  await page.context().close();
});

test("round corners cut off no letters in the grid", async () => {
  const page = await open({ path: "vivo.html", view: "grid" });
  const title = page.locator(".block h4 button").first();
  await title.waitFor();
  assert.equal(await title.evaluate((button) => getComputedStyle(button).borderRadius), "0px");
  await page.context().close();
});

test("on paper, the places' names stand on each page, and the visitor's own scale is there", async () => {
  const page = await open({ width: 794, path: "looks.html" });
  await page.emulateMedia({ media: "print" });
  const head = page.locator(".day-head").first();
  assert.equal(await head.evaluate((one) => getComputedStyle(one).display), "table-header-group");
  for (const place of ["Buenos Aires", "Chile", "México"]) assert.ok(await head.getByText(place, { exact: true }).isVisible(), place);
  // Each name above its times.
  const [label, time] = [await box(head.getByText("México", { exact: true })), await box(page.locator("[data-session=questions] .zone").last())];
  assert.ok(Math.abs(label.x - time.x) < 2, `${label.x} ${time.x}`);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => (location.hash = "huso-looks=view:ruler"));
  await page.locator(".drawing > svg").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".place-label.own").isVisible());
  await page.context().close();
});
