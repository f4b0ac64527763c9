// Pictures of the built package, to be looked at beside each other: every view, narrow and wide, light and dark, in each
// language, on hosts of several fonts, with each theme, and on paper. The clock stands still, so that those of two builds can
// be compared. `node tests/pictures/pictures.mjs FOLDER [PART-OF-A-NAME…]`
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, newPage, startReceiver } from "../e2e/helpers.mjs";

// The agenda of the pictures by which the rows were drawn, seen from Buenos Aires at 12:20: two sessions are under way.
const looks = JSON.parse(readFileSync(new URL("../e2e/fixtures/looks.json", import.meta.url), "utf8"));
const usual = "2027-08-11T15:20:00Z";
const viewer = "America/Argentina/Buenos_Aires";

// More countries than there is room for columns.
const world = {
  ...looks,
  id: "world",
  zones: [
    ["America/Santiago", "Chile"], ["America/Bogota", "Colombia"], ["America/Lima", "Perú"], ["America/Mexico_City", "México"],
    ["Europe/Madrid", "España"], ["America/Sao_Paulo", "Brasil"], ["America/Los_Angeles", "California"],
  ].map(([timezone, label]) => ({ timezone, label })),
  registration: { ...looks.registration, endpoint: { ...looks.registration.endpoint, url: "/events/world/registrations" } },
};

// What each page of the web has its own of. Where a machine lacks the first, the second is about as wide.
const fonts = {
  inter: "Inter, system-ui",
  arial: "Arial, 'Liberation Sans'",
  verdana: "Verdana, 'DejaVu Sans'",
  georgia: "Georgia, Gelasio, serif",
};
const languages = ["es", "en", "pt"];
const themes = ["institucional", "vivo"];
const widths = [320, 360, 768, 1280];
const schemes = ["light", "dark"];

// What is chosen before the picture is taken: two overlap, and one has a waitlist.
const chosen = ["questions", "preparation-pt", "indicators", "preparation"];

// How a view is reached by the page's address (docs/embedding.md), what is done there, and whether the picture is of one
// window instead of the whole page.
const views = {
  first: { isWindow: () => true },
  list: {},
  grid: { link: "view:grid", shown: ".grid-scroll > svg" },
  ruler: { link: "view:ruler", shown: ".drawing > svg" },
  plan: { act: openPlan },
  found: { link: "track:pitch;awake:0700-2200", act: openFilters, isWindow: (width) => width < 620 },
  opened: { act: openRow },
  form: { event: "pacific-alliance-2027", folder: "examples/", now: "2027-08-02T15:20:00Z", act: failForm },
};

async function choose(page) {
  for (const id of chosen) await page.locator(`[data-session="${id}"] .choose`).click();
}

async function openPlan(page) {
  await choose(page);
  await page.locator(".basket .plain").click();
  await page.locator(".planned").waitFor();
}

async function openFilters(page) {
  await page.locator(".tools .filter").click();
  await page.locator(".filters[open]").waitFor();
}

async function openRow(page) {
  await choose(page);
  await page.locator('[data-session="panel-three"] .opener').click();
}

// The form with what is wrong said.
async function failForm(page) {
  await page.locator("form [type=submit]").click();
  await page.locator("form .wrong").first().waitFor();
}

// Which pictures there are. What is not given is the most usual.
function pictures() {
  const all = [];
  const add = (view, options = {}) => all.push({ view, width: 1280, scheme: "light", lang: "es", font: "inter", theme: "", ...options });
  for (const view of Object.keys(views)) {
    for (const width of widths) for (const scheme of schemes) add(view, { width, scheme });
    for (const lang of languages.slice(1)) for (const width of [320, 1280]) add(view, { width, lang });
    for (const font of Object.keys(fonts).slice(1)) for (const width of [320, 360]) add(view, { width, font });
  }
  for (const theme of themes) {
    for (const view of ["list", "plan", "grid"]) {
      for (const scheme of schemes) for (const width of [360, 1280]) add(view, { width, scheme, theme });
    }
  }
  for (const width of widths) add("list", { width, event: "world" });
  for (const lang of languages) add("print", { width: 794, lang });
  add("print", { width: 794, event: "world" });
  return all.map((one) => ({ ...one, name: nameOf(one) }));
}

function nameOf({ view, event, width, scheme, lang, font, theme }) {
  return [view, event, width, scheme, lang, font, theme].filter(Boolean).join("-");
}

function hostPage({ src, lang, font, theme }) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <title>Host</title><link rel="icon" href="data:,">
    <style>
      ${theme ? "" : "html { --huso-ground: light-dark(#fff, #14171b) }"}
      html { background: light-dark(#fff, #14171b); color: light-dark(#1b1f24, #e6e8eb) }
      body { max-width: 1080px; margin: 24px auto; padding-inline: 16px; font: 16px/1.5 ${fonts[font]} }
      @media print { body { margin: 0; padding: 0 } }
    </style>
    <script type="module" src="huso.js"></script></head>
    <body><huso-event src="${src}" theme="${theme}" link></huso-event></body></html>`;
}

// Makes the window as high as the page: what isn't in sight isn't drawn.
async function spread(page) {
  for (let round = 0; round < 3; round += 1) {
    const [width, height] = await page.evaluate(() => [innerWidth, Math.ceil(document.documentElement.getBoundingClientRect().height)]);
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
}

async function take(receiver, folder, { name, view, event = views[view]?.event ?? "looks", ...picture }) {
  const { width, scheme, lang } = picture;
  const { link = "view:list", folder: place = "", now = usual, shown, act, isWindow } = views[view] ?? {};
  receiver.publish(`${name}.html`, hostPage({ src: `${place}${event}.json`, ...picture }));
  const page = await newPage({ zone: viewer, width, locale: lang, scheme, deviceScaleFactor: 1, reducedMotion: "reduce" });
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${receiver.address}/${name}.html#huso-${event}=${link}`);
  await page.locator("huso-event form").waitFor();
  if (shown) await page.locator(shown).waitFor();
  await act?.(page);
  if (!isWindow?.(width)) await spread(page);
  if (view === "print") {
    await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", margin: { top: "14mm", bottom: "14mm", left: "14mm", right: "14mm" } });
  } else {
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await page.context().close();
  console.log(`${name}${isTooWide ? ": wider than its page" : ""}`);
}

const [folder, ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const receiver = await startReceiver({}, { "looks.json": JSON.stringify(looks), "world.json": JSON.stringify(world) });
try {
  const all = pictures().filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  for (const picture of all) await take(receiver, folder, picture);
} finally {
  await closeBrowser();
  await receiver.stop();
}
