// The grid and the ruler: switching, the cursor by keyboard, pointer and touch, and what each looks like is readable.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const session = (id, title, start, end, more = {}) =>
  ({ id, title, start: `2027-08-11T${start}`, end: `2027-08-11T${end}`, registration: { mode: "open" }, ...more });

const agenda = {
  huso: 1, id: "views", language: "es", title: "Rueda de negocios", timezone: "America/Bogota",
  zones: [
    { timezone: "America/Santiago", label: "Chile" }, { timezone: "America/Bogota", label: "Colombia" },
    { timezone: "America/Lima", label: "Perú" }, { timezone: "America/Mexico_City", label: "México" },
    { timezone: "Europe/Madrid", label: "Madrid" },
  ],
  tracks: [{ id: "a", name: "Agenda académica", color: "#1f7a5c" }, { id: "p", name: "Pitch comercial", color: "#b35c00" }],
  sessions: [
    session("opening", "Inauguración", "09:00", "09:30"),
    session("keynote", "Turismo sostenible y regenerativo", "09:30", "10:35", { track: "a" }),
    session("pitch", "Sala de pitch: alojamientos rurales y termas", "09:30", "10:15", { track: "p" }),
    session("gone", "Turismo comunitario", "11:20", "12:05", { track: "a", status: "cancelled" }),
    session("moved", "Financiamiento", "12:15", "12:50", { track: "a", status: "rescheduled", previous_start: "2027-08-11T12:05" }),
    session("asia", "Rueda con compradores de Asia", "22:30", "23:10", { track: "p" }),
    { id: "second", title: "Citas", start: "2027-08-12T09:00", end: "2027-08-12T16:00", track: "p" },
    { id: "whole", title: "Muestra permanente", date: "2027-08-11" },
  ],
  registration: { choose: "sessions", fields: [{ id: "name", type: "text", label: "Nombre" }] },
};

let receiver;
before(async () => {
  receiver = await startReceiver(
    { "views.html": hostPage('<huso-event src="views.json" lang="es" preview></huso-event>') },
    { "views.json": JSON.stringify(agenda) },
  );
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const switchTo = (page, view) => page.getByRole("radio", { name: view, exact: true }).check();

async function open(view, options = {}) {
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires", ...options });
  await page.clock.setFixedTime(new Date("2027-08-11T15:20:00Z"));
  await page.goto(`${receiver.address}/views.html`);
  await page.locator("[data-session=keynote]").first().waitFor();
  await switchTo(page, view);
  await page.locator(view === "Regla" ? ".drawing > svg" : ".grid-scroll > svg").waitFor();
  return page;
}

const words = (page) => page.getByRole("slider").getAttribute("aria-valuetext");

test("the ruler's part is fetched when somebody switches to it, and not before", async () => {
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires" });
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(`${receiver.address}/views.html`);
  await page.locator("[data-session=keynote]").first().waitFor();
  assert.equal(fetched.filter((url) => url.includes("huso_views")).length, 0);
  await switchTo(page, "Regla");
  await page.locator(".drawing > svg").waitFor();
  assert.equal(fetched.filter((url) => url.includes("huso_views")).length, 1);
  assert.deepEqual(page.errors, []);
});

test("the cursor goes by keyboard, and says the time of all places in words", async () => {
  const page = await open("Regla");
  assert.match(await words(page), /^12:20 Buenos Aires \(su hora\); 11:20 Chile; 10:20 Colombia \/ Perú; 09:20 México; 17:20 Madrid; Turismo/);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  assert.match(await words(page), /^10:00 Buenos Aires .*; A esta hora no hay actividades$/);
  for (const [key, time] of [["ArrowRight", "10:15"], ["Shift+ArrowRight", "11:15"], ["ArrowLeft", "11:00"], ["End", "02:00"]]) {
    await page.keyboard.press(key);
    assert.ok((await words(page)).startsWith(`${time} Buenos Aires`), `${key}: ${await words(page)}`);
  }
  assert.match(await words(page), /^02:00 Buenos Aires \(su hora\), jueves 12 de agosto, de noche; .*; 07:00 Madrid, jueves 12 de agosto;/);
  await page.keyboard.press("Tab");
  assert.match(await words(page), /^11:00 Buenos Aires/, "each bar is a stop, in the order of the starts");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(".ruler-title").textContent(), "Turismo sostenible y regenerativo");
});

test("the cursor follows the pointer, and goes back to where it was put", async () => {
  const page = await open("Regla");
  const sentence = async () => (await page.locator(".sentence").innerText()).replaceAll("\n", " ");
  const put = await sentence();
  const drawing = await page.locator(".drawing > svg").boundingBox();
  await page.mouse.move(drawing.x + drawing.width * 0.9, drawing.y + 100);
  assert.match(await sentence(), /22:.. México · de noche|de noche/);
  assert.notEqual(await sentence(), put);
  await page.mouse.move(drawing.x + 10, drawing.y - 200);
  assert.equal(await sentence(), put);
  await page.locator("[data-session=asia].session-bar").click();
  await page.mouse.move(drawing.x + 10, drawing.y - 200);
  assert.match(await sentence(), /^00:30 Buenos Aires \(su hora\) jue 12 · de noche/);
  await page.getByRole("button", { name: "Ver en la lista" }).click();
  await page.locator(".days:not([hidden])").waitFor();
  assert.match(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement.textContent), /compradores de Asia/);
});

test("what is chosen in a view is chosen", async () => {
  const page = await open("Parrilla");
  await page.getByRole("button", { name: "Añadir: Turismo sostenible" }).click();
  await switchTo(page, "Regla");
  await page.locator("[data-session=keynote].session-bar.own").waitFor();
});

test("day and session stay the same from view to view", async () => {
  const page = await open("Regla");
  await page.getByRole("radio", { name: "jue 12" }).check();
  await page.locator(".ruler h3", { hasText: "jueves 12" }).waitFor();
  await switchTo(page, "Parrilla");
  await page.locator(".block[data-session=second]").waitFor();
});

test("neither is wider than its place, and axe finds nothing, at any width, light and dark", async () => {
  for (const view of ["Parrilla", "Regla"]) {
    for (const width of [320, 360, 768, 1280]) {
      for (const scheme of ["light", "dark"]) {
        const page = await open(view, { width, scheme });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} ${width}`);
        await assertNoViolations(page, `${view} ${width} ${scheme}`);
        assert.deepEqual(page.errors, []);
        await page.context().close();
      }
    }
  }
});

test("on paper, night is hatched", async () => {
  const page = await open("Regla");
  const shown = () => page.locator(".scale .hatch").first().evaluate((hatch) => getComputedStyle(hatch).display);
  assert.equal(await shown(), "none");
  await page.emulateMedia({ media: "print" });
  assert.equal(await shown(), "inline");
});
