// The seats that are left: what is said of them, where, when they are asked for, and that nothing waits for them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const session = (id, hour, registration) => ({
  id, title: `Session ${id}`, start: `2027-08-11T${hour}:00`, duration: "PT1H", registration,
});
const sessions = [
  session("plenty", "09", { mode: "open", capacity: 100 }),
  session("few", "11", { mode: "open", capacity: 3 }),
  session("list", "13", { mode: "open", capacity: 1 }),
  session("full", "15", { mode: "full", capacity: 5 }),
  session("any", "17", { mode: "open" }),
];
const event = (id, registration, rows = sessions) =>
  JSON.stringify({
    huso: 1, id, title: id, timezone: "America/Bogota", sessions: rows,
    registration: {
      endpoint: { url: `/events/${id}/registrations` }, choose: "sessions",
      fields: [
        { id: "name", type: "text", label: "Name", required: true, autocomplete: "name" },
        { id: "email", type: "email", label: "E-mail", required: true },
      ],
      ...registration,
    },
  });

let receiver;
before(async () => {
  const events = {
    "marks.json": event("marks"), "live.json": event("live"), "small.json": event("small", { capacity: 1 }),
    "long.json": event("long", {}, Array.from({ length: 150 }, (_, index) => session(`s${index}`, "09", { mode: "open", capacity: 2 }))),
  };
  const files = {};
  for (const name of Object.keys(events)) {
    for (const lang of ["es", "en", "pt"]) files[`${lang}-${name}.html`] = hostPage(`<huso-event src="${name}"></huso-event>`, { lang });
  }
  receiver = await startReceiver(files, events);
  await register("marks", "0", ["few", "list"]);
  await register("small", "0", ["any"]);
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function register(event, who, sessions) {
  const answer = await fetch(`${receiver.address}/events/${event}/registrations`, {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      huso: 1, submission: `${event}-${who}`, event, answers: { name: `Person ${who}`, email: `${event}${who}@example.org` }, sessions,
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
}

// What the receiver says is some seconds old.
async function becomes(event, session, state) {
  for (let tries = 0; tries < 100; tries++) {
    const { sessions } = await (await fetch(`${receiver.address}/events/${event}/seats`)).json();
    if (sessions[session].state === state) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`${session} does not become ${state}`);
}

const isOfSeats = (url) => url.pathname.endsWith("/seats");
const row = (page, id) => page.locator(`[data-session="${id}"]`);
const mark = async (page, id) => (await row(page, id).locator(".seats").allTextContents()).join();
const option = (page, id) => page.locator(`.check:has([name="session-${id}"])`);

const say = {
  es: { few: "quedan 2", list: "lista de espera", row: "completo: lista de espera", full: "completa", choose: "Lista de espera", basket: "1 actividad elegida, 1 con lista de espera", event: /^No quedan lugares en el evento: .* lista de espera/ },
  en: { few: "2 left", list: "waitlist", row: "full: waitlist", full: "full", choose: "Waitlist", basket: "1 session chosen, 1 with a waitlist", event: /^No seats are left for the event: .* waitlist/ },
  pt: { few: "restam 2", list: "lista de espera", row: "lotada: lista de espera", full: "lotada", choose: "Lista de espera", basket: "1 atividade escolhida, 1 com lista de espera", event: /^Não restam vagas no evento: .* lista de espera/ },
};
for (const [lang, says] of Object.entries(say)) {
  test(`${lang}: what is left is said where one chooses, before one does`, async () => {
    const scheme = lang === "en" ? "dark" : "light";
    const page = await newPage({ locale: lang, scheme, width: lang === "pt" ? 320 : 1280 });
    await page.goto(`${receiver.address}/${lang}-marks.json.html`);
    await page.locator(".seats").first().waitFor();
    assert.deepEqual(
      await Promise.all(["plenty", "few", "list", "full", "any"].map((id) => mark(page, id))),
      ["", says.few, says.row, says.full, ""],
    );
    assert.equal(await row(page, "full").locator(".choose").count(), 0);
    assert.ok((await option(page, "few").textContent()).includes(says.few));
    assert.ok((await option(page, "list").textContent()).includes(says.list));
    assert.ok(await option(page, "full").locator("input").isDisabled());
    const choose = row(page, "list").locator(".choose");
    assert.equal(await choose.textContent(), `${says.choose}: Session list`);
    await choose.click();
    assert.equal(await choose.getAttribute("aria-pressed"), "true");
    await page.getByText(says.basket).waitFor();
    assert.ok((await page.locator(".selection .entry").textContent()).includes(says.list));
    await assertNoViolations(page, "marks");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.goto(`${receiver.address}/${lang}-small.json.html`);
    assert.match(await page.locator("form .event-seats").textContent(), says.event);
    await assertNoViolations(page, "the event is full");
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

// Kind of fault: what one came for waits for an extra, or moves under the finger when it comes.
test("nothing waits for seats, and what is read moves by no more than their line", async () => {
  for (const width of [360, 1280]) {
    const page = await newPage({ width });
    let answer;
    const held = new Promise((release) => (answer = release));
    const drawn = [];
    await page.route(isOfSeats, async (route) => {
      drawn.push(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.querySelectorAll(".session").length));
      await held;
      await route.continue();
    });
    const heights = () =>
      page.evaluate(() => {
        const rows = [...document.querySelector("huso-event").shadowRoot.querySelectorAll(".session")];
        return Object.fromEntries(rows.map((one) => [one.dataset.session, one.getBoundingClientRect().height]));
      });
    await page.goto(`${receiver.address}/es-marks.json.html`);
    // The whole widget is there and works meanwhile.
    await page.locator("[name=name]").fill("Ana");
    await row(page, "any").locator(".choose").click();
    const before = await heights();
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value))).observe({ type: "layout-shift" });
    });
    answer();
    await page.locator(".seats").first().waitFor();
    const after = await heights();
    const line = await page.locator(".seats").first().evaluate((one) => one.getBoundingClientRect().height);
    for (const [id, height] of Object.entries(after)) {
      const grown = height - before[id];
      assert.ok(grown <= (["few", "list", "full"].includes(id) ? line + 0.5 : 0), `${id} at ${width} px: ${grown}`);
    }
    assert.deepEqual(drawn, [sessions.length], "asked once, when all rows were drawn");
    await page.context().close();
  }
});

test("a long agenda is drawn to its end before seats are asked for", async () => {
  const page = await newPage();
  const drawn = [];
  await page.route(isOfSeats, async (route) => {
    drawn.push(await page.evaluate(() => document.querySelector("huso-event").shadowRoot.querySelectorAll(".session").length));
    await route.continue();
  });
  await page.goto(`${receiver.address}/es-long.json.html`);
  await page.locator(".seats").first().waitFor();
  assert.deepEqual(drawn, [150]);
  await page.context().close();
});

test("each minute while the page is seen, and at once after a registration", async () => {
  const page = await newPage();
  await page.clock.install();
  let asked = 0;
  page.on("request", (request) => (asked += isOfSeats(new URL(request.url())) ? 1 : 0));
  const hide = (hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, hidden);
  const asks = async (times) => {
    for (let tries = 0; asked < times && tries < 100; tries++) await new Promise((done) => setTimeout(done, 20));
    await page.evaluate(() => fetch("/healthz"));
    assert.equal(asked, times);
  };
  await page.goto(`${receiver.address}/es-live.json.html`);
  await page.locator(".seats").first().waitFor();
  await asks(1);
  assert.equal(await mark(page, "list"), "queda 1");
  await register("live", "0", ["list"]);
  await becomes("live", "list", "waitlist");
  await page.clock.fastForward(61_000);
  await asks(2);
  await row(page, "list").getByText("lista de espera").first().waitFor();
  await hide(true);
  await page.clock.fastForward(300_000);
  await asks(2);
  await hide(false);
  await asks(3);
  await row(page, "few").locator(".choose").click();
  await page.locator("[name=name]").fill("Ana");
  await page.locator("[name=email]").fill("ana@example.org");
  await page.locator(".send button").click();
  await page.locator(".done").waitFor();
  await asks(4);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// Kind of fault: an extra that fails harms what one came for, or old figures are said to be those of now.
test("without an answer nothing is said, and one registers as ever", async () => {
  const page = await newPage();
  await page.clock.install();
  await page.goto(`${receiver.address}/es-marks.json.html`);
  await page.locator(".seats").first().waitFor();
  await page.route(isOfSeats, (route) => route.abort());
  await page.clock.fastForward(61_000);
  await page.locator(".seats").first().waitFor({ state: "detached" });
  await row(page, "any").locator(".choose").click();
  await page.locator("[name=name]").fill("Eva");
  await page.locator("[name=email]").fill("eva@example.org");
  await page.locator(".send button").click();
  await page.locator(".done").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
