// What was entered outlives reloads, bad networks and impatience; and is gone when it is of no more use.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, fillForm, hostPage, newPage, send, startEndpoint, startReceiver } from "./helpers.mjs";

const src = `examples/${event2027}.json`;
let receiver;
before(async () => {
  receiver = await startReceiver({ "host.html": hostPage(`<huso-event src="${src}"></huso-event>`), "other.html": "<p>Other</p>" });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(page, endpoint) {
  let name = "host.html";
  if (endpoint) receiver.publish((name = "elsewhere.html"), hostPage(`<huso-event src="${src}" endpoint="${endpoint.address}"></huso-event>`));
  await page.goto(`${receiver.address}/${name}`);
  await page.locator("huso-event form").waitFor();
}

async function assertThere(page) {
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "Ana Rojas");
  assert.equal(await page.getByLabel("País").inputValue(), "CL");
  assert.equal(await page.getByLabel("¿Qué ofrece su empresa?").inputValue(), "Caminatas; =1+1");
  assert.ok(await page.getByRole("checkbox", { name: /^Sesiones de pitch/ }).isChecked());
  assert.ok(await page.getByLabel("Autorizo el tratamiento").isChecked());
}

const kept = (page) => page.evaluate(() => Object.entries(sessionStorage));
const rows = (email) => receiver.registrations().filter((row) => row["answer.email"] === email);

// As a receiver answers that has stored what it got.
const store = (response, bodies) => {
  const { submission, sessions } = bodies.at(-1);
  response.writeHead(201, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ submission, status: "confirmed", sessions: sessions.map((id) => ({ id, status: "confirmed" })) }));
};

test("a form that was left comes back after a reload, and after Back", async () => {
  const page = await newPage();
  await open(page);
  await fillForm(page);
  assert.match(await page.locator(".draft").textContent(), /queda en esta pestaña/);
  await page.reload();
  await page.getByText("Aquí está lo que había escrito.").waitFor();
  await assertThere(page);
  await page.goto(`${receiver.address}/other.html`);
  await page.goBack();
  await page.locator("huso-event form").waitFor();
  await assertThere(page);
  await send(page);
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  const [[key, receipt], ...others] = await kept(page);
  assert.deepEqual([key, others], [`huso.receipt.${event2027}`, []]);
  assert.deepEqual(Object.keys(JSON.parse(receipt)), ["submission", "status", "sessions", "token"], "nothing is kept of what was entered");
  await page.reload();
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  await page.getByRole("button", { name: "Inscribir a otra persona" }).click();
  assert.deepEqual(await kept(page), []);
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a form that was sent into the void keeps its id over a reload, and gets another with an edit", async () => {
  const endpoint = await startEndpoint((response) => response.writeHead(500).end());
  const page = await newPage();
  await open(page, endpoint);
  await fillForm(page);
  await send(page);
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  await page.reload();
  await page.getByText("Se envió, pero no llegó respuesta").waitFor();
  await assertThere(page);
  await send(page);
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  await page.getByLabel("Nombre y apellidos").fill("Ana María Rojas");
  await page.reload();
  await page.getByText("Aquí está lo que había escrito.").waitFor();
  await send(page);
  await page.getByText("El servidor tuvo un error (500)").waitFor();
  const ids = endpoint.bodies.map((body) => body.submission);
  assert.equal(ids.length, 3);
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[1], ids[2]);
  await page.context().close();
  endpoint.stop();
});

test("a page that was reloaded while a form was on its way: stored once", async () => {
  const page = await newPage();
  await open(page);
  const email = "reloaded@example.org";
  await fillForm(page, { email });
  let cut = true;
  await page.route("**/registrations", async (route) => {
    if (!cut) return route.continue();
    cut = false;
    // It arrives, and the page doesn't hear of it.
    await route.fetch();
    await page.reload();
  });
  await send(page).catch(() => {});
  await page.getByText("Se envió, pero no llegó respuesta").waitFor();
  await send(page);
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  assert.equal(rows(email).length, 1);
  await page.context().close();
});

test("clearing leaves nothing: not in the form, not in the tab", async () => {
  const page = await newPage();
  await open(page);
  await fillForm(page);
  assert.equal((await kept(page)).length, 1);
  await page.getByRole("button", { name: "Borrar lo escrito" }).click();
  assert.deepEqual(await kept(page), []);
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "");
  assert.equal(await page.getByLabel("País").inputValue(), "");
  assert.equal(await page.getByLabel("¿Cómo participa?").inputValue(), "");
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
  assert.equal(await page.locator(".draft").count(), 0);
  await page.context().close();
});

