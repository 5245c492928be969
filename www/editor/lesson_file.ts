// The files of the lessons, each loaded when it is first shown, so that no lesson waits for the others.
// The build of the site has coloured them.

import { once, readTexts } from "../element/loading.ts";

/**
 * A piece of a line: a text, or one with its kind: highlight.js's, like `hljs-keyword`. One with an id and
 * a label is a value that can be changed where it stands.
 */
export type Word = string | readonly [text: string, kind: string, id?: string | undefined, label?: string | undefined];

/** A piece of a program: a word, or the place of a parameter's value. */
export type Piece = Word | { readonly value: string };

/** A lesson in both languages, with its colours. */
export interface LessonFile {
  rust: Piece[][];
  python: Piece[][];
  /** For each line in Rust the line in Python that does the same, from 1; 0 where there is none. */
  matched: number[];
  /** For each line in Rust the line, from 1, of the value that its function returns; 0 where there is none. */
  ends: number[];
}

const known = new Map<string, LessonFile>();

/** Returns the name of a lesson's file, without its extension. */
export function fileOf(slug: string): string {
  return slug.replaceAll("-", "_");
}

/** Returns the file of a lesson if it was loaded. */
export function lessonFile(slug: string): LessonFile | undefined {
  return known.get(slug);
}

/** Loads the file of a lesson, once a page. */
export function loadLessonFile(slug: string): Promise<void> {
  return once(`lesson ${slug}`, async () => {
    known.set(slug, (await readTexts(`lessons/${fileOf(slug)}`)) as LessonFile);
  });
}
