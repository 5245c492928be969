// The console's lines, read from the numbers and the one text in which the module gives them.

import type { ConsoleLines } from "./engine.ts";

export interface ConsoleLine {
  seconds: number;
  /** The task that printed it; null for none, as in a callback. */
  task: string | null;
  text: string;
  isLog: boolean;
}

/** Makes an object of each line. */
export function linesOf({ numbers, texts }: ConsoleLines): ConsoleLine[] {
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
