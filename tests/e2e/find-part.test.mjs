// The part of the program that searches and filters: fetched when somebody is about to. Until it is here, nothing is said of
// what is found; what was typed or pressed meanwhile is done then.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, hostPage, newPage, startReceiver } from "./helpers.mjs";

const PART = "**/huso_find.wasm*";
const texts = {
  es: { loading: "Cargando…", failed: /No pudimos cargar esta parte/, retry: "Reintentar", search: "Buscar actividades", filter: "Filtrar", found: "1 actividad de 11" },
  en: { loading: "Loading…", failed: /We could not load this part/, retry: "Try again", search: "Search sessions", filter: "Filter", found: "1 session of 11" },
  pt: { loading: "Carregando…", failed: /Não foi possível carregar esta parte/, retry: "Tentar de novo", search: "Buscar atividades", filter: "Filtrar", found: "1 atividade de 11" },
};
const sessions = Array.from({ length: 11 }, (_, index) => ({
  id: `s${index}`, title: `Sesión ${"ABCDEFGHIJK"[index]}`, start: `2099-08-${index < 6 ? 11 : 12}T${10 + (index % 6)}:00`, duration: "PT30M",
}));
const event = { huso: 1, id: "part", language: "es", title: "Rueda", timezone: "America/Santiago", sessions: [...sessions.slice(0, 10), { ...sessions[10], title: "Gastronomía" }] };

let receiver;
before(async () => {
  receiver = await startReceiver({ "part.json": JSON.stringify(event) });
  for (const lang of Object.keys(texts)) {
    receiver.publish(`${lang}.html`, hostPage('<huso-event src="part.json" link></huso-event>', { lang }));
  }
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// The page, and the part's requests, which wait for `release` or come to nothing while `isOff`.
async function open({ lang, width = 768, scheme = "light", fragment = "" }) {
  const page = await newPage({ width, scheme, locale: lang });
  const part = { asked: 0, isOff: false };
  const held = new Promise((go) => (part.release = go));
  await page.route(PART, async (route) => {
    part.asked += 1;
    if (part.isOff) return route.abort();
    await held;
    await route.continue();
  });
  await page.goto(`${receiver.address}/${lang}.html${fragment}`);
  await page.locator("[data-session]").last().waitFor({ state: "attached" });
  return { page, part };
}

const isShown = (page, id) => page.locator(`[data-session="${id}"]`).isVisible();

for (const [lang, width, scheme] of [["es", 768, "light"], ["en", 1280, "dark"], ["pt", 768, "light"]]) {
  const words = texts[lang];

  test(`${lang}: it comes when somebody is about to search, and what was typed is searched then`, async () => {
    const { page, part } = await open({ lang, width, scheme });
    await page.waitForLoadState("networkidle");
    assert.equal(part.asked, 0, "who does not search downloads nothing for it");
    await page.getByRole("searchbox", { name: words.search }).focus();
    await page.keyboard.type("gastronomia");
    await page.getByText(words.loading, { exact: true }).waitFor();
    assert.equal(await page.locator(".in-force .found").innerText(), "", "nothing was searched");
    await assertNoViolations(page, "the search is loading");
    part.release();
    await page.getByText(words.found).waitFor();
    assert.deepEqual([await isShown(page, "s10"), await isShown(page, "s0")], [true, false]);
    assert.equal(await page.getByText(words.loading, { exact: true }).count(), 0);
    assert.equal(part.asked, 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test(`${lang}: one that does not come is said, and the filters open once it does`, async () => {
    const { page, part } = await open({ lang, width, scheme });
    part.isOff = true;
    await page.getByRole("button", { name: words.filter }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: words.failed }).waitFor();
    await assertNoViolations(page, "the filters did not come");
    assert.ok(await isShown(page, "s0"), "the agenda stays");
    part.isOff = false;
    part.release();
    await page.getByRole("button", { name: words.retry }).click();
    await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    await page.context().close();
  });
}

test("an address with words or with the plan asks for it by itself", async () => {
  for (const [fragment, ready] of [["#huso-part=q:gastronomia", (page) => page.getByText(texts.es.found)], ["#huso-part=plan", (page) => page.locator(".plan-foot")]]) {
    const { page, part } = await open({ lang: "es", fragment });
    await page.getByText(texts.es.loading, { exact: true }).waitFor();
    part.release();
    await ready(page).waitFor({ state: "attached" });
    assert.equal(part.asked, 1);
    await page.context().close();
  }
});
