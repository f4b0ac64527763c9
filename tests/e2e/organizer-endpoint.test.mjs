// The organizer's page: a test registration to real servers, and what came back, explained.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, newPage, startReceiver } from "./helpers.mjs";
import { openOrganizer } from "./organizer.mjs";

const example = JSON.parse(await readFile(new URL(`../../examples/${event2027}.json`, import.meta.url), "utf8"));

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// A server of somebody else's: what it answers to a registration, and whether other pages may read that.
async function serve(status, body, { isPermitted = true, after = 0 } = {}) {
  const server = createServer((request, response) => {
    if (isPermitted) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "*");
    }
    if (request.method === "OPTIONS") return response.writeHead(isPermitted ? 204 : 405).end();
    request.resume();
    request.on("end", () => setTimeout(() => response.writeHead(status, { "Content-Type": "application/json" }).end(body), after));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => { server.closeAllConnections(); server.close(); };
  return { address: `http://127.0.0.1:${server.address().port}`, stop };
}

async function open(endpoint) {
  const event = { ...example, registration: { ...example.registration, endpoint } };
  const page = await openOrganizer(receiver, JSON.stringify(event));
  await page.getByRole("button", { name: "Inscripción", exact: true }).click();
  return page;
}

// Sends the test. Returns the sentences, and the checks as they stand.
async function run(page) {
  await page.getByRole("button", { name: /^Probar/ }).click();
  await page.locator(".tested").waitFor();
  const checks = await page.locator(".chain li").evaluateAll((all) => all.map((one) => one.className).join(" "));
  return { said: await page.locator(".tested dl").textContent(), checks };
}

test("it says before what it sends, and sends what the receiver stores as a test", async () => {
  const page = await open({ url: `${receiver.address}/events/${event2027}/registrations` });
  await page.locator(".endpoint-test").getByText("Sus textos dicen «PRUEBA / TEST». Si se guarda, ocupa un lugar").waitFor();
  assert.equal(receiver.registrations().length, 0);
  const { said, checks } = await run(page);
  assert.match(said, /201 en \d+,\d s: la inscripción quedó guardada\./);
  assert.equal(checks, "passed passed passed passed passed");
  const [stored] = receiver.registrations();
  assert.equal(stored["answer.name"], "PRUEBA / TEST");
  assert.match(stored["answer.email"], /^test-[0-9a-f]+@example\.org$/);
  assert.ok(said.includes(`huso cancel ${stored.submission}`), said);
  // Nobody is registered twice by testing again.
  assert.match((await run(page)).said, /quedó guardada/);
  await page.context().close();
});

test("at a wrong address the right one is offered, and tested", async () => {
  const page = await open({ url: `${receiver.address}/api/registro` });
  const { said, checks } = await run(page);
  assert.match(said, /(404|405) en .*/);
  assert.equal(checks, "passed passed broke unreached unreached");
  await page.context().close();
});

test("a server that answers 404 to everything", async () => {
  const server = await serve(404, "{}");
  const page = await open({ url: `${server.address}/nowhere` });
  const { said, checks } = await run(page);
  assert.match(said, /404 en .*en esa dirección no hay nada que reciba inscripciones\..*termina en \/events\//s);
  assert.equal(checks, "passed passed broke unreached unreached");
  await page.getByRole("button", { name: "Usar esa dirección y probar" }).click();
  await page.waitForFunction((address) => document.querySelector(".tested code")?.textContent === address, `${server.address}/events/${event2027}/registrations`);
  assert.equal(await page.locator('[data-place="registration.endpoint.url"]').inputValue(), `${server.address}/events/${event2027}/registrations`);
  server.stop();
  await page.context().close();
});

test("a server that other pages may not read, and none at all", async () => {
  const server = await serve(200, "{}", { isPermitted: false });
  const page = await open({ url: `${server.address}/registrations` });
  let { said, checks } = await run(page);
  assert.match(said, /no deja que otras páginas lean su respuesta \(CORS\)/);
  assert.ok(said.includes(`Access-Control-Allow-Origin: ${receiver.address}`), said);
  assert.equal(checks, "passed broke unreached unreached unreached");
  server.stop();
  await page.getByRole("button", { name: "Probar otra vez" }).click();
  await page.getByText("en esa dirección no responde ningún servidor").waitFor();
  checks = await page.locator(".chain li").evaluateAll((all) => all.map((one) => one.className).join(" "));
  assert.equal(checks, "broke unreached unreached unreached unreached");
  await page.context().close();
});

test("a success that is somebody else's, and a server that failed", async () => {
  const foreign = await serve(200, '{"ok": true}');
  let page = await open({ url: `${foreign.address}/registrations` });
  let { said, checks } = await run(page);
  assert.match(said, /200 en .*no es la respuesta que da quien figura en «Lo recibe»/);
  assert.equal(checks, "passed passed passed broke unreached");
  foreign.stop();
  await page.context().close();
  const failing = await serve(500, "oops");
  page = await open({ url: `${failing.address}/registrations` });
  ({ said, checks } = await run(page));
  assert.match(said, /500 en .*el servidor falló/);
  failing.stop();
  await page.context().close();
});

test("a receiver that asks for something else says for what", async () => {
  const fields = example.registration.fields.map((field) => (field.id === "country" ? { ...field, options: [{ value: "XX", label: "Otro" }] } : field));
  const event = { ...example, registration: { ...example.registration, fields, endpoint: { url: `${receiver.address}/events/${event2027}/registrations` } } };
  const page = await openOrganizer(receiver, JSON.stringify(event));
  await page.getByRole("button", { name: "Inscripción", exact: true }).click();
  const { said, checks } = await run(page);
  assert.match(said, /422 en .*entendió la inscripción y no la acepta\..*«País»: /s);
  assert.equal(checks, "passed passed passed passed broke");
  await page.context().close();
});

test("a server that is slow, and that is said", async () => {
  // Only what is sent waits; the form's token is asked for before.
  const server = await serve(200, '{"ok": true}', { after: 5_200 });
  const page = await open({ url: `${server.address}/registrations`, dialect: "json" });
  const { said, checks } = await run(page);
  assert.match(said, /200 en \d+,\d s: .*Tardó más de 5 segundos/);
  assert.equal(checks, "passed passed passed passed passed");
  server.stop();
  await page.context().close();
});

test("from a page with https nothing is sent to an address without", async () => {
  const page = await newPage();
  const sent = [];
  page.on("request", (request) => sent.push(request.url()));
  // The same page, as a browser has it under https.
  await page.route("https://agencia.example/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await page.request.get(`${receiver.address}${pathname}`) });
  });
  await page.goto("https://agencia.example/");
  const event = { ...example, registration: { ...example.registration, endpoint: { url: "http://agencia.example/registrations" } } };
  await page.locator("#file").setInputFiles({ name: "event.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(event)) });
  await page.waitForURL(/#edit/);
  await page.getByRole("button", { name: "Inscripción", exact: true }).click();
  const { said, checks } = await run(page);
  assert.match(said, /No se envió nada|No se envió: esta página tiene https y la dirección no/);
  assert.equal(checks, "broke unreached unreached unreached unreached");
  assert.deepEqual(sent.filter((url) => url.startsWith("http:")), []);
  await page.context().close();
});

test("without an address there is nowhere to send a test", async () => {
  const page = await open(undefined);
  await page.getByText("Sin dirección no hay adónde enviar una prueba.").waitFor();
  await page.getByRole("button", { name: "Escribir la dirección" }).click();
  await page.waitForFunction(() => document.activeElement.dataset.place === "registration.endpoint.url");
  await page.context().close();
});
