// The organizer's page with an event file opened in it.
import { newPage } from "./helpers.mjs";

// Opens an event file on the page that a receiver serves, and goes to a step: `edit`, `publish`.
export async function openOrganizer(receiver, text, { step = "edit", ...options } = {}) {
  const page = await newPage({ zone: "America/Argentina/Buenos_Aires", ...options });
  await page.goto(`${receiver.address}/`);
  await page.locator("input[type=file]").first().setInputFiles({ name: "event.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForURL(/#edit/);
  if (step !== "edit") await page.goto(`${receiver.address}/#${step}`);
  return page;
}

// Pastes onto the page as Ctrl V does: a text, and perhaps its markup.
export async function paste(page, text, html = "") {
  await page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}
