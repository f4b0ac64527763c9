// The organizer's page: the registration made by hand, with the real form beside it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { closeBrowser, startReceiver } from "./helpers.mjs";
import { openOrganizer } from "./organizer.mjs";

const text = await readFile(new URL("../../examples/pacific-alliance-2027.json", import.meta.url), "utf8");
const withoutForm = JSON.stringify({ ...JSON.parse(text), registration: undefined });

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(event = text, options = {}) {
  const page = await openOrganizer(receiver, event, options);
  await page.getByRole("button", { name: "Inscripción", exact: true }).click();
  return page;
}

// The registration as the browser keeps it, once it is as it should be.
async function kept(page, holds) {
  const read = () => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("huso-organizer:"));
    return key && JSON.parse(localStorage[key]).document.registration;
  };
  await page.waitForFunction(`{ const kept = (${read})(); Boolean(kept) && (${holds})(kept) }`);
  return page.evaluate(read);
}

const labels = (page) => page.locator(".questions tbody th").allTextContents();
const field = (page, place) => page.locator(`[data-place="${place}"]`);

test("a form starts from a model, and the real one beside it is the same", async () => {
  const page = await open(withoutForm);
  await page.getByRole("button", { name: "Partir de un modelo" }).click();
  assert.deepEqual(await labels(page), ["Nombre y apellidos", "Correo electrónico", "País"]);
  await page.locator("huso-event").getByLabel("Correo electrónico").waitFor();
  await page.locator(".consents").getByText("Revíselo: es un modelo").waitFor();
  await page.locator(".questions").getByRole("button", { name: "Correo electrónico" }).click();
  await field(page, "registration.fields[1].label").fill("Su correo");
  await page.locator("huso-event").getByLabel("Su correo").waitFor();
  assert.equal(await page.locator("huso-event .send button").count(), 0, "the preview sends nothing");
  await page.context().close();
});

test("a question is added, required, limited, given options and a condition", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Añadir campo" }).click();
  const place = "registration.fields[9]";
  await page.waitForFunction((place) => document.activeElement.dataset.place === `${place}.label`, place);
  await page.keyboard.type("¿Qué compra?");
  await field(page, `${place}.type`).selectOption("radio");
  await page.getByRole("button", { name: "Añadir opción" }).click();
  await page.waitForFunction((place) => document.activeElement.dataset.place === `${place}.options[0].label`, place);
  await page.keyboard.type("Hoteles");
  await field(page, `${place}.options[0].value`).fill("hotels");
  await field(page, `${place}.required`).check();
  await field(page, `${place}.show_if.field`).selectOption({ label: "si ¿Cómo participa?" });
  await page.getByRole("checkbox", { name: "Empresa emisora (compra)" }).check();
  const registration = await kept(page, (registration) => registration.fields[9]?.show_if?.is.length === 1);
  assert.deepEqual(registration.fields[9], {
    id: "question-10", type: "radio", label: "¿Qué compra?", options: [{ value: "hotels", label: "Hoteles" }], required: true,
    show_if: { field: "participation", is: ["outbound"] },
  });
  const form = page.locator("huso-event");
  assert.equal(await form.getByText("¿Qué compra?").count(), 0, "it is asked of buyers only");
  await form.getByLabel("¿Cómo participa?").selectOption("outbound");
  await form.getByRole("radio", { name: "Hoteles" }).waitFor();
  assert.match((await page.locator(".questions tbody tr").last().textContent()), /una de varias, 1 opciones.*si ¿Cómo participa\?/);
  await page.context().close();
});

test("questions are put into another order by keyboard and by hand, and it is undone", async () => {
  const page = await open();
  const before = await labels(page);
  await page.locator(".questions").getByRole("button", { name: "Correo electrónico" }).press("Alt+ArrowUp");
  const swapped = [before[1], before[0], ...before.slice(2)];
  assert.deepEqual(await labels(page), swapped);
  assert.deepEqual((await kept(page, (registration) => registration.fields[0].id === "email")).fields.length, 9);
  await page.locator(".questions tbody tr").nth(2).locator(".handle").dragTo(page.locator(".questions tbody tr").first());
  assert.deepEqual(await labels(page), [before[2], before[1], before[0], ...before.slice(3)]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await labels(page), before);
  await page.context().close();
});

