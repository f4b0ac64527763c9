// The page in dist/: the bundle, and the package's files as they are, which no bundler needs to touch.
import { cpSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  entryPoints: ["src/main.jsx"], bundle: true, minify: true, format: "esm", jsx: "automatic", outfile: "dist/app.js",
  define: { "process.env.NODE_ENV": '"production"' },
});
const huso = dirname(fileURLToPath(import.meta.resolve("huso/huso.js")));
cpSync(huso, "dist/huso", { recursive: true });
cpSync("index.html", "dist/index.html");
cpSync("../pacific-alliance-2027.json", "dist/event.json");
