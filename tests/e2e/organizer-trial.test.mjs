// A new organizer's way, in Spanish and by keyboard alone: from the press release to a snippet that shows the agenda on a
// page. docs/organizers.md tells its steps; HUSO_PICTURES is a folder for the pictures there.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, newPage, startReceiver } from "./helpers.mjs";

const announcement = readFileSync(new URL("../../crates/import/tests/data/prose/pacific-alliance.txt", import.meta.url), "utf8");
const pictures = process.env.HUSO_PICTURES;

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

// What has the focus, as somebody hears it.
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
    return label.trim().replace(/\s+/g, " ");
  });

// A keyboard that counts.
function keyboardOf(page) {
  const pressed = [];
  const press = async (key) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  // Goes on until what has the focus is called so.
  const to = async (name, key = "Tab") => {
    for (let stops = 0; stops < 40; stops++) {
      if (name.test(await focused(page))) return;
      await press(key);
    }
    assert.fail(`${key} does not reach ${name}; it is at “${await focused(page)}”`);
  };
  return { pressed, press, to };
}

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test("from the press release to the agenda on a page, by keyboard", async () => {
  const page = await newPage({ zone: "America/Bogota", permissions: ["clipboard-read", "clipboard-write"] });
  const { pressed, press, to } = keyboardOf(page);
  await page.goto(`${receiver.address}/`);
  await page.locator(".drop").waitFor();
  await picture(page, "organizer-bring");
  await page.evaluate((text) => navigator.clipboard.writeText(text), announcement);

  await press("Control+V");
  await page.getByText("5 actividades en 3 días").waitFor();
  await to(/^Sí, es hora de Colombia$/);
  await picture(page, "organizer-review");
  await press("Enter");
  await to(/^Terminar a las 10:15$/);
  await press("Enter");
  await to(/^Dejar 11:20$/);
  await press("Enter");
  await to(/^Crear la agenda$/);
  await press("Enter");

  await page.waitForURL(/#edit/);
  await page.locator("huso-event [data-session]").first().waitFor();
  assert.equal(await focused(page), "Editar", "the focus is where the step begins");
  assert.equal(await page.evaluate(() => scrollY), 0);
  await picture(page, "organizer-edit");
  await to(/^Publicar/, "Shift+Tab");
  await press("Enter");

  await page.getByRole("heading", { name: "Archivo del evento" }).waitFor();
  await to(/^Guardar$/);
  const [download] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  const name = download.suggestedFilename();
  receiver.publish(name, readFileSync(await download.path(), "utf8"));
  await to(/^Copiar fragmento$/);
  await press("Enter");
  await page.getByText(/^Copiado/).waitFor();
  await picture(page, "organizer-publish");
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(page.errors, []);
  // What docs/organizers.md says.
  assert.equal(pressed.filter((key) => key.endsWith("Tab")).length, 32);
  assert.equal(pressed.length, 40);
  await page.context().close();

  // The page of the examples, with the snippet in place of its own.
  const example = readFileSync(new URL("../../examples/plain.html", import.meta.url), "utf8");
  const host = example
    .replace(/ *<link rel="preload".*\n *<script.*\n/, "")
    .replace("plain.css", "examples/plain.css")
    .replace(/<huso-event[^]*<\/huso-event>/, () => snippet);
  assert.equal(host.match(/huso\.js/g).length, 1);
  receiver.publish("trial.html", host);
  const visitor = await newPage({ zone: "America/Santiago", locale: "es-CL" });
  await visitor.goto(`${receiver.address}/trial.html`);
  const sessions = visitor.locator("huso-event [data-session]");
  await sessions.nth(4).waitFor();
  assert.equal(await sessions.count(), 5);
  await visitor.getByText("10:00").first().waitFor();
  await picture(visitor, "organizer-page");
  assert.deepEqual(visitor.errors, []);
  await visitor.context().close();
});
