// The site's settings, the plugin's texts, and how it leaves.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertNoViolations, closeBrowser, newPage } from "../e2e/helpers.mjs";
import { newLogin } from "./people.mjs";
import { startSite } from "./site.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = (name) => readFileSync(`${root}integrations/wordpress/${name}`, "utf8");

let site;

before(async () => {
  site = await startSite();
});

after(async () => {
  await closeBrowser();
  const complaints = site?.complaints();
  await site?.stop();
  assert.doesNotMatch(complaints ?? "", /plugins\/huso/);
});

test("an administrator sets colours, language and endpoint, and is told what can't be used or read", async () => {
  const admin = await newLogin(site, "admin");
  await admin.goto(`${site.address}/wp-admin/plugins.php`);
  await admin.locator('tr[data-plugin="huso/huso.php"]').getByRole("link", { name: "Ajustes" }).click();
  await admin.getByText("Todos los archivos son los de la compilación").waitFor();
  await admin.getByLabel("Adónde van las inscripciones").fill("javascript:alert(1)");
  await admin.getByLabel("Idioma").selectOption("pt");
  await admin.locator("#huso-accent").evaluate((field) => (field.value = "#ffb000"));
  await admin.locator("#submit").click();
  await admin.getByText("«javascript:alert(1)» no sirve y no se guardó.").waitFor();
  await admin.getByText(/#ffb000 apenas se lee sobre #ffffff: el contraste es de 1[.,]8/).waitFor();

  await admin.getByLabel("Adónde van las inscripciones").fill("https://forms.example.org/events/{id}/registrations");
  await admin.locator("#submit").click();
  assert.equal(await admin.getByLabel("Adónde van las inscripciones").inputValue(), "https://forms.example.org/events/{id}/registrations");

  const page = await newPage();
  await page.goto(site.post('[huso-event src="/event.json"][huso-event src="/event.json" lang="en" accent="#123456"]'));
  const [first, second] = await page.locator("huso-event").all();
  assert.equal(await first.getAttribute("lang"), "pt");
  assert.equal(await first.getAttribute("endpoint"), null, "whose id is not known");
  assert.equal(await second.getAttribute("lang"), "en");
  const colour = (element, name) => element.evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);
  assert.equal(await colour(first, "--huso-accent"), "#ffb000");
  assert.equal(await colour(second, "--huso-accent"), "#123456");
});

test("others neither see the settings nor save them", async () => {
  const author = await newLogin(site, "author");
  const response = await author.goto(`${site.address}/wp-admin/options-general.php?page=huso`);
  assert.equal(response.status(), 403);
  const before = site.option("huso_options");
  const saved = await author.request.post(`${site.address}/wp-admin/options.php`, { form: { option_page: "huso", action: "update", "huso_options[lang]": "es" } });
  assert.notEqual(saved.status(), 200);
  assert.deepEqual(site.option("huso_options"), before);
});

test("the settings can be used by everybody", async () => {
  const admin = await newLogin(site, "admin");
  await admin.goto(`${site.address}/wp-admin/options-general.php?page=huso`);
  // The page around is WordPress'.
  await admin.evaluate(() => {
    const main = document.createElement("main");
    main.append(document.querySelector(".wrap"));
    document.body.replaceChildren(main);
  });
  await assertNoViolations(admin, "settings");
});

test("every text is translated into every language", () => {
  const files = ["block/edit.js", ...readdirSync(`${root}integrations/wordpress/includes`).map((name) => `includes/${name}`)];
  const texts = files.flatMap((name) => [...source(name).matchAll(/(?:__|esc_html__|esc_html_e|_n_noop)\( '((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text));
  const block = JSON.parse(source("block/block.json"));
  texts.push(block.title, block.description, ...block.keywords, /Description: +(.*)/.exec(source("huso.php"))[1]);
  assert.ok(texts.length > 40);
  for (const language of ["es_ES", "pt_BR"]) {
    const catalogue = source(`languages/huso-${language}.po`);
    const translated = new Set([...catalogue.matchAll(/^msgid "(.+)"\n(?:msgid_plural .+\n)?msgstr(?:\[0\])? ".+"$/gm)].map(([, text]) => JSON.parse(`"${text}"`)));
    assert.deepEqual(texts.filter((text) => !translated.has(text)), [], language);
  }
});

test("blocks and shortcodes take the attributes that are documented", () => {
  const table = readFileSync(`${root}docs/embedding.md`, "utf8").split("## Attributes")[1].split("\n\n- ")[0];
  const documented = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  const known = /const ATTRIBUTES = array\( (.*?) \);/.exec(source("includes/element.php"))[1].match(/[a-z-]+/g);
  assert.deepEqual(known.toSorted(), documented.toSorted());
});

test("whoever deletes the plugin has nothing of it left", async () => {
  await fetch(site.post('[huso-event src="/event.json" agenda="http://127.0.0.1:9/agenda.html"]'));
  assert.ok(site.options("huso_agenda").length >= 2);
  site.uninstall();
  assert.deepEqual(site.options("huso"), []);
});
