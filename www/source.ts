// The program beside the timeline: the lesson's Rust file, or its Python listing with the reader's
// values.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { loadPython, type Language } from "./code.ts";
import { fillListing, type Lesson, type Listing } from "./engine.ts";
import { fileOf, loadRust, rustOf } from "./rust.ts";

/** What the code panel shows. */
export interface Source {
  language: Language;
  /** The file's name. */
  file: string;
  text: string;
  /** The line that is lit, from 1. */
  lit: number | null;
}

/** Loads files and listings when they are asked for, and updates its host when they are there. */
export class SourceController implements ReactiveController {
  #listings: Record<string, string> | undefined;
  #isLoading = false;
  /** What was shown last: it stays while the next file is loaded. */
  #shown: Source | null = null;
  /** What was filled last, and with what. */
  #filled: { key: string; listing: Listing } | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Returns the lesson in a language: in Rust until Python is there. `line` is a line in Rust. */
  shown(lesson: Lesson, code: string, given: Record<string, string>, line: number | null): Source | null {
    const rust = rustOf(lesson.slug);
    if (rust === undefined) {
      void this.#loadRust(lesson.slug);
      return this.#shown && { ...this.#shown, lit: null };
    }
    return (this.#shown = this.#source(lesson, rust, code, given, line));
  }

  #source(
    lesson: Lesson,
    rust: string,
    code: string,
    given: Record<string, string>,
    line: number | null,
  ): Source {
    const file = fileOf(lesson.slug);
    const text = code === "python" ? this.#listing(lesson) : undefined;
    if (text === undefined) {
      return { language: "rust", file: `${file}.rs`, text: rust, lit: line };
    }
    const key = JSON.stringify([lesson.slug, given]);
    if (this.#filled?.key !== key) {
      this.#filled = { key, listing: fillListing(lesson.slug, given, rust, text) as Listing };
    }
    const { listing } = this.#filled;
    const lit = line === null ? null : listing.lines[line - 1] || null;
    return { language: "python", file: `${file}.py`, text: listing.text, lit };
  }

  async #loadRust(slug: string): Promise<void> {
    try {
      await loadRust(slug);
      this.host.requestUpdate();
    } catch {
      // The next look tries again.
    }
  }

  #listing(lesson: Lesson): string | undefined {
    if (!this.#listings && !this.#isLoading) void this.#load();
    return this.#listings?.[lesson.slug];
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#listings = await loadPython();
    } catch {
      // Rust stays; the next look tries again.
    }
    this.#isLoading = false;
    if (this.#listings) this.host.requestUpdate();
  }
}
