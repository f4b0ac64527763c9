// The visitor's own time: whatever zone the browser tells, and the one that they choose.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const september = JSON.stringify({
  huso: 1, id: "september", language: "es", title: "Reunión", timezone: "America/Lima",
  zones: [
    { timezone: "America/Mexico_City", label: { es: "México", en: "Mexico", pt: "México" } },
    { timezone: "America/Tijuana", label: { es: "México", en: "Mexico", pt: "México" } },
  ],
  sessions: [
    { id: "first", title: "Apertura", start: "2027-09-14T09:30", end: "2027-09-14T10:35" },
    { id: "last", title: "Cierre", start: "2027-09-15T23:30", end: "2027-09-16T00:30" },
  ],
});
const inline = (attributes) => `<huso-event ${attributes}><script type="application/json">${september}</script></huso-event>`;

let receiver;
before(async () => {
  const files = {
    "2023.html": hostPage('<huso-event src="examples/pacific-alliance-2023.json"></huso-event>'),
    "preview.html": hostPage('<huso-event src="examples/pacific-alliance-2023.json" preview></huso-event>'),
  };
  for (const lang of ["es-PE", "es-MX", "es-CL", "pt-BR", "en"]) files[`${lang}.html`] = hostPage(inline('hour-cycle="h12"'), { lang });
  receiver = await startReceiver(files);
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// A page on which Intl gives another name for the browser's zone.
async function pageNamed(name, options) {
  const page = await newPage(options);
  await page.addInitScript((name) => {
    const real = Intl.DateTimeFormat.prototype.resolvedOptions;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...real.call(this), timeZone: name ?? undefined };
    };
  }, name);
  return page;
}

async function open(page, file = "2023.html") {
  await page.goto(`${receiver.address}/${file}`);
  await page.locator(".session").first().waitFor();
}

// What a sighted visitor reads.
const visible = (locator) =>
  locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const spoken of copy.querySelectorAll(".spoken, .short")) spoken.remove();
    return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
  });

// The keynote's virtual connection: 9 August 2023, 14:00–15:35 UTC.
const keynote = (page) => visible(page.locator('[data-session="virtual-connection"] .mine'));
const whose = (page) => page.locator(".zone-choice .whose").textContent();

async function assertSeen(page, label, own) {
  assert.equal(await whose(page), label);
  assert.equal(await page.locator(".mine-label").first().textContent(), label);
  assert.equal(await keynote(page), own);
  assert.deepEqual(page.errors, []);
}

// What the emulated browser tells, and what has to be shown.
const browsers = [
  ["America/Santiago", undefined, "Su hora: Chile", "10:00–11:35"],
  ["America/Buenos_Aires", "America/Buenos_Aires", "Su hora: Buenos Aires", "11:00–12:35"],
  ["Asia/Tokyo", undefined, "Su hora: Tokio", "23:00–00:35 jue 10"],
  ["Asia/Kathmandu", undefined, "Su hora: Katmandú", "19:45–21:20"],
  ["Asia/Kathmandu", "Etc/Unknown", "Su hora", "19:45–21:20"],
  ["Asia/Kathmandu", null, "Su hora", "19:45–21:20"],
  ["Asia/Kathmandu", "", "Su hora", "19:45–21:20"],
  ["Asia/Kathmandu", "Mars/Olympus", "Su hora", "19:45–21:20"],
  ["Etc/GMT+3", "Etc/GMT+3", "Su hora", "11:00–12:35"],
  ["UTC", "UTC", "Su hora: UTC", "14:00–15:35"],
];

for (const [zone, name, label, own] of browsers) {
  test(`a browser in ${zone} that says ${name === undefined ? "so" : JSON.stringify(name)}`, async () => {
    const page = name === undefined ? await newPage({ zone }) : await pageNamed(name, { zone });
    await open(page);
    await assertSeen(page, label, own);
    assert.equal(await page.locator(".notice").count(), 0);
    await page.context().close();
  });
}

test("a browser without Intl shows its own clock", async () => {
  const page = await newPage({ zone: "Asia/Kathmandu" });
  await page.addInitScript(() => {
    delete globalThis.Intl;
  });
  await open(page);
  await assertSeen(page, "Su hora", "19:45–21:20");
  await page.context().close();
});

