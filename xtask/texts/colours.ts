// Colours the lessons' Rust files while the site is built: `colours FOLDER FILE…` writes each into the
// folder as JSON, a list of lines of words.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { rustWords } from "../../www/editor/rust_highlight.ts";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
for (const file of files) {
  const words = rustWords(readFileSync(file, "utf8"));
  writeFileSync(join(folder, `${basename(file, ".rs")}.json`), JSON.stringify(words));
}
