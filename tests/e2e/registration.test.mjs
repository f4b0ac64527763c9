// From the form to the organizer's list; and every way in which it can fail.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, fillForm, hostPage, newPage, send, startEndpoint, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  receiver = await startReceiver({ "host.html": hostPage(`<huso-event src="examples/${event2027}.json"></huso-event>`) });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(endpoint, options) {
  const page = await newPage(options);
  await page.goto(`${receiver.address}/host.html`);
  await page.getByRole("heading", { name: "Inscripción" }).waitFor();
  if (endpoint) await page.locator("huso-event").evaluate((element, url) => element.setAttribute("endpoint", url), endpoint);
  return page;
}

// Everything that was entered is still there.
async function assertKept(page, email = "ana.rojas@example.org") {
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "Ana Rojas");
  assert.equal(await page.getByLabel("Correo electrónico").inputValue(), email);
  assert.equal(await page.getByLabel("País").inputValue(), "CL");
  assert.equal(await page.getByLabel("¿Qué ofrece su empresa?").inputValue(), "Caminatas; =1+1");
  assert.ok(await page.getByRole("checkbox", { name: /^Sesiones de pitch/ }).isChecked());
  assert.ok(await page.getByLabel("Autorizo el tratamiento").isChecked());
}

for (const zone of ["America/Santiago", "America/Bogota", "America/Lima", "America/Mexico_City", "America/Argentina/Buenos_Aires", "Asia/Tokyo"]) {
  test(`a registration from ${zone} is in the database, its sessions in the calendar`, async () => {
    const page = await open(undefined, { zone });
    const told = page.evaluate(() => new Promise((done) => addEventListener("huso-registered", (event) => done(event.detail))));
    const email = `${zone.toLowerCase().replaceAll(/[^a-z]/g, ".")}@example.org`;
    await fillForm(page, { email });
    await send(page);
    const heading = page.getByRole("heading", { name: "Inscripción recibida" });
    await heading.waitFor();
    assert.equal(await told, "confirmed");
    assert.ok(await heading.evaluate((element) => element.getRootNode().activeElement === element), "the news has the focus");

    const row = receiver.registrations().find((one) => one["answer.email"] === email);
    assert.equal(row.event, event2027);
    assert.equal(row.status, "confirmed");
    assert.equal(row.sessions, "keynote; pitch-sessions");
    // Chromium says America/Buenos_Aires, as tzdata did before 2008.
    assert.equal(row.timezone.replace("Argentina/", ""), zone.replace("Argentina/", ""));
    assert.equal(row.language, "es");
    assert.equal(row.consents, "data");
    assert.ok(["", "too_fast"].includes(row.suspect), `it came with the form's token: ${row.suspect}`);
    assert.equal(row["answer.country"], "CL");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /calendario/ }).click()]);
    assert.equal(download.suggestedFilename(), `${event2027}.ics`);
    const calendar = (await readFile(await download.path(), "utf8")).replaceAll("\r\n ", "");
    assert.deepEqual([...calendar.matchAll(/^DTSTART;TZID=(.*)\r$/gm)].map((match) => match[1]), ["America/Bogota:20270811T093000", "America/Bogota:20270818T090000"]);
    assert.deepEqual([...calendar.matchAll(/^DTEND;TZID=(.*)\r$/gm)].map((match) => match[1]), ["America/Bogota:20270811T103500", "America/Bogota:20270818T112000"]);
    assert.deepEqual(page.errors, []);
    assert.ok(!receiver.log().includes(email), "logs hold no personal data");

    await page.getByRole("button", { name: "Inscribir a otra persona" }).click();
    assert.equal(await page.getByLabel("Correo electrónico").inputValue(), "");
    assert.ok(!(await page.getByRole("checkbox", { name: /^Sesiones de pitch/ }).isChecked()));
    await page.context().close();
  });
}

test("what is missing or wrong is listed, linked and repeated at its field", async () => {
  const page = await open();
  await send(page);
  const summary = page.locator(".trouble");
  await summary.getByText("Falta corregir 6 respuestas").waitFor();
  assert.ok(await summary.evaluate((element) => element.getRootNode().activeElement === element));
  await fillForm(page, { email: "ana@example" });
  await send(page);
  await summary.getByText("Falta corregir 1 respuesta").waitFor();
  const email = page.getByLabel("Correo electrónico");
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  const described = (await email.getAttribute("aria-describedby")).split(" ");
  assert.match(await page.locator(`#${described.at(-1)}`).textContent(), /Escriba un correo completo/);
  await summary.getByRole("link", { name: "Correo electrónico" }).click();
  assert.ok(await email.evaluate((element) => element.getRootNode().activeElement === element));
  await assertKept(page, "ana@example");
  await email.fill("ana@example.org");
  await page.locator(".trouble").waitFor({ state: "detached" });
  await page.context().close();
});

test("a field that depends on another comes and goes", async () => {
  const page = await open();
  assert.equal(await page.getByLabel("¿Qué ofrece su empresa?").count(), 0);
  await page.getByLabel("¿Cómo participa?").selectOption("inbound");
  await page.getByLabel("¿Qué ofrece su empresa?").waitFor();
  await page.getByLabel("¿Cómo participa?").selectOption("public");
  await page.getByLabel("¿Qué ofrece su empresa?").waitFor({ state: "detached" });
  await page.context().close();
});

test("the agenda's buttons and the form's boxes are one choice", async () => {
  const page = await open();
  await page.locator('[data-session="keynote"] .choose').click();
  await page.getByText("1 actividad elegida").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /^Turismo sostenible y regenerativo/ }).isChecked());
  await page.getByRole("button", { name: "Ir a la inscripción" }).click();
  const heading = page.getByRole("heading", { name: "Inscripción", exact: true });
  assert.ok(await heading.evaluate((element) => element.getRootNode().activeElement === element));
  await page.getByRole("checkbox", { name: /^Turismo sostenible y regenerativo/ }).uncheck();
  assert.equal(await page.locator('[data-session="keynote"] .choose').getAttribute("aria-pressed"), "false");
  await page.context().close();
});

