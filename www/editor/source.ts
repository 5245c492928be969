// The program beside the timeline: the lesson's Rust file with the reader's values beside its parameters, or
// its Python listing with them in it.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { LessonInfo } from "../element/engine.ts";
import { annotated, filled } from "./python.ts";
import { fileOf, loadLessonFile, lessonFile, type LessonFile, type Word } from "./lesson_file.ts";
import { valuesOf } from "./values.ts";

/** What the code panel shows. */
export interface Source {
  language: "rust" | "python";
  /** The file's name. */
  file: string;
  lines: Word[][];
  /** The line that is lit, from 1. */
  lit: number | null;
  /** Returns the line that is shown for a line of the Rust file, from 1; 0 where there is none. */
  shownLine(line: number): number;
  /** Returns the lines of the Rust file for which a line is shown. */
  ownLines(shown: number): number[];
}

/** Loads files when they are asked for, and updates its host when they are there. */
export class SourceController implements ReactiveController {
  /** What was shown last: it stays while the next file is loaded. */
  #shown: Source | null = null;
  /** What was filled last, and with what. */
  #filled: { key: string; lines: Word[][] } | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * Returns the lesson in a language. `line` is a line in Rust, and `returns` says that the task returned
   * after it.
   */
  shown(
    lesson: LessonInfo,
    code: string,
    given: Record<string, string>,
    line: number | null,
    returns: boolean,
  ): Source | null {
    const file = lessonFile(lesson.slug);
    if (file === undefined) {
      void this.#load(lesson.slug);
      return this.#shown && { ...this.#shown, lit: null };
    }
    const end = (line !== null && returns && file.ends[line - 1]) || line;
    return (this.#shown = this.#source(lesson, file, code, given, [end, line]));
  }

  #source(
    lesson: LessonInfo,
    file: LessonFile,
    code: string,
    given: Record<string, string>,
    lines: (number | null)[],
  ): Source {
    const name = fileOf(lesson.slug);
    const isRust = code === "rust";
    const key = JSON.stringify([lesson.slug, isRust, given]);
    if (this.#filled?.key !== key) {
      const values = valuesOf(lesson, given);
      this.#filled = { key, lines: isRust ? annotated(file.rust, values) : filled(file.python, values) };
    }
    const shown = this.#filled.lines;
    if (isRust) {
      const same = { shownLine: (line: number) => line, ownLines: (line: number) => [line] };
      return { language: "rust", file: `${name}.rs`, lines: shown, lit: lines[0] ?? null, ...same };
    }
    const shownLine = (line: number) => file.matched[line - 1] ?? 0;
    const ownLines = (shown: number) => file.matched.flatMap((line, index) => (line === shown ? [index + 1] : []));
    const lit = lines.map((line) => (line === null ? 0 : shownLine(line))).find((line) => line) ?? null;
    return { language: "python", file: `${name}.py`, lines: shown, lit, shownLine, ownLines };
  }

  async #load(slug: string): Promise<void> {
    try {
      await loadLessonFile(slug);
      this.host.requestUpdate();
    } catch {
      // The next look tries again.
    }
  }
}