test("after a day a draft is of no more use", async () => {
  const page = await newPage();
  await open(page);
  await fillForm(page);
  await page.evaluate(() => {
    const [key] = Object.keys(sessionStorage);
    const draft = JSON.parse(sessionStorage[key]);
    sessionStorage[key] = JSON.stringify({ ...draft, at: draft.at - 24 * 3600 - 1 });
  });
  await page.reload();
  await page.locator("huso-event form").waitFor();
  assert.equal(await page.getByLabel("Nombre y apellidos").inputValue(), "");
  // Nor is what isn't a draft of ours.
  await page.evaluate((key) => (sessionStorage[key] = '{"at":'), `huso.draft.${event2027}`);
  await page.reload();
  await page.locator("huso-event form").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("where pages may keep nothing, the form works all the same", async () => {
  const endpoint = await startEndpoint(store);
  receiver.publish("inner.html", hostPage(`<huso-event src="${src}" endpoint="${endpoint.address}"></huso-event>`));
  receiver.publish("outer.html", '<iframe sandbox="allow-scripts allow-forms" src="inner.html" width="900" height="900"></iframe>');
  const page = await newPage();
  await page.goto(`${receiver.address}/outer.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator("huso-event form").waitFor();
  await fillForm(frame);
  await send(frame);
  await frame.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
  endpoint.stop();
});

test("without a network it waits, says so, and is sent when there is one", async () => {
  const page = await newPage();
  await open(page);
  const email = "offline@example.org";
  await fillForm(page, { email });
  await page.context().setOffline(true);
  await send(page);
  await page.getByText("No hay conexión. Enviaremos su inscripción en cuanto vuelva").waitFor();
  assert.equal(rows(email).length, 0);
  // Who doesn't want to wait may try.
  await page.getByRole("button", { name: "Intentar ahora" }).click();
  await page.getByText("No hay conexión").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  assert.equal(rows(email).length, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("an endpoint that is busy is asked again by itself, with the same id", async () => {
  const endpoint = await startEndpoint((response, bodies) => {
    if (bodies.length < 3) return response.writeHead(503).end();
    store(response, bodies);
  });
  const page = await newPage();
  await open(page, endpoint);
  await fillForm(page);
  await send(page);
  await page.getByText("Lo intentaremos de nuevo en unos segundos").waitFor();
  assert.ok(await page.getByLabel("Nombre y apellidos").isDisabled(), "what travels is what is shown");
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  assert.equal(endpoint.bodies.length, 3);
  assert.equal(new Set(endpoint.bodies.map((body) => body.submission)).size, 1);
  await page.context().close();
  endpoint.stop();
});

test("Retry-After is waited for, unless the visitor doesn't want to", async () => {
  const endpoint = await startEndpoint((response, bodies) => {
    if (bodies.length > 1) return store(response, bodies);
    response.writeHead(429, { "Retry-After": "30", "Access-Control-Expose-Headers": "Retry-After" }).end();
  });
  const page = await newPage();
  await open(page, endpoint);
  await fillForm(page);
  await send(page);
  await page.getByText("Lo intentaremos de nuevo en unos segundos").waitFor();
  await page.waitForTimeout(2_500);
  assert.equal(endpoint.bodies.length, 1);
  // On its way, the choice of sessions stays as it is.
  await page.locator('[data-session="keynote"] .choose').click();
  assert.equal(await page.locator('[data-session="keynote"] .choose').getAttribute("aria-pressed"), "true");
  await page.getByRole("button", { name: "Intentar ahora" }).click();
  await page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();
  assert.deepEqual(endpoint.bodies[1].sessions, ["keynote", "pitch-sessions"]);
  await page.context().close();
  endpoint.stop();
});

test("the field that no person sees is left alone by browsers and password managers", async () => {
  const page = await newPage();
  await open(page);
  await fillForm(page);
  const trap = page.locator(".apart input");
  await trap.waitFor({ state: "attached" });
  const attributes = await trap.evaluate((input) => Object.fromEntries([...input.attributes].map(({ name, value }) => [name, value])));
  const leaveAlone = {
    tabindex: "-1", autocomplete: "off", "data-1p-ignore": "", "data-lpignore": "true", "data-bwignore": "",
    "data-form-type": "other", "data-protonpass-ignore": "true",
  };
  assert.deepEqual(attributes, { ...attributes, ...leaveAlone });
  assert.equal(await trap.evaluate((input) => input.closest("[aria-hidden]")?.getAttribute("aria-hidden")), "true");
  // None of the words by which browsers know a field.
  assert.doesNotMatch(attributes.name, /mail|name|phone|tel|address|city|zip|country|company|organi|user|pass|url|site/i);
  await page.context().close();
});