test("a browser whose rules are older than ours: what is shown, and why", async () => {
  const page = await newPage({ zone: "America/Mexico_City" });
  // Summer time, which Mexico gave up in 2022.
  await page.addInitScript(() => {
    Date.prototype.getTimezoneOffset = () => 300;
  });
  await open(page);
  await assertSeen(page, "Su hora: México", "08:00–09:35");
  const notice = await page.locator(".notice").textContent();
  assert.match(notice, /reglas horarias para México\. La agenda dice miércoles 9 de agosto de 2023, 08:00; su navegador diría 09:00\..* 2026f/);
  await page.getByText("Cambiar").click();
  await page.getByLabel("Ciudad o zona horaria").fill("Tokio");
  await page.getByLabel("Ciudad o zona horaria").press("Enter");
  await page.locator(".zone-choice .whose").getByText("Su hora: Tokio").waitFor();
  assert.equal(await page.locator(".notice").count(), 0, "the browser's clocks are not the chosen ones");
  await page.context().close();
});

test("another zone is chosen by any of its names, and given back", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await open(page);
  await page.getByText("Cambiar").click();
  const field = page.getByLabel("Ciudad o zona horaria");
  for (const [typed, label, own] of [
    ["buenos", "Su hora: Buenos Aires", "11:00–12:35"],
    ["Asia/Tokyo", "Su hora: Tokio", "23:00–00:35 jue 10"],
    ["argentina/bue", "Su hora: Buenos Aires", "11:00–12:35"],
    ["katmandu", "Su hora: Katmandú", "19:45–21:20"],
    ["mexico", "Su hora: México", "08:00–09:35"],
    ["tijuana", "Su hora: México (Noroeste)", "07:00–08:35"],
    ["Etc/GMT-14", "Su hora", "04:00–05:35 jue 10"],
  ]) {
    await field.fill(typed);
    await field.press("Enter");
    await page.locator(".zone-choice .whose").getByText(label, { exact: true }).waitFor();
    await assertSeen(page, label, own);
  }
  await field.fill("zzz");
  await field.press("Enter");
  assert.match(await page.locator(".zone-choice [role=status]").textContent(), /No encontramos ese lugar/);
  await field.fill("san");
  await field.press("Enter");
  await page.getByText(/Hay varios: .*San Juan/).waitFor();
  await assertSeen(page, "Su hora", "04:00–05:35 jue 10");
  await page.getByRole("button", { name: "Volver a la hora de este dispositivo" }).click();
  await page.locator(".zone-choice .whose").getByText("Su hora: Colombia").waitFor();
  await assertSeen(page, "Su hora: Colombia", "09:00–10:35");
  await page.context().close();
});

const offers = (page) =>
  page.locator(".zone-choice [role=option]").evaluateAll((all) => all.map((one) => one.textContent.replaceAll("\u00a0", " ")));

