// The three engines behind one driver: WebDriver, as chromedriver, geckodriver and WebKitWebDriver speak it.
// WebKitGTK draws into a window: without a desktop, under `xvfb-run -a`.
import { Builder } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { findFreePort } from "selenium-webdriver/net/portprober.js";

const ENGINES = {
  chromium: {
    driver: process.env.HUSO_CHROMEDRIVER ?? "/usr/bin/chromedriver",
    capabilities: {
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: process.env.HUSO_CHROMIUM ?? "/usr/bin/chromium",
        args: [
          "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync",
        ],
      },
    },
  },
  firefox: {
    driver: process.env.HUSO_GECKODRIVER ?? "geckodriver",
    capabilities: {
      browserName: "firefox",
      "moz:firefoxOptions": { binary: process.env.HUSO_FIREFOX ?? "/usr/bin/firefox-esr", args: ["-headless"] },
    },
  },
  webkit: {
    driver: process.env.HUSO_WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver",
    // Its own MiniBrowser, by default.
    capabilities: { browserName: "MiniBrowser" },
  },
};

// Those that are tested: all, or those in HUSO_ENGINES, parted by commas.
export const engines = process.env.HUSO_ENGINES?.split(",") ?? Object.keys(ENGINES);

// Starts a browser in a time zone. Its `close` ends the driver too.
export async function openBrowser(engine, { zone = "America/Bogota", width = 1280, height = 900 } = {}) {
  const { driver: program, capabilities } = ENGINES[engine];
  const service = new DriverService.Builder(program)
    .setLoopback(true)
    .setPort(await findFreePort("127.0.0.1"))
    .setEnvironment({ ...process.env, TZ: zone, WEBKIT_DISABLE_COMPOSITING_MODE: "1" })
    .build();
  const server = await service.start();
  const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
  const close = async () => {
    await driver.quit();
    await service.kill();
  };
  return { driver, close };
}
