// The holes of a Python listing, filled with the values of its parameters.

import type { Piece, Word } from "./lesson_file.ts";

/** Fills the holes of a listing with values, each written as Python has it. */
export function filled(lines: Piece[][], values: Record<string, string>): Word[][] {
  const words = (piece: Piece): Word[] =>
    typeof piece === "object" && "value" in piece ? coloured(values[piece.value] ?? "") : [piece];
  return lines.map((pieces) => pieces.flatMap(words));
}

/** Colours a literal: a number, a string, `True` or `False`, or a list of strings. */
function coloured(literal: string): Word[] {
  const parts = literal.split(/("(?:[^"\\]|\\.)*"|[\w.]+)/).filter((part) => part !== "");
  return parts.map((part) => {
    if (part.startsWith('"')) return [part, "hljs-string"];
    if (/^\d/.test(part)) return [part, "hljs-number"];
    return /^\w/.test(part) ? [part, "hljs-literal"] : part;
  });
}
