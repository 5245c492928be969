// The compiled module, loaded once a page, and the shapes of what it answers.

import init, {
  listingValues as literalsOf,
  Playground,
  labelKeys,
  lessonCatalogue,
  legendColors,
  WholePicture,
} from "../pkg/runtime.js";
import type { Messages } from "./messages.ts";

export { Playground, legendColors, WholePicture };

/** A parameter of a lesson, with its bounds. */
export interface Parameter {
  name: string;
  kind: "seconds" | "count" | "choice" | "urls" | "address";
  default: string;
  min: number;
  max: number;
  step: number;
  options: string[];
  countMax: number;
}

export interface Lesson {
  slug: string;
  /** The group in which readers find it. */
  group: string;
  fetches: boolean;
  parameters: Parameter[];
}

/** A value that makes no sense, and what would. */
export interface Refusal {
  name: string;
  value: string;
  expected: string;
  min: number;
  max: number;
  count: number;
  url: string;
  options: string[];
  message: string;
}

export type Value = string | number | { seconds: number } | string[];

/** A message's key and its arguments. */
export interface Said {
  key: string;
  args: Record<string, Value>;
}

/** Where the playhead stands. `step` counts from 1. */
export interface Position {
  seconds: number;
  endSeconds: number;
  step: number;
  steps: number;
  printed: number;
  atEnd: boolean;
}

/** What is said at the playhead, and how the loop looks from inside. */
export interface Telling {
  phrases: Said[];
  line: number | null;
  task: string | null;
  tasks: number;
  /** The families of states that occur in the run. */
  looks: string[];
  /** Whether the inside of the loop, all that follows, is still that of another step. */
  isRough: boolean;
  /** The signs that occur in it: requests to stop, their arrivals, errors that come in. */
  signs: ("asked" | "delivered" | "raised")[];
  running: string | null;
  ready: string[];
  timers: [number, string][];
  waiting: [string, Said][];
  queues: number[];
  /** Each thread, with the task that it works for; null if it is idle. */
  threads: [string, string | null][];
}

export interface Facts {
  task: string;
  state: Said;
  from: number;
  to: number | null;
  line: number | null;
}

export interface ConsoleLine {
  seconds: number;
  /** Who printed it; null for nobody, as in a callback. */
  task: string | null;
  text: string;
  isLog: boolean;
}

/** A run in numbers and words: the detail of `interleave-finish`. */
export interface Summary {
  lesson: string;
  seconds: number;
  steps: number;
  ticks: number;
  tasks: { name: string; state: string; result: string | null }[];
  console: { seconds: number; task: string | null; text: string }[];
  outcome: "finished" | "raised" | "stopped" | "limit";
  error: { kind: string; message: string; about: string | null } | null;
}

/** Makes an object of each task. Only a task that returned or raised has a result. */
export function tasksOf(told: string): Summary["tasks"] {
  const texts = told.split("\0");
  const tasks: Summary["tasks"] = [];
  for (let at = 0; at + 3 <= texts.length; at += 3) {
    const [name = "", state = "", result = ""] = texts.slice(at, at + 3);
    tasks.push({ name, state, result: state === "returned" || state === "raised" ? result : null });
  }
  return tasks;
}

/**
 * Makes an object of each line of the console. Of each there are four numbers: its second, the lengths of
 * its task's name, below 0 for none, and of its text, and 1 if it is of the log.
 */
export function linesOf([numbers, texts]: [Float64Array, string]): ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  let end = 0;
  const take = (length: number) => texts.slice(end, (end += length));
  for (let at = 0; at < numbers.length; at += 4) {
    const [seconds = 0, named = 0, length = 0, isLog] = numbers.subarray(at, at + 4);
    const task = named < 0 ? null : take(named);
    lines.push({ seconds, task, text: take(length), isLog: isLog === 1 });
  }
  return lines;
}

/** What is told of the end of a run: all but what is long. */
export type Ended = Omit<Summary, "tasks" | "console">;

/** Makes a summary that makes what is long when somebody looks at it: there may be a million tasks. */
export function summaryOf(ended: Ended, lines: ConsoleLine[], texts: () => string): Summary {
  let tasks: Summary["tasks"] | undefined;
  let console: Summary["console"] | undefined;
  const printed = () => lines.filter(({ isLog }) => !isLog);
  return {
    ...ended,
    get tasks() {
      return (tasks ??= tasksOf(texts()));
    },
    get console() {
      return (console ??= printed().map(({ seconds, task, text }) => ({ seconds, task, text })));
    },
  };
}

/** Returns the values of a lesson's parameters as its Python listing has them, by their names. */
export function listingValues(slug: string, given: Record<string, string>): Record<string, string> {
  return literalsOf(slug, given) as Record<string, string>;
}

/** Returns the words of a picture, in the order in which the modules take them. */
export function wordsOf(messages: Messages): string[] {
  const holes = { name: "{name}", count: "{count}", seconds: "{seconds}" };
  return labelKeys().map((key) => messages.text(key, holes));
}

let loading: Promise<Lesson[]> | undefined;

/** Loads the module and returns the lessons. Elements of a page share one module. */
export function loadEngine(): Promise<Lesson[]> {
  loading ??= init()
    .then(() => lessonCatalogue() as Lesson[])
    .catch((error: unknown) => {
      // The next element, or the next try, loads again.
      loading = undefined;
      throw error;
    });
  return loading;
}
