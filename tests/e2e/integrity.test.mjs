// A page that holds huso.js to its hash: what huso.js fetches is then held to the hashes of its build.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, event2027, hostPage, newPage, startReceiver } from "./helpers.mjs";

const dist = process.env.HUSO_DIST ?? join(import.meta.dirname, "../../dist");
const file = (name) => readFileSync(join(dist, name));
const hashOf = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;
const manifest = JSON.parse(file("integrity.json"));
const [preload, script] = file("snippet-integrity.html").toString().split("\n");

// The same program or part with a section that nothing reads: it runs, and is not what was built.
const altered = (name) => Buffer.concat([file(name), Buffer.from([0, 2, 1, 0x78])]);
const element = `<huso-event src="examples/${event2027}.json"><p class="fallback">La agenda, como texto.</p></huso-event>`;
const page = (lines) => hostPage(element, { head: lines }).replace('<script type="module" src="huso.js"></script>', "");
const importMap = (map) => `<script type="importmap">${JSON.stringify(map)}</script>`;

let receiver;
before(async () => {
  receiver = await startReceiver({
    "free.html": hostPage(element),
    "held.html": page(preload + script),
    "mapped.html": page(
      `${importMap({ imports: { huso: "./huso.js" }, integrity: { "./huso.js": manifest["huso.js"] } })}<script type="module">import "huso"</script>`,
    ),
    "other-map.html": page(`${importMap({ integrity: { "./other.js": "sha384-x" } })}<script type="module" src="huso.js"></script>`),
  });
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(name) {
  const page = await newPage();
  page.requests = [];
  page.on("request", (request) => page.requests.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(`${receiver.address}/${name}.html`);
  return page;
}

test("integrity.json has the hash of each file that is published", () => {
  const published = readdirSync(dist).filter((name) => /^(huso|frame|share).*\.(js|css|wasm|html)$/.test(name));
  assert.deepEqual(Object.keys(manifest), published.sort());
  for (const [name, hash] of Object.entries(manifest)) assert.equal(hash, hashOf(file(name)), name);
});

for (const name of ["held", "mapped"]) {
  test(`${name}: agenda, form and places are there`, async () => {
    const page = await open(name);
    await page.locator("huso-event form").waitFor();
    await page.locator(".zone-choice summary").click();
    await page.locator("#zone").fill("Quito");
    await page.getByRole("option", { name: /Quito/ }).waitFor();
    const programs = page.requests.filter((name) => name.endsWith(".wasm"));
    assert.deepEqual(programs.sort(), ["huso_bg.wasm", "huso_find_places.wasm", "huso_form.wasm", "huso_places.wasm"]);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

for (const [name, isHeld] of [["held", true], ["mapped", true], ["free", false], ["other-map", false]]) {
  test(`${name}: a program that is not the build's is ${isHeld ? "refused" : "run"}`, async () => {
    receiver.publish("huso_bg.wasm", altered("huso_bg.wasm"));
    const page = await open(name);
    if (isHeld) {
      await page.getByText("La agenda, como texto.").waitFor();
      await page.getByText("Detalles para quien administra la página").click();
      await page.getByText(/huso_bg\.wasm, buscado en .*\(integrity\)/).waitFor();
    } else {
      await page.locator(".session").first().waitFor();
    }
    receiver.publish("huso_bg.wasm", file("huso_bg.wasm"));
    await page.context().close();
  });
}

test("a part that is not the build's is refused, and the agenda stays", async () => {
  receiver.publish("huso_form.wasm", altered("huso_form.wasm"));
  const page = await open("held");
  await page.getByText(/huso_form\.wasm, buscado en .*\(integrity\)/).waitFor({ state: "attached" });
  assert.ok((await page.locator(".session").count()) > 0);
  receiver.publish("huso_form.wasm", file("huso_form.wasm"));
  await page.context().close();
});

test("a huso.js that is not the build's doesn't run, and the fallback stays", async () => {
  receiver.publish("huso.js", `${file("huso.js")}\nwindow.ran = true`);
  const page = await open("held");
  await page.waitForLoadState("networkidle");
  await page.getByText("La agenda, como texto.").waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  receiver.publish("huso.js", file("huso.js"));
  await page.context().close();
});
