// How long a visitor waits for an agenda, and for what they do with it: the same sessions as static HTML, in
// pretalx's widget and in Huso, from one run on one machine. Called by `cargo xtask bench page`; what the
// figures mean is in docs/performance.md.
import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { makeEvent } from "./event.mjs";
import { NETWORK, SLOWDOWN, WINDOW, visit } from "./measure.mjs";
import { canRender, husoColumn, pretalxColumn, renderedColumn, staticColumn } from "./pages.mjs";
import { Server } from "./server.mjs";
import { table } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: join(root, "dist") },
    against: { type: "string" },
    only: { type: "string", default: "static,pretalx,huso,rendered,against" },
    sessions: { type: "string", default: "40,400,2000" },
    runs: { type: "string", default: "5" },
  },
});
const huso = process.env.HUSO_BIN ?? join(root, "target/release/huso");

// The columns that are wanted and can be had, by name. Each packs its files.
function columns(server) {
  const wanted = options.only.split(",");
  const makers = {
    static: () => staticColumn(server),
    pretalx: () => pretalxColumn(server, process.env.HUSO_PRETALX),
    huso: () => husoColumn(server, "/huso", options.dist),
    rendered: () => renderedColumn(server, "/rendered", options.dist, huso),
    against: () => ({ ...husoColumn(server, "/against", options.against, "Huso, other package"), isReference: true }),
  };
  const unknown = wanted.find((name) => !makers[name]);
  if (unknown) throw new Error(`there is no column ${unknown}; there are ${Object.keys(makers).join(", ")}`);
  const lacks = {
    pretalx: process.env.HUSO_PRETALX ? undefined : "HUSO_PRETALX does not say where PyPI's pretalx is; cargo xtask bench page does",
    rendered: canRender(huso) ? undefined : existsSync(huso) ? `${huso} has no command "render"` : `there is no ${huso}`,
    against: options.against ? undefined : "there is no --against FOLDER",
  };
  const missing = wanted.filter((name) => lacks[name]);
  for (const name of missing) console.log(`skipped: column ${name}: ${lacks[name]}`);
  return wanted.filter((name) => !missing.includes(name)).map((name) => makers[name]());
}

async function measureAll(browser, server, all, event) {
  const pages = all.map((column) => ({ ...column, address: server.address + column.add(event), visits: [] }));
  // In turns, so that a noisy minute meets every column.
  for (let run = 1; run <= Number(options.runs); run += 1) {
    for (const page of pages) {
      const title = `${event.sessions.length} sessions, run ${run}, ${page.title}`;
      const figures = await visit(browser, page, event).catch((error) => {
        throw new Error(title, { cause: error });
      });
      page.visits.push(figures);
      console.error(`${title}: first session after ${Math.round(figures.first)} ms`);
    }
  }
  return pages;
}

const browser = await chromium.launch({
  executablePath: process.env.HUSO_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const server = new Server();
try {
  await server.listen();
  const all = columns(server);
  const megabits = (NETWORK.downloadThroughput * 8) / 1e6;
  console.log(
    `${availableParallelism()} processors, ${SLOWDOWN} times slower · ${megabits} Mbit/s, ${NETWORK.latency} ms · window ${WINDOW.width} × ${WINDOW.height} · ` +
      `Chromium ${browser.version()} · medians of ${options.runs} · load before ${loadavg()[0].toFixed(1)}`,
  );
  for (const count of options.sessions.split(",").map(Number)) {
    const event = makeEvent(count);
    console.log(`\n${table(count, await measureAll(browser, server, all, event))}`);
  }
} finally {
  await browser.close();
  server.stop();
}
