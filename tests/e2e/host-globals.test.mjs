// What a page has put in the place of the browser's own globals: the program takes what they return as it is, and asks
// nothing for its class.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, fillForm, hostPage, newPage, send, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  receiver = await startReceiver({ "host.html": hostPage(`<huso-event src="examples/${event2027}.json"></huso-event>`) });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

const globals = {
  "a Promise of its own, that fetch returns too": () => {
    const Native = Promise;
    class Own {
      constructor(run) {
        this.inner = run instanceof Native ? run : new Native(run);
      }
      then(...given) {
        return new Own(this.inner.then(...given));
      }
      catch(given) {
        return this.then(undefined, given);
      }
      finally(given) {
        return new Own(this.inner.finally(given));
      }
    }
    for (const name of ["resolve", "reject", "all", "allSettled", "any", "race"]) {
      Own[name] = (value) => (name === "resolve" && value instanceof Own ? value : new Own(Native[name](value)));
    }
    const real = window.fetch;
    window.fetch = (...given) => new Own(real(...given));
    window.Promise = Own;
  },
  "a fetch that takes addresses as strings, and headers as plain objects": () => {
    const real = window.fetch;
    window.fetch = (address, { headers, ...more } = {}) => {
      if (typeof address !== "string") throw new TypeError("an address is a string");
      return real(address.replace(/#.*/, ""), { ...more, headers: { ...headers } });
    };
  },
  "a fetch of another window": () => {
    let frame;
    if (window !== top) return;
    window.fetch = (...given) => {
      frame ??= document.documentElement.appendChild(document.createElement("iframe"));
      return frame.contentWindow.fetch(...given);
    };
  },
  "a fetch whose answers are objects of its own": () => {
    const real = window.fetch;
    window.fetch = async (...given) => {
      const answer = await real(...given);
      const { ok, status } = answer;
      return { ok, status, headers: { get: (name) => answer.headers.get(name) }, arrayBuffer: () => answer.arrayBuffer() };
    };
  },
  "classes of its own": () => {
    delete window.Request;
    delete window.Headers;
    for (const name of ["Response", "FormData", "Clipboard", "TypeError", "RangeError", "HTMLInputElement"]) {
      window[name] = class extends window[name] {};
    }
  },
};

for (const [index, [what, replace]] of Object.entries(globals).entries()) {
  test(`${what}: one can register`, async () => {
    const page = await newPage();
    await page.addInitScript(replace);
    await page.goto(`${receiver.address}/host.html`);
    const email = `host.${index}@example.org`;
    await fillForm(page, { email });
    await send(page);
    await page.getByRole("button", { name: "Guardar en el calendario" }).waitFor();
    assert.ok(receiver.registrations().some((row) => row["answer.email"] === email), email);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test("a fetch that throws is no answer, and is asked again", async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    const real = window.fetch;
    window.throws = /\.json/;
    window.fetch = (address, ...more) => {
      if (window.throws?.test(address)) throw new Error("not today");
      return real(address, ...more);
    };
  });
  await page.goto(`${receiver.address}/host.html`);
  const retry = page.getByRole("button", { name: "Reintentar" });
  // The first request was begun by the script, the next one is the program's.
  await retry.click();
  await page.getByText("No pudimos traer la agenda").waitFor();
  await page.evaluate(() => (window.throws = undefined));
  await retry.click();
  await page.locator("huso-event .session").first().waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
