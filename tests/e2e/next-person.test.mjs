// One device, several people: nothing of the first is left to the next.
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

test("what is chosen in the agenda after a registration is the next person's choice", async () => {
  const page = await newPage();
  await page.goto(`${receiver.address}/host.html`);
  await fillForm(page, { email: "first@example.org" });
  await send(page);
  const done = page.getByRole("heading", { name: "Inscripción recibida" });
  await done.waitFor();
  await page.locator('[data-session="keynote"] .choose').click();
  await page.getByRole("button", { name: "Inscribir a otra persona" }).click();
  assert.ok(await page.getByRole("checkbox", { name: /^Turismo sostenible y regenerativo/ }).isChecked());
  assert.ok(!(await page.getByRole("checkbox", { name: /^Sesiones de pitch/ }).isChecked()));
  await page.getByLabel("Nombre y apellidos").fill("Eva Soto");
  await page.getByLabel("Correo electrónico").fill("next@example.org");
  await page.getByLabel("País").selectOption("PE");
  await page.getByLabel("¿Cómo participa?").selectOption("public");
  await page.getByLabel("Autorizo el tratamiento").check();
  await send(page);
  await done.waitFor();
  const rows = receiver.registrations().map((row) => [row["answer.email"], row.sessions]);
  assert.deepEqual(rows.sort(), [["first@example.org", "keynote; pitch-sessions"], ["next@example.org", "keynote"]]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
