// The event file changes while the page is open.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const session = (id, title, start, more = {}) => ({ id, title, start: `2027-08-11T${start}`, duration: "PT30M", venue: "hall", ...more });
const opening = session("opening", "Apertura", "09:00");
const talk = session("talk", "Charla", "10:00");
const panel = session("panel", "Panel", "11:00");
const event = (sessions) =>
  JSON.stringify({
    huso: 1, id: "changing", language: "es", title: "Cambiante", timezone: "America/Bogota",
    venues: [{ id: "hall", name: "Sala A", kind: "onsite" }, { id: "net", name: "En línea", kind: "online" }],
    sessions,
    registration: {
      endpoint: { url: "/events/changing/registrations" }, choose: "sessions",
      fields: [{ id: "name", type: "text", label: "Nombre", required: true }],
    },
  });

let receiver, page, devtools, exchanges;
before(async () => {
  receiver = await startReceiver({ "page.html": hostPage('<huso-event src="changing.json"></huso-event>') });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// Opens the page a day before the event, under a clock that stands still.
async function open(sessions, { address = receiver.address, time = "2027-08-10T12:00:00Z", isSettled = false, ...options } = {}) {
  receiver.publish("changing.json", event(sessions));
  // Of a file that was changed within two seconds the receiver doesn't say since when it is as it is.
  if (isSettled) await new Promise((done) => setTimeout(done, 2500));
  page = await newPage(options);
  await page.clock.install({ time: new Date(Date.parse(time) - 45_000) });
  devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  // Two processes tell of a request, and neither waits for the other: put together only when asked.
  exchanges = new Map();
  const exchange = (requestId, more) => exchanges.set(requestId, { ...exchanges.get(requestId), ...more });
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => exchange(requestId, { url: request.url }));
  devtools.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) => exchange(requestId, { statusCode }));
  await page.goto(`${address}/page.html`);
  await page.locator(".session").first().waitFor();
  await page.clock.pauseAt(new Date(time));
  await page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector("huso-event").shadowRoot.querySelector("[role=status].news");
    new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
  });
}

// The visitor comes back after a while.
async function comeBack(seconds = 61) {
  await page.clock.setSystemTime(new Date((await page.evaluate(() => Date.now())) + seconds * 1000));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

// What the server has answered so far when asked for the event file.
const answers = () => [...exchanges.values()].filter((one) => one.url?.endsWith("changing.json") && one.statusCode).map((one) => one.statusCode);

// Waits for so many answers, and looks that they are these.
async function answered(expected, message) {
  const end = Date.now() + 5000;
  while (answers().length < expected.length && Date.now() < end) await page.evaluate(() => {});
  assert.deepEqual(answers(), expected, message);
}

// The same, and the server has said what it has: so many answers by now.
async function comeBackFor(count, seconds) {
  await Promise.all([page.waitForResponse(/changing\.json/), comeBack(seconds)]);
  while (answers().length < count) await page.evaluate(() => {});
}

async function publish(sessions) {
  receiver.publish("changing.json", event(sessions));
  await comeBack();
}

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
const news = async () => (await page.locator(".news li").allTextContents()).map(plain);
const announced = () => page.evaluate(() => window.announced.length);
const row = (id) => page.locator(`[data-session="${id}"]`);

test("what changed is announced once, named, marked, and put away", async () => {
  await open([opening, talk, panel], { zone: "America/Mexico_City" });
  assert.equal(plain(await page.locator(".news").textContent()), "");
  const closing = session("closing", "Cierre", "12:00");
  const later = { ...talk, start: "2027-08-11T10:30", previous_start: "2027-08-11T10:00" };
  receiver.publish("changing.json", event([{ ...opening, status: "cancelled" }, later, closing]));
  await comeBack();
  await page.locator(".news li").first().waitFor();
  assert.match(await page.locator(".news summary").textContent(), /^La agenda cambió: 4 novedades$/);
  assert.deepEqual(await news(), [
    "Apertura: Cancelada",
    "Charla: cambió de hora, Su hora: México, miércoles 11 de agosto, 09:30 – –10:00 antes: Su hora: México, miércoles 11 de agosto, 09:00 – –09:30".replaceAll(" – –", "– – "),
    "Cierre: nueva en la agenda",
    "Panel: ya no está en la agenda",
  ]);
  assert.equal(await announced(), 1);
  await row("talk").locator(".fresh").getByText("Acaba de cambiar").waitFor();
  await row("closing").locator(".fresh").getByText("nueva en la agenda").waitFor();
  assert.equal(await row("panel").count(), 0);
  assert.equal(await row("talk").locator(".mine del .clock").textContent(), "09:00");
  assert.deepEqual(await row("talk").locator(".mine ins .clock").allTextContents(), ["09:30", "10:00"]);
  assert.deepEqual(await row("talk").locator(".zones del .clock").allTextContents(), ["11:00", "10:00", "09:00"]);
  assert.equal(await row("talk").locator(".status").textContent(), "Cambió de hora");
  assert.equal(await row("opening").locator(".status").textContent(), "Cancelada");

  // Nothing new: nothing is said again.
  await comeBackFor(3);
  assert.equal(await announced(), 1);
  // The list leads to what it names.
  await page.getByRole("button", { name: "Charla", exact: true }).click();
  const isFocused = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);
  assert.ok(await isFocused(row("talk").locator("h4")));
  await page.getByRole("button", { name: "Entendido" }).press("Enter");
  await page.locator(".news li").first().waitFor({ state: "detached" });
  assert.ok(await isFocused(page.locator("huso-event h2")), "the focus is not lost with the button");
  assert.equal(await page.locator(".fresh").count(), 0);
  await publish([{ ...opening, status: "cancelled" }, later]);
  await page.locator(".news li").first().waitFor();
  assert.deepEqual(await news(), ["Cierre: ya no está en la agenda"], "since the last look");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("moved online, restored, renamed", async () => {
  await open([{ ...opening, status: "postponed" }, talk, panel]);
  await publish([opening, { ...talk, venue: "net", previous_venue: "hall" }, { ...panel, title: "Mesa redonda" }]);
  await page.locator(".news li").first().waitFor();
  assert.deepEqual(await news(), [
    "Apertura: sí se realizará", "Charla: cambió de lugar: En línea", "Mesa redonda: antes se llamaba «Panel»",
  ]);
  assert.equal(await row("talk").locator(".status").textContent(), "Ahora es en línea; antes: Sala A");
  await page.context().close();
});

test("what the visitor entered stays, and what can't be chosen any more is not sent", async () => {
  await open([opening, talk, panel]);
  const name = page.getByLabel("Nombre");
  await page.getByRole("checkbox", { name: /^Apertura/ }).check();
  await page.getByRole("checkbox", { name: /^Charla/ }).check();
  await name.fill("Ana");
  await publish([opening, { ...talk, status: "cancelled" }, panel]);
  await page.locator(".news li").first().waitFor();
  assert.equal(await name.inputValue(), "Ana");
  assert.ok(await name.evaluate((input) => input.getRootNode().activeElement === input), "the focus stays, too");
  assert.ok(await page.getByRole("checkbox", { name: /^Apertura/ }).isChecked());
  assert.equal(await page.getByRole("checkbox", { name: /^Charla/ }).count(), 0);
  await page.getByText("1 actividad elegida").waitFor();
  await publish([opening, talk, panel]);
  await page.getByText("2 actividades elegidas").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /^Charla/ }).isChecked(), "it comes back as it was");
  await page.context().close();
});

