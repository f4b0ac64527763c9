// Search, filters, plan and links: what somebody looks for in an agenda is found, counted and said, by hand and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const talk = (id, title, start, more = {}) => ({ id, title, start, duration: "PT30M", ...more });
const event = {
  huso: 1, id: "find", language: "es", title: "Rueda de turismo", timezone: "America/Santiago",
  tracks: [{ id: "talks", name: "Agenda académica", color: "#1a7f5a" }, { id: "pitch", name: "Pitch comercial", color: "#b35c00" }],
  venues: [{ id: "hall", name: "Salón Ñuble" }, { id: "online", name: "En línea", kind: "online" }],
  speakers: [{ id: "d", name: "Antonín Dvořák" }, { id: "r", name: "Rosa Quispe" }],
  sessions: [
    talk("open", "Inauguración", "2099-08-11T10:00"),
    talk("clash", "Turismo sostenible", "2099-08-11T10:15", { track: "talks", duration: "PT65M" }),
    talk("food", "Gastronomía y café", "2099-08-11T11:00", { track: "talks", speakers: ["d"], venue: "hall" }),
    talk("pitch", "Sala de pitch", "2099-08-11T12:00", { track: "pitch", venue: "online" }),
    { id: "pause", title: "Pausa", kind: "break", start: "2099-08-11T13:00", duration: "PT20M" },
    talk("port", "Oficina em português", "2099-08-11T14:00", { track: "pitch", languages: ["pt"] }),
    talk("inbound", "Vendedores", "2099-08-12T10:00", { registration: { audience: ["sells"] } }),
    talk("outbound", "Compradores", "2099-08-12T11:00", { registration: { audience: ["buys"] }, speakers: ["r"] }),
    talk("report", "Informe", "2099-08-12T12:00", { registration: { mode: "none" } }),
    talk("end", "Clausura", "2099-08-12T17:00"),
    talk("night", "Rueda con Asia", "2099-08-12T23:30", { track: "pitch" }),
  ],
  registration: {
    endpoint: { url: "https://example.org/registrations", dialect: "json" }, choose: "sessions", audience_field: "kind",
    fields: [
      { id: "name", type: "text", label: "Nombre" },
      { id: "kind", type: "select", label: "Participa como", options: [{ value: "sells", label: "Quien vende" }, { value: "buys", label: "Quien compra" }] },
    ],
  },
};
const short = { ...event, id: "short", sessions: event.sessions.slice(0, 4) };