test("what is taken away comes back", async () => {
  const page = await open();
  await page.locator(".questions").getByRole("button", { name: "Organización" }).click();
  await page.locator("section.form").getByRole("button", { name: "Borrar" }).click();
  await page.getByText("Se quitó «Organización».").waitFor();
  assert.equal((await labels(page)).length, 8);
  await page.locator(".undo").getByRole("button", { name: "Deshacer" }).click();
  assert.equal((await labels(page)).length, 9);
  await page.context().close();
});

test("consents say what they lack; a country's notice is a model to be reviewed", async () => {
  const page = await open();
  const consents = page.locator(".consents");
  assert.deepEqual(await consents.locator("li .mark").allTextContents(), ["Listo", "Listo"]);
  await consents.getByRole("button", { name: "Añadir consentimiento" }).click();
  await page.waitForFunction(() => document.activeElement.dataset.place === "registration.consents[2].text");
  await page.keyboard.type("Acepto las bases.");
  await consents.getByText("Falta en EN, PT").waitFor();
  await page.getByRole("group", { name: "Partir del modelo de" }).getByRole("button", { name: "México" }).click();
  await page.getByText("Quedan textos entre corchetes por completar.").waitFor();
  const { privacy } = await kept(page, (registration) => registration.privacy?.controller?.includes?.("["));
  assert.equal(privacy.$comment, undefined);
  await page.locator(".undo").getByRole("button", { name: "Deshacer" }).click();
  await page.getByText("Quedan textos entre corchetes por completar.").waitFor({ state: "detached" });
  await page.context().close();
});

test("the real form is seen empty, as each role fills it, and with its errors; what is edited is tinted", async () => {
  const page = await open();
  const form = page.locator("huso-event");
  const states = page.getByRole("group", { name: "Formulario" });
  assert.deepEqual(await states.getByRole("button").allTextContents(), ["Vacío", "Vende", "Compra", "Público general", "Errores"]);
  await form.getByLabel("Nombre y apellidos").waitFor();
  assert.equal(await form.getByLabel("Nombre y apellidos").inputValue(), "");
  assert.equal(await form.locator("[part=agenda]").isVisible(), false, "the form alone");
  await states.getByRole("button", { name: "Vende" }).click();
  await form.getByLabel("¿Qué ofrece su empresa?").waitFor();
  assert.equal(await form.getByLabel("¿Qué ofrece su empresa?").inputValue(), "Ejemplo");
  assert.equal(await form.getByLabel("¿Cómo participa?").inputValue(), "inbound");
  assert.ok(await form.getByRole("checkbox", { name: /Autorizo/ }).isChecked());
  await states.getByRole("button", { name: "Compra" }).click();
  await form.getByLabel("¿Qué ofrece su empresa?").waitFor({ state: "detached" });
  assert.equal(await form.getByLabel("Nombre y apellidos").inputValue(), "Ejemplo");
  await states.getByRole("button", { name: "Errores" }).click();
  await form.locator(".wrong").first().waitFor();
  assert.equal(await form.getByLabel("¿Qué ofrece su empresa?").getAttribute("aria-invalid"), "true");
  assert.ok(await page.evaluate(() => !document.activeElement.closest("huso-event")), "the focus is not taken");
  await page.locator(".questions").getByRole("button", { name: "Correo electrónico" }).click();
  await form.locator(".marked", { hasText: "Correo electrónico" }).waitFor();
  assert.equal(await form.locator(".marked").count(), 1);
  await page.getByRole("button", { name: "ver la agenda" }).click();
  await form.locator("[part=agenda]").waitFor();
  await page.getByRole("button", { name: "ver el formulario" }).click();
  await form.locator("[part=agenda]").waitFor({ state: "hidden" });
  await page.context().close();
});

