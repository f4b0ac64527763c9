// What other scripts of the page do, and what is done to ours: traps of other programs, a trap of our own,
// and files that are not where huso.js looks for them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const element = `<huso-event src="examples/${event2027}.json"><p class="fallback">Agenda en papel</p></huso-event>`;
const script = readFileSync(join(process.env.HUSO_DIST ?? "dist", "huso.js"), "utf8");

let receiver;
before(async () => {
  receiver = await startReceiver({ "two.html": hostPage(element + element) });
  for (const lang of ["es", "en", "pt", "fr"]) receiver.publish(`${lang}.html`, hostPage(element, { lang }));
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// Another program in WebAssembly: `trap()` is an export that is `unreachable`.
async function withTrap(page) {
  await page.addInitScript(() => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    window.trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.t;
  });
}

// What the page logs as errors.
function consoleOf(page) {
  const lines = [];
  page.on("console", (message) => message.type() === "error" && lines.push(message.text()));
  return lines;
}

const ways = {
  "thrown by a timer": () => setTimeout(() => window.trap()),
  "in a promise": () => void Promise.resolve().then(() => window.trap()),
  "in a listener of our own event": () => {
    // It runs while the program is inside its own call to dispatchEvent.
    document.addEventListener("huso-loading", () => window.trap(), { once: true });
    const other = document.createElement("huso-event");
    other.setAttribute("src", "examples/pacific-alliance-2023.json");
    document.body.append(other);
  },
  "after a worker's message": () => {
    const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
    worker.onmessage = () => window.trap();
  },
  "in a worker": () => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const text = `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${bytes}]))).exports.t()`;
    const worker = new Worker(URL.createObjectURL(new Blob([text])));
    // As scripts do that tell the page of their workers' failures.
    worker.onerror = () => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  },
};

for (const [way, run] of Object.entries(ways)) {
  test(`another program's trap, ${way}, is none of ours`, async () => {
    const page = await newPage();
    await withTrap(page);
    await page.goto(`${receiver.address}/es.html`);
    await page.locator("huso-event form").waitFor();
    await page.evaluate(() => {
      window.seen = 0;
      addEventListener("error", () => (window.seen += 1));
      addEventListener("unhandledrejection", () => (window.seen += 1));
    });
    await page.evaluate(run);
    await page.waitForFunction(() => window.seen > 0);
    await page.getByRole("button", { name: /^Detalles: / }).first().click();
    await page.getByRole("button", { name: /^Calendario: / }).first().click();
    await page.getByRole("link", { name: "Google" }).waitFor();
    assert.equal(await page.locator(".fallback").first().isVisible(), false);
    await page.context().close();
  });
}

// What enters the program after `window.stop` is set meets a trap inside.
async function withOwnTrap(page) {
  await withTrap(page);
  await page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance } = await real(...given);
      const exports = Object.entries(instance.exports).map(([name, it]) => {
        const isClosure = typeof it === "function" && /^(c\d+$|wasm_bindgen_)/.test(name);
        return [name, isClosure ? (...values) => (window.stop === true ? window.trap() : it(...values)) : it];
      });
      return { instance: { exports: Object.fromEntries(exports) } };
    };
  });
}

const entries = {
  // The press itself sets the trap: what else enters the program until then is not this case.
  "in a listener": async (page) => {
    await page.evaluate(() => {
      addEventListener("click", () => (window.stop = true), { capture: true, once: true });
    });
    await page.getByRole("button", { name: /^Detalles: / }).first().click();
  },
  "in a promise": async (page) => {
    const asked = page.waitForRequest(/2023\.json/);
    await page.route(/2023\.json/, async (route) => {
      await page.evaluate(() => (window.stop = true));
      await route.continue();
    });
    await page.evaluate(() => document.querySelector("huso-event").setAttribute("src", "examples/pacific-alliance-2023.json"));
    await asked;
  },
  // What traps there is thrown to who moves the clock.
  "in a timer": async (page) => {
    await page.evaluate(() => (window.stop = true));
    await page.clock.runFor(120_000).catch(() => {});
  },
};

for (const [way, enter] of Object.entries(entries)) {
  test(`a trap of our own, ${way}: every element gets its fallback back, once, and the page goes on`, async () => {
    const page = await newPage();
    await withOwnTrap(page);
    if (way === "in a timer") await page.clock.install({ time: new Date("2027-08-11T14:20:00Z") });
    const lines = consoleOf(page);
    await page.goto(`${receiver.address}/two.html`);
    await page.locator("huso-event .session").first().waitFor();
    await page.locator("huso-event").nth(1).locator(".session").first().waitFor();
    await page.evaluate(() => {
      window.told = 0;
      document.addEventListener("huso-error", () => (window.told += 1));
    });
    await enter(page);
    await page.getByText("La agenda no se pudo cargar en este navegador").nth(1).waitFor();
    assert.equal(await page.locator(".fallback").first().isVisible(), true);
    assert.equal(await page.locator(".fallback").nth(1).isVisible(), true);
    assert.equal(await page.evaluate(() => window.told), 2);
    assert.equal(lines.filter((line) => line.includes("huso: the program stopped")).length, 1, lines.join("\n"));
    // It is not entered again.
    const before = page.errors.length;
    await page.evaluate(() => {
      for (const name of ["focus", "online", "visibilitychange"]) dispatchEvent(new Event(name));
      document.querySelector("huso-event").setAttribute("hour-cycle", "h12");
    });
    await page.locator("#after").click();
    assert.equal(page.errors.length, before, page.errors.join("\n"));
    await page.context().close();
  });
}

