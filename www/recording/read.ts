// Reading a run from a file. The browser reads the JSON; the module of the exports reads the record's
// bytes, writes the JSON again, and what is written must be what was read.

import type { Ending, LessonInfo } from "../element/engine.ts";
import { collect, EVENTS_MAX, nextTurn, partsOf, record, recordVersion, type RunToRecord } from "../export/write.ts";

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
export const BYTES_MAX = 500e6;

/** The longest program that is shown, in characters. */
export const SOURCE_MAX = 1e6;

/** How many files a run may name, and how long their names may be: they are kept for as long as the page is. */
const FILES_MAX = 64;
const NAME_MAX = 1024;

/** Reads a run, and checks all that is said of it. */
export async function read(file: Blob, lessons: LessonInfo[], refuses: Check): Promise<RecordedRun> {
  if (file.size > BYTES_MAX) throw new Unreadable("open-large");
  const document = parsed(await file.text());
  const run = runOf(document);
  if (run.source === undefined && !lessons.some(({ slug }) => slug === run.lesson)) {
    throw new Unreadable("open-lesson", { lesson: run.lesson });
  }
  if (run.source === undefined && refuses(run.lesson, run.params)) throw new Unreadable("open-damaged");
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

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** Takes what makes a run out of a document. */
function runOf(document: unknown): RecordedRun {
  const { lesson, params, recording, program, seconds, steps, ticks, outcome, error, trace } = fieldsOf(document) ?? {};
  const isRun = typeof lesson === "string" && fieldsOf(params) && typeof recording === "string";
  if (!isRun) throw new Unreadable("open-none");
  // Whether it is one is seen when the run is written again.
  const ending = { seconds, steps, ticks, outcome, error } as Ending;
  const run = { lesson, params: params as Record<string, string>, recording: bytesOf(recording), ending };
  if (program === undefined) return run;
  const { file, source } = fieldsOf(program) ?? {};
  if (file !== lesson || typeof source !== "string") throw new Unreadable("open-damaged");
  if (source.length > SOURCE_MAX) throw new Unreadable("open-large");
  if (Object.values(run.params).some((value) => typeof value !== "string")) throw new Unreadable("open-damaged");
  return { ...run, files: filesOf(lesson, trace), source };
}

/** Returns the files that the events of a run of a program name; its own is the first. */
function filesOf(own: string, trace: unknown): string[] {
  const files = new Set([own]);
  for (const event of Array.isArray(trace) ? (trace as unknown[]) : []) {
    const file = fieldsOf(fieldsOf(event)?.["place"])?.["file"];
    if (typeof file === "string" && file !== "") files.add(file);
    if (files.size > FILES_MAX) throw new Unreadable("open-damaged");
  }
  if ([...files].some((file) => file.length > NAME_MAX)) throw new Unreadable("open-damaged");
  return [...files];
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
    const isOther = String.fromCharCode(...run.recording.subarray(0, 3)) === "ILV";
    const version = run.recording[3] ?? 0;
    if (!recorded && isOther && version !== recordVersion()) throw new Unreadable("open-version", { version });
    const isRun = recorded?.isSummedUp && recorded.eventCount <= EVENTS_MAX;
    if (!isRun) throw new Unreadable("open-damaged");
    const again = (await collect(partsOf(recorded, "json"), nextTurn)).join("");
    if (JSON.stringify(parsed(again)) !== JSON.stringify(document)) throw new Unreadable("open-damaged");
  } finally {
    recorded?.free();
  }
}
