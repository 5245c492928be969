// Reads the Fluent files of the languages while the site is built: `messages FOLDER FILE…` writes each into
// the folder as JSON, the pattern of each message by its key. So no page has to read them.

import { FluentResource } from "@fluent/bundle";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
for (const file of files) {
  const source = readFileSync(file, "utf8");
  const patterns = new Map<string, unknown>();
  for (const { id, value, attributes } of new FluentResource(source).body) {
    if (value === null || Object.keys(attributes).length > 0) throw new Error(`${file}: ${id} is more than a message`);
    patterns.set(id, value);
  }
  // What the parser cannot read, it leaves out.
  for (const [, key = ""] of source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)) {
    if (!patterns.has(key)) throw new Error(`${file}: ${key} cannot be read`);
  }
  writeFileSync(join(folder, `${basename(file, ".ftl")}.json`), JSON.stringify(Object.fromEntries(patterns)));
}
