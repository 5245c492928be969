// The files of the lessons, each loaded when it is first shown: whoever looks at one lesson does not
// wait for the others.

import type { Word } from "./highlight.ts";

/** A file with its colours. */
export interface RustFile {
  lines: Word[][];
  /** For each line the line of the Python listing that does the same, from 1; 0 where there is none. */
  listing: number[];
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
  known.set(slug, (await answer.json()) as RustFile);
}
