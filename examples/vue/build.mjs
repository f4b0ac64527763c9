// The page in dist/: the element is in the bundle, and the program's files stand beside it.
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";

// With Vite: vue({ template: { compilerOptions: { isCustomElement } } }).
const isCustomElement = (tag) => tag === "huso-event";
const vue = {
  name: "vue",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = parse(readFileSync(path, "utf8"), { filename: path });
      const options = { id: "app", inlineTemplate: true, templateOptions: { compilerOptions: { isCustomElement } } };
      return { contents: compileScript(descriptor, options).content, loader: "js" };
    });
  },
};

await build({
  entryPoints: ["src/main.js"], bundle: true, minify: true, format: "esm", outfile: "dist/app.js", plugins: [vue],
  define: { "process.env.NODE_ENV": '"production"' },
});
const huso = dirname(fileURLToPath(import.meta.resolve("huso/huso.js")));
for (const name of readdirSync(huso).filter((name) => name.endsWith(".wasm"))) cpSync(join(huso, name), join("dist", name));
cpSync("index.html", "dist/index.html");
cpSync("../pacific-alliance-2027.json", "dist/event.json");
