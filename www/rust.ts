// The files of the lessons, each loaded when it is first shown: whoever looks at one lesson does not
// wait for the others.

import type { Word } from "./words.ts";

/** A file with its colours. */
export interface RustFile {
  lines: Word[][];
  text: string;
}

const known = new Map<string, RustFile>();

/** Returns the name of a lesson's file, without its extension. */
export function fileOf(slug: string): string {
  return slug.replaceAll("-", "_");
}

/** Returns the file of a lesson if it was loaded. */
export function rustOf(slug: string): RustFile | undefined {
  return known.get(slug);
}

/** Loads the file of a lesson. */
export async function loadRust(slug: string): Promise<void> {
  if (known.has(slug)) return;
  const answer = await fetch(new URL(`./lessons/${fileOf(slug)}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const lines = (await answer.json()) as Word[][];
  const text = lines.map((words) => `${words.map(([text]) => text).join("")}\n`).join("");
  known.set(slug, { lines, text });
}
