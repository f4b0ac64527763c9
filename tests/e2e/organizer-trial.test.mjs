// A new organizer's way, in Spanish and by keyboard alone: from the press release to a snippet that shows the agenda on a
// page. docs/organizers.md tells its steps; HUSO_PICTURES is a folder for their pictures.
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
  // Tab until what has the focus is called so.
  const tabTo = async (name) => {
    for (let stops = 0; stops < 60; stops++) {
      if (name.test(await focused(page))) return;
      await press("Tab");
    }
    assert.fail(`Tab does not reach ${name} from here; it is at “${await focused(page)}”`);
  };
  return { pressed, press, tabTo };
}

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

test("from the press release to the agenda on a page, by keyboard", async () => {
  const page = await newPage({ zone: "America/Bogota", permissions: ["clipboard-read", "clipboard-write"] });
  const { pressed, press, tabTo } = keyboardOf(page);
  await page.goto(`${receiver.address}/`);
  await page.locator(".drop").waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), announcement);
  await press("Control+V");
  await page.getByText("5 actividades en 3 días").waitFor();
  await tabTo(/^Sí, es hora de Colombia$/);
  await picture(page, "trial-review");
  await press("Enter");
  await tabTo(/^Terminar a las 10:15$/);
  await press("Enter");
  await tabTo(/^Dejar 11:20$/);
  await press("Enter");
  await tabTo(/^Crear la agenda$/);
  await press("Enter");
  await page.waitForURL(/#edit/);
  await page.locator("tr.session").first().waitFor();
  console.log("edit, focus:", await focused(page), pressed.length);
  await picture(page, "trial-edit");
  await tabTo(/^Publicar/);
  await press("Enter");
  await page.getByRole("heading", { name: "Archivo del evento" }).waitFor();
  console.log("publish, focus:", await focused(page), pressed.length);
  await tabTo(/^Guardar$/);
  const [download] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  receiver.publish(`examples/${download.suggestedFilename()}`, readFileSync(await download.path(), "utf8"));
  await tabTo(/^Copiar fragmento$/);
  await picture(page, "trial-publish");
  await press("Enter");
  await page.getByText(/^Copiado/).waitFor();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  console.log(snippet.slice(0, 700), download.suggestedFilename());
  console.log(pressed.length, pressed.join(" "));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
