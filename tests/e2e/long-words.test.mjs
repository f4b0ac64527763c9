// A file in which every text is one unbroken word: the page never gets wider than the window. From an
// agenda with a 60-character label, which could be scrolled sideways on a phone.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { closeBrowser, hostPage, newPage, startEndpoint, startReceiver } from "./helpers.mjs";
import { paste } from "./organizer.mjs";

let count = 0;
const word = () => `Transdisciplinariedadgastronómicaecoturísticainternacional${String((count += 1)).padStart(2, "0")}`;
const id = (name) => `${name}-${"x".repeat(60)}`;
const link = (rel) => ({ rel, url: `https://example.org/${"y".repeat(60)}`, label: word() });
const session = (name, more) => ({
  id: id(name), title: word(), summary: `${word()}\n\n${word()}`, start: "2027-08-11T09:30", end: "2027-08-11T10:35", track: "track", venue: "venue",
  speakers: ["speaker"], links: ["join", "recording", "slides", "report", "register", "more"].map(link), ...more,
});
const choices = () => [{ value: "one", label: word() }, { value: "two", label: word() }];
const field = (type, more) => ({ id: `field-${type}`, type, label: word(), hint: word(), ...more });

const event = (address) => ({
  huso: 1, id: "palabras", title: word(), summary: word(), url: "https://example.org/", timezone: "America/Bogota", calendar: `${id("calendar")}.ics`,
  zones: ["America/Santiago", "America/Bogota", "America/Mexico_City"].map((timezone) => ({ timezone, label: word() })),
  organizers: [{ name: word() }, { name: word() }],
  tracks: [{ id: "track", name: word(), color: "#06c" }],
  venues: [{ id: "venue", name: word(), kind: "onsite", address: `${word()}\n${word()}` }, { id: "old", name: word() }],
  speakers: [{ id: "speaker", name: word(), role: word(), organization: word() }],
  sessions: [
    session("one"),
    session("two"),
    session("moved", { status: "rescheduled", previous_start: "2027-08-11T08:00", start: "2027-08-11T23:30", end: "2027-08-12T00:30", previous_venue: "old" }),
    session("off", { status: "cancelled" }),
    session("closed", { registration: { mode: "closed" } }),
    session("later", { registration: { opens: "2027-08-05T10:00" }, start: "2027-08-12T09:30", end: "2027-08-12T10:35" }),
    session("floating", { timezone: "floating" }),
    session("day", { start: undefined, end: undefined, date: "2027-08-12" }),
    session("open", { start: undefined, end: undefined }),
  ],
  wrongkeyofonehundredcharacters: 1, [id("unknown")]: 1,
  registration: {
    endpoint: { url: address }, choose: "sessions", closes: "2027-08-12T24:00", confirmation: word(),
    fields: [
      field("heading"), field("text", { required: true, pattern: "\\d+", pattern_message: word() }), field("textarea"), field("email", { required: true }), field("tel"), field("url"),
      field("number"), field("date"), field("select", { options: choices(), required: true }), field("radio", { options: choices(), required: true }),
      field("checkbox", { required: true }), field("checkboxes", { options: choices(), required: true }), field("country"), field("organization"),
    ],
    consents: [{ id: "consent", text: word(), required: true, url: "https://example.org/" }],
    privacy: {
      controller: word(), address: word(), contact: word(), rights: word(), purpose: word(), retention: word(), recipients: word(), transfers: word(),
      notice: "https://example.org/", purposes: [{ id: "p", text: word(), legal_basis: "law" }, { id: "q", text: word() }],
    },
  },
});

const pictures = process.env.HUSO_PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

let receiver, endpoint, answer;
before(async () => {
  endpoint = await startEndpoint((response, bodies) => answer(response, bodies));
  const text = event(endpoint.address);
  receiver = await startReceiver({
    "words.json": JSON.stringify(text),
    "wrong.json": JSON.stringify({ ...text, sessions: [...text.sessions, session("faulty", { venue: id("nowhere"), track: word(), start: word() })], timezone: "America/Bogota" }),
    "unreadable.json": JSON.stringify({ ...text, timezone: word() }),
  });
  for (const [name, more] of [["words", ""], ["wrong", ""], ["unreadable", ""], ["missing", ""]]) {
    receiver.publish(`${name}.html`, hostPage(`<huso-event src="${name}.json" ${more}></huso-event>`));
  }
});
after(async () => {
  endpoint.stop();
  await closeBrowser();
  await receiver.stop();
});