let receiver;
before(async () => {
  receiver = await startReceiver({
    "find.json": JSON.stringify(event),
    "short.json": JSON.stringify(short),
    "find.html": hostPage('<huso-event src="find.json"></huso-event>'),
    "link.html": hostPage('<huso-event src="find.json" link></huso-event>'),
    "short.html": hostPage('<huso-event src="short.json"></huso-event>'),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open({ path = "find.html", zone = "America/Argentina/Buenos_Aires", ...rest } = {}) {
  const page = await newPage({ zone, locale: "es-AR", ...rest });
  await page.goto(`${receiver.address}/${path}`);
  await page.locator("[data-session]").last().waitFor({ state: "attached" });
  return page;
}

// The sessions that are shown, by their ids.
const shown = (page) => page.locator("[data-session]").evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.dataset.session));

async function waitForShown(page, ids) {
  await page.waitForFunction((ids) => {
    const rows = [...document.querySelector("huso-event").shadowRoot.querySelectorAll("[data-session]")];
    return JSON.stringify(rows.filter((row) => row.checkVisibility()).map((row) => row.dataset.session)) === ids;
  }, JSON.stringify(ids)).catch(async () => assert.deepEqual(await shown(page), ids));
}

const found = (page) => page.locator(".found");

test("search ignores case and accents, counts what it finds, and hides days without any", async () => {
  const page = await open();
  const search = page.getByRole("searchbox", { name: "Buscar actividades" });
  await search.fill("GASTRONOMIA");
  await waitForShown(page, ["food"]);
  assert.equal(await found(page).textContent(), "1 actividad de 11");
  assert.equal(await found(page).getAttribute("role"), "status");
  assert.equal(await page.locator(".day:visible").count(), 1);
  await search.fill("dvorak café");
  await waitForShown(page, ["food"]);
  await search.fill("zzz");
  await waitForShown(page, []);
  await page.getByText("Ninguna actividad tiene todo eso").waitFor();
  await search.fill("");
  await waitForShown(page, event.sessions.map(({ id }) => id));
  assert.equal(await found(page).textContent(), "");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("filters: one of a kind is enough, each kind has to be met, and every one in force takes itself away", async () => {
  const page = await open();
  await page.getByRole("button", { name: /^Filtrar/ }).click();
  await page.getByRole("checkbox", { name: "Pitch comercial" }).check();
  await waitForShown(page, ["pitch", "port", "night"]);
  await page.getByRole("checkbox", { name: "mié 12 ago" }).check();
  await waitForShown(page, ["night"]);
  await page.getByRole("checkbox", { name: "mar 11 ago" }).check();
  await waitForShown(page, ["pitch", "port", "night"]);
  await page.getByRole("checkbox", { name: "Portugués" }).check();
  await waitForShown(page, ["port"]);
  await page.getByRole("button", { name: "Quitar el filtro: Portugués" }).click();
  assert.equal(await found(page).textContent(), "3 actividades de 11, 3 filtros");
  await page.getByRole("button", { name: "Quitar filtros" }).click();
  await waitForShown(page, event.sessions.map(({ id }) => id));
  await page.getByRole("checkbox", { name: "Quien compra" }).check();
  await waitForShown(page, event.sessions.map(({ id }) => id).filter((id) => id !== "inbound"));
  await page.getByRole("button", { name: "Quitar filtros" }).click();
  await page.getByRole("checkbox", { name: "Rosa Quispe" }).check();
  await waitForShown(page, ["outbound"]);
  await page.context().close();
});

test("awake: says what it hides and when, and goes by the visitor's clock", async () => {
  const page = await open();
  await page.getByRole("checkbox", { name: "Solo mientras estoy despierto (7–22 h)" }).check();
  await page.getByRole("button", { name: /^Filtrar/ }).click();
  // 23:30 in Chile is 00:30 in Buenos Aires.
  await page.getByText("Oculta 1 actividad, que allí empieza a las 00:30\u{a0}(jue 13).").waitFor();
  assert.ok(!(await shown(page)).includes("night"));
  await page.getByLabel("De", { exact: true }).fill("12:30");
  await page.getByText("Oculta 6 actividades, que allí empiezan a las 11:00\u{a0}(mar 11), 11:15\u{a0}(mar 11), 12:00\u{a0}(mar 11) y 3 más.").waitFor();
  await page.getByRole("button", { name: "Quitar el filtro: Despierto, 12:30–22 h" }).click();
  await waitForShown(page, event.sessions.map(({ id }) => id));
  await page.context().close();
});

test("an agenda that is seen at a glance has no search and no filters", async () => {
  const page = await open({ path: "short.html" });
  assert.equal(await page.getByRole("searchbox").count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Filtrar/ }).count(), 0);
  await page.context().close();
});

test("on a phone the filters are a sheet, which Escape closes, and which gives the focus back", async () => {
  const page = await open({ width: 360 });
  const button = page.getByRole("button", { name: /^Filtrar/ });
  await button.click();
  const sheet = page.getByRole("dialog", { name: "Filtrar" });
  assert.ok(await sheet.evaluate((sheet) => sheet.matches(":modal")));
  await sheet.getByRole("checkbox", { name: "Pitch comercial" }).check();
  await assertNoViolations(page, "the sheet");
  await sheet.getByRole("button", { name: "Ver 3 actividades" }).click();
  await sheet.waitFor({ state: "hidden" });
  assert.equal(await found(page).innerText(), "3 actividades de 11, 1 filtro");
  await page.getByRole("button", { name: /^Filtrar \(?1\)?$/ }).click();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.className), "tool filter");
  await page.getByRole("button", { name: "Buscar actividades" }).click();
  await page.keyboard.type("port");
  await waitForShown(page, ["port"]);
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  await page.context().close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`${width} px, ${scheme}: axe finds nothing in the toolbar`, async () => {
      const page = await open({ width, scheme });
      await assertNoViolations(page, "closed");
      await page.getByRole("button", { name: /^Filtrar/ }).click();
      await page.getByRole("checkbox", { name: "Pitch comercial" }).check();
      await page.getByRole("checkbox", { name: /^Solo mientras/ }).first().check();
      await assertNoViolations(page, "filters");
      await page.context().close();
    });
  }
}

const planned = (page) => page.locator(".planned");

test("my plan: chosen and kept sessions in one place, what overlaps, and back to where one was", async () => {
  const page = await open();
  for (const id of ["open", "clash"]) await page.locator(`[data-session=${id}] .choose`).click();
  await page.locator("[data-session=report] .star").click();
  await page.getByRole("button", { name: "Mi plan (3)" }).click();
  await waitForShown(page, ["open", "clash", "report"]);
  assert.equal(await planned(page).textContent(), "3 actividades. Falta inscribirse en 2.");
  assert.equal(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement.id), "plan");
  await page.getByText("Dos actividades coinciden 15\u{a0}min").waitFor();
  await page.getByText("«Inauguración» termina a las 11:30 y «Turismo sostenible» empieza a las 11:15, su hora.").waitFor();
  await assertNoViolations(page, "the plan");
  await page.getByRole("button", { name: "Quitar «Turismo sostenible»" }).click();
  // It stays until the plan is left: it can be put back.
  assert.deepEqual(await shown(page), ["open", "clash", "report"]);
  assert.equal(await planned(page).textContent(), "2 actividades. Falta inscribirse en 1.");
  assert.equal(await page.getByText("Dos actividades coinciden").count(), 0);
  await page.getByRole("button", { name: "Volver a la agenda" }).click();
  await waitForShown(page, event.sessions.map(({ id }) => id));
  await page.getByRole("button", { name: "Mi plan (2)" }).click();
  await waitForShown(page, ["open", "report"]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the plan is kept on the device if one wants, and forgotten if not", async () => {
  const page = await open();
  await page.locator("[data-session=food] .choose").click();
  await page.locator("[data-session=report] .star").click();
  const kept = () => page.evaluate(() => localStorage.getItem("huso.plan.find"));
  assert.equal(await kept(), null);
  await page.getByRole("button", { name: "Mi plan (2)" }).click();
  await page.getByRole("checkbox", { name: "Recordar en este dispositivo" }).check();
  assert.deepEqual(JSON.parse(await kept()), ["food", "report"]);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByRole("button", { name: "Mi plan (2)" }).click();
  await waitForShown(page, ["food", "report"]);
  assert.equal(await page.locator("[data-session=food] .choose").getAttribute("aria-pressed"), "true");
  await page.locator("[data-session=report] .star").click();
  assert.deepEqual(JSON.parse(await kept()), ["food"]);
  await page.getByRole("checkbox", { name: "Recordar en este dispositivo" }).uncheck();
  assert.equal(await kept(), null);
  await page.context().close();
});

