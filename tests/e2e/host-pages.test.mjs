// The element on every kind of page that it may be put on: tests/host-pages has them as a site would. On each it has its width,
// its colours can be read, nothing of the page leaks in, and the page goes on as before.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { faintTexts } from "./contrast.mjs";
import { closeBrowser, newPage, startReceiver } from "./helpers.mjs";

const folder = fileURLToPath(new URL("../host-pages/", import.meta.url));

let receiver;
before(async () => {
  receiver = await startReceiver();
  for (const name of readdirSync(folder)) receiver.publish(name, readFileSync(folder + name, "utf8"));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// A page of the folder, once the agenda of its first element is there; with `style` in force from the first.
async function open(name, { style = "", ...options } = {}) {
  const page = await newPage(options);
  await page.route(`**/${name}.html`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</head>", `<style>${style}</style></head>`) });
  });
  await page.goto(`${receiver.address}/${name}.html`);
  return page;
}

async function openAgenda(name, options) {
  const page = await open(name, options);
  if (name === "dialog") await page.locator("#open").click();
  await page.locator("huso-event .session").first().waitFor();
  return page;
}

const layouts = [
  "plain", "flex-item", "flex-item-beside", "grid-auto-item", "grid-centred", "table-cell", "float", "beside-float", "inline-block",
  "absolute", "fit-content", "flex-host", "dialog", "all-revert", "framework", "leaking-text", "leaking-everywhere",
];

// It had 0 px wherever the page asks how wide it would like to be.
for (const name of layouts) {
  test(`${name}: it takes the room that there is, and no more`, async () => {
    for (const [width, least] of [[320, 200], [1280, 800]]) {
      const page = await openAgenda(name, { width });
      const seen = await page.evaluate(() => {
        const { scrollingElement } = document;
        return {
          event: document.querySelector("huso-event").shadowRoot.querySelector(".event").getBoundingClientRect().width,
          excess: scrollingElement.scrollWidth - scrollingElement.clientWidth,
        };
      });
      assert.ok(seen.event >= least, `${seen.event} px of ${width}`);
      assert.ok(seen.excess <= 0, `${seen.excess} px wider than a window of ${width}`);
      assert.equal(await page.locator("huso-event .zone-labels").first().isVisible(), width > 1000, "countries as columns");
      assert.deepEqual(page.errors, []);
      await page.context().close();
    }
  });
}

// What the page's texts are, and ours are not.
const TEXT = [
  "white-space", "text-indent", "text-transform", "letter-spacing", "word-spacing", "text-align", "font-variant-caps", "text-shadow",
  "user-select", "hyphens", "word-break", "-webkit-text-stroke-width", "writing-mode", "list-style-type", "text-underline-offset", "cursor",
  "direction",
];
const PLACES = [".head h2", ".dates", ".day-head h3", ".session .mine", ".session h4", ".facts", ".zones", ".choose", "form label", "input"];

// Lengths in em: the font is the page's.
function stylesOf([places, names]) {
  const { shadowRoot } = document.querySelector("huso-event");
  return places.flatMap((place) => {
    const style = getComputedStyle(shadowRoot.querySelector(place));
    const inEm = (pixels) => `${(parseFloat(pixels) / parseFloat(style.fontSize)).toFixed(2)}em`;
    return names.map((name) => `${place}: ${name}: ${style.getPropertyValue(name).replace(/-?[\d.]+px/g, inEm)}`);
  });
}

for (const name of ["leaking-text", "leaking-everywhere", "framework", "all-revert", "rtl"]) {
  test(`${name}: the page's ways with text don't leak in`, async () => {
    const styles = [];
    for (const of of ["plain", name]) {
      const page = await openAgenda(of);
      await page.locator("huso-event form").waitFor();
      styles.push(await page.evaluate(stylesOf, [PLACES, TEXT]));
      await page.context().close();
    }
    assert.deepEqual(styles[1], styles[0]);
  });
}

test("a page whose text is filled with nothing: ours is filled with its colour", async () => {
  const page = await openAgenda("leaking-text");
  const [fill, colour] = await page.locator("huso-event .session h4").first().evaluate((element) => {
    const style = getComputedStyle(element);
    return [style.webkitTextFillColor, style.color];
  });
  assert.equal(fill, colour);
  await page.context().close();
});

test("what is hidden by the page stays hidden", async () => {
  const page = await open("plain", { style: "main { visibility: hidden }" });
  await page.locator("huso-event .session").first().waitFor({ state: "attached" });
  assert.equal(await page.locator("huso-event .session h4").first().isVisible(), false);
  await page.context().close();
});

test("the fallback keeps the page's ways with text", async () => {
  const page = await open("leaking-text", { style: "main { direction: rtl }" });
  await page.evaluate(() => {
    const element = document.createElement("huso-event");
    element.setAttribute("src", "missing.json");
    element.innerHTML = "<p>Agenda</p>";
    document.querySelector("main").append(element);
  });
  await page.locator("huso-event:last-of-type [role=alert]").waitFor();
  const style = await page.locator("huso-event > p").evaluate((element) => getComputedStyle(element).direction);
  assert.equal(style, "rtl");
  await page.context().close();
});

// "10:30–10:00"
test("rtl: times are read from left to right", async () => {
  for (const width of [320, 1280]) {
    const page = await openAgenda("rtl", { width });
    const orders = await page.locator("huso-event .session .mine").evaluateAll((cells) =>
      cells.map((cell) => [...cell.querySelectorAll("time")].map((time) => time.getBoundingClientRect()).map(({ left, top }) => [top, left])),
    );
    assert.ok(orders.length > 5 && orders.some((times) => times.length > 1));
    for (const [start, end] of orders.filter((times) => times.length > 1)) {
      assert.ok(start[0] < end[0] - 4 || start[1] < end[1], `${width} px: ${start} before ${end}`);
    }
    await page.context().close();
  }
});

// Each with a text that the page itself can show on it, 7 : 1 or more; and how the page says that it is dark.
const grounds = {
  "white": "body { background: #fff; color: #000 }",
  "beige, soft text": "body { background: #f5efe0; color: #4a4a4a }",
  "grey": "body { background: #e0e0e0; color: #111 }",
  "dark grey": "body { background: #3a3a3a; color: #fff }",
  "grey text": "body { background: #fff; color: #595959 }",
  "text with alpha": "body { background: #fff; color: rgb(0 0 0 / 0.87) }",
  "black": "body { background: #000; color: #fff }",
  "navy": "body { background: #1a2b4c; color: #ddd }",
  "brown": "body { background: #3a2a1a; color: #f0e8d8 }",
  "night, faint text": "body { background: #0b0b0b; color: #a6a6a6 }",
  "a dark section of a light page": "body { background: #fff; color: #222 } main { background: #222; color: #eee }",
  "a light section of a dark page": ":root { color-scheme: dark } body { background: #111; color: #eee } main { background: #fff; color: #222 }",
  "dark by color-scheme": ":root { color-scheme: dark } body { background: Canvas; color: CanvasText }",
  "blue text": "body { background: #fff; color: #00008b }",
  "its own accent": "body { background: #fff; color: #222 } huso-event { --huso-accent: #17376b }",
  "a bright accent on dark": "body { background: #111; color: #eee } huso-event { --huso-accent: #ffc107 }",
  "theme=light on dark": "body { background: #111; color: #eee }",
};

async function assertReadable(page, state) {
  assert.deepEqual(await page.evaluate(faintTexts), [], state);
}

// It was 1.16 : 1 for days' heads on a dark page without color-scheme.
for (const [ground, style] of Object.entries(grounds)) {
  test(`${ground}: every text has 4.5 : 1, whatever is pressed or pointed at`, async () => {
    const page = await openAgenda("dark-without-scheme", { style });
    if (ground.startsWith("theme")) await page.locator("huso-event").evaluate((element) => element.setAttribute("theme", "light"));
    await page.locator("huso-event form").waitFor();
    await assertReadable(page, "as it comes");
    const add = page.getByRole("button", { name: /^Añadir/ }).first();
    await add.hover();
    await assertReadable(page, "pointed at");
    await add.click();
    await page.locator("huso-event .basket").waitFor();
    await assertReadable(page, "pressed and pointed at");
    await page.locator("huso-event .basket .primary").hover();
    await assertReadable(page, "the basket's button pointed at");
    await page.getByText("Cambiar").click();
    await page.getByLabel("Ciudad o zona horaria").fill("san");
    await page.locator("huso-event .zone-choice [role=option]").first().hover();
    await assertReadable(page, "a zone is chosen");
    await page.getByRole("button", { name: "Enviar inscripción" }).click();
    await page.locator("huso-event .fault").first().waitFor();
    await assertReadable(page, "faults");
    await page.context().close();
  });
}

test("navy: what sticks has a ground of its own only while it does", async () => {
  const page = await openAgenda("dark-without-scheme", { style: grounds.navy });
  const grounded = () => page.locator("huso-event .day-head").evaluateAll((heads) => heads.map((head) => getComputedStyle(head, "::before").content !== "none"));
  assert.ok((await grounded()).every((is) => !is));
  await page.locator("huso-event .session").nth(3).evaluate((row) => row.scrollIntoView({ block: "start", behavior: "instant" }));
  await page.waitForFunction(() => getComputedStyle(document.querySelector("huso-event").shadowRoot.querySelector(".day-head"), "::before").content !== "none");
  assert.deepEqual(await grounded(), [true, ...(await grounded()).slice(1).map(() => false)]);
  await page.context().close();
});

// 2.6 : 1
test("forced colours: what is pressed or pointed at has them in pairs", async () => {
  for (const scheme of ["light", "dark"]) {
    const page = await openAgenda("plain", { scheme, forcedColors: "active" });
    const add = page.getByRole("button", { name: /^Añadir/ }).first();
    await add.click();
    await page.mouse.move(0, 0);
    await assertReadable(page, `${scheme}: pressed`);
    await page.locator("huso-event .choose[aria-pressed=true]").first().hover();
    await assertReadable(page, `${scheme}: pressed and pointed at`);
    await page.locator("huso-event .basket .primary").hover();
    await assertReadable(page, `${scheme}: the basket's button pointed at`);
    await page.context().close();
  }
});

test("sticky-header: days' heads stick below the site's header, and its menu stays above everything", async () => {
  const page = await openAgenda("sticky-header", { width: 1280 });
  await page.locator("huso-event .session").nth(1).evaluate((row) => row.scrollIntoView({ block: "start", behavior: "instant" }));
  const top = await page.evaluate(() => {
    const heads = [...document.querySelector("huso-event").shadowRoot.querySelectorAll(".day-head")];
    return Math.max(...heads.map((head) => head.getBoundingClientRect().top).filter((top) => top < 100));
  });
  assert.equal(top, 64);
  const seen = await page.evaluate(() => [[20, 30], [20, 100], [20, 300]].map(([x, y]) => document.elementFromPoint(x, y).className));
  assert.deepEqual(seen, ["site", "menu", "menu"]);
  await page.context().close();
});

const log = (page) => page.locator("output").textContent();

// The page's guard sees the element, and not the field in it: "Jessica Rojas N" became "Jeica Roa n".
// What of an agenda has a colour or a ground of its own.
function paintOf() {
  const { shadowRoot } = document.querySelector("huso-event");
  return [...shadowRoot.querySelectorAll(".agenda *")].map((element) => {
    const { color, fill, backgroundColor, borderTopColor, colorScheme } = getComputedStyle(element);
    return [element.localName, element.className, color, fill, backgroundColor, borderTopColor, colorScheme].join(" ");
  });
}

test("on paper a dark page's agenda is black on white, as a light page's", async () => {
  const printed = [];
  for (const [name, theme] of [["plain", ""], ["dark-without-scheme", ""], ["plain", "dark"]]) {
    const page = await openAgenda(name);
    await page.locator("huso-event").evaluate((element, to) => element.setAttribute("theme", to), theme);
    await page.emulateMedia({ media: "print" });
    const list = await page.evaluate(paintOf);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("radio", { name: "Parrilla" }).check();
    await page.locator("huso-event .grid-scroll > svg").first().waitFor();
    await page.emulateMedia({ media: "print" });
    printed.push([...list, ...(await page.evaluate(paintOf))]);
    await page.context().close();
  }
  assert.deepEqual(printed[1], printed[0]);
  assert.deepEqual(printed[2], printed[0]);
});

test("shortcuts: what is typed in a field is not the page's, and the page keeps its shortcuts", async () => {
  const page = await openAgenda("shortcuts");
  const name = page.getByLabel("Nombre y apellidos");
  await name.click();
  await name.pressSequentially("Jessica Rojas N/?");
  await name.press("Home");
  await name.press("Delete");
  await name.press("j");
  await name.press("ArrowRight");
  await name.press("Shift+ArrowLeft");
  assert.equal(await name.inputValue(), "jessica Rojas N/?");
  assert.equal((await log(page)).replaceAll(/^key(down|up) Shift\n/gm, ""), "");
  for (const key of ["Control+k", "Escape", "F2"]) await name.press(key);
  for (const key of ["Ctrl+k", "Escape", "F2"]) assert.match(await log(page), new RegExp(`keydown ${key.replace("+", "\\+")}\n`));
  await name.press("Tab");
  assert.match(await log(page), /keydown Tab\n/);
  assert.notEqual(await name.evaluate((field) => field.getRootNode().activeElement === field), true);
  // A key pressed on what is no field is the page's.
  await page.getByRole("button", { name: /^Añadir/ }).first().press("j");
  assert.match(await log(page), /keydown j\n/);
  await page.context().close();
});

// Sites with slides turn them by these keys.
test("keys that work a button or a box are not the page's either", async () => {
  const page = await openAgenda("shortcuts");
  const box = page.getByRole("checkbox", { name: /^Turismo sostenible y regenerativo/ });
  await box.press("Space");
  assert.equal(await box.isChecked(), true);
  await page.getByRole("button", { name: /^Añadida/ }).first().press("Space");
  assert.equal(await box.isChecked(), false);
  await page.locator("huso-event .opener").first().press("ArrowRight");
  assert.equal(await log(page), "keyup ArrowRight\n");
  await page.context().close();
});

test("dialog: Escape in a field closes the page's dialog", async () => {
  const page = await openAgenda("dialog");
  await page.getByLabel("Nombre y apellidos").press("Escape");
  await page.locator("huso-event").waitFor({ state: "hidden" });
  await page.context().close();
});

test("two-of-one-event: each has its own draft, and gets it back", async () => {
  const page = await openAgenda("two-of-one-event");
  const names = page.getByLabel("Nombre y apellidos");
  await names.nth(1).waitFor();
  await names.nth(0).fill("Ana Rojas");
  await page.getByText("Lo que escribe queda en esta pestaña").waitFor();
  await names.nth(1).fill("Eva Soto");
  await page.getByText("Lo que escribe queda en esta pestaña").nth(1).waitFor();
  await page.reload();
  await names.nth(1).waitFor();
  assert.deepEqual([await names.nth(0).inputValue(), await names.nth(1).inputValue()], ["Ana Rojas", "Eva Soto"]);
  await page.getByRole("button", { name: "Borrar" }).nth(1).click();
  await page.getByText("Lo que escribe queda en esta pestaña").nth(1).waitFor({ state: "detached" });
  await page.reload();
  await names.nth(1).waitFor();
  assert.deepEqual([await names.nth(0).inputValue(), await names.nth(1).inputValue()], ["Ana Rojas", ""]);
  await page.context().close();
});

test("opaque-origin: what isn't kept is not said to be kept", async () => {
  const page = await open("opaque-origin");
  const frame = page.frameLocator("iframe");
  await frame.locator("huso-event form").waitFor();
  await frame.getByLabel("Nombre y apellidos").fill("Ana Rojas");
  await frame.getByRole("button", { name: "Borrar" }).waitFor();
  assert.equal(await frame.getByText("queda en esta pestaña").count(), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("adopted: in another document it looks and works as before, with what was entered", async () => {
  const page = await openAgenda("adopted");
  await page.getByLabel("Nombre y apellidos").fill("Ana Rojas");
  const styleOf = (where) => where.locator("huso-event .session").first().evaluate((row) => getComputedStyle(row).display + getComputedStyle(row.querySelector("h4")).fontWeight);
  const before = await styleOf(page);
  await page.evaluate(() => document.querySelector("iframe").contentDocument.body.append(document.querySelector("huso-event")));
  const frame = page.frameLocator("iframe");
  await frame.locator("huso-event .session").first().waitFor();
  assert.equal(await styleOf(frame), before);
  assert.equal(await frame.getByLabel("Nombre y apellidos").inputValue(), "Ana Rojas");
  await frame.getByRole("button", { name: /^Añadir/ }).first().click();
  await frame.locator("huso-event .basket").waitFor();
  // And back again.
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("iframe").contentDocument.querySelector("huso-event")));
  await page.locator("huso-event .basket").waitFor();
  assert.equal(await styleOf(page), before);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("strict-csp: nothing that the policy forbids is tried", async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.goto(`${receiver.address}/strict-csp.html`);
  await page.locator("huso-event form").waitFor();
  await page.getByRole("button", { name: /^Añadir/ }).first().click();
  await page.getByText("Cambiar").click();
  await page.getByLabel("Ciudad o zona horaria").fill("san");
  await page.locator("huso-event .zone-choice [role=option]").first().waitFor();
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await page.context().close();
});

// Elements come and go, as in a page that changes its views; each has an agenda of its own, and goes once that is there.
function mountMany([elements, batch]) {
  const main = document.querySelector("main");
  const fileOf = (id) => JSON.stringify({
    huso: 1, id, title: "Feria", timezone: "America/Lima",
    sessions: [{ id: "a", title: "Apertura", start: "2027-08-11T09:00" }, { id: "b", title: "Cierre", start: "2027-08-11T10:00" }],
  });
  const gone = (hosts) => hosts.every((host) => !host.shadowRoot.querySelector(".widget"));
  const until = async (isSo) => {
    while (!isSo()) await new Promise((next) => setTimeout(next, 5));
  };
  return (async () => {
    for (let first = 0; first < elements; first += batch) {
      const hosts = Array.from({ length: batch }, (_, index) => {
        const host = document.createElement("huso-event");
        host.innerHTML = `<script type="application/json">${fileOf(`e${index}`)}</script>`;
        main.append(host);
        return host;
      });
      await until(() => hosts.every((host) => host.shadowRoot.querySelectorAll(".session").length === 2));
      main.replaceChildren();
      await until(() => gone(hosts));
    }
  })();
}

// Yew keeps the listeners of roots that are gone: 1,000 elements left 3 kB each.
test("many: a page is no larger after 1,000 elements than after 50", async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await real(...given);
      window.memory ??= result.instance.exports.memory;
      return result;
    };
  });
  page.setDefaultTimeout(300_000);
  await page.goto(`${receiver.address}/many.html`);
  const size = () => page.evaluate(() => window.memory.buffer.byteLength);
  await page.evaluate(mountMany, [50, 10]);
  const before = await size();
  await page.evaluate(mountMany, [950, 10]);
  const grown = (await size()) - before;
  assert.ok(grown <= 65_536, `${grown} bytes more`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("an element that takes the root of one that is gone has nothing of it", async () => {
  const page = await openAgenda("plain");
  await page.getByLabel("Nombre y apellidos").fill("Ana Rojas");
  await page.getByRole("button", { name: /^Añadir/ }).first().click();
  const place = await page.evaluateHandle(() => document.querySelector("huso-event").shadowRoot.querySelector(".widget"));
  await page.evaluate(async () => {
    const old = document.querySelector("huso-event");
    old.remove();
    while (old.shadowRoot.querySelector(".widget")) await new Promise((next) => setTimeout(next, 5));
    sessionStorage.clear();
    const made = document.createElement("huso-event");
    made.setAttribute("src", "examples/pacific-alliance-2027.json");
    made.lang = "en";
    document.querySelector("main").append(made);
  });
  const name = page.getByLabel("Full name").or(page.getByLabel("Nombre y apellidos"));
  await name.waitFor();
  assert.equal(await place.evaluate((place) => place.isConnected), true, "it is the same root");
  assert.equal(await name.inputValue(), "");
  assert.equal(await page.locator("huso-event .basket").count(), 0);
  assert.equal(await page.locator("huso-event .choose[aria-pressed=true]").count(), 0);
  await page.getByRole("button", { name: /^Add/ }).first().click();
  await page.locator("huso-event .basket").waitFor();
  await page.context().close();
});

test("snippet: without JavaScript a link leads to the receiver's page", async () => {
  const page = await open("snippet", { javaScriptEnabled: false });
  const link = page.locator("noscript a");
  assert.equal(await link.isVisible(), true);
  await link.click();
  await page.waitForURL(/\/events\/pacific-alliance-2027\/form$/);
  await page.context().close();
});

// It was 0.76.
test("snippet: what stands below the element doesn't move when the agenda comes", async () => {
  for (const width of [360, 1280]) {
    const page = await newPage({ width });
    await page.addInitScript(() => {
      window.shift = 0;
      window.moved = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          window.shift += value;
          // What is in a shadow root has no name.
          window.moved.push(...sources.flatMap(({ node }) => node?.nodeName ?? []));
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    // As on a slow network: each file comes a while after it is asked for.
    await page.route(/huso\.js|\.wasm|\.json/, async (route) => {
      await new Promise((go) => setTimeout(go, 200));
      await route.continue();
    });
    await page.goto(`${receiver.address}/snippet.html`);
    await page.locator("huso-event form").waitFor();
    const shift = await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => told(window.shift)))));
    assert.deepEqual(await page.evaluate(() => window.moved), []);
    assert.ok(shift < 0.1, `${width} px: ${shift}`);
    await page.context().close();
  }
});
