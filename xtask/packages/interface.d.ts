// The interface of the element, as README.md tells it.

import type { Summary } from "./summary.js";

export type { Ending, PrintedLine, RunError, Summary, TaskSummary } from "./summary.js";

/** A format in which a run is written. */
export type ExportFormat = "svg" | "png" | "chrome-trace" | "json" | "text";

/** `<interleave-playground>`: a lesson that runs, and the picture of its run. */
export declare class InterleavePlayground extends HTMLElement {
  /** A lesson's name, as `interleave list` prints it. */
  lesson: string;
  /** The values that differ from the lesson's own. */
  get params(): Record<string, string>;
  set params(given: string | object | null | undefined);
  /** A second lesson, drawn below on the same scale: its name, and behind a `?` its values. */
  compare: string;
  /** The address of a recorded run, which is shown in place of a lesson. */
  recording: string;
  /** The address of a program, whose text is shown in place of a lesson. */
  src: string;
  /** A program of one's own, whose text is shown in place of a lesson; null for none. */
  program: string | null;
  /** `simulated` or `live`. */
  clock: string;
  /** Seconds of the run per second, from 0.1 to 100. */
  speed: string;
  /** `time` or `reading`. */
  pace: string;
  /** `full`, `article`, `compact` or `timeline`. */
  view: string;
  /** `python`, `rust` or `none`. */
  code: string;
  /** `auto`, `elastic`, `time` or `order`. */
  axis: string;
  /** `auto`, `light` or `dark`. */
  theme: string;
  /** Whether it runs when it is first visible. */
  autorun: boolean;
  /** The last run's summary; null until a run ended. */
  readonly summary: Summary | null;
  /** Runs the lesson. Resolves with the summary when the run is over, however it ended. */
  run(): Promise<Summary>;
  /** Stops a run that goes on, and playing. */
  stop(): void;
  /** Moves the playhead to a moment of the run, in seconds. */
  seek(seconds: number): void;
  /** Moves the playhead to the next stop. */
  stepForward(): void;
  /** Moves the playhead to the stop before. */
  stepBack(): void;
  /** Moves to the first stop at or after the next whole second of the run. */
  nextSecond(): void;
  /** Writes the run as a file; runs the lesson first if nothing ran yet. */
  exportAs(format: ExportFormat): Promise<Blob>;
  /**
   * Returns the link to what is shown.
   * @throws RangeError where that is more than 64 KB.
   */
  shareUrl(): string;
}

/** What the element tells by events, which bubble and are composed. */
export interface InterleaveEvents {
  "interleave-start": CustomEvent<unknown>;
  "interleave-step": CustomEvent<unknown>;
  "interleave-finish": CustomEvent<Summary>;
  "interleave-error": CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "interleave-playground": InterleavePlayground;
  }
}
