// The organizer's page: the event as visitors in each place will see it, at any moment.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";
import { openOrganizer } from "./organizer.mjs";

const example = (year) => readFile(new URL(`../../examples/pacific-alliance-${year}.json`, import.meta.url), "utf8");
const [event2023, event2027] = [await example(2023), await example(2027)];

let receiver;
before(async () => {
  const moment = 'src="event.json" lang="es" moment="2027-08-11T09:40-05:00"';
  receiver = await startReceiver({ "event.json": event2027, "moment.html": hostPage(`<huso-event ${moment}></huso-event>`) });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const several = (page) => page.getByRole("button", { name: "varias a la vez" });
const stop = (page, name) => page.getByRole("button", { name, exact: true });

// What was shown stays until the new file is there: each preview is waited for.
async function assertTimes(page, times) {
  await page.waitForFunction(
    (times) => {
      const clock = (one) => one.shadowRoot?.querySelector('[data-session="keynote"] .mine time .clock')?.textContent;
      return [...document.querySelectorAll("huso-event")].map(clock).join() === times;
    },
    times,
  );
}

test("an event is previewed as each country sees it, side by side, and from any other place", async () => {
  const page = await openOrganizer(receiver, event2023);
  await assertTimes(page, "10:30");
  await several(page).click();
  await assertTimes(page, "10:30,09:30,08:30,11:30");
  const places = await page.locator(".preview select").evaluateAll((all) => all.map((one) => one.selectedOptions[0].textContent));
  assert.deepEqual(places, ["Santiago, Chile", "Bogotá, Colombia", "Ciudad de México", "Buenos Aires"]);
  const [pane, last] = await Promise.all([page.locator(".preview").boundingBox(), page.locator(".shown").last().boundingBox()]);
  assert.ok(last.x + last.width <= pane.x + pane.width, "the fourth is not clipped");
  await page.getByRole("button", { name: "Quitar Bogotá, Colombia" }).click();
  await assertTimes(page, "10:30,08:30,11:30");
  await page.locator(".preview select").first().selectOption("other");
  await page.getByLabel("Ciudad, país o zona horaria").fill("tokio");
  await page.getByRole("button", { name: "Tokio, Japón" }).click();
  await assertTimes(page, "23:30,08:30,11:30");
  await several(page).click();
  await assertTimes(page, "23:30");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("language, device and colours are those that were chosen", async () => {
  const page = await openOrganizer(receiver, event2023);
  const first = page.locator("huso-event").first();
  await page.locator(".preview").getByRole("button", { name: "EN", exact: true }).click();
  await first.getByText("Wednesday, 9 August 2023").waitFor();
  const columns = () => first.evaluate((one) => getComputedStyle(one.shadowRoot.querySelector(".session")).gridTemplateColumns.split(" ").length);
  const narrow = await columns();
  await page.getByRole("button", { name: "Escritorio" }).click();
  await page.waitForFunction((narrow) => {
    const session = document.querySelector("huso-event").shadowRoot.querySelector(".session");
    return getComputedStyle(session).gridTemplateColumns.split(" ").length > narrow;
  }, narrow);
  assert.equal(await columns(), 4);
  const ground = () => page.locator(".shown").evaluate((shown) => getComputedStyle(shown).backgroundColor);
  assert.equal(await ground(), "rgb(255, 255, 255)");
  await page.getByRole("button", { name: "Oscuro" }).click();
  assert.equal(await ground(), "rgb(20, 23, 27)");
  await page.context().close();
});

test("the page is as tall as it has to be", async () => {
  const page = await openOrganizer(receiver, event2027);
  await page.locator("huso-event form").waitFor();
  const clipped = await page.locator(".shown").evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length);
  assert.equal(clipped, 0);
  await page.context().close();
});

test("the event is seen before it opens, while seats run out, under way, and when it is over", async () => {
  const page = await openOrganizer(receiver, event2027);
  const element = page.locator("huso-event");
  await stop(page, "antes").click();
  await element.getByText(/Las inscripciones se abren|abre/i).first().waitFor();
  assert.equal(await element.locator("form").count(), 0);
  await stop(page, "se llena").click();
  await element.locator('[data-session="keynote"]').getByText("lista de espera").first().waitFor();
  await page.getByText("Los cupos son un supuesto").waitFor();
  await stop(page, "cierra").click();
  await element.getByText("Las inscripciones cerraron").waitFor();
  assert.equal(await page.getByText("Los cupos son un supuesto").count(), 0);
  await stop(page, "en curso").click();
  await element.locator('[data-session="inauguration"].now').waitFor();
  assert.match(await page.locator(".moment output").textContent(), /^como el miércoles 11 de agosto, 09:15$/);
  assert.match(await page.locator(".language .hint").textContent(), /09:15 en Bogotá, 10:15 en Santiago/);
  // By the keyboard it is free, by five minutes.
  await page.getByRole("slider").focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await element.locator('[data-session="keynote"].now').waitFor();
  assert.equal(await page.getByRole("slider").getAttribute("aria-valuetext"), "como el miércoles 11 de agosto, 09:35");
  await page.keyboard.press("End");
  await element.locator('[data-session="networking"].ended').waitFor();
  await stop(page, "ahora").click();
  assert.equal(await element.getAttribute("moment"), null);
  await page.context().close();
});

test("a page can show a moment, and sends nothing then", async () => {
  const page = await newPage({ zone: "America/Bogota" });
  await page.goto(`${receiver.address}/moment.html`);
  const element = page.locator("huso-event");
  await element.locator('[data-session="keynote"].now').getByText("quedan 55").waitFor();
  await element.evaluate((one) => (one.moment = "2027-08-01T10:00-05:00"));
  await element.locator("form").waitFor();
  await element.getByText("Vista previa: aquí no se envía").waitFor();
  assert.equal(await element.getByRole("button", { name: "Enviar inscripción" }).count(), 0);
  await element.evaluate((one) => (one.seats = "few"));
  await element.locator('[data-session="keynote"]').getByText("quedan 3").first().waitFor();
  await page.context().close();
});

test("the preview goes where the editor goes, and the focus stays in the field", async () => {
  const file = JSON.parse(event2027);
  delete file.registration.endpoint;
  const page = await openOrganizer(receiver, JSON.stringify(file));
  await page.locator("huso-event form").waitFor();
  await page.getByRole("button", { name: "Inscripción", exact: true }).click();
  // The form alone is seen beside its builder, until the agenda is asked for.
  await page.getByRole("button", { name: "ver la agenda" }).click();
  await page.locator("huso-event [part=agenda]").waitFor();
  assert.equal(await page.locator(".preview").evaluate((pane) => pane.scrollTop), 0);
  await page.getByRole("button", { name: "Escribir la dirección" }).click();
  await page.waitForFunction(() => document.querySelector(".preview").scrollTop > 200);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.place), "registration.endpoint.url");
  await page.context().close();
});

test("previews send nothing", async () => {
  const page = await openOrganizer(receiver, event2027);
  await page.locator("huso-event").getByText("Vista previa: aquí no se envía").waitFor();
  assert.equal(await page.locator("huso-event .send button").count(), 0);
  await page.context().close();
});

test("what can't be read yet is not previewed, and that is said", async () => {
  const page = await openOrganizer(receiver, event2027.replace("America/Bogota", "America/Bogot"));
  await page.getByText("Aquí se verá la agenda en cuanto").waitFor();
  assert.equal(await page.locator("huso-event").count(), 0);
  await page.context().close();
});

for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
  test(`axe finds nothing at ${width} px, ${scheme}`, async () => {
    const page = await openOrganizer(receiver, event2027, { width, scheme });
    if (width < 1180) await page.getByRole("button", { name: "Vista", exact: true }).click();
    await page.locator("huso-event form").waitFor();
    const { violations } = await new AxeBuilder({ page }).include(".preview").analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await several(page).click();
    await page.locator(".preview select").nth(1).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.context().close();
  });
}
