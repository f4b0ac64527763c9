// The table, in Markdown.
const whole = (value) => Math.round(value).toLocaleString("en");

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// How each is made of the keys of a field and the longest task.
const FIGURES = [
  ["median, ms", ({ keys }) => median(keys)],
  ["slowest key, ms", ({ keys }) => Math.max(...keys)],
  ["longest task, ms", ({ longest }) => longest],
];

// Columns have titles, and figures by field. The first is what the others are compared with.
export function table(columns) {
  const [reference, ...others] = columns;
  const head = ["key until it shows", "", ...columns.map(({ title }) => title), ...others.map(() => "× the first")];
  const line = head.map((_, at) => (at < 2 ? "---" : "---:"));
  const rows = Object.keys(reference.figures).flatMap((field) =>
    FIGURES.map(([name, figure]) => {
      const values = columns.map(({ figures }) => figure(figures[field]));
      const ratios = values.slice(1).map((value) => (values[0] > 0 ? (value / values[0]).toFixed(1) : "–"));
      return [field, name, ...values.map(whole), ...ratios];
    }),
  );
  return [head, line, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
