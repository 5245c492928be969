// Colours the lessons' files while the site is built: `listings FOLDER FILE…` writes each into the folder
// as JSON, a list of lines of words. The values of a Python listing's parameters are holes, which the
// page fills with the reader's; a Rust file has places for them behind the parameters of `main`, and behind
// the fields of the plan that it takes.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import pythonGrammar from "highlight.js/lib/languages/python";
import rustGrammar from "highlight.js/lib/languages/rust";

import type { Piece } from "../../www/editor/lesson_file.ts";
import { highlighter } from "../../www/editor/highlighting.ts";

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

/** What declares the parameters of a lesson in Rust: `main`, and the plan that it may take. */
const DECLARING = [/^pub async fn main\((.*?)\) -> /ms, /^pub struct Plan \{(.*?)^\}/ms];

/** Colours a lesson's Rust file, with a place for the value behind each parameter of its listing. */
function lesson(source: string, listing: string): Piece[][] {
  const lines: Piece[][] = rust(source);
  const names = [...listing.matchAll(/^(\w+) = .* {2}# parameter$/gm)].map(([, name = ""]) => name.toLowerCase());
  const places = DECLARING.flatMap((declaring) => {
    const [all = "", declared = ""] = declaring.exec(source) ?? [];
    const from = source.indexOf(all) + all.indexOf(declared);
    return names.flatMap((name) => {
      const found = new RegExp(`\\b${name}: `).exec(declared);
      return found ? [{ name, at: endOfType(source, from + found.index + found[0].length) }] : [];
    });
  });
  // From the last on, so that those before stay where they are.
  places.sort((a, b) => b.at - a.at);
  for (const { name, at } of places) {
    const before = source.slice(0, at).split("\n");
    insert(lines[before.length - 1] ?? [], before.at(-1)?.length ?? 0, { value: name });
  }
  return lines;
}

/** Returns where a type ends that begins at a place of a source. */
function endOfType(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const character = source[at] ?? "";
    if ("<([".includes(character)) depth += 1;
    else if (depth > 0 && ">)]".includes(character)) depth -= 1;
    else if (depth === 0 && ",)".includes(character)) return at;
  }
  return source.length;
}

/** Puts a piece into a line, behind so many characters. */
function insert(line: Piece[], column: number, piece: Piece): void {
  let rest = column;
  for (const [index, word] of line.entries()) {
    if (typeof word === "object" && "value" in word) continue;
    const text = typeof word === "string" ? word : word[0];
    if (rest <= text.length) {
      const halves = [text.slice(0, rest), text.slice(rest)].filter((half) => half !== "");
      const coloured = halves.map((half): Piece => (typeof word === "string" ? half : [half, word[1]]));
      const at = rest === 0 ? 0 : 1;
      line.splice(index, 1, ...coloured.slice(0, at), piece, ...coloured.slice(at));
      return;
    }
    rest -= text.length;
  }
  line.push(piece);
}

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
for (const file of files) {
  const source = readFileSync(file, "utf8");
  const beside = () => readFileSync(file.replace(/\.rs$/, ".py"), "utf8");
  const lines = file.endsWith(".py") ? listing(source) : lesson(source, beside());
  writeFileSync(join(folder, `${basename(file)}.json`), JSON.stringify(lines));
}
