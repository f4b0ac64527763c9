// Authors place an event by the block editor and by the classic one, and visitors register.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { closeBrowser, event2027, fillForm, newPage, send, startReceiver } from "../e2e/helpers.mjs";
import { newLogin, seesAgenda } from "./people.mjs";
import { startSite } from "./site.mjs";

const file = fileURLToPath(new URL("../../examples/pacific-alliance-2027.json", import.meta.url));
const json = (name, value) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value)) });

let site, receiver;

before(async () => {
  site = await startSite();
  receiver = await startReceiver({}, {}, undefined, ["--allow-origin", site.address]);
  site.set("huso_options", { endpoint: `${receiver.address}/events/{id}/registrations`, accent: "#7a1f5c" });
});

after(async () => {
  await closeBrowser();
  await receiver?.stop();
  const complaints = site?.complaints();
  await site?.stop();
  assert.doesNotMatch(complaints ?? "", /plugins\/huso/);
});

async function openBlockEditor(name) {
  const page = await newLogin(site, name);
  await page.goto(`${site.address}/wp-admin/post-new.php`);
  await page.getByRole("textbox", { name: "Add title" }).fill("Rueda de negocios");
  await page.keyboard.press("Enter");
  // By its Spanish keyword, in a country whose Spanish WordPress looks for under another name.
  await page.keyboard.type("/zona horaria");
  await page.getByRole("option", { name: "Agenda de evento" }).click();
  return page;
}

async function published(page) {
  await page.getByRole("button", { name: "Publish", exact: true }).first().click();
  await page.getByLabel("Editor publish").getByRole("button", { name: "Publish", exact: true }).click();
  return page.getByLabel("Editor publish").getByRole("link", { name: "View Post" }).getAttribute("href");
}

async function registers(address, email) {
  const visitor = await newPage({ zone: "America/Lima" });
  await visitor.goto(address);
  await seesAgenda(visitor);
  await fillForm(visitor, { email });
  await send(visitor);
  await visitor.locator('[part="done"]').waitFor();
  assert.equal(receiver.registrations().filter((row) => Object.values(row).includes(email)).length, 1);
  return visitor;
}

test("an author uploads an event file in the block editor, sees the event, and a visitor registers", async () => {
  const author = await openBlockEditor("author");
  const block = author.locator('[data-type="huso/event"]');
  await block.locator('input[type="file"]').setInputFiles(file);
  await block.getByRole("heading", { name: "Rueda de negocios de turismo sostenible" }).waitFor();
  assert.equal(await block.locator("huso-event").evaluate((element) => element.closest("[inert], .components-disabled") !== null), true);
  await block.click({ position: { x: 5, y: 5 } });
  await author.getByLabel("Editor settings").getByLabel("Horas", { exact: true }).selectOption("h12");

  const visitor = await registers(await published(author), "bloque@example.org");
  const element = visitor.locator("huso-event");
  assert.equal(await element.getAttribute("hour-cycle"), "h12");
  assert.equal(await element.getAttribute("endpoint"), `${receiver.address}/events/${event2027}/registrations`);
  assert.equal(await element.evaluate((one) => getComputedStyle(one).getPropertyValue("--huso-accent")), "#7a1f5c");
});

test("an author lets links lead into the agenda, and lets it load later", async () => {
  const author = await openBlockEditor("author");
  const block = author.locator('[data-type="huso/event"]');
  await block.locator('input[type="file"]').setInputFiles(file);
  await block.getByRole("heading", { name: "Rueda de negocios de turismo sostenible" }).waitFor();
  await block.click({ position: { x: 5, y: 5 } });
  const settings = author.getByLabel("Editor settings");
  await settings.getByLabel("Enlaces a la agenda").check();
  await settings.getByLabel("Cargar más tarde").check();
  // The editor's own address is none of the agenda's, and the preview is looked at.
  assert.deepEqual(await block.locator("huso-event").evaluate(({ link, loading }) => [link, loading]), [false, ""]);

  const visitor = await newPage({ zone: "America/Lima" });
  await visitor.goto(await published(author));
  await seesAgenda(visitor);
  const element = visitor.locator("huso-event");
  assert.deepEqual(await element.evaluate(({ link, loading }) => [link, loading]), [true, "lazy"]);
  assert.equal(await visitor.locator('link[rel$="preload"][href*="huso"]').count(), 0);
  await visitor.goto(site.post('<!-- wp:huso/event {"src":"/event.json","link":false} /-->'));
  assert.equal(await element.getAttribute("link"), null);
});

