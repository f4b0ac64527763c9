// A bad network, impatient fingers, reloads: whoever was told that they are registered is, once; and
// nobody who goes on trying is lost.
//
// HUSO_DELIVERY says how many register (200 unless given), HUSO_SEED repeats a run's chance.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chance, startChaos } from "./chaos.mjs";
import { closeBrowser, hostPage, newPage, parseCsv } from "./helpers.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = process.env.HUSO_BIN ?? join(root, "target/release/huso");
const dist = process.env.HUSO_DIST ?? join(root, "dist");
const total = Number(process.env.HUSO_DELIVERY ?? 200);
const seed = Number(process.env.HUSO_SEED ?? Math.floor(Math.random() * 2 ** 32));
// Tabs at the same time, each a visitor of its own.
const tabs = 5;

const event = JSON.stringify({
  huso: 1, id: "load", title: "Feria", timezone: "America/Bogota", language: "es",
  sessions: [{ id: "a", title: "A", start: "2099-08-11T09:00", duration: "PT1H" }],
  registration: {
    endpoint: { url: "/events/load/registrations" }, capacity: Math.floor(total / 2),
    fields: [
      { id: "name", type: "text", label: "Nombre", required: true },
      { id: "email", type: "email", label: "Correo", required: true },
    ],
    consents: [{ id: "data", text: "Autorizo", required: true }],
  },
});

