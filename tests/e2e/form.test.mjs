// Every kind of question, sessions to choose, what is told and agreed to; and how other endpoints are
// spoken to. The endpoint here is a server of our own that takes any request.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const text = (es, en, pt) => ({ es, en, pt });
const option = (value, es, en, pt) => ({ value, label: text(es, en, pt) });
const fields = [
  { id: "about", type: "heading", label: text("Sobre usted", "About you", "Sobre você"), hint: text("Lo justo.", "No more than needed.", "O necessário.") },
  { id: "name", type: "text", label: text("Nombre", "Name", "Nome"), required: true, min_length: 3, autocomplete: "name" },
  { id: "email", type: "email", label: text("Correo", "E-mail", "E-mail"), required: true },
  { id: "phone", type: "tel", label: text("Teléfono", "Telephone", "Telefone") },
  { id: "site", type: "url", label: text("Página", "Page", "Página") },
  { id: "people", type: "number", label: text("Personas", "People", "Pessoas"), min: 1, max: 5 },
  { id: "arrival", type: "date", label: text("Llegada", "Arrival", "Chegada"), min: "2027-08-01" },
  { id: "country", type: "country", label: text("País", "Country", "País"), required: true },
  { id: "company", type: "organization", label: text("Empresa", "Company", "Empresa") },
  { id: "role", type: "radio", required: true, label: text("Papel", "Role", "Papel"), options: [option("buys", "Compra", "Buys", "Compra"), option("sells", "Vende", "Sells", "Vende")] },
  { id: "offers", type: "text", label: text("Qué vende", "What do you sell?", "O que vende"), show_if: { field: "role", is: ["sells"] } },
  { id: "areas", type: "checkboxes", label: text("Temas", "Topics", "Temas"), max_choices: 2, options: [option("a", "Café", "Coffee", "Café"), option("b", "Cuero", "Leather", "Couro"), option("c", "Vino", "Wine", "Vinho")] },
  { id: "tax", type: "text", label: text("RUT", "Tax number", "RUT"), draft: false, pattern: "\\d{7,8}-[\\dkK]", pattern_message: text("Escriba el RUT con guion.", "Write it with a hyphen.", "Escreva com hífen.") },
  { id: "source", type: "hidden", label: "Source", parameter: "utm_source" },
  { id: "cv", type: "file", label: text("Catálogo", "Catalogue", "Catálogo"), accept: [".pdf"], max_bytes: 400_000 },
  { id: "notes", type: "textarea", label: text("Notas", "Notes", "Notas") },
];
const privacy = {
  controller: text("Cámara", "Chamber", "Câmara"), address: text("Av. 1", "1 Av.", "Av. 1"), rights: "rights@example.org", version: "2027-1",
  retention: text("Un año", "One year", "Um ano"), minimum_age: 18,
  purposes: [
    { id: "list", text: text("Avisos por correo", "News by e-mail", "Avisos por e-mail") },
    { id: "register", legal_basis: "contract", text: text("Inscribirle.", "To register you.", "Inscrever você.") },
  ],
};
const session = (id, start, registration = {}, duration = "PT30M") => ({ id, title: `Sesión ${id}`, start: `2027-08-11T${start}`, duration, registration });
const file = (registration, sessions = [session("one", "09:00")]) =>
  JSON.stringify({ huso: 1, id: "fair", language: "es", title: "Feria", timezone: "America/Bogota", sessions, registration });

let receiver, endpoint, requests, answer;
before(async () => {
  receiver = await startReceiver();
  endpoint = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "*");
      if (request.method === "OPTIONS") return response.writeHead(204).end();
      requests.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString("latin1") });
      answer(response);
    });
  });
  await new Promise((ready) => endpoint.listen(0, "127.0.0.1", ready));
});
after(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await closeBrowser();
  await receiver.stop();
});

const to = (more) => ({ url: `http://127.0.0.1:${endpoint.address().port}/take`, ...more });

async function open(registration, { sessions, lang = "es", query = "", ...options } = {}) {
  requests = [];
  answer = (response) => response.end("{}");
  receiver.publish("fair.json", file(registration, sessions));
  receiver.publish("fair.html", hostPage('<huso-event src="fair.json"></huso-event>', { lang }));
  const page = await newPage(options);
  await page.goto(`${receiver.address}/fair.html${query}`);
  await page.locator("huso-event form").waitFor();
  return page;
}

const submit = (page) => page.locator(".send button").click();
const named = (page, name) => page.locator(`[name="${name}"]`);

