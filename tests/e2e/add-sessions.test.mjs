// A person who is registered: more sessions, a reload, a cancellation; and who is registered already.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const session = (id, hour, registration) => ({
  id, title: `Session ${id}`, start: `2027-08-11T${hour}:00`, duration: "PT1H", registration: { mode: "open", ...registration },
});
const event = JSON.stringify({
  huso: 1, id: "fair", title: "Fair", timezone: "America/Bogota",
  sessions: [session("one", "09"), session("two", "11"), session("three", "13"), session("list", "15", { capacity: 1 })],
  registration: {
    endpoint: { url: "/events/fair/registrations" }, choose: "sessions",
    privacy: { contact: "fair@example.org" },
    fields: [
      { id: "name", type: "text", label: "Name", required: true, autocomplete: "name" },
      { id: "email", type: "email", label: "E-mail", required: true },
    ],
  },
});

let receiver;
before(async () => {
  const files = {};
  for (const lang of ["es", "en", "pt"]) files[`${lang}.html`] = hostPage('<huso-event src="fair.json"></huso-event>', { lang });
  receiver = await startReceiver(files, { "fair.json": event });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const choose = (page, id) => page.locator(`[data-session="${id}"] .choose`).click();
const add = (page) => page.locator(".added .send button");
const stored = (email) => receiver.registrations().filter((one) => one["answer.email"] === email);
const all = (row) => [row.sessions, row.waitlisted_sessions].filter(Boolean).join("; ");
const entries = (page) => page.locator(".done > .kept .entry").evaluateAll((all) => all.map((one) => one.firstChild.textContent + one.childNodes[1].textContent));
const isFocused = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);
const receipt = (page) => page.evaluate(() => sessionStorage.getItem("huso.receipt.fair"));

async function open({ lang = "es", prepare, ...options } = {}) {
  const page = await newPage({ locale: lang, ...options });
  await prepare?.(page);
  await page.goto(`${receiver.address}/${lang}.html`);
  await page.locator("[name=name]").waitFor();
  return page;
}

async function fill(page, email, sessions = ["one"]) {
  for (const id of sessions) await choose(page, id);
  await page.locator("[name=name]").fill("Ana Rojas");
  await page.locator("[name=email]").fill(email);
}

const send = (page) => page.locator("form:not(.added) .send button").click();

async function register(page, email, sessions) {
  await fill(page, email, sessions);
  await send(page);
  await page.locator(".done").waitFor();
}

const say = {
  es: { add: "Añadir 2 actividades a mi inscripción", added: "Las actividades quedaron en su inscripción.", seat: " (con lugar)", list: " (lista de espera)", taken: "Ya hay una inscripción", not: "La inscripción no se guardó", gone: "La inscripción está cancelada", again: "Enviar otro formulario" },
  en: { add: "Add 2 sessions to my registration", added: "The sessions are in your registration now.", seat: " (with a seat)", list: " (waitlist)", taken: "There is already a registration", not: "The registration was not stored", gone: "This registration is cancelled", again: "Send another form" },
  pt: { add: "Adicionar 2 atividades à minha inscrição", added: "As atividades estão na sua inscrição.", seat: " (com vaga)", list: " (lista de espera)", taken: "Já há uma inscrição", not: "A inscrição não foi guardada", gone: "A inscrição está cancelada", again: "Enviar outro formulário" },
};

test("a seat is taken by somebody else", async () => {
  const page = await open();
  await register(page, "other@example.org", ["list"]);
  await page.context().close();
});

for (const [lang, says] of Object.entries(say)) {
  test(`${lang}: sessions are added to the registration, which a reload leaves as it is`, async () => {
    const email = `${lang}@example.org`;
    const page = await open({ lang, scheme: lang === "es" ? "light" : "dark", width: lang === "pt" ? 320 : 1280 });
    let told = 0;
    await page.exposeFunction("tell", () => told++);
    await page.evaluate(() => addEventListener("huso-registered", () => window.tell()));
    await register(page, email);
    assert.equal(await add(page).count(), 0, "nothing is to be added yet");
    await choose(page, "two");
    await choose(page, "list");
    await add(page).getByText(says.add).waitFor();
    await assertNoViolations(page, "adding");
    // The way there by keyboard: from the basket to the form, and on.
    await page.locator(".basket .primary").focus();
    await page.keyboard.press("Enter");
    for (let step = 0; step < 10 && !(await isFocused(add(page))); step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".done").getByText(says.added).waitFor();
    assert.ok(await isFocused(page.locator(".done h4")), "the news has the focus");
    const expected = [`Session one${says.seat}`, `Session two${says.seat}`, `Session list${says.list}`];
    assert.deepEqual(await entries(page), expected);
    assert.equal(await page.locator(".basket").count(), 0);
    await assertNoViolations(page, "added");
    assert.equal(told, 1, "the page is told of a registration once");
    assert.deepEqual(stored(email).map((one) => all(one)), ["one; two; list"]);

    await page.reload();
    await page.locator(".done").waitFor();
    assert.deepEqual(await entries(page), expected);
    assert.ok(!(await isFocused(page.locator(".done h4"))), "a page that is opened keeps the focus");
    await choose(page, "three");
    await add(page).click();
    await page.locator(".done").getByText(says.added).waitFor();
    assert.deepEqual(stored(email).map((one) => all(one)), ["one; three; two; list"]);

    await page.locator(".after .quiet").click();
    await page.locator("[name=name]").waitFor();
    assert.equal(await receipt(page), null);
    assert.equal(await page.locator("[name=name]").inputValue(), "");
    await page.reload();
    await page.locator("[name=name]").waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test(`${lang}: who is registered already is told so, and loses nothing`, async () => {
    const email = `${lang}.twice@example.org`;
    const first = await open({ lang });
    await register(first, email);
    await first.context().close();
    const page = await open({ lang, width: lang === "es" ? 360 : 1280, scheme: "dark" });
    await fill(page, email, ["two"]);
    await send(page);
    const trouble = page.getByRole("group", { name: says.not });
    await trouble.getByText(says.taken).waitFor();
    assert.ok((await trouble.textContent()).includes("fair@example.org"));
    assert.ok(await isFocused(trouble));
    assert.equal(await page.locator("[name=email]").inputValue(), email);
    assert.ok(await page.locator("[name=session-two]").isChecked());
    assert.equal(await receipt(page), null);
    await assertNoViolations(page, "registered already");
    assert.equal(stored(email).length, 1);
    // Another person, with the same form.
    await page.locator("[name=name]").fill("Eva Soto");
    await page.locator("[name=email]").fill(`${lang}.other@example.org`);
    await send(page);
    await page.locator(".done").waitFor();
    await page.context().close();
  });

  // Kind of fault: what was cancelled is shown as registered.
  test(`${lang}: what was cancelled is shown as cancelled, and its answers are another form`, async () => {
    const email = `${lang}.gone@example.org`;
    const page = await open({ lang });
    await register(page, email);
    receiver.cancel(JSON.parse(await receipt(page)).submission);
    await choose(page, "two");
    await add(page).click();
    await page.getByRole("heading", { name: says.gone }).waitFor();
    assert.equal(await page.locator(".done .kept").count(), 0);
    assert.equal(await receipt(page), null);
    await assertNoViolations(page, "cancelled");
    await page.getByRole("button", { name: says.again }).click();
    assert.equal(await page.locator("[name=email]").inputValue(), email);
    await send(page);
    await page.locator(".done .kept").waitFor();
    assert.deepEqual(await entries(page), [`Session two${says.seat}`]);
    await page.context().close();
  });
}

test("a network that fails meanwhile: added once, and what is not known is said", async () => {
  const email = "net@example.org";
  const page = await open();
  await register(page, email);
  const bodies = [];
  let answers = ["lost", "lost", "lost", "broken"];
  await page.route(/\/sessions$/, async (route) => {
    bodies.push(route.request().postData());
    const answer = answers.shift();
    if (answer === undefined) return route.continue();
    // It arrives, and nobody hears of it.
    await route.fetch();
    return answer === "lost" ? route.abort() : route.fulfill({ status: 500 });
  });
  await choose(page, "two");
  await add(page).dblclick();
  const trouble = page.getByRole("group", { name: "No sabemos si las actividades se añadieron" });
  await trouble.getByText("No hubo respuesta").waitFor();
  assert.ok(await isFocused(trouble));
  assert.equal(bodies.length, 3, "sent again by itself, twice");
  await assertNoViolations(page, "unconfirmed");
  await add(page).click();
  await trouble.getByText("El servidor tuvo un error (500)").waitFor();
  await add(page).click();
  await page.locator(".done").getByText("Las actividades quedaron en su inscripción.").waitFor();
  assert.deepEqual([...new Set(bodies)].length, 1);
  assert.deepEqual(stored(email).map((one) => one.sessions), ["one; two"]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("offline: it waits, says so, and goes when the network is back", async () => {
  const page = await open();
  await register(page, "offline@example.org");
  await choose(page, "two");
  await page.context().setOffline(true);
  await add(page).click();
  await page.getByText("Añadiremos las actividades en cuanto vuelva").waitFor();
  await page.context().setOffline(false);
  await page.locator(".done").getByText("Las actividades quedaron en su inscripción.").waitFor();
  await page.context().close();
});

test("a token that opens nothing: said why, and the registration is as it was", async () => {
  const page = await open();
  await register(page, "token@example.org");
  await page.evaluate(() => {
    const receipt = JSON.parse(sessionStorage.getItem("huso.receipt.fair"));
    sessionStorage.setItem("huso.receipt.fair", JSON.stringify({ ...receipt, token: "another" }));
  });
  await page.reload();
  await page.locator(".done").waitFor();
  await choose(page, "two");
  await add(page).click();
  const trouble = page.getByRole("group", { name: "Las actividades no se añadieron" });
  await trouble.getByText("Esa clave no abre esta inscripción").waitFor();
  assert.deepEqual(await entries(page), ["Session one (con lugar)"]);
  await page.context().close();
});

test("where pages may store nothing, it holds until the page is left", async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", { get: () => { throw new DOMException("forbidden", "SecurityError"); } });
    });
  const page = await open({ prepare });
  await register(page, "memory@example.org");
  await choose(page, "two");
  await add(page).click();
  await page.locator(".done").getByText("Las actividades quedaron en su inscripción.").waitFor();
  assert.deepEqual(stored("memory@example.org").map((one) => one.sessions), ["one; two"]);
  await page.reload();
  await page.locator("[name=name]").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// Kind of fault: a person whose browser fills what no person sees can never register.
test("a form that a machine seems to have filled goes through the next time", async () => {
  const page = await open();
  await fill(page, "machine@example.org");
  await page.locator(".apart input").evaluate((input) => {
    input.value = "Buy now";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  });
  await send(page);
  const trouble = page.getByRole("group", { name: "La inscripción no se guardó" });
  await trouble.getByText("un campo que las personas no ven").waitFor();
  assert.equal(stored("machine@example.org").length, 0);
  assert.equal(await page.locator(".apart input").inputValue(), "");
  assert.equal(await page.locator("[name=email]").inputValue(), "machine@example.org");
  await send(page);
  await page.locator(".done").waitFor();
  assert.equal(stored("machine@example.org").length, 1);
  await page.context().close();
});
