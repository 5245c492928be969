// Writing a run to files. A module of its own writes the texts, part by part where they are long; the
// browser puts the parts together, and makes a picture of a canvas.

import { fileOf } from "../editor/lesson_file.ts";
import { handsOf, type LessonInfo, loadHands, WholePicture } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import { labelTextsOf } from "../element/label_texts.ts";
import type { Messages } from "../element/messages.ts";
import type { Player } from "../element/player.ts";
import { errorText } from "../editor/refusal_text.ts";
import { Recorded, recordingVersion } from "../pkg/exports.js";
import { loadModule } from "../sharing/packing.ts";
import type { FormatInfo } from "./formats.ts";

/**
 * The width of a picture, in CSS pixels: that of the command's. One of shapes is as sharp at any
 * size; one of pixels is as wide as on the page, if that is wider.
 */
const WIDTH_PX = 860;

/** The highest canvas that every browser makes, and the most pixels that it holds. */
const CANVAS_HEIGHT_MAX = 16_384;
const CANVAS_AREA_MAX = 2 ** 26;

/** How much larger than on the page a picture of pixels is. */
const SCALE = 2;

/** What a legend takes of the height at most. */
const LEGEND_MAX_PX = 200;

/** From so many events on a file is longer than viewers open. */
export const EVENTS_MAX = 2_000_000;

/** How many stops are written before the page looks up. */
const ENTRIES_AT_ONCE = 1024;

/** A run that is over: what makes it, its record, and what a summary says besides. */
export interface RunToRecord {
  lesson: string;
  params: Record<string, string>;
  recording: Uint8Array;
  ending: unknown;
  /** Of a program that is no lesson the files that the run names, its own first, and its text. */
  files?: string[];
  source?: string;
}

/** Writes a run that is over. */
export async function write(format: FormatInfo, host: Host, player: Player, messages: Messages): Promise<Blob> {
  const { name, mediaType: type } = format;
  const { playground } = player;
  const count = playground.eventCount;
  if (count > EVENTS_MAX && name !== "png") {
    throw new RangeError(messages.text("export-long", { count, most: EVENTS_MAX }));
  }
  const { runs } = player;
  const turn = async () => {
    await nextTurn();
    if (player.runs !== runs) throw new Error(messages.text("export-running"));
  };
  // What the run has done last may not be read yet.
  while (playground.refresh()) await turn();
  if (name === "png") return png(host, player, messages, turn);
  if (name === "text") return new Blob(await collect(textParts(host, player, messages), turn), { type });
  const what = runOf(host);
  const recorded = what && (await record({ ...what, recording: playground.record(), ending: player.ended }, turn));
  if (!recorded) throw new Error(messages.text("export-running"));
  try {
    recorded.drawAs(WIDTH_PX, host.axis, themeOf(host), titleOf(host, messages), labelTextsOf(messages));
    return new Blob(await collect(partsOf(recorded, name), turn), { type });
  } finally {
    recorded.free();
  }
}

/** Returns what ran: a lesson with its values, or a program with its text. */
export function runOf({ currentLesson, given, params }: Host): Omit<RunToRecord, "recording" | "ending"> | null {
  if (currentLesson) return { lesson: currentLesson.slug, params: changed(currentLesson, params) };
  if (!given.program?.run) return null;
  const { file, source, run } = given.program;
  return { lesson: file, source, ...run };
}

/** Returns the version of records that can be read; the module is loaded by then. */
export const recordVersion = recordingVersion;

/** Tells a run once more, in the module that writes it; undefined if the bytes are no record. */
export async function record(
  { lesson, params, recording, ending, files, source }: RunToRecord,
  turn: () => Promise<void>,
): Promise<Recorded | undefined> {
  await loadModule();
  const named = files ?? [`src/lessons/programs/${fileOf(lesson)}.rs`];
  const recorded = Recorded.of(lesson, named, recording, ending, Object.keys(params), Object.values(params));
  if (source !== undefined) recorded?.setSource(source);
  try {
    while (recorded?.read()) await turn();
  } catch (error) {
    recorded?.free();
    throw error;
  }
  return recorded;
}

