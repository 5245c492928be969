// A program's source as lines of coloured words.
//
// Lessons in Rust are coloured while the site is built, since their text never changes; a Python
// listing changes with the reader's values, and is coloured in the page.

import type { LanguageFn } from "highlight.js";
import { createLowlight } from "lowlight";

/** A piece of a line, and its kind: highlight.js's, like `hljs-keyword`, or nothing. */
export type Word = readonly [text: string, kind: string];

/** Returns what splits a source of one language into lines of words. */
export function colouring(grammar: LanguageFn): (source: string) => Word[][] {
  const lowlight = createLowlight({ language: grammar });
  type Nodes = ReturnType<typeof lowlight.highlight>["children"];
  return (source) => {
    const lines: Word[][] = [[]];
    const add = (nodes: Nodes, kind: string): void => {
      for (const node of nodes) {
        if (node.type === "element") {
          const names = node.properties.className;
          add(node.children as Nodes, Array.isArray(names) ? names.join(" ") : kind);
        } else if (node.type === "text") {
          node.value.split("\n").forEach((text, index) => {
            if (index > 0) lines.push([]);
            if (text) lines.at(-1)?.push([text, kind]);
          });
        }
      }
    };
    add(lowlight.highlight("language", source).children, "");
    if (lines.at(-1)?.length === 0) lines.pop();
    return lines;
  };
}
