// Sessions into the visitor's calendar: files, web calendars, a subscription.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const event = {
  huso: 1, id: "feria", title: "Feria; sur", timezone: "America/Santiago", url: "https://example.org/feria",
  calendar: "events/pacific-alliance-2027/calendar.ics",
  venues: [{ id: "sala", name: "Sala ñ, 1" }],
  sessions: [
    { id: "early", title: "Bienvenida", start: "2027-08-10T09:00", end: "2027-08-10T10:00" },
    {
      id: "keynote", title: "Ñandú & ñu: 100 % + 1", summary: "Línea 1\n\nLínea 2", start: "2027-08-11T09:30", end: "2027-08-11T10:35",
      venue: "sala", links: [{ rel: "join", url: "sala.html?x=1&y=2" }],
    },
    { id: "pause", title: "Café", kind: "break", start: "2027-08-11T10:35", end: "2027-08-11T11:00" },
    { id: "off", title: "Taller", status: "cancelled", start: "2027-08-11T11:00", end: "2027-08-11T12:00" },
    { id: "day", title: "Visitas", date: "2027-08-12" },
    { id: "open", title: "Clausura" },
  ],
};

let receiver;
before(async () => {
  receiver = await startReceiver({
    "feria.json": JSON.stringify(event),
    "host.html": hostPage('<huso-event src="feria.json"></huso-event>'),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(now, options) {
  const page = await newPage(options);
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${receiver.address}/host.html`);
  await page.locator(".session").first().waitFor();
  return page;
}

const menu = (page, title) => page.getByRole("button", { name: `Calendario: ${title}` });

// The row is opened first: the menu is disclosed with it.
async function openMenu(page, title) {
  await page.getByRole("button", { name: `Detalles: ${title}` }).click();
  await menu(page, title).click();
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n")), "folded, CRLF only");
  return { name: download.suggestedFilename(), lines: text.replaceAll("\r\n ", "").split("\r\n") };
}

function assertHas(lines, wanted) {
  for (const line of wanted) assert.ok(lines.includes(line), `${line}\nis not in\n${lines.join("\n")}`);
}

test("one session as a file", async () => {
  const page = await open("2027-08-01T12:00:00Z");
  await openMenu(page, "Ñandú");
  const { name, lines } = await saved(page, page.locator('[data-session="keynote"]').getByRole("button", { name: "Archivo .ics" }));
  assert.equal(name, "keynote.ics");
  assertHas(lines, [
    "UID:keynote.feria@huso", "DTSTAMP:20270801T120000Z", "SEQUENCE:0", "STATUS:CONFIRMED",
    "TZID:America/Santiago", "TZOFFSETTO:-0400",
    "DTSTART;TZID=America/Santiago:20270811T093000", "DTEND;TZID=America/Santiago:20270811T103500",
    "SUMMARY:Ñandú & ñu: 100 % + 1 – Feria\\; sur", "LOCATION:Sala ñ\\, 1", "URL:https://example.org/feria",
    `CONFERENCE;VALUE=URI;LABEL="Conectarse":${receiver.address}/sala.html?x=1&y=2`,
    `DESCRIPTION:Línea 1\\n\\nLínea 2\\n\\n${receiver.address}/sala.html?x=1&y=2\\n\\nhttps://example.org/feria`,
  ]);
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// 09:30 in Chile's winter is 13:30 UTC; Yahoo takes the visitor's own clocks.
for (const [zone, yahoo] of [["America/Bogota", "20270811T083000"], ["Asia/Tokyo", "20270811T223000"]]) {
  test(`links to web calendars, from ${zone}`, async () => {
    const page = await open("2027-08-01T12:00:00Z", { zone });
    await openMenu(page, "Ñandú");
    const links = page.locator('[data-session="keynote"] .links a[target="_blank"]');
    await links.first().waitFor();
    assert.deepEqual(await links.allTextContents(), ["Google", "Outlook", "Microsoft 365", "Yahoo"]);
    const [google, outlook, office, own] = await links.evaluateAll((all) => all.map((link) => {
      const { host, pathname, searchParams } = new URL(link.href);
      return { host, pathname, rel: link.rel, ...Object.fromEntries(searchParams) };
    }));
    const title = "Ñandú & ñu: 100 % + 1 – Feria; sur";
    const text = `Línea 1\n\nLínea 2\n\n${receiver.address}/sala.html?x=1&y=2\n\nhttps://example.org/feria`;
    assert.deepEqual(google, {
      host: "calendar.google.com", pathname: "/calendar/render", rel: "noopener noreferrer", action: "TEMPLATE",
      dates: "20270811T133000Z/20270811T143500Z", text: title, location: "Sala ñ, 1", details: text,
    });
    assert.deepEqual(outlook, {
      host: "outlook.live.com", pathname: "/calendar/0/deeplink/compose", rel: "noopener noreferrer",
      path: "/calendar/action/compose", rru: "addevent", startdt: "2027-08-11T13:30:00Z", enddt: "2027-08-11T14:35:00Z",
      subject: title, location: "Sala ñ, 1", body: text,
    });
    assert.deepEqual(office, { ...outlook, host: "outlook.office.com" });
    assert.equal(own.host, "calendar.yahoo.com");
    assert.deepEqual([own.ST, own.TITLE, own.in_loc, own.DESC], [yahoo, title, "Sala ñ, 1", text]);
    await page.context().close();
  });
}

// From a visitor in Santiago who looked at Bangkok's times: Yahoo shows what stands there on the device's clocks.
test("Yahoo's link goes by the device, also where another zone is shown", async () => {
  const page = await newPage({ zone: "America/Santiago" });
  await page.addInitScript(() => localStorage.setItem("huso.zone", "Asia/Bangkok"));
  await page.clock.setFixedTime(new Date("2027-08-01T12:00:00Z"));
  await page.goto(`${receiver.address}/host.html`);
  await page.getByText("Su hora: Bangkok").first().waitFor();
  assert.match(await page.locator('[data-session="keynote"] .mine').textContent(), /20:30/);
  await openMenu(page, "Ñandú");
  const links = await page.locator('[data-session="keynote"] .links a[target="_blank"]').evaluateAll((all) => all.map((link) => Object.fromEntries(new URL(link.href).searchParams)));
  assert.deepEqual([links[3].ST, links[3].ET], ["20270811T093000", "20270811T103500"]);
  assert.equal(links[0].dates, "20270811T133000Z/20270811T143500Z");
  assert.equal(links[1].startdt, "2027-08-11T13:30:00Z");
  await page.context().close();
});

test("a whole day is a date in every calendar", async () => {
  const page = await open("2027-08-01T12:00:00Z", { zone: "Asia/Tokyo" });
  await openMenu(page, "Visitas");
  const links = await page.locator('[data-session="day"] .links a').evaluateAll((all) => all.map((link) => Object.fromEntries(new URL(link.href).searchParams)));
  assert.equal(links[0].dates, "20270812/20270813");
  assert.deepEqual([links[1].startdt, links[1].enddt, links[1].allday], ["2027-08-12", "2027-08-13", "true"]);
  assert.deepEqual([links[3].ST, links[3].DUR, links[3].ET], ["20270812", "allday", undefined]);
  await page.context().close();
});

test("the keyboard opens it, walks through it and closes it", async () => {
  const page = await open("2027-08-01T12:00:00Z");
  const button = menu(page, "Bienvenida");
  const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.textContent);
  await page.getByRole("button", { name: "Detalles: Bienvenida" }).focus();
  await page.keyboard.press("Enter");
  await button.focus();
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await page.locator('[data-session="early"] .links a').first().waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const walked = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press("Tab");
    walked.push(await focused());
  }
  assert.deepEqual(walked, ["Archivo .ics", "Google", "Outlook", "Microsoft 365", "Yahoo"]);
  await button.focus();
  await page.keyboard.press("Space");
  await page.locator('[data-session="early"] .links a').first().waitFor({ state: "detached" });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await page.context().close();
});

test("the whole agenda as a file, and to subscribe to", async () => {
  const page = await open("2027-08-01T12:00:00Z");
  const { name, lines } = await saved(page, page.getByRole("button", { name: "Toda la agenda (.ics)" }));
  assert.equal(name, "feria.ics");
  assert.deepEqual(lines.filter((line) => line.startsWith("UID:")), ["early", "keynote", "pause", "off", "day"].map((id) => `UID:${id}.feria@huso`));
  assertHas(lines, ["SUMMARY:Cancelada: Taller – Feria\\; sur", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20270812"]);
  const address = await page.getByRole("link", { name: "Suscribirse al calendario" }).getAttribute("href");
  assert.equal(address, `${receiver.address.replace("http:", "webcal:")}/events/pacific-alliance-2027/calendar.ics`);
  const answer = await fetch(address.replace("webcal:", "http:"));
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
  await page.context().close();
});

// From Android, where nothing listens to webcal.
const copies = {
  es: ["Copiar la dirección del calendario", "Dirección copiada", "No se pudo copiar"],
  en: ["Copy the calendar’s address", "Address copied", "It could not be copied"],
  pt: ["Copiar o endereço do calendário", "Endereço copiado", "Não foi possível copiar"],
};
for (const [lang, [label, copied, failed]] of Object.entries(copies)) {
  test(`${lang}: the calendar's address can be copied, and selected where it can't`, async () => {
    const address = `${receiver.address}/events/pacific-alliance-2027/calendar.ics`;
    receiver.publish(`${lang}.html`, hostPage('<huso-event src="feria.json"></huso-event>', { lang }));
    const go = async (options) => {
      const page = await newPage({ locale: lang, width: 320, ...options });
      await page.clock.setFixedTime(new Date("2027-08-01T12:00:00Z"));
      return page;
    };
    let page = await go({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.getByRole("button", { name: label }).focus();
    await page.keyboard.press("Enter");
    const told = page.locator(".copy [role=status]");
    await told.filter({ hasText: copied }).waitFor();
    assert.ok((await told.textContent()).endsWith(address));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
    await assertNoViolations(page, "copied");
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
    await page.context().close();
    // Pages without https have no clipboard.
    page = await go();
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
    await page.goto(`${receiver.address}/${lang}.html`);
    await page.getByRole("button", { name: label }).click();
    await page.locator(".copy [role=status]").filter({ hasText: failed }).waitFor();
    assert.ok((await page.locator(".copy [role=status]").textContent()).endsWith(address));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("what is over, off or a pause is for no calendar", async () => {
  const shown = async (now) => {
    const page = await open(now);
    const titles = await page.locator("[data-session] .links button[aria-expanded]").evaluateAll((all) => all.map((button) => button.closest("[data-session]").dataset.session));
    const whole = await page.getByRole("button", { name: "Toda la agenda (.ics)" }).count();
    await page.context().close();
    return [titles, whole];
  };
  assert.deepEqual(await shown("2027-08-01T12:00:00Z"), [["early", "keynote", "day"], 1]);
  assert.deepEqual(await shown("2027-08-11T14:34:00Z"), [["keynote", "day"], 1]);
  assert.deepEqual(await shown("2027-08-11T14:36:00Z"), [["day"], 1]);
  assert.deepEqual(await shown("2027-08-13T12:00:00Z"), [[], 0]);
});