/** Returns the values that differ from the lesson's own. */
function changed({ parameters }: LessonInfo, params: Record<string, string>): Record<string, string> {
  const given = parameters.map(({ name, default: own }) => ({ name, own, value: params[name]?.trim() ?? own }));
  const others = given.filter(({ own, value }) => value !== own);
  return Object.fromEntries(others.map(({ name, value }) => [name, value]));
}

/** Gives the browser its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** Puts parts together, and gives the browser its turn between them. */
export async function collect(parts: Iterable<string>, turn: () => Promise<void>): Promise<string[]> {
  const collected: string[] = [];
  for (const part of parts) {
    collected.push(part);
    await turn();
  }
  return collected;
}

/** Writes the parts of a run's file. */
export function* partsOf(recorded: Recorded, format: string): Iterable<string> {
  for (let number = 0; ; number += 1) {
    const part = recorded.part(format, number);
    if (part === undefined) return;
    yield part;
  }
}

/** Writes what is said at each stop, with the lines that are printed there. */
function* textParts(host: Host, { playground }: Player, messages: Messages): Iterable<string> {
  const params = Object.entries(host.given.program?.run?.params ?? host.params).map(([name, value]) => `${name} = ${value}\n`);
  yield `${titleOf(host, messages)}\n${params.join("")}\n`;
  const { lines } = host;
  const count = host.position?.stops ?? 0;
  let printed = 0;
  for (let first = 0; first < count; first += ENTRIES_AT_ONCE) {
    const entries = playground.entries(first, ENTRIES_AT_ONCE);
    let text = "";
    entries.forEach((entry, index) => {
      const { seconds, task, phrases } = entry;
      const number = String(first + index + 1);
      const args = { number, time: messages.seconds(seconds), task: task ?? "", said: messages.say(phrases) };
      text += messages.text(task === null ? "transcript-entry-loop" : "transcript-entry", args) + "\n";
      for (const line of lines.slice(printed, entry.printed)) text += `    | ${line.text}\n`;
      printed = Math.max(printed, entry.printed);
    });
    yield text;
  }
  for (const line of lines.slice(printed)) yield `    | ${line.text}\n`;
  const { summary } = host;
  if (!summary) return;
  const error = summary.error && errorText(messages, summary.error);
  yield `\n${error ? `${error}\n` : ""}${messages.text("wall-time")} ${messages.seconds(summary.seconds)}\n`;
}

// ---- pictures

function widthOf(host: Host): number {
  const canvas = host.renderRoot.querySelector<HTMLElement>(".scroller");
  return Math.max(WIDTH_PX, canvas?.clientWidth ?? 0);
}

/** A file has no colours that a system insists on. */
function themeOf({ shownTheme }: Host): string {
  return shownTheme === "dark" ? "dark" : "light";
}

export function titleOf(host: Host, messages: Messages): string {
  const { program } = host.given;
  return program ? program.name : messages.text(`lesson-${host.currentLesson?.slug}-title`);
}

async function png(
  host: Host,
  { playground }: Player,
  messages: Messages,
  turn: () => Promise<void>,
): Promise<Blob> {
  const [width, axis, theme] = [widthOf(host), host.axis, themeOf(host)];
  const pixels = Math.min(CANVAS_HEIGHT_MAX, CANVAS_AREA_MAX / (width * SCALE));
  const highest = pixels / SCALE - LEGEND_MAX_PX;
  const canvas = document.createElement("canvas");
  const whole = new WholePicture();
  try {
    await loadHands();
    const hands = handsOf(playground);
    while (hands?.layOutWhole(whole, width, highest, axis)) await turn();
    [canvas.width, canvas.height] = [Math.ceil(width * SCALE), Math.ceil(whole.height * SCALE)];
    const cx = canvas.getContext("2d", { alpha: false });
    cx?.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    if (!cx) throw new Error(messages.text("export-canvas"));
    whole.paint(cx, theme);
  } finally {
    whole.free();
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(messages.text("export-canvas"));
  return blob;
}