// What a clock there shows now, by the browser's own rules.
const clockIn = (page, zone) =>
  page.evaluate((timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" }).format(), zone);

// Each was taken for another place, or not known: Salvador for El Salvador, India for Indianapolis, EST for Bucharest.
test("places, countries and abbreviations offer what they may mean, with country and present time", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await open(page);
  await page.getByText("Cambiar").click();
  const field = page.getByRole("combobox", { name: "Ciudad o zona horaria" });
  for (const [typed, ...expected] of [
    ["Salvador", ["Bahía (Brasil)", "America/Bahia"], ["El Salvador", "America/El_Salvador"]],
    ["India", ["Calcuta (India)", "Asia/Kolkata"]],
    ["EST", ["Nueva York (Estados Unidos)", "America/New_York"], ["Panamá", "America/Panama"], ["Cancún (México)", "America/Cancun"]],
    ["IST", ["Calcuta (India)", "Asia/Kolkata"], ["Jerusalén (Israel)", "Asia/Jerusalem"], ["Dublín (Irlanda)", "Europe/Dublin"]],
    ["BST", ["La Paz (Bolivia)", "America/La_Paz"], ["Londres (Reino Unido)", "Europe/London"]],
    ["Quito", ["Quito (Ecuador)", "America/Guayaquil"]],
    ["CDMX", ["Ciudad de México (México)", "America/Mexico_City"]],
    ["Washington", ["Washington (Estados Unidos)", "America/New_York"]],
    ["barcelona", ["Barcelona (España)", "Europe/Madrid"]],
    ["San Salvador", ["San Salvador (El Salvador)", "America/El_Salvador"]],
    ["Kyiv", ["Kiev (Ucrania)", "Europe/Kiev"]],
    ["china", ["Shanghái (China)", "Asia/Shanghai"]],
    ["Paraguay", ["Asunción (Paraguay)", "America/Asuncion"]],
    ["México noroeste", ["Tijuana (México)", "America/Tijuana"]],
  ]) {
    await field.fill(typed);
    await page.locator("[role=option]").first().getByText(expected[0][0]).waitFor();
    const shown = await offers(page);
    for (const [index, [place, zone]] of expected.entries()) {
      // The minute may have passed meanwhile.
      const times = [await clockIn(page, zone)];
      const [name, time] = shown[index].split(/ (?=\d\d:\d\d)/);
      assert.equal(name, place, `${typed}: ${shown}`);
      const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
      assert.ok([0, 1, 1439].includes((minutes(times[0]) - minutes(time) + 1440) % 1440), `${shown[index]}, not ${times}`);
    }
    assert.ok((await field.getAttribute("aria-expanded")) === "true");
    assert.equal(await whose(page), "Su hora: Colombia", "nothing is taken unasked");
  }
  await field.fill("Salvador");
  await field.press("Enter");
  await page.getByText(/Hay varios: Bahía \(Brasil\), El Salvador/).waitFor();
  await assertNoViolations(page, "several places are offered");
  await assertSeen(page, "Su hora: Colombia", "09:00–10:35");
  await page.locator("[role=option]").getByText("Bahía (Brasil)").click();
  await page.locator(".zone-choice .whose").getByText("Su hora: Bahía").waitFor();
  await assertSeen(page, "Su hora: Bahía", "11:00–12:35");
  assert.deepEqual(await offers(page), []);
  await field.fill("dia");
  await field.press("Enter");
  await page.getByText(/No encontramos ese lugar|Hay varios/).waitFor();
  assert.ok((await offers(page)).every((line) => !line.includes("India")), "no part of a word from its middle");
  await page.context().close();
});

test("arrows lead through what is offered, and Escape out of it", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await open(page);
  await page.getByText("Cambiar").click();
  const field = page.locator("#zone");
  await field.fill("EST");
  await page.locator("[role=option]").first().waitFor();
  const selected = () => page.locator("[role=option][aria-selected=true]").allTextContents();
  for (const [key, place] of [["ArrowDown", "Nueva York"], ["ArrowDown", "Panamá"], ["ArrowUp", "Nueva York"], ["ArrowDown", "Panamá"]]) {
    await field.press(key);
    await page.locator("[role=option][aria-selected=true]").getByText(place).waitFor();
    assert.equal((await selected()).length, 1);
    const id = await field.getAttribute("aria-activedescendant");
    assert.match(await page.locator(`#${id}`).textContent(), new RegExp(place));
  }
  await field.press("Escape");
  await page.locator("[role=listbox]").waitFor({ state: "detached" });
  assert.equal(await field.inputValue(), "EST");
  await field.fill("est");
  await page.locator("[role=option]").first().waitFor();
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await field.press("Enter");
  await page.locator(".zone-choice .whose").getByText("Panamá").waitFor();
  await page.context().close();
});

test("a country's label names its region once a visitor from another one looks", async () => {
  const page = await newPage({ zone: "America/Tijuana" });
  await open(page);
  await assertSeen(page, "Su hora: México (Noroeste)", "07:00–08:35");
  assert.deepEqual(await page.locator('[data-session="virtual-connection"] .place').allTextContents(), [
    "Chile", "Colombia / Perú", "México (Centro)",
  ]);
  await page.context().close();
});

const stored = (page) => page.evaluate(() => localStorage.getItem("huso.zone"));

test("the choice is remembered only if one asks", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await open(page);
  const choose = async (place) => {
    if (!(await page.locator(".zone-choice[open]").count())) await page.getByText("Cambiar").click();
    await page.locator("#zone").fill(place);
    await page.locator("#zone").press("Enter");
    await page.locator(".zone-choice .whose").getByText(place).waitFor();
  };
  await choose("Tokio");
  assert.equal(await stored(page), null);
  await open(page);
  await assertSeen(page, "Su hora: Colombia", "09:00–10:35");

  await choose("Tokio");
  await page.getByRole("checkbox", { name: "Recordar en este dispositivo" }).check();
  assert.equal(await stored(page), "Asia/Tokyo");
  await open(page);
  await assertSeen(page, "Su hora: Tokio", "23:00–00:35 jue 10");
  await choose("Madrid");
  assert.equal(await stored(page), "Europe/Madrid", "the choice that is kept is the last one");

  const box = page.getByRole("checkbox", { name: "Recordar en este dispositivo" });
  assert.ok(await box.isChecked());
  await box.uncheck();
  assert.equal(await stored(page), null);
  await box.check();
  await page.getByRole("button", { name: "Volver a la hora" }).click();
  assert.equal(await stored(page), null);
  await page.locator(".zone-choice .whose").getByText("Su hora: Colombia").waitFor();

  await page.evaluate(() => localStorage.setItem("huso.zone", "Mars/Olympus"));
  await open(page);
  await assertSeen(page, "Su hora: Colombia", "09:00–10:35");
  await page.evaluate(() => localStorage.setItem("huso.zone", "Asia/Tokyo"));
  await open(page, "preview.html");
  assert.equal(await keynote(page), "09:00–10:35", "a preview is not the visitor's");
  assert.equal(await page.locator(".zone-choice").count(), 0);
  await page.context().close();
});