async function assertFits(page, state) {
  if (pictures) await page.screenshot({ path: `${pictures}/${state}.png`, fullPage: true });
  // Sideways, the page itself; and each element inside, which might be hidden or run into its neighbour.
  const found = await page.evaluate(() => {
    const wide = [];
    if (document.scrollingElement.scrollWidth > innerWidth) wide.push(`the page: ${document.scrollingElement.scrollWidth}`);
    for (const host of document.querySelectorAll("huso-event")) {
      const edge = host.getBoundingClientRect().right + 1;
      for (const one of host.shadowRoot.querySelectorAll("*")) {
        const box = one.getBoundingClientRect();
        const isOver = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "visible" && getComputedStyle(one).display !== "inline";
        if (box.width > 1 && (box.right > edge || isOver)) wide.push(`${one.localName}.${one.className}: ${Math.round(box.right)}`);
      }
    }
    return wide;
  });
  assert.deepEqual(found, [], state);
}

async function open(name, { width = 320, now = "2027-08-01T12:00:00Z", ...options } = {}) {
  const page = await newPage({ width, ...options });
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${receiver.address}/${name}.html`);
  return page;
}

for (const width of [320, 820]) {
  test(`${width}: the agenda, before, while and after it takes place`, async () => {
    for (const now of ["2027-08-01T12:00:00Z", "2027-08-11T15:00:00Z", "2027-09-01T12:00:00Z"]) {
      for (const zone of ["America/Bogota", "Asia/Tokyo"]) {
        const page = await open("words", { width, now, zone });
        await page.locator(".session").first().waitFor();
        for (const button of await page.locator(".session button[aria-expanded]").all()) await button.click();
        await assertFits(page, `agenda-${width}-${now.slice(0, 10)}-${zone.replace("/", "-")}`);
        await page.context().close();
      }
    }
  });

  test(`${width}: the form empty, with faults, with what can't be confirmed, and done`, async () => {
    const page = await open("words", { width });
    await page.locator("huso-event form").waitFor();
    await assertFits(page, `form-${width}`);
    await page.locator(".send button").click();
    await page.locator(".trouble").waitFor();
    await assertFits(page, `faults-${width}`);
    await page.locator('[name^="session-one"]').check();
    await page.locator('[name^="session-two"]').check();
    await page.locator(".clash").waitFor();
    await page.locator('[name="field-text"]').fill("a");
    await page.locator(".send button").click();
    await assertFits(page, `clash-${width}`);
    await page.locator('[name="field-text"]').fill("12");
    await page.locator('[name="field-email"]').fill("ana@example.org");
    await page.locator('[name="field-select"]').selectOption("one");
    for (const name of ["field-radio", "field-checkboxes", "field-checkbox"]) await page.locator(`[name="${name}"]`).first().check();
    for (const box of await page.locator('[name^="consent-"]').all()) await box.check();
    answer = (response) => response.writeHead(500).end();
    await page.locator(".send button").click();
    await page.getByText("No pudimos confirmar su inscripción").waitFor();
    await assertFits(page, `unconfirmed-${width}`);
    answer = (response, bodies) => {
      const { submission, sessions } = bodies.at(-1);
      response.writeHead(201, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ submission, status: "confirmed", sessions: sessions.map((one) => ({ id: one, status: "waitlisted" })) }));
    };
    await page.locator(".send button").click();
    await page.locator(".done").waitFor();
    await assertFits(page, `done-${width}`);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("faults, failures and news", async () => {
  for (const [name, says] of [["wrong", "Parte de la agenda"], ["unreadable", "No pudimos leer la agenda"], ["missing", "No encontramos la agenda"]]) {
    const page = await open(name);
    await page.getByText(says).waitFor();
    for (const one of await page.locator("huso-event details > summary").all()) await one.click();
    await assertFits(page, `failure-${name}`);
    await page.context().close();
  }
  const page = await open("words");
  await page.locator(".session").first().waitFor();
  const text = event(endpoint.address);
  receiver.publish("words.json", JSON.stringify({ ...text, sessions: [...text.sessions.slice(2).map((one) => ({ ...one, title: word() })), session("new")] }));
  await page.clock.setFixedTime(new Date("2027-08-01T12:05:00Z"));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.locator(".news:not(:empty)").waitFor();
  await page.locator(".news summary").click();
  await assertFits(page, "news");
  await page.context().close();
});

test("the organizer's page", async () => {
  const page = await newPage({ width: 320 });
  await page.goto(`${receiver.address}/`);
  const text = event("https://example.org/");
  await page.locator(".drop").waitFor();
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "where it begins");
  await paste(page, JSON.stringify({ ...text, sessions: [...text.sessions, session("faulty", { start: word(), venue: id("nowhere") })] }));
  await page.locator(".faults li").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Vista", exact: true }).click();
  await page.locator("huso-event").first().locator(".session").first().waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/organizer.png`, fullPage: true });
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "the page");
  // The previews scroll in their strip; none is wider inside than its frame.
  assert.deepEqual(await page.locator(".frame").evaluateAll((frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth).length), 0);
  await page.goto(`${receiver.address}/#bring`);
  await page.locator(".drop").waitFor();
  await paste(page, `{"huso": 1, "title": "${word()}"`);
  await page.locator(".faults li").first().waitFor();
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "the page with faults");
  await page.context().close();
});
