// The checker of announcements on the organizer's page: a tool of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoViolations, closeBrowser, newPage, startReceiver } from "./helpers.mjs";

let receiver;
before(async () => {
  receiver = await startReceiver();
});
after(async () => {
  await closeBrowser();
  await receiver.stop();
});

async function open(options = {}) {
  const page = await newPage(options);
  await page.goto(`${receiver.address}/#announcement`);
  await page.getByRole("heading", { name: "Revisar un anuncio" }).waitFor();
  return page;
}

const underlined = (page, kind) => page.locator(`.underlines .${kind}`).allTextContents();

test("times are compared as one types, and a wrong one is mended by its result", async () => {
  const page = await open();
  const field = page.getByLabel("Texto del anuncio");
  await field.fill("Taller, 4 de enero de 2024: 10:00 hrs (Chile), 08:00 (Colombia y Perú), 08:00 (México)");
  await page.getByText("1 hora no concuerda").waitFor();
  assert.deepEqual(await underlined(page, "wrong"), ["08:00"]);
  await page.getByText("«08:00» (México) debe ser 07:00").waitFor();
  await assertNoViolations(page, "with an error");
  await page.getByRole("button", { name: "Corregir a 07:00" }).press("Enter");
  await page.getByText("4 horas concuerdan").waitFor();
  assert.match(await field.inputValue(), /07:00 \(México\)$/);
  assert.deepEqual(await underlined(page, "right"), ["10:00 hrs", "08:00", "07:00"]);
  await page.reload();
  await page.getByText("4 horas concuerdan").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("what can't be compared is said, and a date that the text lacks can be given", async () => {
  const page = await open();
  await page.getByLabel("Texto del anuncio").fill("10:00 Chile, 09:00 Colombia");
  await page.getByText("2 horas no se pudieron comparar").waitFor();
  await page.getByLabel("Fecha, si el texto no la dice").fill("2023-08-09");
  await page.getByText("2 horas concuerdan").waitFor();
  await page.getByLabel("Texto del anuncio").fill("");
  await page.getByRole("button", { name: "Ver un ejemplo" }).click();
  await page.getByText("1 hora no concuerda").waitFor();
  await page.context().close();
});

// The underlines are those of a text below the field: they have to be where the field's words are.
test("underlines are under their words, at every width", async () => {
  for (const width of [1280, 360]) {
    const page = await open({ width });
    const words = "una palabra tras otra ".repeat(30);
    await page.getByLabel("Texto del anuncio").fill(`${words}\n\n9 de agosto de 2023: 10:00 Chile, 09:00 México\n${words}\n`);
    await page.locator(".underlines .wrong").waitFor();
    const sizes = await page.locator(".checked-text").evaluate((box) => {
      const [below, field] = [box.querySelector(".underlines"), box.querySelector("textarea")];
      const style = (one) => ["font", "padding", "border-width", "letter-spacing", "white-space", "line-height"].map((key) => getComputedStyle(one).getPropertyValue(key));
      return { below: style(below), field: style(field), height: field.clientHeight - field.scrollHeight, width: below.clientWidth - field.clientWidth };
    });
    assert.deepEqual(sizes.field, sizes.below);
    assert.deepEqual([sizes.height, sizes.width], [0, 0], "nothing of the field is out of sight");
    await page.context().close();
  }
});