const answers = {
  "422 with faults": {
    answer: (response) => {
      response.writeHead(422, { "Content-Type": "application/problem+json" });
      const errors = [{ pointer: "/answers/email", code: "email", detail: "Ese dominio no recibe correo." }];
      response.end(JSON.stringify({ status: 422, title: "x", errors }));
    },
    says: "Ese dominio no recibe correo.",
  },
  "422 without faults": { answer: (response) => response.writeHead(422).end("{}"), says: "no aceptó la inscripción (422)" },
  500: { answer: (response) => response.writeHead(500).end("oops"), says: "El servidor tuvo un error (500)" },
  429: { answer: (response) => response.writeHead(429).end(), says: "demasiadas inscripciones" },
  410: { answer: (response) => response.writeHead(410).end(), says: "Las inscripciones ya cerraron" },
  "200 with HTML": { answer: (response) => response.end("<p>ok</p>"), says: "respondió algo que no entendemos" },
  "a connection that is cut": { answer: (response) => response.destroy(), says: "No hubo respuesta" },
};

for (const [name, { answer, says }] of Object.entries(answers)) {
  test(`an endpoint that answers ${name}: said, and nothing lost`, async () => {
    const endpoint = await startEndpoint(answer);
    const page = await open(endpoint.address);
    await fillForm(page);
    await send(page);
    await page.getByText(says).first().waitFor();
    await assertKept(page);
    // Chromium itself sends again what was cut: that is what the submission's id is for.
    assert.equal(new Set(endpoint.bodies.map((body) => body.submission)).size, 1);
    assert.deepEqual(page.errors, []);
    endpoint.stop();
    await page.context().close();
  });
}

test("an endpoint that answers nothing at all: said after the time limit, and nothing lost", async () => {
  const endpoint = await startEndpoint(() => {});
  const page = await newPage();
  await page.clock.install();
  await page.goto(`${receiver.address}/host.html`);
  await page.getByRole("heading", { name: "Inscripción" }).waitFor();
  await page.locator("huso-event").evaluate((element, url) => element.setAttribute("endpoint", url), endpoint.address);
  await fillForm(page);
  await send(page);
  await page.getByRole("button", { name: "Enviando…" }).waitFor();
  await page.clock.fastForward(6_000);
  await page.getByText("Está tardando más de lo normal").waitFor();
  await page.clock.fastForward(15_000);
  await page.getByText("Lo intentaremos de nuevo").waitFor();
  // The waits before it tries again, and their time limits.
  for (let attempt = 2; attempt <= 3; attempt++) {
    while (endpoint.bodies.length < attempt) await page.clock.runFor(500);
    await page.clock.fastForward(21_000);
  }
  await page.getByText("La respuesta tardó demasiado").waitFor();
  assert.equal(new Set(endpoint.bodies.map((body) => body.submission)).size, 1);
  assert.equal(endpoint.bodies.length, 3);
  await assertKept(page);
  endpoint.stop();
  await page.context().close();
});

test("sent again as it was it keeps its id, changed it gets another; impatient fingers send once", async () => {
  const endpoint = await startEndpoint((response) => setTimeout(() => response.writeHead(500).end(), 300));
  const page = await open(endpoint.address);
  await fillForm(page);
  await page.getByRole("button", { name: "Enviar inscripción" }).dblclick();
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  await send(page);
  await page.getByRole("button", { name: "Enviando…" }).waitFor();
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  await page.getByLabel("Nombre y apellidos").fill("Ana María Rojas");
  await send(page);
  await page.getByRole("button", { name: "Enviando…" }).waitFor();
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  const ids = endpoint.bodies.map((body) => body.submission);
  assert.equal(ids.length, 3);
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[1], ids[2]);
  endpoint.stop();
  await page.context().close();
});

test("whoever fills the field that no person sees is told so, and nothing is stored", async () => {
  const page = await open();
  const email = "machine@example.org";
  await fillForm(page, { email });
  const trap = page.locator(".apart input");
  await trap.waitFor({ state: "attached" });
  assert.ok(await trap.evaluate((input) => input.getBoundingClientRect().width <= 1 || getComputedStyle(input.parentElement.parentElement).clipPath !== "none"));
  await trap.evaluate((input) => {
    input.value = "Buy now";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  });
  await send(page);
  await page.getByRole("group", { name: "La inscripción no se guardó" }).getByText("No se guardó. Envíelo otra vez.").waitFor();
  await assertKept(page, email);
  assert.equal(receiver.registrations().filter((row) => row["answer.email"] === email).length, 0);
  await page.context().close();
});

test("by keyboard alone", async () => {
  const page = await open(undefined, { width: 360 });
  const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.name);
  const tabTo = async (name) => {
    for (let step = 0; step < 40; step++) {
      if ((await focused()) === name) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not reach ${name}`);
  };
  await tabTo("session-keynote");
  await page.keyboard.press("Space");
  await tabTo("name");
  await page.keyboard.type("Luis Paz");
  await tabTo("email");
  await page.keyboard.type("luis.paz@example.org");
  await tabTo("country");
  await page.keyboard.type("Per");
  await tabTo("participation");
  await page.keyboard.type("Púb");
  await tabTo("consent-data");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  const row = receiver.registrations().find((one) => one["answer.email"] === "luis.paz@example.org");
  assert.equal(row["answer.country"], "PE");
  assert.equal(row["answer.participation"], "public");
  await page.context().close();
});
