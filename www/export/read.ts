// Reading a run from a file. The browser reads the JSON; the module of the exports reads the record's
// bytes, writes the JSON again, and what is written must be what was read.

import type { Ending, LessonInfo } from "../element/engine.ts";
import { collect, EVENTS_MAX, nextTurn, partsOf, record, type RunToRecord } from "./write.ts";

/** A run that a file holds. */
export interface RecordedRun extends RunToRecord {
  ending: Ending;
}

/** Why a file is no run that can be shown, as a message's key with its arguments. */
export class Unreadable extends Error {
  constructor(
    readonly key: string,
    readonly args: Record<string, string | number> = {},
  ) {
    super(key);
  }
}

/** Says whether values make no sense for a lesson. */
export type Check = (lesson: string, params: Record<string, string>) => boolean;

/** The longest file that is read: a record of the most events is shorter. */
const BYTES_MAX = 500e6;

/** Reads a run, and checks all that is said of it. */
export async function read(file: Blob, lessons: LessonInfo[], refuses: Check): Promise<RecordedRun> {
  if (file.size > BYTES_MAX) throw new Unreadable("open-none");
  const document = parsed(await file.text());
  const run = runOf(document);
  if (!lessons.some(({ slug }) => slug === run.lesson)) {
    throw new Unreadable("open-lesson", { lesson: run.lesson });
  }
  if (refuses(run.lesson, run.params)) throw new Unreadable("open-damaged");
  await check(run, document);
  return run;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable("open-none");
  }
}

/** Takes what makes a run out of a document. */
function runOf(document: unknown): RecordedRun {
  const run = (typeof document === "object" ? document : null) as Record<string, unknown> | null;
  const { lesson, params, recording, seconds, steps, ticks, outcome, error } = run ?? {};
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isRun = typeof lesson === "string" && isObject(params) && typeof recording === "string";
  if (!isRun) throw new Unreadable("open-none");
  // Whether it is one is seen when the run is written again.
  const ending = { seconds, steps, ticks, outcome, error } as Ending;
  return { lesson, params: params as Record<string, string>, recording: bytesOf(recording), ending };
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw new Unreadable("open-damaged");
  }
}

/** Writes the run again, beside the one that is shown: it must say what the file says. */
async function check(run: RecordedRun, document: unknown): Promise<void> {
  const recorded = await record(run, nextTurn);
  try {
    const isRun = recorded?.isSummedUp && recorded.eventCount <= EVENTS_MAX;
    if (!isRun) throw new Unreadable("open-damaged");
    const again = (await collect(partsOf(recorded, "json"), nextTurn)).join("");
    if (JSON.stringify(parsed(again)) !== JSON.stringify(document)) throw new Unreadable("open-damaged");
  } finally {
    recorded?.free();
  }
}
