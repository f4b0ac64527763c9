// An agenda that stands in the page as HTML: what is there before the program, without it, and when it takes its place.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { assertNoViolations, bin, closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const dist = process.env.HUSO_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const run = (input, ...options) => execFileSync(bin, ["render", ...options], { encoding: "utf8", input });
const render = (year, ...options) =>
  run("", `${examples}pacific-alliance-${year}.json`, "--src", `examples/pacific-alliance-${year}.json`, ...options);

const linked = JSON.stringify({
  huso: 1, id: "linked", title: "Con enlaces", timezone: "America/Bogota", url: "https://example.org/encuentro",
  sessions: [
    { id: "a", title: "Una", start: "2099-08-11T10:00", end: "2099-08-11T11:00", links: [{ rel: "more", url: "https://example.org/una" }] },
    { id: "b", title: "Otra", start: "2099-08-11T12:00", links: [{ rel: "more", url: "https://example.org/otra" }] },
  ],
});

// Forty sessions, twelve a day.
const at = (index, minutes) =>
  `2099-08-${String(1 + Math.floor(index / 12)).padStart(2, "0")}T${String(8 + (index % 12)).padStart(2, "0")}:${minutes}`;
const long = {
  huso: 1, id: "long", title: "Larga", timezone: "America/Bogota",
  sessions: Array.from({ length: 40 }, (_, index) => ({
    id: `s${index}`, title: `Sesión ${index}`, start: at(index, "00"), end: at(index, "30"), summary: "Un resumen. ".repeat(1 + (index % 9)),
  })),
};
const renderLong = () => run(JSON.stringify(long), "-", "--src", "long.json");
// A little longer than the window, and with a registration that is over.
const six = {
  ...long, sessions: long.sessions.slice(0, 6).map((session) => ({ ...session, title: session.title.repeat(6) })),
  registration: {
    closes: "2020-01-01T00:00", endpoint: { url: "https://forms.example.org/registrations" },
    privacy: { version: "1", controller: "Agencia", contact: "a@example.org" },
    fields: [{ id: "email", type: "email", label: "Correo", required: true }],
  },
};
const taller = { ...long, sessions: long.sessions.map((session) => ({ ...session, summary: "Un resumen más largo. ".repeat(40) })) };
const bodyScrolls = "html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; margin: 0 }";

// The recording stands first once the session is over.
const over = JSON.stringify({
  huso: 1, id: "over", title: "Terminada", timezone: "America/Bogota", url: "https://example.org/terminada",
  sessions: [{
    id: "a", title: "Una", start: "2020-08-11T10:00", end: "2020-08-11T11:00",
    links: [{ rel: "more", url: "https://example.org/una" }, { rel: "recording", url: "https://example.org/video" }],
  }],
});

let receiver;