test("where pages may not store anything, the choice holds and says that it is not kept", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  await open(page);
  await page.getByText("Cambiar").click();
  await page.locator("#zone").fill("Tokio");
  await page.locator("#zone").press("Enter");
  const box = page.getByRole("checkbox");
  await box.click();
  await page.getByText("no permite recordar").waitFor();
  assert.ok(!(await box.isChecked()));
  await assertSeen(page, "Su hora: Tokio", "23:00–00:35 jue 10");
  await page.context().close();
});

test("by keyboard alone", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await open(page);
  const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.outerHTML ?? "");
  for (let presses = 0; !(await focused()).startsWith("<summary"); presses++) {
    assert.ok(presses < 10, "the summary can't be reached");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("tokio");
  await page.keyboard.press("Enter");
  await page.locator(".zone-choice .whose").getByText("Su hora: Tokio").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await stored(page), "Asia/Tokyo");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".zone-choice .whose").getByText("Su hora: Colombia").waitFor();
  await page.context().close();
});

// Dates, ranges and places as each country writes them; 12-hour clocks.
const habits = {
  "es-PE": ["14–15 de setiembre de 2027", "martes 14 de setiembre de 2027", "9:30–10:35 a. m.", "11:30 p. m.–12:30 a. m. jue 16", "México (Centro)"],
  "es-MX": ["14–15 de septiembre de 2027", "martes 14 de septiembre de 2027", "9:30–10:35 a.m.", "11:30 p.m.–12:30 a.m. jue 16", "México (Centro)"],
  "es-CL": ["14–15 de septiembre de 2027", "martes 14 de septiembre de 2027", "9:30–10:35 a. m.", "11:30 p. m.–12:30 a. m. jue 16", "México (Centro)"],
  "pt-BR": ["14–15 de setembro de 2027", "terça-feira, 14 de setembro de 2027", "9:30–10:35 AM", "11:30 PM–12:30 AM qui 16", "México (Centro)"],
  en: ["14–15 September 2027", "Tuesday, 14 September 2027", "9:30–10:35 am", "11:30 pm–12:30 am Thu 16", "Mexico (Central)"],
};

for (const [lang, [dates, day, first, last, place]] of Object.entries(habits)) {
  test(`${lang}: written as people there write, and no violations with the list open`, async () => {
    const page = await newPage({ zone: "America/Lima", width: 360, locale: lang });
    await open(page, `${lang}.html`);
    assert.equal(await page.locator(".dates").textContent(), dates);
    assert.equal(await page.locator(".day h3").first().textContent(), day);
    assert.equal(await visible(page.locator("[data-session=first] .mine")), first);
    assert.equal(await visible(page.locator("[data-session=last] .mine")), last);
    assert.equal(await page.locator(".place").first().textContent(), place);
    assert.equal(await page.locator(".event").getAttribute("lang"), lang);
    await page.locator("summary").click();
    await page.locator("#zone").fill("san");
    await page.locator("[role=option]").first().waitFor();
    await assertNoViolations(page, "places are offered");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.locator("#zone").fill("Tokyo");
    await page.locator("#zone").press("Enter");
    await page.locator(".zone-choice .check").waitFor();
    await assertNoViolations(page, "the list open");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
}

test("each time is heard with its place, and with its date where that is another than the heading's", async () => {
  const page = await newPage({ zone: "Asia/Tokyo" });
  await open(page);
  const tree = (await page.locator('[data-session="virtual-connection"]').ariaSnapshot()).replaceAll("\u00a0", " ");
  const heard = [...tree.matchAll(/^ +- (?:time|text): "?(.*?)"?$/gm)].map(([, words]) => words);
  assert.deepEqual(heard, [
    "Su hora: Tokio,", "23:00", "–", "00:35", ", jueves 10 de agosto",
    "10:00", "Chile", "09:00", "Colombia / Perú", "08:00", "México",
  ], tree);
  await page.context().close();
});
