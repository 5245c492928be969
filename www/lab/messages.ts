// What the page and the lab's worker say to each other.

import type { Fault } from "../pkg/lab.js";
import type { Ending } from "../pkg/runtime.js";

/** What the page says: the module and what most programs import, the rest of the library, and a program. */
export type ToLab =
  | { kind: "begin"; module: WebAssembly.Module; library: Uint8Array<ArrayBuffer> }
  | { kind: "more"; library: Uint8Array<ArrayBuffer> }
  | { kind: "play"; run: number; file: string; source: string };

/** What the worker says of a run, by its number. */
export type FromLab = { run: number } & (
  | { kind: "began" }
  /** A part of its record: the next one, or, if it is not whole, as far as that has come. */
  | { kind: "part"; part: Uint8Array<ArrayBuffer>; isWhole: boolean }
  /** What the program has written to its standard error. */
  | { kind: "error"; text: string; seconds: number }
  /** Nothing is played until the rest of the library is there. */
  | { kind: "needs more" }
  | { kind: "over"; ending: Ending }
  /** The text is no program, and nothing was played. */
  | { kind: "fault"; fault: Fault }
  /** The interpreter itself came to grief. */
  | { kind: "failed"; why: string }
);
