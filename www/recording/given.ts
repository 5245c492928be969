// What is shown in place of a lesson: a recorded run, or a program of the author's own.
//
// Every page loads this, which sees what is asked for. What reads and shows it is loaded with the first one.

import type { PropertyValues } from "lit";

import type { Source } from "../editor/source.ts";

/** What is asked for: a lesson has no text. */
export interface Asked {
  kind: "lesson" | "recording" | "program" | "src" | "pre";
  /** The address, or the program itself. */
  text: string;
}

/** A program that is none of the lessons, as it is shown. */
export interface OwnProgram {
  /** Its file, as the run names it, and its name alone. */
  file: string;
  name: string;
  source: string;
  /** Returns what the code panel shows, with a line lit. */
  sourceAt(line: number | null): Source;
  /** Its run, if that is shown, too: the files that the run names, and the values that it had. */
  run: { files: string[]; params: Record<string, string> } | null;
  /** Whether it runs here, and the run is not one that was recorded elsewhere. */
  isWritten?: boolean;
  /** The lesson that it was before it was changed. */
  lesson?: string | null;
  /** What its run wrote to the standard error. */
  errors?: string;
}

/** What is needed of the element. */
interface GivenHost extends Element {
  recording: string;
  src: string;
  readonly hasUpdated: boolean;
  requestUpdate(): void;
}

/** What an element lets only this do. */
export interface GivenAccess {
  /** Lets the lesson be shown that the attributes name. */
  showLesson(): void;
  /** Loads what is asked for, and shows it. */
  load(asked: Asked): unknown;
}

const LESSON: Asked = { kind: "lesson", text: "" };

export class Given {
  /** The program that is shown; null for a lesson. */
  program: OwnProgram | null = null;
  /** The program that a script gave. */
  text: string | null = null;
  #asked = LESSON;
  /** Whether anything was shown. */
  hasShown = false;
  #namesLesson = false;
  /** Whether a recording is being opened, which sets attributes: they start no run. */
  isOpening = false;

  constructor(
    readonly host: GivenHost,
    readonly access: GivenAccess,
  ) {}

  /** Whether something else than a lesson is asked for. */
  get isOther(): boolean {
    return this.#asked.kind !== "lesson";
  }

  /** Whether a program of one's own is shown, or nothing yet while something else than a lesson is loaded. */
  get isOwn(): boolean {
    return this.program !== null || (this.isOther && !this.hasShown);
  }

  /** Takes what the attributes ask for now. */
  update(changed: PropertyValues): void {
    const namesLesson = this.host.hasUpdated ? changed.has("lesson") : this.host.hasAttribute("lesson");
    if (namesLesson && this.program && !this.isOpening && !this.isOther) this.leave();
    this.#namesLesson ||= namesLesson;
    const [before, asked] = [this.#asked, this.#read()];
    if (asked.kind === before.kind && asked.text === before.text) {
      this.hasShown ||= this.host.hasUpdated && !this.isOther;
      return;
    }
    this.#asked = asked;
    if (this.isOther) this.access.load(asked);
    else this.leave();
  }

  /** Says whether this is still what is asked for. */
  isAsked(asked: Asked): boolean {
    return asked === this.#asked;
  }

  /** Shows the lesson of the attributes in place of a program. */
  leave(): void {
    [this.program, this.hasShown] = [null, true];
    this.access.showLesson();
    this.host.requestUpdate();
  }

  /** Forgets what is shown: the element leaves the page, and may come again. */
  forget(): void {
    [this.program, this.#asked, this.hasShown] = [null, LESSON, false];
  }

  #read(): Asked {
    const { recording, src } = this.host;
    if (recording) return { kind: "recording", text: recording };
    if (this.text !== null) return { kind: "program", text: this.text };
    if (src) return { kind: "src", text: src };
    const pre = this.#namesLesson ? null : this.host.querySelector(":scope > pre");
    // What is shown between the tags begins where the tag's line ends.
    if (pre) return { kind: "pre", text: (pre.textContent ?? "").replace(/^\n/, "") };
    // A page that is still read may have more to come between the tags.
    if (document.readyState === "loading" && !this.#namesLesson) {
      document.addEventListener("DOMContentLoaded", () => this.host.requestUpdate(), { once: true });
    }
    return LESSON;
  }
}
