// The packed package (`cargo xtask npm`): what is in it, and the examples in React and Vue, built with it as whoever installed
// it would, and driven.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { closeBrowser, fillForm, newPage, send, startReceiver } from "./helpers.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const npm = join(root, "target/npm");
// Below the project, whose node_modules has React, Vue and esbuild.
const work = join(npm, "examples");
const huso = join(work, "node_modules/huso");
const node = (...args) => execFileSync("node", args, { cwd: work, encoding: "utf8" });

before(() => {
  rmSync(work, { recursive: true, force: true });
  const isOurs = (path) => !/node_modules|\/dist/.test(path.slice(root.length));
  cpSync(join(root, "examples"), work, { recursive: true, filter: isOurs });
  mkdirSync(huso, { recursive: true });
  const [tarball] = readdirSync(npm).filter((name) => name.endsWith(".tgz"));
  execFileSync("tar", ["-xzf", join(npm, tarball), "--strip-components=1", "-C", huso]);
});
const receivers = [];
after(async () => {
  await closeBrowser();
  for (const receiver of receivers) await receiver.stop();
});

test("the package has what its description and its hashes name, and nothing of the organizer's page", () => {
  const { exports, types, customElements, sideEffects } = JSON.parse(readFileSync(join(huso, "package.json")));
  const hashes = Object.keys(JSON.parse(readFileSync(join(huso, "integrity.json"))));
  for (const name of [...Object.values(exports["."]), types, customElements, ...sideEffects, ...hashes]) assert.ok(existsSync(join(huso, name)), name);
  assert.deepEqual(readdirSync(huso).filter((name) => /organizer|index|snippet/.test(name)), []);
});

test("Node.js imports nothing of it, where pages are rendered on a server", () => {
  node("--input-type=module", "--eval", 'import "huso"; import json from "huso/integrity.json" with { type: "json" }; if (!json["huso.js"]) throw json');
});

for (const framework of ["react", "vue"]) {
  test(`the example in ${framework}: built, its language changed, a registration told to it`, async () => {
    const folder = join(work, framework);
    execFileSync("node", ["build.mjs"], { cwd: folder });
    const receiver = await startReceiver({}, {}, join(folder, "dist"));
    receivers.push(receiver);
    const page = await newPage();
    await page.goto(receiver.address);
    await page.locator("huso-event form").waitFor();
    assert.equal(await page.getByText("La agenda: 11").isVisible(), false);
    const email = `${framework}@example.org`;
    await fillForm(page, { email });
    await page.getByLabel("Idioma").selectOption("en");
    await page.locator("huso-event").getByText("Wednesday", { exact: false }).first().waitFor();
    await page.getByLabel("Idioma").selectOption("es");
    assert.equal(await page.getByLabel("Correo electrónico").inputValue(), email, "what was entered stays");
    await send(page);
    await page.getByText("Registration: confirmed").waitFor();
    assert.deepEqual(receiver.registrations().map((row) => row["answer.email"]), [email]);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}
