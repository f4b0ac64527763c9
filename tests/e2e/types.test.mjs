// The package's types, as host projects use them: each is compiled, and what is wrong in it on purpose is found.
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compilers = { plain: "tsc", "react-18": "tsc", "react-19": "tsc", vue: "vue-tsc" };

for (const [project, compiler] of Object.entries(compilers)) {
  test(`${project} is compiled`, async () => {
    const compiled = promisify(execFile)(`node_modules/.bin/${compiler}`, ["--project", `tests/types/${project}`], { cwd: root });
    await compiled.catch(({ stdout }) => {
      throw new Error(stdout);
    });
  });
}
