// Writes vocabulary.json beside this file: what schema.org says of the types that crates/agenda/src/json_ld.rs uses.
//
//   npm pack schema-dts@2.1.0 && tar xzf schema-dts-2.1.0.tgz
//   node crates/agenda/tests/schema_org/extract.mjs package
import { readFileSync, writeFileSync } from "node:fs";

const USED = ["Event", "Organization", "Person", "Place", "VirtualLocation"];

const [folder] = process.argv.slice(2);
const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const declarations = readFileSync(`${folder}/dist/schema.d.ts`, "utf8");

/** What a type derives from, and its own properties with what may stand there. */
function type(name) {
  const declared =
    declarations.match(new RegExp(`^interface ${name}Base extends (.*?) \\{\\n(.*?)^\\}`, "ms")) ??
    declarations.match(new RegExp(`^export interface ${name}Leaf extends (.*?) \\{\\n(.*?)^\\}`, "ms"));
  const supertypes = [...declared[1].matchAll(/(\w+)Base/g)].map(([, supertype]) => supertype);
  const properties = {};
  for (const [, property, range] of declared[2].matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$/gm)) {
    properties[property] = range.split(" | ").filter((value) => value !== "IdReference");
  }
  return { supertypes: supertypes.filter((supertype) => supertype !== name), properties };
}

/** The members of an enumeration; none of anything else. */
function members(name) {
  const declared = declarations.match(new RegExp(`^export type ${name} = (.*);$`, "m"))?.[1] ?? "";
  return declared.includes(`${name}Leaf`)
    ? [...declared.matchAll(/"(https:\/\/schema\.org\/\w+)"/g)].map(([, member]) => member)
    : [];
}

const types = {};
for (const queue = [...USED]; queue.length > 0; ) {
  const name = queue.shift();
  types[name] ??= type(name);
  queue.push(...types[name].supertypes);
}
const ranges = new Set(Object.values(types).flatMap(({ properties }) => Object.values(properties).flat()));
const enumerations = {};
for (const range of [...ranges].sort()) {
  if (members(range).length > 0) enumerations[range] = members(range);
}
const vocabulary = { source: `schema.org, as npm's ${name} ${version} has it`, types, enumerations };
const lines = JSON.stringify(vocabulary, null, 1).replace(/\[\n\s+([^\]]*?)\n\s+\]/g, (_, items) => `[${items.replace(/\n\s+/g, " ")}]`);
writeFileSync(new URL("vocabulary.json", import.meta.url), `${lines}\n`);