const words = {
  es: { missing: "falta una parte del programa", details: "Detalles para quien administra la página", status: "respondió 404", html: "hay una página HTML", silence: "no hubo respuesta", unusable: "no pudo usarlo" },
  en: { missing: "a part of the program is missing", details: "Details for whoever runs the page", status: "answered 404", html: "an HTML page is there", silence: "no answer", unusable: "could not use it" },
  pt: { missing: "falta uma parte do programa", details: "Detalhes para quem administra a página", status: "respondeu 404", html: "há uma página HTML", silence: "não houve resposta", unusable: "não conseguiu usá-lo" },
};
const page404 = { status: 404, contentType: "text/html", body: "<!doctype html><title>404</title>" };
const answers = {
  status: (route) => route.fulfill(page404),
  html: (route) => route.fulfill({ ...page404, status: 200 }),
  silence: (route) => route.abort(),
  // WebAssembly by its first bytes, and nothing that can be compiled.
  unusable: (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 255]) }),
};

// From a site whose cache moved huso.js and left the rest: “reload the page” did not help.
for (const [lang, say] of Object.entries(words)) {
  for (const file of ["huso_bg.wasm", "huso_form.wasm"]) {
    for (const [answer, fulfil] of Object.entries(answers)) {
      test(`${lang}: ${file}, ${answer}: the details say which file was looked for where`, async () => {
        const page = await newPage({ locale: lang, width: 320 });
        const lines = consoleOf(page);
        await page.route(new RegExp(`/${file.replaceAll(".", "\\.")}\\?`), fulfil);
        await page.goto(`${receiver.address}/${lang}.html`);
        const alert = page.locator("huso-event [role=alert]");
        await alert.waitFor();
        const isForm = file === "huso_form.wasm";
        const isLasting = ["status", "html"].includes(answer);
        if (!isForm) {
          assert.equal((await alert.textContent()).includes(say.missing), isLasting, await alert.textContent());
          assert.ok(await page.locator(".fallback").isVisible());
        }
        const details = page.locator("huso-event details", { has: page.getByText(file) });
        if (!isForm) assert.equal(await details.locator("summary").textContent(), say.details);
        await details.locator("summary").click();
        const text = await details.textContent();
        for (const part of [file, `${receiver.address}/${file}?`, say[answer]]) assert.ok(text.includes(part), `${part} in ${text}`);
        const ours = lines.filter((line) => line.startsWith("huso: "));
        assert.equal(ours.length, 1, lines.join("\n"));
        assert.ok(ours[0].includes(`${file} was looked for at ${receiver.address}/${file}?`), ours[0]);
        assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "no wider than the page");
        if (answer === "status") await assertNoViolations(page, `${file} is missing`);
        assert.deepEqual(page.errors, []);
        await page.context().close();
      });
    }
  }
}

test("huso.js moved into a cache's folder under another name, and put into the page", async () => {
  const page = await newPage();
  await page.route("**/cache/min-1a2b3c.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.route("**/deep/inlined.html", (route) => {
    const body = hostPage(element.replace("src=\"", "src=\"../")).replace(/<script type="module" src="huso.js"><\/script>/, () => `<script type="module">${script}</script>`);
    return route.fulfill({ contentType: "text/html", body });
  });
  receiver.publish("moved.html", hostPage(element).replace("huso.js", "cache/min-1a2b3c.js"));
  for (const [name, folder] of [["moved.html", "cache"], ["deep/inlined.html", "deep"]]) {
    await page.goto(`${receiver.address}/${name}`);
    await page.getByText("falta una parte del programa").waitFor();
    const text = await page.locator("huso-event details").textContent();
    assert.match(text, new RegExp(`${receiver.address}/${folder}/huso[^ ]*: el servidor respondió 404`));
    assert.match(text, /excluya huso\.js de los optimizadores/);
  }
  await page.context().close();
});

test("huso.js as a blob and as a data address, beside which there is nothing", async () => {
  receiver.publish("blob.html", hostPage(element).replace(/<script type="module" src="huso.js"><\/script>/, ""));
  for (const scheme of ["blob", "data"]) {
    const page = await newPage();
    await page.goto(`${receiver.address}/blob.html`);
    await page.evaluate(([text, scheme]) => {
      const made = document.createElement("script");
      made.type = "module";
      const type = "text/javascript";
      made.src = scheme === "blob" ? URL.createObjectURL(new Blob([text], { type })) : `data:${type},${encodeURIComponent(text)}`;
      document.head.append(made);
    }, [script, scheme]);
    await page.getByText("falta una parte del programa").waitFor();
    const text = await page.locator("huso-event details").textContent();
    assert.match(text, new RegExp(`Archivo huso[^ ]*, buscado en ${scheme}:.{0,100}: desde ahí se cargó huso\\.js`));
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test("several elements, one line in the console", async () => {
  const page = await newPage();
  const lines = consoleOf(page);
  await page.route(/huso_bg\.wasm/, answers.status);
  await page.goto(`${receiver.address}/two.html`);
  await page.getByText("falta una parte del programa").nth(1).waitFor();
  assert.equal(lines.filter((line) => line.startsWith("huso: ")).length, 1, lines.join("\n"));
  await page.context().close();
});

test("WebAssembly of another type still works, fetched once", async () => {
  const page = await newPage();
  const asked = [];
  await page.route(/\.wasm\?/, async (route) => {
    const response = await route.fetch();
    asked.push(new URL(route.request().url()).pathname);
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await page.goto(`${receiver.address}/es.html`);
  await page.locator("huso-event form").waitFor();
  assert.deepEqual(asked, ["/huso_bg.wasm", "/huso_form.wasm"]);
  await page.context().close();
});