before(async () => {
  const page = (element) => hostPage(element);
  receiver = await startReceiver({
    "2023.html": page(render(2023)),
    "2027.html": page(render(2027)),
    "2027-pt.html": page(render(2027, "--lang", "pt")),
    "2027-en.html": page(render(2027, "--lang", "en")),
    "gone.html": page(render(2027).replaceAll(/src="examples[^"]*"/g, 'src="gone.json"')),
    "scroller.html": page(`<div id="scroller" tabindex="0" style="height: 500px; overflow-y: auto">${render(2027)}</div>`),
    "linked.json": linked,
    "linked.html": page(run(linked, "-", "--src", "linked.json")),
    "join.html": page(run(over.replace("recording", "join").replace("more", "join"), "-", "--src", "join.json")),
    "over.json": over,
    "over.html": page(run(over, "-", "--src", "over.json")),
    "long.json": JSON.stringify(long),
    "long.html": page(renderLong()),
    "smooth.html": hostPage(renderLong(), { head: "<style>html { scroll-behavior: smooth }</style>" }),
    "quirks.html": hostPage(renderLong(), { head: `<style>${bodyScrolls}</style>` }).replace("<!doctype html>", ""),
    "below.html": page(renderLong()).replace("</main>", '<p style="height: 8000px"></p></main>'),
    "six.json": JSON.stringify(six),
    "six.html": page(run(JSON.stringify(six), "-", "--src", "six.json")),
    "closed.html": page(`<details><summary>Agenda</summary>${renderLong()}</details><p style="height: 2000px"></p>`),
    "inserted.html": hostPage('<div id="place"></div>'),
    "light.html": hostPage("<huso-event><p>La agenda, como texto.</p></huso-event>").replace(/<script[^]*?<\/script>/, ""),
  });
});

after(async () => {
  await closeBrowser();
  await receiver?.stop();
});

// Holds the program back until it is let go.
async function holdProgram(page) {
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route(/huso_bg\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

async function open(path, options) {
  const page = await newPage(options);
  const letGo = await holdProgram(page);
  await page.goto(`${receiver.address}/${path}`);
  await page.locator(".prerendered .session").first().waitFor();
  await page.waitForFunction(() => document.querySelector("huso-event").shadowRoot.querySelector("link").sheet);
  return { page, letGo };
}

const swapped = (page) =>
  page.waitForFunction(() => {
    const root = document.querySelector("huso-event").shadowRoot;
    return root.querySelector(".session") && !root.querySelector(".prerendered");
  });

// After each frame until some after the swap: whether the page's HTML is still there, and where a row and the host's
// content below it are in the window.
async function follow(page, session) {
  await page.evaluate((id) => {
    window.frames_ = [];
    const look = () => {
      const root = document.querySelector("huso-event").shadowRoot;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        window.frames_.push({
          isHtml: Boolean(root.querySelector(".prerendered")),
          hasForm: Boolean(root.querySelector("form")),
          row: root.querySelector(`[data-session="${id}"] h4`)?.getBoundingClientRect().top,
          after: document.querySelector("#after").getBoundingClientRect().top,
        });
      port2.postMessage(null);
      requestAnimationFrame(look);
    };
    look();
  }, session);
}

// The session that is first seen.
const firstSeen = (page) =>
  page.evaluate(() => {
    const rows = [...document.querySelector("huso-event").shadowRoot.querySelectorAll("[data-session]")];
    const { dataset, offsetTop } = rows.find((row) => row.getBoundingClientRect().bottom > 0) ?? rows[0];
    return offsetTop >= 0 && dataset.session;
  });

// Lets the program in, and looks where the row that is seen first is in every frame.
async function assertRowStays(page, letGo) {
  await follow(page, await firstSeen(page));
  letGo();
  await swapped(page);
  await page.waitForTimeout(300);
  const [first, ...frames] = await page.evaluate(() => window.frames_);
  for (const frame of frames) assert.ok(Math.abs(frame.row - first.row) <= 1, `the row moved from ${first.row} to ${frame.row}`);
}

const scrolls = {
  top: () => scrollTo(0, 0),
  middle: () => scrollTo(0, 900),
  end: () => scrollTo(0, document.documentElement.scrollHeight),
};

for (const year of [2023, 2027]) {
  for (const width of [360, 768, 1280]) {
    for (const [where, scroll] of Object.entries(scrolls)) {
      test(`${year}, ${width} px, scrolled to the ${where}: the program takes its place, and nothing moves that is seen`, async () => {
        const { page, letGo } = await open(`${year}.html`, { width });
        await page.evaluate(scroll);
        await page.waitForTimeout(300);
        await follow(page, await firstSeen(page));
        letGo();
        await swapped(page);
        await page.waitForTimeout(300);
        const frames = await page.evaluate(() => window.frames_);
        const first = frames[0];
        // The form comes later, and pushes down what is below: with the element as it always was, too.
        const seen = frames.filter((frame) => !frame.hasForm);
        assert.ok(first.isHtml && frames.some((frame) => !frame.isHtml), "there are frames before and after");
        for (const frame of frames) assert.ok(Math.abs(frame.row - first.row) <= 1, `the row moved from ${first.row} to ${frame.row}`);
        const height = page.viewportSize().height;
        if (first.after < height) {
          for (const frame of seen) assert.ok(Math.abs(frame.after - first.after) <= 1, `what is below moved from ${first.after} to ${frame.after}`);
        }
        assert.deepEqual(page.errors, []);
        await page.context().close();
      });
    }
  }
}

test("in a box that scrolls by itself its scroll place is held", async () => {
  const { page, letGo } = await open("scroller.html", { width: 360 });
  await page.locator("#scroller").evaluate((box) => (box.scrollTop = 900));
  await page.waitForTimeout(300);
  const top = () => page.locator('[data-session="pitches-1"] h4, [data-session] h4').nth(3).evaluate((title) => title.getBoundingClientRect().top);
  const before_ = await top();
  letGo();
  await swapped(page);
  await page.waitForTimeout(200);
  assert.ok(Math.abs((await top()) - before_) <= 1, `${before_}, then ${await top()}`);
  await page.context().close();
});

const earlier = { id: "new", title: "Nueva", start: "2099-07-01T10:00", end: "2099-07-01T11:00" };

for (const [what, path, now] of [
  ["has a session on an earlier day", "long.html", { ...long, sessions: [earlier, ...long.sessions] }],
  ["has longer texts, on a page that scrolls smoothly", "smooth.html", taller],
  ["has longer texts, on a page in quirks mode whose body scrolls", "quirks.html", taller],
]) {
  test(`an event file that by now ${what}: what is read stays where it is`, async () => {
    const { page, letGo } = await open(path, { width: 768 });
    await page.route(/long\.json/, (route) => route.fulfill({ json: now }));
    await page.reload();
    await page.locator(".prerendered .session").first().waitFor();
    await page.evaluate(() => {
      const box = getComputedStyle(document.documentElement).overflowY === "hidden" ? document.body : document.scrollingElement;
      box.scrollTo({ top: 2000, behavior: "instant" });
    });
    await page.waitForTimeout(300);
    await assertRowStays(page, letGo);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("at the end of a page that is a little longer than the window, nothing scrolls after the swap, either", async () => {
  const { page, letGo } = await open("six.html", { width: 768 });
  await page.evaluate(scrolls.end);
  await page.waitForTimeout(300);
  await assertRowStays(page, letGo);
  await page.context().close();
});

test("far below it, what is read stays where it is", async () => {
  const { page, letGo } = await open("below.html", { width: 768 });
  await page.evaluate(() => {
    document.querySelector("#after").scrollIntoView();
    scrollBy(0, 3000);
  });
  await page.waitForTimeout(500);
  await follow(page, "s0");
  letGo();
  await swapped(page);
  await page.waitForTimeout(300);
  const [first, ...frames] = await page.evaluate(() => window.frames_);
  for (const frame of frames) assert.ok(Math.abs(frame.after - first.after) <= 1, `it moved from ${first.after} to ${frame.after}`);
  await page.context().close();
});

// What is between the agenda and the host's content below it.
const gapBelow = (page) =>
  page.evaluate(() => {
    const { bottom } = document.querySelector("huso-event").shadowRoot.querySelector("[part~=event]").getBoundingClientRect();
    return document.querySelector("#after").getBoundingClientRect().top - bottom;
  });

test("below a short agenda no room is left", async () => {
  const { page, letGo } = await open("linked.html");
  const gap = await gapBelow(page);
  letGo();
  await swapped(page);
  assert.ok(Math.abs((await gapBelow(page)) - gap) <= 1, `${gap}, then ${await gapBelow(page)}`);
  await page.context().close();
});

test("in a closed box it leaves no room below, either", async () => {
  const page = await newPage();
  const letGo = await holdProgram(page);
  await page.goto(`${receiver.address}/closed.html`);
  await page.locator(".prerendered .session").first().waitFor({ state: "attached" });
  await page.evaluate(() => scrollTo(0, 500));
  letGo();
  await swapped(page);
  await page.locator("summary", { hasText: /^Agenda$/ }).click();
  await page.evaluate(() => document.querySelector("#after").scrollIntoView());
  const gap = await page.evaluate(() => {
    const [host] = document.querySelectorAll("huso-event");
    return host.getBoundingClientRect().bottom - host.shadowRoot.querySelector("[part~=event]").getBoundingClientRect().bottom;
  });
  assert.ok(gap <= 1, String(gap));
  await page.context().close();
});

test("a style sheet that a policy keeps out, or that is missing: the script's serves", async () => {
  for (const answer of [{ headers: { "content-security-policy": "style-src 'none'" } }, { isMissing: true }]) {
    const page = await newPage();
    await holdProgram(page);
    if (answer.isMissing) await page.route(/huso\.css/, (route) => route.fulfill({ status: 404 }));
    else await page.route(/long\.html/, async (route) => route.fulfill({ response: await route.fetch(), ...answer }));
    await page.goto(`${receiver.address}/long.html`);
    const row = page.locator(".prerendered .session").first();
    await row.waitFor();
    await page.waitForFunction(() => customElements.get("huso-event"));
    assert.equal(await row.evaluate((row) => getComputedStyle(row).display), "grid");
    await page.context().close();
  }
});

test("the focus and what is selected go over, also backwards", async () => {
  for (const isBackward of [false, true]) {
    const { page, letGo } = await open("2027.html", { width: 768 });
    await page.evaluate((isBackward) => {
      const root = document.querySelector("huso-event").shadowRoot;
      const [from, to] = ["keynote", "pitches-1"].map((id) => (root.querySelector(`[data-session="${id}"] h4`) ?? root.querySelectorAll("h4")[3]).firstChild);
      const ends = [[from, 3], [to, 5]];
      if (isBackward) ends.reverse();
      getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
    }, isBackward);
    const selected = () =>
      page.evaluate(() => {
        const root = document.querySelector("huso-event").shadowRoot;
        const { anchorNode, anchorOffset, focusNode, focusOffset } = root.getSelection?.() ?? getSelection();
        return [anchorNode.data, anchorOffset, focusNode.data, focusOffset, anchorNode.isConnected];
      });
    const wanted = await selected();
    assert.equal(typeof wanted[0], "string");
    letGo();
    await swapped(page);
    assert.deepEqual(await selected(), wanted);
    await page.context().close();
  }
  const { page, letGo } = await open("2027.html");
  const link = page.getByRole("link", { name: "Ir a la inscripción" });
  await link.focus();
  letGo();
  await swapped(page);
  // The link is gone, the form's heading is there instead.
  const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.textContent);
  assert.equal(await focused(), "Inscripción");
  await page.context().close();
});

test("a link that is focused stays focused", async () => {
  // Sessions' own links open with their rows, which only the program does.
  for (const name of ["Con enlaces"]) {
    const { page, letGo } = await open("linked.html");
    assert.equal(await page.getByRole("link", { name: "Más información" }).count(), 0);
    await page.getByRole("link", { name }).last().focus();
    const focused = () => page.evaluate(() => document.querySelector("huso-event").shadowRoot.activeElement?.href);
    const href = await focused();
    assert.ok(href);
    letGo();
    await swapped(page);
    assert.equal(await focused(), href);
    await page.context().close();
  }
});

test("a link that is focused stays focused where by now there are others", async () => {
  const { page, letGo } = await open("over.html");
  const link = page.getByRole("link", { name: "Terminada" });
  await link.focus();
  letGo();
  await swapped(page);
  await page.getByRole("link", { name: "Grabación" }).waitFor();
  assert.equal(await link.evaluate((link) => link.getRootNode().activeElement === link), true);
  await page.context().close();
});

test("what only the program can do is not there before it: nothing to press or to hear", async () => {
  for (const [path, link] of [["2027.html", "Ir a la inscripción"], ["2027-en.html", "Go to registration"], ["2027-pt.html", "Ir para a inscrição"]]) {
    const { page } = await open(path);
    assert.equal(await page.getByRole("button").count(), 0);
    assert.equal(await page.getByRole("combobox").count(), 0);
    assert.equal(await page.getByRole("heading", { level: 4 }).count(), await page.locator(".session").count());
    await page.getByRole("link", { name: link }).waitFor();
    // Nobody knows yet what the visitor's time is.
    for (const text of await page.locator("[part~=your-time]").allTextContents()) assert.doesNotMatch(text, /\d\d:\d\d/);
    await assertNoViolations(page, path);
    await page.context().close();
  }
});

for (const width of [360, 768, 1280]) {
  test(`${width} px, without JavaScript: the agenda, readable, styled, with the way to the form`, async () => {
    const page = await newPage({ width, javaScriptEnabled: false });
    await page.goto(`${receiver.address}/2027.html`);
    const rows = page.locator("huso-event [part~=session]");
    assert.equal(await rows.count(), 7);
    assert.equal(await rows.first().locator(".zone").filter({ hasText: "10:00" }).filter({ hasText: "Chile" }).isVisible(), true);
    for (const time of ["09:00", "08:00"]) assert.equal(await rows.first().getByText(time).first().isVisible(), true);
    assert.equal(await page.locator("huso-event button:visible, huso-event .zone-choice:visible, huso-event .mine.unknown:visible").count(), 0);
    const title = await rows.first().locator("h4").boundingBox();
    const row = await rows.first().boundingBox();
    assert.equal(title.x, row.x, "no room is kept for what never comes");
    assert.equal(await rows.first().evaluate((element) => getComputedStyle(element).display), "grid");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByRole("link", { name: "Ir a la inscripción" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.match(page.url(), /\/events\/pacific-alliance-2027\/form$/);
    assert.equal(await page.getByLabel("Correo electrónico").isVisible(), true);
    await page.context().close();
  });
}

test("without JavaScript there are the links that the program would show in time, and no promise of them", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${receiver.address}/join.html`);
  await page.locator("huso-event [part~=session]").waitFor();
  assert.equal(await page.getByText("El enlace para conectarse").isVisible(), false);
  assert.equal(await page.getByRole("link", { name: "Conectarse" }).first().getAttribute("href"), "https://example.org/una");
  await page.context().close();
  // With a program to come, it is for it to say when.
  const waiting = await open("join.html");
  assert.equal(await waiting.page.getByRole("link", { name: "Conectarse" }).count(), 0);
  await waiting.page.context().close();
});

test("without JavaScript it can be printed whole", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${receiver.address}/2027.html`);
  await page.emulateMedia({ media: "print" });
  for (const title of await page.locator("huso-event h4").all()) assert.equal(await title.isVisible(), true);
  assert.equal(await page.locator("huso-event .registration").isVisible(), false);
  await page.context().close();
});

test("an event file that does not come: the agenda stays, and above it stands a way to ask again", async () => {
  const { page, letGo } = await open("gone.html");
  letGo();
  await page.getByRole("button", { name: "Reintentar" }).waitFor();
  assert.equal(await page.locator(".prerendered .session").first().isVisible(), true);
  // It comes after all.
  await page.route(/gone\.json/, (route) => route.fulfill({ path: `${examples}pacific-alliance-2027.json` }));
  await page.getByRole("button", { name: "Reintentar" }).click();
  await swapped(page);
  await page.getByRole("button", { name: /^Añadir/ }).first().waitFor();
  await page.context().close();
});

test("a program that does not come: the agenda stays, and it is said", async () => {
  const page = await newPage();
  await page.route(/huso_bg\.wasm/, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${receiver.address}/2027.html`);
  await page.locator("huso-event [role=alert]").waitFor();
  assert.equal(await page.locator(".prerendered .session").first().isVisible(), true);
  assert.equal(await page.locator("huso-event [part~=session]").count(), 7);
  await page.context().close();
});

test("its template is adopted where the class was defined before the parser came to it", async () => {
  // The rest of the page comes once the script ran.
  let defined;
  const isDefined = new Promise((go) => (defined = go));
  const server = createServer(async (request, response) => {
    if (request.url === "/defined") {
      defined();
      return response.writeHead(204).end();
    }
    const [head, body] = hostPage(render(2027, "--package", receiver.address)).replace(' src="huso.js"', ` src="${receiver.address}/huso.js" async`).split("<main>");
    response.writeHead(200, { "content-type": "text/html" });
    response.write(`${head}<script type="module" async>await customElements.whenDefined("huso-event"); fetch("/defined");</script>`);
    // Enough for the parser to begin with.
    response.write(`<!-- ${" ".repeat(2000)} --><main>`);
    await isDefined;
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const page = await newPage();
  const letGo = await holdProgram(page);
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "commit" });
  await page.locator(".prerendered .session").first().waitFor();
  assert.equal(await page.locator("huso-event > template").count(), 0);
  assert.equal(await page.locator(".prerendered .session").first().evaluate((row) => getComputedStyle(row).display), "grid");
  letGo();
  server.closeAllConnections();
  server.close();
  await page.context().close();
});

test("where none is parsed the children serve, and a template among them is adopted once the script is there", async () => {
  const page = await newPage();
  const letGo = await holdProgram(page);
  let letScript;
  const held = new Promise((go) => (letScript = go));
  await page.route(/huso\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${receiver.address}/inserted.html`, { waitUntil: "commit" });
  const place = page.locator("#place");
  await place.waitFor({ state: "attached" });
  await place.evaluate((element, html) => (element.innerHTML = html), render(2027));
  await page.getByText("Rueda de negocios de turismo sostenible: 11–19 de agosto de 2027").waitFor();
  letScript();
  await page.locator(".prerendered .session").first().waitFor();
  letGo();
  await swapped(page);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("children without a template serve as they did", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/light.html`);
  await page.getByText("La agenda, como texto.").waitFor();
  await page.context().close();
});

for (const [lang, link] of [["es", "Ir a la inscripción"], ["en", "Go to registration"], ["pt", "Ir para a inscrição"]]) {
  test(`${lang}: the receiver's page of the agenda, without a program to come`, async () => {
    for (const width of [360, 1280]) {
      const page = await newPage({ width });
      await page.goto(`${receiver.address}/events/pacific-alliance-2027/agenda.html?lang=${lang}`);
      const rows = page.locator("huso-event [part~=session]");
      assert.equal(await rows.count(), 7);
      assert.equal(await rows.first().evaluate((row) => getComputedStyle(row).display), "grid");
      assert.equal((await rows.first().locator("h4").boundingBox()).x, (await rows.first().boundingBox()).x);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await assertNoViolations(page, `${lang}, ${width} px`);
      await page.getByRole("link", { name: link }).click();
      assert.match(page.url(), /\/events\/pacific-alliance-2027\/form$/);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    }
  });
}

test("the receiver's page is live where it serves the package and the event file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huso-e2e-"));
  const file = join(dist, `examples/${event2027}.json`);
  const live = spawn(bin, ["serve", "--listen", "127.0.0.1:0", "--site", dist, "--event", file, "--database", join(folder, "huso.db")]);
  const address = await new Promise((found) => live.stdout.on("data", (data) => found(/http:\S+/.exec(data)[0])));
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires" });
  const violations = [];
  page.on("console", (message) => message.text().includes("Content Security Policy") && violations.push(message.text()));
  await page.goto(`${address}/events/${event2027}/agenda.html`);
  await page.getByText("Su hora: Buenos Aires").first().waitFor();
  await swapped(page);
  await page.getByLabel("Correo electrónico").waitFor();
  assert.deepEqual([page.errors, violations], [[], []]);
  await page.context().close();
  const gone = new Promise((done) => live.on("exit", done));
  live.kill("SIGTERM");
  assert.equal(await gone, 0);
  rmSync(folder, { recursive: true });
});

test("a strict policy of the page is kept", async () => {
  const page = await newPage();
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
  await page.route(/2027\.html/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<style>.*?<\/style>/, "");
    await route.fulfill({ response, body, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  const violations = [];
  page.on("console", (message) => message.text().includes("Content Security Policy") && violations.push(message.text()));
  await page.goto(`${receiver.address}/2027.html`);
  await swapped(page);
  assert.deepEqual(violations.filter((line) => !line.includes("data:,")), []);
  await page.context().close();
});

test("taken out and put in again, it is there again", async () => {
  const { page, letGo } = await open("2027.html");
  letGo();
  await swapped(page);
  await page.evaluate(async () => {
    const element = document.querySelector("huso-event");
    const parent = element.parentNode;
    element.remove();
    await new Promise((go) => setTimeout(go, 300));
    parent.append(element);
  });
  await swapped(page);
  assert.equal(await page.locator("huso-event [part~=session]").count(), 7);
  await page.context().close();
});
