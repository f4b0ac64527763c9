// The columns of the table: for each a page a number of sessions, the same host page around the same texts.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clock, husoEvent, pretalxEvent } from "./event.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Hours from the event's zone, in August.
const COUNTRIES = [["Chile", 1], ["Colombia / Perú", 0], ["México", -1]];

// What the snippet in the package's example names.
const EXAMPLE = "pacific-alliance-2027";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function hostPage({ head, body }) {
  return `<!doctype html><html lang="es"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Encuentro</title><link rel="icon" href="data:,">
<style>body { margin: 16px; font-family: sans-serif }</style>
${head}</head><body><main><h1>Encuentro</h1>
${body}
<p id="after">Después de la agenda.</p></main></body></html>`;
}

// The same texts in the widget's style sheet, and no script.
export function staticColumn(server) {
  const esbuild = join(root, "node_modules/.bin/esbuild");
  server.add("/static/huso.css", execFileSync(esbuild, ["styles/widget.css", "--bundle", "--minify"], { cwd: root }));
  return {
    title: "static HTML",
    isReference: true,
    rows: { row: "li.session", title: "h4" },
    add(event, path = `/static/${event.sessions.length}.html`) {
      server.add(path, hostPage({ head: '<link rel="stylesheet" href="huso.css">', body: staticAgenda(event) }));
      return path;
    },
  };
}

function staticAgenda(event) {
  const dates = [...new Set(event.sessions.map((session) => session.date))];
  const sections = dates.map((date) => {
    const rows = event.sessions.filter((session) => session.date === date).map((session) => staticRow(event, session));
    return `<section class="day"><div class="day-head"><h3>${longDate(date)}</h3></div><ol class="sessions">${rows.join("\n")}</ol></section>`;
  });
  return `<div class="event"><div class="agenda"><header class="head"><h2>${escape(event.title)}</h2>
<div class="lead"><p>${escape(event.summary)}</p></div></header>${sections.join("\n")}</div></div>`;
}

function staticRow(event, session) {
  const time = (hours) => {
    const text = clock(session.minute + hours * 60);
    return `<time datetime="${session.date}T${text}">${text}</time>`;
  };
  const zones = COUNTRIES.map(([name, hours]) => `<li><span class="time">${time(hours)}</span> <span class="place">${name}</span></li>`);
  const track = event.tracks.find(({ id }) => id === session.track);
  const facts = [`${session.endMinute - session.minute} min`, track.name, event.rooms[session.room]];
  return `<li class="session"><p class="mine">${time(0)}–${clock(session.endMinute)}</p>
<div class="what"><h4>${escape(session.title)}</h4><ul class="facts">${facts.map((fact) => `<li>${escape(fact)}</li>`).join("")}</ul>
${session.speakers.map((speaker) => `<p class="speaker">${escape(event.speakers[speaker])}</p>`).join("")}
<div class="summary"><p>${escape(session.summary)}</p></div></div><ul class="zones">${zones.join("")}</ul></li>`;
}

function longDate(date) {
  const format = new Intl.DateTimeFormat("es", { dateStyle: "full", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00Z`));
}

// As pretalx's own page for webmasters has it, in the format that it takes on a phone anyway.
export function pretalxColumn(server, package_) {
  server.add("/pretalx/schedule.js", readFileSync(join(package_, "pretalx/static/agenda/js/pretalx-schedule.min.js")));
  return {
    title: "pretalx",
    isReference: true,
    rows: { host: "pretalx-schedule", row: ".c-linear-schedule-session", title: ".title" },
    add(event, base = `/pretalx/${event.sessions.length}/`) {
      server.add(`${base}schedule/widgets/schedule.json`, JSON.stringify(pretalxEvent(event)));
      server.add(`${base}schedule/widget/messages.json`, "{}");
      const attributes = 'locale="es" format="list" style="--pretalx-clr-primary: #0a5c9e"';
      server.add(
        `${base}page.html`,
        hostPage({
          head: '<script type="text/javascript" src="../schedule.js"></script>',
          body: `<pretalx-schedule event-url="${server.address}${base}" ${attributes}></pretalx-schedule>`,
        }),
      );
      return `${base}page.html`;
    },
  };
}

// The widget as the package's own example embeds it.
export function husoColumn(server, folder, dist, title = "Huso") {
  server.addFolder(folder, dist);
  const head = snippet(dist);
  return {
    title,
    rows: { host: "huso-event", row: "[part~=session]", title: "[part~=session-title]" },
    isWidget: true,
    add(event, name = `${folder}/examples/bench-${event.sessions.length}`) {
      server.add(`${name}.json`, JSON.stringify(husoEvent(event)));
      const file = name.slice(name.lastIndexOf("/") + 1);
      const body = `<huso-event src="${file}.json"><p>La agenda.</p></huso-event>`;
      server.add(`${name}.html`, hostPage({ head: head.replaceAll(EXAMPLE, file), body }));
      return `${name}.html`;
    },
  };
}

// The script, and what the page loads beforehand.
function snippet(dist) {
  const example = readFileSync(join(dist, "examples/plain.html"), "utf8");
  const tags = example.match(/<script type="module"[^>]*><\/script>|<link rel="(?:module)?preload"[^>]*>/g);
  if (!tags?.some((tag) => tag.includes("huso.js"))) throw new Error(`${dist}/examples/plain.html does not load huso.js`);
  return tags.join("\n");
}

// Whether the program can render an agenda as HTML.
export function canRender(huso) {
  return spawnSync(huso, ["render", "--help"], { stdio: "ignore" }).status === 0;
}

// What `huso render` writes, in the place of the element.
export function renderedColumn(server, folder, dist, huso) {
  const plain = husoColumn(server, folder, dist, "Huso pre-rendered");
  return {
    ...plain,
    isRendered: true,
    add(event, path = `${folder}/examples/rendered-${event.sessions.length}.html`) {
      const body = render(huso, plain.add(event).replace(/.*\/(.*)\.html$/, "$1.json"), event);
      server.add(path, hostPage({ head: snippet(dist), body }));
      return path;
    },
  };
}

function render(huso, file, event) {
  const folder = mkdtempSync(join(tmpdir(), "huso-bench-"));
  try {
    writeFileSync(join(folder, file), JSON.stringify(husoEvent(event)));
    const html = execFileSync(huso, ["render", "--package", "../", file], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (!/<template[^>]* shadowrootmode=/.test(html)) throw new Error(`${huso} render wrote no declarative shadow root`);
    return html;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
