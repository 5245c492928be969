// The values of the parameters in a program: they fill the holes of a Python listing, and stand behind the
// parameters of a Rust file.

import type { Piece, Word } from "./lesson_file.ts";

/** Fills the holes of a listing with values, each written as Python has it. */
export function filled(lines: Piece[][], values: Record<string, string>): Word[][] {
  return withValues(lines, (name, literal) => coloured(name, literal), values);
}

/** Sets values behind the parameters of a Rust file, which stays as it is: they are no part of it. */
export function annotated(lines: Piece[][], values: Record<string, string>): Word[][] {
  const words = (name: string, literal: string): Word[] => {
    const text = /^(True|False)$/.test(literal) ? literal.toLowerCase() : literal;
    const inlaid = coloured(name, text).map((word): Word => {
      const [part, kind, id, label] = typeof word === "string" ? [word, ""] : word;
      return [part, `inlay ${kind}`, id, label];
    });
    return [[" = ", "inlay"], ...inlaid];
  };
  return withValues(lines, words, values);
}

function withValues(
  lines: Piece[][],
  words: (name: string, literal: string) => Word[],
  values: Record<string, string>,
): Word[][] {
  const all = (piece: Piece): Word[] =>
    typeof piece === "object" && "value" in piece
      ? words(piece.value, values[piece.value.toUpperCase()] ?? "")
      : [piece];
  return lines.map((pieces) => pieces.flatMap(all));
}

/**
 * Colours a literal: a number, a string, `True` or `False`, or a list of pairs of a page's name and its
 * seconds. What can be changed where it stands gets an id, the parameter's name and behind a point the place of
 * a page's seconds in `splitPages`, and a label, the name of the parameter or of the page.
 */
function coloured(name: string, literal: string): Word[] {
  const isList = literal.startsWith("[");
  const parts = literal.split(/("(?:[^"\\]|\\.)*"|[\w.]+)/).filter((part) => part !== "");
  let [at, label] = [-1, name];
  return parts.map((part): Word => {
    const kind = part.startsWith('"') ? "string" : /^\d/.test(part) ? "number" : /^\w/.test(part) ? "literal" : "";
    if (kind === "") return part;
    if (isList && kind === "string") label = part.slice(1, -1);
    const id = !isList ? name : kind === "number" ? `${name}.${(at += 2)}` : undefined;
    return [part, `hljs-${kind}`, id, label];
  });
}
