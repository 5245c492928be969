// The program beside the timeline: the lesson's Rust file, or its Python listing with the reader's
// values.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { fillListing, type LessonInfo } from "../element/engine.ts";
import { fileOf, loadRust, rustOf, type RustFile } from "./rust_file.ts";
import type { Word } from "./highlight.ts";

type Python = typeof import("./python.ts");

/** What the code panel shows. */
export interface Source {
  language: "rust" | "python";
  /** The file's name. */
  file: string;
  lines: Word[][];
  /** The line that is lit, from 1. */
  lit: number | null;
}

/** Loads files and listings when they are asked for, and updates its host when they are there. */
export class SourceController implements ReactiveController {
  #python: Python | undefined;
  #isLoading = false;
  /** What was shown last: it stays while the next file is loaded. */
  #shown: Source | null = null;
  /** What was filled last, and with what. */
  #filled: { key: string; lines: Word[][] } | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Returns the lesson in a language: in Rust until Python is there. `line` is a line in Rust. */
  shown(lesson: LessonInfo, code: string, given: Record<string, string>, line: number | null): Source | null {
    const rust = rustOf(lesson.slug);
    if (rust === undefined) {
      void this.#loadRust(lesson.slug);
      return this.#shown && { ...this.#shown, lit: null };
    }
    return (this.#shown = this.#source(lesson, rust, code, given, line));
  }

  #source(
    lesson: LessonInfo,
    rust: RustFile,
    code: string,
    given: Record<string, string>,
    line: number | null,
  ): Source {
    const file = fileOf(lesson.slug);
    const python = code === "python" ? this.#loaded : undefined;
    const text = python?.listings[lesson.slug];
    if (python === undefined || text === undefined) {
      return { language: "rust", file: `${file}.rs`, lines: rust.lines, lit: line };
    }
    const key = JSON.stringify([lesson.slug, given]);
    if (this.#filled?.key !== key) {
      this.#filled = { key, lines: python.pythonWords(fillListing(lesson.slug, given, text)) };
    }
    const lit = line === null ? null : rust.listing[line - 1] || null;
    return { language: "python", file: `${file}.py`, lines: this.#filled.lines, lit };
  }

  async #loadRust(slug: string): Promise<void> {
    try {
      await loadRust(slug);
      this.host.requestUpdate();
    } catch {
      // The next look tries again.
    }
  }

  /** The listings and the colours of Python, once they are there. */
  get #loaded(): Python | undefined {
    if (!this.#python && !this.#isLoading) void this.#load();
    return this.#python;
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#python = await import("./python.ts");
    } catch {
      // Rust stays; the next look tries again.
    }
    this.#isLoading = false;
    if (this.#python) this.host.requestUpdate();
  }
}