test("the server says that nothing changed (304), at most once a minute is it asked, and never for another's leave", async () => {
  const elsewhere = createServer((_, response) =>
    response.setHeader("Content-Type", "text/html").end(
      hostPage(`<huso-event src="${receiver.address}/changing.json"></huso-event>`).replace("huso.js", `${receiver.address}/huso.js`),
    ));
  await new Promise((ready) => elsewhere.listen(0, "127.0.0.1", ready));
  await open([opening], { address: `http://127.0.0.1:${elsewhere.address().port}`, isSettled: true });
  await answered([200]);
  await comeBackFor(2);
  await answered([200, 304]);
  await comeBack(30);
  await comeBackFor(3, 31);
  await answered([200, 304, 304], "half a minute is too soon");
  await publish([opening, talk]);
  await row("talk").waitFor();
  await answered([200, 304, 304, 200]);
  assert.ok(!receiver.log().includes("OPTIONS"), "no preflight");
  assert.deepEqual(page.errors, []);
  await page.context().close();
  elsewhere.close();
});

test("while something is under way, the file is asked for every five minutes", async () => {
  await open([{ ...opening, duration: "PT2H" }], { time: "2027-08-11T14:10:00Z" });
  receiver.publish("changing.json", event([{ ...opening, duration: "PT3H" }]));
  await page.clock.runFor(4 * 60_000);
  await answered([200]);
  // In small steps: the request's own time limit is on this clock, too.
  for (let step = 0; step < 12 && answers().length < 2; step++) {
    await page.clock.runFor(10_000);
    await page.waitForResponse(/changing\.json/, { timeout: 500 }).catch(() => {});
  }
  await page.locator(".news li").first().waitFor();
  await answered([200, 200]);
  await page.context().close();
});

test("without a connection the agenda stays, and says of when it is", async () => {
  await open([opening, talk]);
  await page.context().setOffline(true);
  await comeBack();
  await page.getByText("No pudimos actualizar la agenda. Esta es la de las 06:59.").waitFor();
  assert.equal(await page.locator(".session").count(), 2);
  assert.equal(await announced(), 0);
  receiver.publish("changing.json", event([opening]));
  await page.context().setOffline(false);
  await comeBack();
  await row("talk").waitFor({ state: "detached" });
  assert.equal(await page.locator(".outdated").count(), 0);
  // A file with an error is no better than none.
  receiver.publish("changing.json", "{");
  await comeBack();
  await page.locator(".outdated").waitFor();
  assert.equal(await page.locator(".session").count(), 1);
  await page.context().close();
});