class Receiver {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "huso-delivery-"));
    this.site = join(this.folder, "site");
    cpSync(dist, this.site, { recursive: true });
    writeFileSync(join(this.site, "load.json"), event);
    writeFileSync(join(this.site, "load.html"), hostPage('<huso-event src="load.json"></huso-event>'));
    this.database = join(this.folder, "huso.db");
    this.kills = 0;
  }

  async start() {
    const options = ["--site", this.site, "--database", this.database, "--event", join(this.site, "load.json")];
    const limits = ["--limit-per-address", "0", "--limit-per-form", "0", "--limit-stored", "0"];
    this.child = spawn(bin, ["serve", "--listen", "127.0.0.1:0", ...options, ...limits], { stdio: ["ignore", "pipe", "ignore"] });
    this.gone = new Promise((done) => this.child.on("exit", done));
    this.address = await new Promise((found, failed) => {
      this.child.stdout.on("data", (data) => {
        const match = /Huso listens on (http:\S+)/.exec(data);
        if (match) found(match[1]);
      });
      this.child.on("exit", () => failed(new Error("the receiver did not start")));
    });
  }

  // Nothing is finished, nothing is flushed.
  async kill() {
    this.child.kill("SIGKILL");
    this.kills += 1;
    await this.gone;
  }

  list(...more) {
    return parseCsv(execFileSync(bin, ["registrations", "--database", this.database, ...more], { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] }));
  }

  async stop() {
    this.child.kill("SIGTERM");
    await this.gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// What the page shows: a filled or an empty form, a form on its way, trouble, or that it is done.
const shown = (page) => page.evaluate(() => {
  const form = document.querySelector("huso-event")?.shadowRoot;
  if (form?.querySelector(".done")) return "done";
  const button = form?.querySelector('button[type="submit"]');
  if (!button) return "loading";
  if (button.getAttribute("aria-disabled") === "true") return "sending";
  if (form.querySelector(".trouble")) return "trouble";
  if (/Intentar/.test(button.textContent)) return "retrying";
  return form.querySelector('input[type="email"]').value ? "filled" : "empty";
});

const becomes = async (page, ...states) => {
  const start = Date.now();
  let loading = start;
  for (;;) {
    // A page that is being loaded can't be asked.
    const state = await shown(page).catch(() => "loading");
    if (states.includes(state)) return state;
    const waited = Date.now() - start;
    assert.ok(waited < 120_000 && !page.isClosed(), `it is ${state}, not ${states.join(" or ")}`);
    // Its script was asked for while the receiver was down.
    if (state !== "loading") loading = Date.now();
    if (Date.now() - loading > 10_000) {
      await page.reload();
      loading = Date.now();
    }
    await pause(80);
  }
};

// By the page's own events: a click that waits for the next frame would be most of the run.
const fill = (email) => {
  const form = document.querySelector("huso-event").shadowRoot;
  const enter = (name, value) => {
    const input = form.querySelector(`input[name="${name}"]`);
    input.value = value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  enter("name", "Ana Rojas");
  enter("email", email);
  form.querySelector('input[type="checkbox"]').click();
};
const click = (times) => {
  const button = document.querySelector("huso-event").shadowRoot.querySelector('button[type="submit"]');
  for (let n = 0; n < times; n++) button?.click();
};
const another = () => [...document.querySelector("huso-event").shadowRoot.querySelectorAll(".done button")].at(-1).click();

// One visitor, until the page says that they are registered; or has forgotten a form that was sent, which
// it does only where it was about to say so.
async function register(page, email, next, tally) {
  await page.evaluate(fill, email);
  let wasSent = false;
  for (;;) {
    const state = await becomes(page, "done", "trouble", "retrying", "sending", "filled", "empty");
    if (state === "done") return "told";
    if (state === "empty") {
      assert.ok(wasSent, `${email}: a form that was never sent is gone`);
      return "untold";
    }
    if (wasSent && next() < (state === "filled" || state === "trouble" ? 0.02 : 0.05)) {
      tally.reloads += 1;
      await page.reload();
      continue;
    }
    if (state === "filled" || state === "trouble" || next() < 0.1) {
      wasSent = true;
      tally.clicks += 1;
      // Impatient fingers.
      const how = next();
      await page.evaluate(click, how < 0.3 ? 2 : 1);
      if (how > 0.9) {
        tally.reloads += 1;
        await pause(next() * 150);
        await page.reload();
      }
      continue;
    }
    await pause(30 + next() * 150);
  }
}

async function run({ count, kills }) {
  const next = chance(seed);
  const receiver = new Receiver();
  await receiver.start();
  const proxy = await startChaos(() => receiver.address, next);
  const tally = { clicks: 0, reloads: 0, told: 0, untold: 0 };
  const told = new Set();
  const start = Date.now();
  let number = 0;
  let isOver = false;
  const visitors = Array.from({ length: tabs }, async () => {
    const page = await newPage({ width: 600 });
    // A reload while the receiver is down ends at an error page.
    page.reload = async () => {
      while (!(await page.goto(`${proxy.address}/load.html`, { waitUntil: "commit" }).catch(() => undefined))?.ok()) await pause(100);
    };
    await page.reload();
    for (;;) {
      const mine = number++;
      if (mine >= count) break;
      const email = `s${mine}@example.org`;
      await becomes(page, "empty");
      const how = await register(page, email, next, tally);
      tally[how] += 1;
      told.add(email);
      if (how !== "told") continue;
      if (next() < 0.2) {
        // The tab knows still who is registered.
        await page.reload();
        await becomes(page, "done");
      }
      await page.evaluate(another);
    }
    const errors = page.errors;
    await page.context().close();
    assert.deepEqual(errors, []);
  });
  const killer = (async () => {
    while (kills && !isOver) {
      await pause(2_000 + next() * 3_000);
      if (isOver) break;
      await receiver.kill();
      await receiver.start();
    }
  })();
  try {
    await Promise.all(visitors);
  } finally {
    isOver = true;
    await killer;
    proxy.stop();
  }
  const rows = receiver.list();
  const aside = receiver.list("--set-aside");
  const posts = Object.values(proxy.counts).reduce((sum, n) => sum + n, 0);
  console.log(
    `seed ${seed}: ${count} visitors, ${posts} requests (${Object.entries(proxy.counts).map(([name, n]) => `${name} ${n}`).join(", ")}), ` +
    `${tally.clicks} clicks, ${tally.reloads} reloads, ${receiver.kills} kills; told ${tally.told}, untold ${tally.untold}; ` +
    `stored ${rows.length}, set aside ${aside.length}; ${Math.round((Date.now() - start) / 1000)} s`,
  );
  const stored = rows.map((row) => row["answer.email"]);
  assert.equal(new Set(stored).size, stored.length, "nobody is there twice");
  assert.deepEqual(aside, [], "nobody was registered under a second id");
  assert.deepEqual([...told].filter((email) => !stored.includes(email)), [], "nobody is lost");
  assert.equal(rows.length, count);
  assert.equal(rows.filter((row) => row.status === "confirmed").length, Math.min(count, Math.floor(total / 2)));
  await receiver.stop();
}

after(closeBrowser);

// The first long run lost an address now and then: the form was made anew when the token came, and what was
// being typed went with it.
test("what is typed while the receiver's token comes stays, and so does the focus", async () => {
  const receiver = new Receiver();
  await receiver.start();
  const page = await newPage();
  let come;
  const held = new Promise((done) => (come = done));
  await page.route("**/events/load/form", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${receiver.address}/load.html`);
  await page.getByLabel("Nombre").fill("Ana Rojas");
  const email = page.getByLabel("Correo");
  await email.focus();
  await page.keyboard.type("ana@");
  await email.evaluate((input) => (window.before = input));
  come();
  await page.locator("huso-event .apart input").waitFor({ state: "attached" });
  assert.ok(await email.evaluate((input) => input === window.before && input.getRootNode().activeElement === input));
  await page.keyboard.type("example.org");
  assert.equal(await email.inputValue(), "ana@example.org");
  await page.context().close();
  await receiver.stop();
});

const patience = { timeout: 120_000 + total * 3_000 };

test("behind a network that drops, delays, repeats and cuts", patience, () => run({ count: total, kills: false }));

test("the same while the receiver is killed again and again", patience, () => run({ count: Math.ceil(total / 4), kills: true }));