// What a multipart body holds, by name.
function parts({ headers, body }) {
  const boundary = /boundary=(.*)/.exec(headers["content-type"])[1];
  return body.split(`--${boundary}`).slice(1, -1).map((part) => {
    const [head, ...rest] = part.split("\r\n\r\n");
    const value = Buffer.from(rest.join("\r\n\r\n").slice(0, -2), "latin1").toString("utf8");
    return [/ name="([^"]*)"/.exec(head)[1], /filename="([^"]*)"/.exec(head)?.[1] ?? value];
  });
}

// What the ruler says of its keys is hidden on touch screens; what a question says of itself is not.
test("on a touch screen a question's hint is there, too", async () => {
  const page = await open({ endpoint: to(), fields }, { width: 360, hasTouch: true, isMobile: true });
  assert.ok(await page.evaluate(() => matchMedia("(pointer: coarse)").matches));
  assert.ok(await page.getByText("Lo justo.").isVisible());
  await page.context().close();
});

test("a country's consent is asked of who is of that country", async () => {
  const consents = [
    { id: "pe", text: "Ley 29733", required: true, show_if: { field: "country", is: ["PE"] } },
    { id: "all", text: "Novedades" },
  ];
  const country = fields.find(({ id }) => id === "country");
  const page = await open({ endpoint: to({ dialect: "json" }), fields: [country], consents, privacy: { version: "1" } });
  assert.equal(await named(page, "consent-pe").count(), 0);
  await named(page, "country").selectOption("PE");
  await named(page, "consent-pe").waitFor();
  await submit(page);
  await page.locator("#consent-0-fault").waitFor();
  await named(page, "consent-pe").check();
  // Another country's law: what was agreed to before is not sent.
  await named(page, "country").selectOption("CL");
  await named(page, "consent-pe").waitFor({ state: "detached" });
  await named(page, "consent-all").check();
  await submit(page);
  await page.locator(".done").waitFor();
  const sent = JSON.parse(requests.at(-1).body);
  assert.deepEqual([sent.consents, sent.notice.consents], [["all"], { all: true }]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

for (const lang of ["es", "en", "pt"]) {
  test(`${lang}: every kind of question, wrong and right, with a file`, async () => {
    const registration = { endpoint: to({ dialect: "form", encoding: "multipart" }), fields, privacy };
    const page = await open(registration, { lang, query: "?utm_source=bulletin&utm_medium=secret", locale: lang, width: lang === "es" ? 1280 : 360, scheme: lang === "pt" ? "dark" : "light" });
    await assertNoViolations(page, "empty");
    await submit(page);
    await page.locator(".trouble").waitFor();
    assert.deepEqual(await page.locator(".trouble li").count(), 5, await page.locator(".trouble").textContent());
    await assertNoViolations(page, "missing");
    // The fault goes with the tick, the focus stays.
    await named(page, "consent-minimum_age").focus();
    await page.keyboard.press("Space");
    await page.locator("#consent-1-fault").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.name), "consent-minimum_age");
    await page.keyboard.press("Space");
    const wrong = { name: "Li", email: "a@b", phone: "12", site: "nowhere", people: "6", arrival: "2027-07-31", tax: "1", country: "" };
    for (const [name, value] of Object.entries(wrong)) {
      if (value) await named(page, name).fill(value);
    }
    await named(page, "cv").setInputFiles({ name: "cv.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") });
    for (const box of await named(page, "areas").all()) await box.check();
    await submit(page);
    await page.locator("#field-14-fault").waitFor();
    for (const [index, id] of fields.map((field, index) => [index, field.id]).filter(([, id]) => id in wrong || ["role", "areas", "cv"].includes(id))) {
      assert.notEqual(await page.locator(`#field-${index}-fault`).textContent(), "", id);
    }
    assert.match(await page.locator("#field-12-fault").textContent(), /guion|hyphen|hífen/);
    await assertNoViolations(page, "wrong");

    const right = { name: "Ñusta", email: "n@example.org", phone: "+51 1 2345678", site: "https://example.org/a", people: "2", arrival: "2027-08-10", tax: "12345678-k", company: "Ñandú & Cía", notes: "a\nb" };
    for (const [name, value] of Object.entries(right)) await named(page, name).fill(value);
    await named(page, "country").selectOption("PE");
    await page.locator('[name="role"]').nth(1).check();
    await page.locator('[name="offers"]').fill("Café");
    await page.locator('[name="areas"]').nth(1).uncheck();
    await named(page, "cv").setInputFiles({ name: "catálogo.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(300_000, 7) });
    await named(page, "consent-minimum_age").check();
    await submit(page);
    await page.locator(".done").waitFor();
    await assertNoViolations(page, "done");
    const sent = parts(requests.at(-1));
    const of = (name) => sent.filter(([other]) => other === name).map(([, value]) => value);
    for (const [name, value] of Object.entries(right)) assert.deepEqual(of(name), [value.replace("\n", "\r\n")], name);
    assert.deepEqual([of("country"), of("role"), of("offers"), of("areas"), of("source")], [["PE"], ["sells"], ["Café"], ["a", "c"], ["bulletin"]]);
    assert.deepEqual(of("cv"), [Buffer.from("catálogo.pdf").toString("latin1")]);
    assert.ok(requests.at(-1).body.includes("\u0007".repeat(300_000)), "the file's content");
    const notice = JSON.parse(of("notice")[0]);
    assert.deepEqual([notice.version, notice.language, notice.consents], ["2027-1", lang, { list: false, minimum_age: true }]);
    assert.ok(Math.abs(Date.parse(notice.at) - Date.now()) < 60_000, notice.at);
    assert.deepEqual(of("consent"), ["minimum_age"]);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("numbers of papers are not kept in the tab, nor are files", async () => {
  const page = await open({ endpoint: to({ dialect: "form", encoding: "multipart" }), fields });
  await named(page, "name").fill("Ana");
  await named(page, "tax").fill("12345678-k");
  await named(page, "cv").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
  const draft = JSON.parse(await page.evaluate(() => sessionStorage["huso.draft.fair"]));
  assert.deepEqual(draft.answers, { name: "Ana" });
  await page.context().close();
});

test("how much of a file has been sent is told", async () => {
  const big = fields.map((field) => (field.id === "cv" ? { ...field, max_bytes: 50_000_000 } : field)).filter((field) => ["name", "cv"].includes(field.id));
  const page = await open({ endpoint: to({ dialect: "form", encoding: "multipart" }), fields: big });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4_000_000 });
  await named(page, "name").fill("Ana");
  await named(page, "cv").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(12_000_000, 7) });
  await submit(page);
  await page.getByText(/Enviando archivos: \d+ %/).waitFor();
  await page.locator("progress").waitFor();
  await page.locator(".done").waitFor({ timeout: 30_000 });
  await page.context().close();
});

const timed = [
  session("open", "09:00"), session("meets", "09:20"), session("full", "10:00", { mode: "full" }), session("list", "10:30", { mode: "waitlist" }),
  session("invited", "11:00", { mode: "invitation" }), session("later", "11:30", { opens: "2090-01-01T00:00" }),
  session("buyers", "12:00", { audience: ["buys"] }), session("none", "12:30", { mode: "none" }), session("shut", "13:00", { mode: "closed" }),
  session("night", "23:45", {}, "PT1H"), { ...session("past-midnight", "00:30"), start: "2027-08-12T01:30", timezone: "America/Santiago" },
];
const choosing = (more) => ({
  endpoint: to({ dialect: "json" }), choose: "sessions", audience_field: "role", invitation_field: "code",
  fields: [fields.find((field) => field.id === "role"), { id: "code", type: "text", label: "Código" }], ...more,
});

test("sessions: which can be chosen, why not, which overlap, how many", async () => {
  const page = await open(choosing({ min_sessions: 2, max_sessions: 3 }), { sessions: timed, zone: "America/Lima" });
  const choice = page.locator(".choice");
  const row = (id) => choice.locator(".check", { hasText: new RegExp(`^Sesión ${id}`) });
  const said = async (id) => (await row(id).textContent()).replaceAll("\u00a0", " ");
  assert.match(await choice.textContent(), /Elija de 2 a 3/);
  assert.match(await said("full"), /sin lugares/);
  assert.match(await said("list"), /lista de espera/);
  assert.match(await said("invited"), /solo con invitación/);
  assert.match(await said("later"), /se abre el .*1 de enero de 2090, 00:00/);
  assert.match(await said("shut"), /cerrad/i);
  for (const id of ["full", "invited", "later", "shut"]) assert.ok(await row(id).locator("input").isDisabled(), id);
  assert.equal(await row("none").count(), 0);
  assert.equal(await row("buyers").count(), 0, "for others");
  await page.getByLabel("Compra").check();
  await row("buyers").locator("input").check();
  await page.getByLabel("Código").fill("X1");
  await row("invited").locator("input").check();

  await row("open").locator("input").check();
  await row("meets").locator("input").check();
  const clash = page.locator(".clash");
  await clash.waitFor();
  assert.match((await clash.textContent()).replaceAll("\u00a0", " "), /«Sesión open» y «Sesión meets» coinciden: .*09:20.*09:30/);
  assert.equal(await page.locator(".selection li").count(), 4);
  await submit(page);
  assert.match(await page.locator("#choice-fault").textContent(), /3/);
  await row("open").locator("input").uncheck();
  await row("meets").locator("input").uncheck();
  await page.getByLabel("Vende").check();
  await submit(page);
  assert.match(await page.locator("#choice-fault").textContent(), /invitación|otr/);
  await row("buyers").locator("input").click();
  await row("invited").locator("input").uncheck();
  // Across midnight, and across zones: 23:45–00:45 in Bogotá, and 01:30 in Santiago, which is 00:30 there.
  await row("night").locator("input").check();
  await row("past-midnight").locator("input").check();
  assert.match((await clash.textContent()).replaceAll("\u00a0", " "), /«Sesión night» y «Sesión past-midnight» coinciden: .*00:30.*00:45/);
  await assertNoViolations(page, "chosen");
  await submit(page);
  await page.locator(".done").waitFor();
  assert.deepEqual(JSON.parse(requests.at(-1).body).sessions, ["night", "past-midnight"]);
  assert.equal(await page.locator(".done li").count(), 2);
  await page.context().close();
});

const simple = [fields.find((field) => field.id === "name"), fields.find((field) => field.id === "email")];
async function fill(page) {
  await named(page, "name").fill("Ñusta Paz");
  await named(page, "email").fill("n@example.org");
}

test("a form's encoding, names, constants and key in a header", async () => {
  const page = await open({ endpoint: to({ dialect: "form", fields: { name: "your-name", $timezone: "" }, constants: { "form-name": "fair" }, key: "header" }), fields: simple });
  await fill(page);
  await submit(page);
  await page.getByText("El organizador recibió su inscripción.").waitFor();
  const [{ headers, body }] = requests;
  assert.match(headers["content-type"], /^application\/x-www-form-urlencoded/);
  assert.match(headers["idempotency-key"], /^[0-9a-f-]{36}$/);
  const sent = Object.fromEntries(new URLSearchParams(body));
  assert.deepEqual(sent, { "your-name": "Ñusta Paz", email: "n@example.org", event: "fair", language: "es", "form-name": "fair" });
  await page.context().close();
});

test("Apps Script: JSON as text, without a preflight; its errors at the fields", async () => {
  const page = await open({ endpoint: to({ dialect: "google-apps-script" }), fields: simple });
  answer = (response) => response.end(JSON.stringify({ ok: false, errors: [{ field: "email", message: "Ya está inscrito." }] }));
  await fill(page);
  await submit(page);
  await page.locator("#field-1-fault").getByText("Ya está inscrito.").waitFor();
  assert.match(requests[0].headers["content-type"], /^text\/plain/);
  assert.equal(JSON.parse(Buffer.from(requests[0].body, "latin1").toString()).name, "Ñusta Paz");
  answer = (response) => response.end('{"ok":true}');
  await named(page, "email").fill("m@example.org");
  await submit(page);
  await page.locator(".done").waitFor();
  await page.context().close();
});

test("Google Forms: nobody can know, and that is said", async () => {
  const page = await open({ endpoint: to({ dialect: "google-forms", fields: { name: "entry.1", email: "entry.2" } }), fields: simple });
  await fill(page);
  await submit(page);
  await page.getByRole("heading", { name: "Inscripción enviada, sin confirmar" }).waitFor();
  await page.getByText("podrían quedar dos veces").waitFor();
  assert.deepEqual(Object.fromEntries(new URLSearchParams(requests[0].body)), { "entry.1": "Ñusta Paz", "entry.2": "n@example.org" });
  assert.equal(await named(page, "name").inputValue(), "Ñusta Paz");
  assert.equal(requests.length, 1);
  await page.context().close();
});

test("an endpoint without ids is not asked twice by itself", async () => {
  const page = await open({ endpoint: to({ dialect: "formspree" }), fields: simple });
  answer = (response) => response.writeHead(503).end();
  await fill(page);
  await submit(page);
  await page.getByText("podrían quedar dos veces").waitFor();
  await page.waitForTimeout(2_000);
  assert.equal(requests.length, 1);
  await page.context().close();
});

// Kind of fault: stored twice without a question. From Formspree and Contact Form 7, which get no id.
const asked = {
  es: { doubt: "no sabemos si llegó", title: "¿Enviar otra vez?", again: "Enviar otra vez", not: "No enviar" },
  en: { doubt: "we don’t know whether it arrived", title: "Send again?", again: "Send again", not: "Don’t send" },
  pt: { doubt: "não sabemos se chegou", title: "Enviar de novo?", again: "Enviar de novo", not: "Não enviar" },
};
for (const [lang, say] of Object.entries(asked)) {
  test(`${lang}: an endpoint without ids, a page reloaded while it was sent: it says so, and asks before it sends again`, async () => {
    const dialect = lang === "en" ? "contact-form-7" : "formspree";
    const page = await open({ endpoint: to({ dialect }), fields: simple }, { lang, locale: lang, width: lang === "pt" ? 320 : 1280 });
    const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.textContent);
    const question = page.getByRole("group", { name: say.title });
    const press = async (name) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
    };
    // It arrives, and the page doesn't hear of it.
    const arrived = new Promise((done) => (answer = done));
    await fill(page);
    await submit(page);
    await arrived;
    await page.reload();
    await page.locator(".back").getByText(say.doubt).waitFor();
    assert.equal(await named(page, "name").inputValue(), "Ñusta Paz", "nothing is lost");
    answer = (response) => response.end(JSON.stringify({ status: "mail_sent" }));
    await submit(page);
    await question.waitFor();
    assert.equal(await focused(), await question.textContent(), "it has the focus");
    await assertNoViolations(page, "asked");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
    // Whoever clicks on without reading is asked on.
    await submit(page);
    await press(say.not);
    await question.waitFor({ state: "detached" });
    assert.notEqual(await focused(), undefined, "the focus is not lost");
    assert.equal(requests.length, 1);
    // Another answer is another form, and both would be there.
    await named(page, "name").fill("Ñusta Paz R.");
    await page.reload();
    await page.locator(".back").getByText(say.doubt).waitFor();
    await submit(page);
    await question.waitFor();
    assert.equal(requests.length, 1);
    await question.getByRole("button", { name: say.again }).dblclick();
    await page.locator(".done").waitFor();
    assert.equal(requests.length, 2, "sent again once");
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("an endpoint without ids that did not answer: a second click asks too, Back and all", async () => {
  const page = await open({ endpoint: to({ dialect: "formspree" }), fields: simple });
  answer = (response) => response.writeHead(502).end();
  await fill(page);
  await submit(page);
  await page.getByText("podrían quedar dos veces").waitFor();
  await submit(page);
  await page.getByRole("group", { name: "¿Enviar otra vez?" }).waitFor();
  await page.goto(`${receiver.address}/fair.json`);
  await page.goBack();
  await page.locator("huso-event form").waitFor();
  await submit(page);
  await page.getByRole("group", { name: "¿Enviar otra vez?" }).waitFor();
  assert.equal(requests.length, 1);
  // What was refused is certainly not there: nothing to ask.
  answer = (response) => response.writeHead(422).end(JSON.stringify({ errors: [{ field: "email", message: "Otro correo." }] }));
  await page.getByRole("button", { name: "Borrar lo escrito" }).click();
  await fill(page);
  await submit(page);
  await page.locator("#field-1-fault").waitFor();
  answer = (response) => response.end("{}");
  await submit(page);
  await page.locator(".done").waitFor();
  assert.equal(requests.length, 3);
  await page.context().close();
});

test("what is pasted with what nobody sees is sent without it; the field stays as it was typed", async () => {
  const phone = fields.find((field) => field.id === "phone");
  const page = await open({ endpoint: to({ dialect: "json" }), fields: [...simple, phone] });
  await fill(page);
  const pasted = { email: "\u200bana@example.org\u2060", phone: "\u2068+51\u00a01\u20112345678\u2069", name: "Ana\u202e\u00a0 Rojas\u200b" };
  for (const [name, value] of Object.entries(pasted)) await named(page, name).fill(value);
  for (const [name, value] of Object.entries(pasted)) assert.equal(await named(page, name).inputValue(), value);
  await submit(page);
  await page.locator(".done").waitFor();
  const { name, email, phone: sent } = JSON.parse(Buffer.from(requests[0].body, "latin1").toString());
  assert.deepEqual({ name, email, phone: sent }, { name: "Ana Rojas", email: "ana@example.org", phone: "+51 1-2345678" });
  await page.context().close();
});

test("a secret in the file: said, and nothing is sent there", async () => {
  const page = await open({ endpoint: to({ dialect: "json", headers: { Authorization: "Bearer s3cr3t-t0k3n-0123456789" } }), fields: simple });
  await page.locator(".notice summary").click();
  await page.getByText("esto parece secreto").waitFor();
  await page.getByText("aún no dice a dónde enviar").waitFor();
  assert.equal(await page.locator(".send button").count(), 0);
  await page.context().close();
});
