// The table, in Markdown.

const whole = (value) => Math.round(value).toLocaleString("en");
const megabytes = (value) => (value / 1e6).toFixed(1);
const kilobytes = (value) => whole(value / 1e3);

// Infinite: it was away for a while.
const pixels = (value) => (value === Infinity ? "gone" : value.toFixed(1));

// Name, key in what was measured, how it is written.
const FIGURES = [
  ["first session visible, ms", "first", whole],
  ["all rows there, ms", "all", whole],
  ["live: the widget says `huso-ready`, ms", "ready", whole],
  ["longest task, ms", "longest", whole],
  ["longest task after the first session, ms", "longestAfter", whole],
  ["choose a session, ms", "choose", whole],
  ["open a session, ms", "opened", whole],
  ["open a calendar for the first time, ms", "calendarFirst", whole],
  ["open another calendar, ms", "calendar", whole],
  ["change the zone, ms", "zone", whole],
  ["frames with rows of two zones", "zoneMixed", whole],
  ["type a letter, ms", "letter", whole],
  ["search, the first letter, ms", "searchFirst", whole],
  ["search, the next letter, ms", "search", whole],
  ["first row moved, px", "movedRow", pixels],
  ["content below moved, px", "movedAfter", pixels],
  ["JavaScript heap, MB", "heap", megabytes],
  ["memory of the DOM, MB", "dom", megabytes],
  ["memory of WebAssembly, MB", "memory", megabytes],
  ["DOM nodes", "nodes", whole],
  ["transferred, kB", "bytes", kilobytes],
];

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// `columns` are titles with what each visit measured, and whether others are compared with them.
export function table(sessions, columns) {
  const medians = columns.map(({ visits }) => medianOfEach(visits));
  const measured = FIGURES.filter(([, key]) => medians.some((figures) => figures[key] !== undefined));
  const rows = measured.map(([name, key, write]) => [name, ...medians.map(({ [key]: value }) => (value === undefined ? "–" : write(value)))]);
  const ratios = columns.filter(({ isReference }) => isReference).map((reference) => [
    `first session, × ${reference.title}`,
    ...columns.map(({ visits }) => ratio(visits, reference.visits).toFixed(2)),
  ]);
  const head = [`${whole(sessions)} sessions`, ...columns.map(({ title }) => title)];
  const line = head.map((_, index) => (index ? "---:" : "---"));
  return [head, line, ...rows, ...ratios].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

// Of each run's own ratio: what makes a whole run slow is in both.
function ratio(visits, references) {
  return median(visits.map(({ first }, run) => first / references[run].first));
}

function medianOfEach(visits) {
  const keys = Object.keys(visits[0]).filter((key) => visits[0][key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, median(visits.map((visit) => visit[key]))]));
}
