// The element as a visitor uses it, in any of the engines. All that is looked for is waited for.
import { By } from "selenium-webdriver";

const PATIENCE = 15_000;

export class Widget {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  // The last time's entries are gone unless `keeps` is set.
  async open(address, { keeps = false } = {}) {
    await this.#driver.get(address);
    if (keeps) return;
    await this.#driver.executeScript("sessionStorage.clear(); localStorage.clear()");
    await this.#driver.navigate().refresh();
  }

  // Runs a function in the page, with the element's shadow root first; null where there is none yet.
  run(work, ...values) {
    const script = `const root = document.querySelector("huso-event")?.shadowRoot; return root ? (${work})(root, ...arguments) : null`;
    return this.#driver.executeScript(script, ...values);
  }

  // Waits until a function of the shadow root returns what counts as true, and returns it.
  until(what, work, ...values) {
    return this.#driver.wait(() => this.run(work, ...values), PATIENCE, `waited for ${what}`);
  }

  // An element in the shadow root.
  async find(selector) {
    await this.until(selector, (root, selector) => Boolean(root.querySelector(selector)), selector);
    const root = await (await this.#driver.findElement(By.css("huso-event"))).getShadowRoot();
    return root.findElement(By.css(selector));
  }

  async gone(selector) {
    await this.until(`no ${selector}`, (root, selector) => !root.querySelector(selector), selector);
  }

  // What is under the day's head, which stays in sight, can't be pressed: it is scrolled to the middle.
  async click(selector) {
    const element = await this.find(selector);
    await this.#driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    await element.click();
  }

  async type(selector, text) {
    const element = await this.find(selector);
    await element.clear();
    await element.sendKeys(text);
  }

  // chromedriver fires no `input` for a click on an option, as Chromium does for a person's: there it is chosen by keys.
  async select(selector, value) {
    const option = await this.find(`${selector} option[value="${value}"]`);
    const isChromium = (await this.#driver.getCapabilities()).getBrowserName().startsWith("chrome");
    if (isChromium) await (await this.find(selector)).sendKeys(await option.getText());
    else await option.click();
    await this.until(`${selector} to be ${value}`, (root, selector, value) => root.querySelector(selector).value === value, selector, value);
  }

  // What a sighted visitor reads, in one line.
  async text(selector) {
    await this.find(selector);
    return this.run((root, selector) => {
      const copy = root.querySelector(selector).cloneNode(true);
      for (const spoken of copy.querySelectorAll(".spoken, .phase")) spoken.remove();
      return copy.textContent.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
    }, selector);
  }

  value(selector) {
    return this.run((root, selector) => {
      const control = root.querySelector(selector);
      return control.type === "checkbox" ? control.checked : control.value;
    }, selector);
  }

  reload() {
    return this.#driver.navigate().refresh();
  }

  // What the page's own scripts were told went wrong (hostPage of smoke.test.mjs).
  errors() {
    return this.#driver.executeScript("return window.errors");
  }
}