test("by keyboard: ways past the sessions, the basket before them, and the form behind", async () => {
  const page = await open();
  await page.locator("[data-session=food] .choose").click();
  const active = () => page.evaluate(() => {
    const { activeElement } = document.querySelector("huso-event").shadowRoot;
    return activeElement?.id || activeElement?.textContent;
  });
  await page.getByRole("button", { name: "Ir a la inscripción" }).first().focus();
  const order = await page.evaluate(() => {
    const root = document.querySelector("huso-event").shadowRoot;
    const place = (selector) => [...root.querySelectorAll("*")].indexOf(root.querySelector(selector));
    return [".skips", ".toolbar", ".basket", "[data-session]", ".registration"].map(place);
  });
  assert.deepEqual(order, [...order].sort((one, other) => one - other));
  await page.keyboard.press("Enter");
  assert.equal(await active(), "registration");
  await page.getByRole("button", { name: "Ir a las actividades" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await active(), "list");
  for (const name of ["Rueda de turismo", "Inscripción"]) assert.equal(await page.getByRole("region", { name }).count(), 1, name);
  await page.context().close();
});

const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));

test("with `link` what one looks at stands in the address, and Back and a copied address lead to it", async () => {
  const page = await open({ path: "link.html#programa" });
  await page.getByRole("button", { name: /^Filtrar/ }).click();
  await page.getByRole("checkbox", { name: "Pitch comercial" }).check();
  await waitForShown(page, ["pitch", "port", "night"]);
  assert.equal(await hash(page), "#programa&huso-find=track:pitch");
  await page.getByRole("checkbox", { name: "Portugués" }).check();
  await waitForShown(page, ["port"]);
  await page.goBack();
  await waitForShown(page, ["pitch", "port", "night"]);
  await page.getByRole("searchbox").pressSequentially("rueda");
  await waitForShown(page, ["night"]);
  assert.equal(await hash(page), "#programa&huso-find=q:rueda;track:pitch");
  const address = page.url();
  // Letters are no steps.
  await page.goBack();
  await waitForShown(page, event.sessions.map(({ id }) => id));
  assert.equal(await hash(page), "#programa");
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  await page.getByRole("button", { name: "Mi plan (0)" }).click();
  assert.equal(await hash(page), "#programa&huso-find=plan");
  await page.goBack();
  await page.getByRole("searchbox").waitFor();
  const other = await page.context().newPage();
  await other.goto(address);
  await waitForShown(other, ["night"]);
  assert.equal(await other.getByRole("searchbox").inputValue(), "rueda");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("an address leads to a session, which its row gives", async () => {
  const page = await open({ path: "link.html", permissions: ["clipboard-read", "clipboard-write"] });
  const row = page.locator("[data-session=end]");
  await row.locator(".opener").click();
  await row.getByRole("button", { name: "Copiar enlace" }).click();
  await row.getByText("Enlace copiado").waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(address, `${receiver.address}/link.html#huso-find=session:end`);
  const other = await page.context().newPage();
  await other.goto(address);
  await other.waitForFunction(() => document.querySelector("huso-event").shadowRoot?.activeElement?.textContent === "Clausura");
  assert.equal(await other.locator("[data-session=end]").evaluate((row) => { const { top, bottom } = row.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }), true);
  await page.context().close();
});

test("without `link` the address is the page's alone", async () => {
  const page = await open({ path: "find.html#huso-find=track:pitch" });
  assert.equal((await shown(page)).length, event.sessions.length);
  await page.getByRole("searchbox").fill("rueda");
  await waitForShown(page, ["night"]);
  assert.equal(await hash(page), "#huso-find=track:pitch");
  assert.equal(await page.getByRole("button", { name: "Copiar enlace" }).count(), 0);
  await page.context().close();
});
