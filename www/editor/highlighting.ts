// A program's source as lines of coloured words, in the shape in which the page takes them: the build of the
// site colours the lessons, and the page what is none.

import type { LanguageFn } from "highlight.js";
import { createLowlight } from "lowlight";

import type { Word } from "./lesson_file.ts";

/** What the page has colours for (`www/styles/code.ts`), of highlight.js's kinds of words. */
const COLOURED = ["keyword", "built_in", "string", "number", "literal", "comment", "doctag", "title"];

/** Returns what splits a source of one language into lines of words. */
export function highlighter(grammar: LanguageFn): (source: string) => Word[][] {
  const lowlight = createLowlight({ language: grammar });
  type Nodes = ReturnType<typeof lowlight.highlight>["children"];
  return (source) => {
    const lines: Word[][] = [[]];
    const add = (nodes: Nodes, kind: string): void => {
      for (const node of nodes) {
        if (node.type === "element") {
          const names = node.properties.className;
          add(node.children as Nodes, Array.isArray(names) ? String(names[0]) : kind);
        } else if (node.type === "text") {
          node.value.split("\n").forEach((text, index) => {
            if (index > 0) lines.push([]);
            if (text) addWord(lines.at(-1) ?? [], text, kind);
          });
        }
      }
    };
    add(lowlight.highlight("language", source).children, "");
    if (lines.at(-1)?.length === 0) lines.pop();
    return lines;
  };
}

/** Adds a word to a line; without a colour it is one with what stands before it without a colour. */
function addWord(line: Word[], text: string, kind: string): void {
  if (COLOURED.includes(kind.replace("hljs-", ""))) {
    line.push([text, kind]);
  } else if (typeof line.at(-1) === "string") {
    line.push(`${line.pop()}${text}`);
  } else {
    line.push(text);
  }
}
