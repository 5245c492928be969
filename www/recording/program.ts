// A Python program that is none of the lessons, coloured as the build of the site colours their listings.

import type { Word } from "../editor/lesson_file.ts";
import type { Host } from "../element/host.ts";
import { Missing } from "../element/loading.ts";
import type { OwnProgram } from "./given.ts";

/** A longer program is shown without colours, in characters: to colour it would keep the reader waiting. */
const COLOURED_MAX = 100_000;

/** Returns the lines of a program. */
async function coloured(source: string): Promise<Word[][]> {
  const plain = source.replace(/\r\n?/g, "\n");
  if (plain.length > COLOURED_MAX) return plain.replace(/\n$/, "").split("\n").map((line) => (line ? [line] : []));
  const { colourPython } = await import("./python_colours.ts").catch((error: unknown) => {
    throw new Missing(String(error));
  });
  return colourPython(plain);
}

/** Makes a program of a file's name and its text, with its run if that is shown, too. */
export async function programOf(file: string, source: string, run: OwnProgram["run"]): Promise<OwnProgram> {
  const [lines, name] = [await coloured(source), nameOf(file)];
  const isThere = (line: number) => line >= 1 && line <= lines.length;
  const sourceAt = (line: number | null) => ({
    language: "python" as const,
    file: name,
    lines,
    lit: line !== null && isThere(line) ? line : null,
    shownLine: (line: number) => (isThere(line) ? line : 0),
    ownLines: (line: number) => [line],
  });
  return { file, name, source, sourceAt, run };
}

/** Shows a program, or a recorded run of a lesson, whose name and values `name` sets: they start no run. */
export async function take({ given }: Host, program: OwnProgram | null, name?: () => Promise<unknown>): Promise<void> {
  [given.program, given.hasShown, given.isOpening] = [program, true, true];
  try {
    await name?.();
  } finally {
    given.isOpening = false;
  }
}

/** Returns the name of a file without its folder. */
export function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) || file;
}
