// What scripts of the page do with the element: properties, its state, methods, events.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, fillForm, hostPage, newPage, send, startReceiver } from "./helpers.mjs";

const SRC = `examples/${event2027}.json`;
const element = (attributes = "") => `<huso-event src="${SRC}" ${attributes}><p class="fallback">Agenda en papel</p></huso-event>`;

// Long enough that not all of it is drawn at once.
const session = (id, day) => ({ id, title: id, start: `2027-08-${day}T10:00`, end: `2027-08-${day}T11:00` });
const days = Array.from({ length: 60 }, (_, index) => session(`s${index}`, String(1 + (index % 20)).padStart(2, "0")));
const long = { huso: 1, id: "long", title: "Long", timezone: "America/Bogota", sessions: [...days, session("gala", "30")] };

let receiver;
before(async () => {
  receiver = await startReceiver({ "long.json": JSON.stringify(long), "long.html": hostPage('<huso-event src="long.json"></huso-event>'), "one.html": hostPage(element()), "bare.html": hostPage("").replace('<script type="module" src="huso.js"></script>', "") });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(name = "one.html", options) {
  const page = await newPage(options);
  await page.addInitScript(() => {
    window.seen = [];
    const names = ["loading", "ready", "error", "registered", "submitted", "before-submit", "choice-changed", "session-selected"];
    for (const name of names) {
      document.addEventListener(`huso-${name}`, ({ target, detail, composed, cancelable }) => {
        window.seen.push({ name, state: target.state, detail, composed, cancelable });
      }, { capture: true });
    }
  });
  await page.goto(`${receiver.address}/${name}`);
  return page;
}

const withElement = (page, run, given) => page.locator("huso-event").first().evaluate(run, given);
const seen = (page, ...names) => page.evaluate((names) => window.seen.filter(({ name }) => names.includes(name)), names);

test("every attribute is a property, which stands in the attribute", async () => {
  const page = await open();
  const result = await withElement(page, (one) => {
    const texts = { src: "src", lang: "lang", endpoint: "endpoint", zones: "zones", hourCycle: "hour-cycle", viewerTimezone: "viewer-timezone", moment: "moment", seats: "seats", theme: "theme" };
    const wrong = [];
    for (const [property, attribute] of Object.entries(texts)) {
      one[property] = "one";
      if (one.getAttribute(attribute) !== "one") wrong.push(`${property} is not reflected`);
      one.setAttribute(attribute, "two");
      if (one[property] !== "two") wrong.push(`${property} does not read its attribute`);
      if (property === "lang") continue;
      one[property] = null;
      if (one.hasAttribute(attribute) || one[property] !== "") wrong.push(`${property} = null leaves the attribute`);
    }
    for (const property of ["preview", "link"]) {
      for (const [value, is] of [[true, true], ["", true], ["true", true], [false, false], ["false", false], [" False ", false], [null, false], [undefined, false]]) {
        one[property] = value;
        if (one[property] !== is || one.hasAttribute(property) !== is) wrong.push(`${property} = ${value}`);
      }
      one.setAttribute(property, "false");
      if (one[property]) wrong.push(`${property}="false" is on`);
    }
    one.zones = ["America/Lima", "America/Santiago"];
    return { wrong, zones: one.getAttribute("zones") };
  });
  assert.deepEqual(result, { wrong: [], zones: "America/Lima,America/Santiago" });
  await page.context().close();
});

// As React 18 and Vue write it.
test('preview="false" is no preview, and preview="" is one', async () => {
  for (const [value, isOne] of [["false", false], ["", true], ["true", true]]) {
    receiver.publish("preview.html", hostPage(element(`preview="${value}"`)));
    const page = await open("preview.html");
    await page.locator("huso-event form").waitFor();
    assert.equal(await page.getByRole("button", { name: "Enviar inscripción" }).count(), isOne ? 0 : 1, value);
    await page.context().close();
  }
});

test("properties that are set before the script is there are taken over", async () => {
  const page = await open("bare.html");
  await page.evaluate(async (src) => {
    const one = document.createElement("huso-event");
    Object.assign(one, { src, lang: "en", zones: ["America/Lima"], hourCycle: "h12", preview: false });
    document.querySelector("main").append(one);
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src: "huso.js" });
    document.head.append(script);
    await customElements.whenDefined("huso-event");
    one.hourCycle = "h23";
    one.hourCycle = "h12";
  }, SRC);
  const row = page.locator("huso-event .session").first();
  await row.waitFor();
  assert.match(await row.locator(".zones").textContent(), /Peru/);
  assert.match(await row.locator(".zones").textContent(), /[ap]m/);
  assert.equal(await page.locator("huso-event .event").getAttribute("lang"), "en");
  assert.equal(await withElement(page, (one) => one.hasAttribute("preview")), false);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("its state is known to who asks late, and those who hear of a state find it", async () => {
  const page = await open();
  assert.equal(await withElement(page, async (one) => (await one.ready) === one), true);
  assert.deepEqual((await seen(page, "loading", "ready", "error")).map(({ name, state }) => [name, state]), [["loading", "loading"], ["ready", "ready"]]);
  assert.equal(await withElement(page, (one) => one.state), "ready");
  const states = await withElement(page, async (one) => {
    const made = document.createElement("huso-event");
    const states = [made.state];
    made.setAttribute("src", "nowhere.json");
    one.after(made);
    states.push(made.state);
    await new Promise((go) => made.addEventListener("huso-error", go, { once: true }));
    states.push(made.state);
    const ready = made.ready.then(() => states.push(made.state));
    made.src = one.src;
    made.refresh();
    await ready;
    made.remove();
    await new Promise((go) => setTimeout(go, 150));
    states.push(made.state);
    return states;
  });
  assert.deepEqual(states, ["idle", "loading", "error", "ready", "idle"]);
  await page.context().close();
});

test("state and ready of an element whose program does not come, and comes", async () => {
  const page = await newPage();
  await page.route(/huso_bg/, (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${receiver.address}/one.html`);
  await page.getByText("No pudimos cargar la agenda").waitFor();
  assert.equal(await withElement(page, (one) => one.state), "error");
  await page.unroute(/huso_bg/);
  const state = await withElement(page, async (one) => {
    one.refresh();
    await one.ready;
    return one.state;
  });
  assert.equal(state, "ready");
  await page.context().close();
});

test("refresh() asks for the event file again", async () => {
  const page = await open();
  await page.locator("huso-event .session").first().waitFor();
  const asked = page.waitForRequest((request) => request.url().endsWith(SRC));
  await withElement(page, (one) => one.refresh());
  await asked;
  await page.context().close();
});

test("show() goes to a session, also before there is any", async () => {
  for (const isEarly of [true, false]) {
    const page = await newPage({ width: 360 });
    await page.addInitScript((isEarly) => {
      window.show = () => document.querySelector("huso-event").show("gala");
      if (isEarly) document.addEventListener("DOMContentLoaded", () => customElements.whenDefined("huso-event").then(window.show));
    }, isEarly);
    await page.goto(`${receiver.address}/long.html`);
    await page.locator("huso-event .session").first().waitFor();
    if (!isEarly) await page.evaluate(() => window.show());
    const title = page.locator("huso-event [data-session=gala] h4");
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.closest("[data-session=gala]"));
    assert.ok(await title.evaluate((one) => one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0));
    await withElement(page, (one) => one.show("no-such-session"));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test("choose() sets the choice, the form has it, and the page is told once", async () => {
  const page = await open();
  await withElement(page, (one) => one.choose(["pitch-sessions", "no-such-session"]));
  await page.locator("huso-event form").waitFor();
  const chosen = () => page.locator('huso-event [data-session] button[aria-pressed="true"]').count();
  const first = await page.locator('huso-event [data-session]:has(button[aria-pressed])').first().getAttribute("data-session");
  await withElement(page, (one, id) => one.choose([id, id]), first);
  await page.locator(`huso-event [data-session="${first}"] button[aria-pressed="true"]`).waitFor();
  assert.equal(await chosen(), 1);
  assert.equal(await page.locator('huso-event [name^="session-"]:checked').count(), 1);
  await withElement(page, (one) => one.choose([]));
  await page.locator(`huso-event [data-session="${first}"] button[aria-pressed="false"]`).waitFor();
  const told = await seen(page, "choice-changed");
  assert.deepEqual(told.slice(-2).map(({ detail }) => detail), [{ sessions: [first] }, { sessions: [] }]);
  assert.ok(told.every(({ composed, cancelable }) => composed && !cancelable));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("who presses something at a session is told of by its id", async () => {
  const page = await open();
  const row = page.locator('huso-event [data-session]:has(button[aria-pressed])').first();
  const id = await row.getAttribute("data-session");
  await row.locator("button[aria-pressed]").press("Enter");
  await row.locator("h4").click();
  const told = await seen(page, "session-selected");
  assert.deepEqual(told.map(({ detail, composed }) => [detail, composed]), [[{ session: id }, true]]);
  await page.context().close();
});

test("a page may hold a form back, and what it hears has nothing of the person", async () => {
  const page = await open();
  await page.evaluate(() => {
    document.addEventListener("huso-before-submit", (event) => event.preventDefault(), { once: true });
  });
  const posted = [];
  page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
  await send(page);
  assert.deepEqual(await seen(page, "before-submit", "submitted"), [], "a form with errors is not sent");
  await fillForm(page, { email: "held.back@example.org" });
  await send(page);
  await page.waitForFunction(() => window.seen.some(({ name }) => name === "before-submit"));
  assert.deepEqual(posted, []);
  assert.equal(await page.locator("huso-event [name=name]").inputValue(), "Ana Rojas", "what was entered stays");
  await send(page);
  await page.getByRole("button", { name: "Guardar en el calendario" }).waitFor();
  assert.equal(posted.length, 1);
  const told = await seen(page, "before-submit", "submitted", "registered");
  assert.deepEqual(told.map(({ name, cancelable, composed }) => [name, cancelable, composed]), [
    ["before-submit", true, true], ["before-submit", true, true], ["submitted", false, true], ["registered", false, true],
  ]);
  assert.deepEqual(told[1].detail, told[2].detail);
  assert.equal(told[1].detail.sessions.length, 2);
  const all = JSON.stringify(await page.evaluate(() => window.seen));
  for (const word of ["Ana", "held.back", "Caminatas"]) assert.ok(!all.includes(word), word);
  await page.context().close();
});

// In such a frame browsers don't get as far as the event `submit`.
test("in a sandbox without allow-forms one can register, at the button and with Enter", async () => {
  const frame = '<iframe id="frame" sandbox="allow-scripts allow-same-origin" src="one.html" width="1000" height="800"></iframe>';
  receiver.publish("sandbox.html", `<!doctype html><html lang="es"><title>Host</title>${frame}</html>`);
  for (const way of ["button", "enter"]) {
    const page = await open("sandbox.html");
    const inner = page.frameLocator("#frame");
    const email = `sandbox.${way}@example.org`;
    const guest = { getByRole: (...given) => inner.getByRole(...given), getByLabel: (...given) => inner.getByLabel(...given) };
    await fillForm(guest, { email });
    if (way === "button") await send(guest);
    else await inner.getByLabel("Nombre y apellidos").press("Enter");
    await inner.getByRole("button", { name: "Guardar en el calendario" }).waitFor();
    assert.equal(receiver.registrations().filter((row) => row["answer.email"] === email).length, 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test("a form that a script or a password manager submits is sent once", async () => {
  const page = await open();
  await fillForm(page, { email: "request.submit@example.org" });
  const posted = [];
  page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
  await page.locator("huso-event form").first().evaluate((form) => form.requestSubmit());
  await page.getByRole("button", { name: "Guardar en el calendario" }).waitFor();
  assert.equal(posted.length, 1);
  await page.context().close();
});
