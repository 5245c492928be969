// How long a reader takes for a sentence.

import type { Messages } from "./messages.ts";
import type { MomentView } from "./engine.ts";

/** The time to find the sentence, and the time per letter and per Chinese character, in seconds. */
const [FIND_S, LETTER_S, CHARACTER_S] = [0.3, 0.045, 0.11];

/** The least and the most time that playing rests at a stop, in seconds. */
const [SHORTEST_S, LONGEST_S] = [1.2, 6];

/** Returns how many seconds it takes to read a text. */
export function readingSeconds(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const seconds = FIND_S + characters * CHARACTER_S + (text.length - characters) * LETTER_S;
  return Math.min(LONGEST_S, Math.max(SHORTEST_S, seconds));
}

/** Returns how many seconds it takes to read what is said at a stop. */
export function dwellOf(messages: Messages | undefined, moment: MomentView | null): number {
  return readingSeconds(messages && moment ? messages.say(moment.phrases) : "");
}
