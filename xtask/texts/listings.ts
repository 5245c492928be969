// Colours the lessons' files while the site is built: `listings FOLDER FILE…` writes each into the folder
// as JSON, a list of lines of words. The values of a Python listing's parameters are holes, which the
// page fills with the reader's.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import pythonGrammar from "highlight.js/lib/languages/python";
import rustGrammar from "highlight.js/lib/languages/rust";

import type { Piece } from "../../www/editor/lesson_file.ts";
import { highlighter } from "./highlighting.ts";

const rust = highlighter(rustGrammar);
const python = highlighter(pythonGrammar);

/** Colours a listing, with a hole in each line that is marked as a parameter. */
function listing(source: string): Piece[][] {
  const lines = source.split("\n");
  return python(source).map((words, index) => {
    const [, name] = /^(\w+) = .*  # parameter$/.exec(lines[index] ?? "") ?? [];
    if (name === undefined) return words;
    return [`${name} = `, { value: name.toLowerCase() }, "  ", ["# parameter", "hljs-comment"]];
  });
}

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
for (const file of files) {
  const source = readFileSync(file, "utf8");
  const lines = file.endsWith(".py") ? listing(source) : rust(source);
  writeFileSync(join(folder, `${basename(file)}.json`), JSON.stringify(lines));
}