test("an author inserts the file in the classic editor as a shortcode, and a visitor registers", async () => {
  site.set("tests_editor", "classic");
  const author = await newLogin(site, "author");
  await author.goto(`${site.address}/wp-admin/post-new.php`);
  await author.locator("#title").fill("Con el editor clásico");
  await author.locator("#content-html").click();
  await author.getByRole("button", { name: "Add Media" }).click();
  await author.locator('input[type="file"]').last().setInputFiles({ name: "agenda.json", mimeType: "application/json", buffer: readFileSync(file) });
  await author.getByRole("button", { name: "Insert into post" }).and(author.locator(":enabled")).click();
  await author.waitForFunction(() => /^\[huso-event file="\d+"\]\s*$/.test(document.querySelector("#content").value));
  await author.locator("#content").pressSequentially("\n\nDespués de la agenda.");
  await author.locator("#publish").click();
  const address = await author.locator("#message a").getAttribute("href");
  site.set("tests_editor", "block");

  const visitor = await registers(address, "clasico@example.org");
  await visitor.getByText("Después de la agenda.").waitFor();
});

test("a post with the shortcode becomes one with the block", async () => {
  const author = await openBlockEditor("author");
  const content = '<p>[huso-event src="https://www.example.org/event.json" lang="pt" hour-cycle="h12" loading="lazy" link]</p>';
  const blocks = await author.evaluate((text) => wp.blocks.rawHandler({ HTML: text }).map(({ name, attributes }) => ({ name, ...attributes })), content);
  assert.deepEqual(blocks.map(({ name, src, lang, hourCycle, loading, link }) => ({ name, src, lang, hourCycle, loading, link })), [
    { name: "huso/event", src: "https://www.example.org/event.json", lang: "pt", hourCycle: "h12", loading: "lazy", link: true },
  ]);
  const isOff = await author.evaluate(() => wp.blocks.rawHandler({ HTML: '<p>[huso-event src="/event.json" link="false"]</p>' })[0].attributes.link);
  assert.ok(!isOff);
});

test("the library takes event files alone, and only from those who may upload", async () => {
  const author = await openBlockEditor("author");
  const block = author.locator('[data-type="huso/event"]');
  await block.locator('input[type="file"]').setInputFiles(json("otro.json", { name: "package", version: "1.0.0" }));
  const refusal = author.locator(".components-snackbar").getByText("Este no es un archivo de evento de Huso");
  await refusal.waitFor();
  await refusal.click();
  await refusal.waitFor({ state: "hidden" });
  // HTML that calls itself JSON.
  await block.locator('input[type="file"]').setInputFiles({ name: "pagina.json", mimeType: "application/json", buffer: Buffer.from("<script>alert(1)</script>") });
  await refusal.waitFor();
  const kept = await author.evaluate(() => wp.apiFetch({ path: "/wp/v2/media" }));
  assert.deepEqual(kept.filter(({ slug }) => /^(otro|pagina)/.test(slug)), []);

  const contributor = await openBlockEditor("contributor");
  assert.equal(await contributor.locator('[data-type="huso/event"] input[type="file"]').count(), 0);
  const refused = await contributor.evaluate(async () => {
    const body = new FormData();
    body.append("file", new File(['{"huso":1,"id":"x","title":"X","timezone":"America/Lima"}'], "x.json", { type: "application/json" }));
    return wp.apiFetch({ path: "/wp/v2/media", method: "POST", body }).catch((reason) => reason.code);
  });
  assert.equal(refused, "rest_cannot_create");
});
