// How long an organizer's page takes to answer what is typed into it, with a long agenda and every preview open, beside
// the same page with a short agenda and none. Called by `cargo xtask bench organizer`; what the figures mean is in
// docs/performance.md.
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { husoEvent, makeEvent } from "../page/event.mjs";
import { Server } from "../page/server.mjs";
import { WINDOW, visit } from "./measure.mjs";
import { table } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: join(root, "dist") },
    against: { type: "string" },
    sessions: { type: "string", default: "500" },
    slowdown: { type: "string", default: "1" },
  },
});

// An event of so many sessions, as a file. It has somebody who invites, whose name is typed into.
function file(count) {
  return JSON.stringify({ ...husoEvent(makeEvent(count)), url: "https://www.example.org/", organizers: [{ name: "Red de Turismo" }] });
}

function columns(server) {
  const [many, few] = [Number(options.sessions), 10];
  server.addFolder("/page", options.dist);
  const all = [
    { title: `${few} sessions, no preview`, path: "/page/", text: file(few), previews: 0 },
    { title: `${many} sessions, 4 previews`, path: "/page/", text: file(many), previews: 4 },
  ];
  if (options.against) {
    server.addFolder("/against", options.against);
    all.push({ title: `the other page, ${many} sessions, 4 previews`, path: "/against/", text: file(many), previews: 4 });
  }
  return all;
}

const browser = await chromium.launch({
  executablePath: process.env.HUSO_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const server = new Server();
try {
  await server.listen();
  const all = columns(server);
  const slower = Number(options.slowdown);
  console.log(
    `${availableParallelism()} processors${slower > 1 ? `, ${slower} times slower` : ""} · window ${WINDOW.width} × ${WINDOW.height} · ` +
      `Chromium ${browser.version()} · load before ${loadavg()[0].toFixed(1)}\n`,
  );
  for (const column of all) {
    column.figures = await visit(browser, { ...column, address: `${server.address}${column.path}index.html`, slower }).catch((error) => {
      throw new Error(column.title, { cause: error });
    });
    console.error(`${column.title}: measured`);
  }
  console.log(table(all));
} finally {
  await browser.close();
  server.stop();
}
