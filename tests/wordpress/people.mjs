// What people do with a site.
import assert from "node:assert/strict";
import { newPage } from "../e2e/helpers.mjs";
import { password } from "./site.mjs";

// Somebody who has logged in.
export async function newLogin(site, name) {
  const page = await newPage({ zone: "America/Santiago", locale: "es-CL" });
  page.setDefaultTimeout(20_000);
  await page.goto(`${site.address}/wp-login.php`);
  await page.locator("#user_login").fill(name);
  await page.locator("#user_pass").fill(password);
  await page.locator("#wp-submit").click();
  await page.waitForURL(/wp-admin/);
  return page;
}

// A visitor sees the agenda, drawn by the program, and nothing broke.
export async function seesAgenda(page) {
  await page.locator('huso-event [part="event"]:not(.prerendered) [part="session"]').first().waitFor();
  assert.deepEqual(page.errors, []);
}