test("what a form lacks is drawn in it, in the preview only", async () => {
  const event = JSON.parse(text);
  const registration = { ...event.registration, consents: [{ id: "data", text: "", required: true }] };
  let page = await open(JSON.stringify({ ...event, registration }));
  await page.locator("huso-event .missing").getByText("Falta el texto de un consentimiento").waitFor();
  await page.context().close();
  page = await open(JSON.stringify({ ...event, registration: { ...registration, consents: [] } }));
  const missing = page.locator("huso-event .missing");
  await missing.getByText("Falta el consentimiento").waitFor();
  assert.equal(await missing.evaluate((one) => getComputedStyle(one).borderTopStyle), "dashed");
  await page.context().close();
});

test("a form in which all are asked the same is filled once", async () => {
  const page = await open(withoutForm);
  await page.getByRole("button", { name: "Partir de un modelo" }).click();
  const states = page.getByRole("group", { name: "Formulario" });
  await states.waitFor();
  assert.deepEqual(await states.getByRole("button").allTextContents(), ["Vacío", "Lleno", "Errores"]);
  await page.context().close();
});

test("a consent is for some countries, and the real form asks those", async () => {
  const page = await open(withoutForm);
  await page.getByRole("button", { name: "Partir de un modelo" }).click();
  const place = "registration.consents[0]";
  const consents = page.locator(".consents");
  await consents.getByRole("button", { name: "Editar" }).click();
  await field(page, `${place}.text`).fill("Autorizo según la Ley 29733.");
  await field(page, `${place}.show_if.field`).selectOption({ label: "si País" });
  await consents.getByLabel("Añadir una respuesta").selectOption({ label: "Perú" });
  await consents.getByLabel("Añadir una respuesta").selectOption({ label: "Colombia" });
  const { consents: written } = await kept(page, (registration) => registration.consents[0].show_if?.is.length === 2);
  assert.deepEqual(written[0].show_if, { field: "country", is: ["PE", "CO"] });
  await consents.getByText("si País: Colombia, Perú").waitFor();
  const form = page.locator("huso-event");
  await form.getByLabel("País").waitFor();
  assert.equal(await form.getByText("Ley 29733").count(), 0);
  await form.getByLabel("País").selectOption("PE");
  await form.getByText("Ley 29733").waitFor();
  assert.deepEqual((await new AxeBuilder({ page }).include(".consents").analyze()).violations, []);
  await page.context().close();
});

test("where the answers go: address, dialect, and the endpoint's own names", async () => {
  const page = await open();
  assert.equal(await page.locator(".mapping").count(), 0);
  await field(page, "registration.endpoint.dialect").selectOption("formspree");
  await field(page, "registration.endpoint.url").fill("https://formspree.io/f/abc");
  await page.getByText("Cómo llama a cada campo").click();
  await field(page, "registration.endpoint.fields.email").fill("_replyto");
  const { endpoint } = await kept(page, (registration) => registration.endpoint.fields?.email === "_replyto");
  assert.deepEqual(endpoint, { url: "https://formspree.io/f/abc", dialect: "formspree", fields: { email: "_replyto" } });
  await page.context().close();
});

test("opening times are told in the countries' times", async () => {
  const page = await open();
  await field(page, "registration.closes").fill("2027-08-10T19:00");
  const { closes } = await kept(page, (registration) => registration.closes === "2027-08-10T19:00");
  assert.equal(closes, "2027-08-10T19:00");
  await page.locator(".period").getByText("20:00 Chile, 18:00 México").waitFor();
  await page.context().close();
});

test("what is wrong stands at its field", async () => {
  const page = await open();
  await page.locator(".questions").getByRole("button", { name: "Correo electrónico" }).click();
  await field(page, "registration.fields[1].id").fill("name");
  await page.locator("section.form .fault.error").first().waitFor();
  assert.equal(await field(page, "registration.fields[1].id").getAttribute("aria-invalid"), "true");
  await page.context().close();
});

for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
  test(`axe finds nothing in the registration at ${width} px, ${scheme}`, async () => {
    const page = await open(text, { width, scheme });
    await page.locator(".questions").waitFor();
    const { violations } = await new AxeBuilder({ page }).include(".registration").analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await page.context().close();
  });
}
