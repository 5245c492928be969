// Reads the Fluent files of the languages while the site is built: `messages FOLDER FILE…` writes into the
// folder what the page needs of them, as JSON.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { languageFiles } from "./languages.ts";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
const sources = files.map((file) => [basename(file, ".ftl"), readFileSync(file, "utf8")] as const);
for (const [name, json] of Object.entries(languageFiles(Object.fromEntries(sources)))) {
  writeFileSync(join(folder, `${name}.json`), json);
}
