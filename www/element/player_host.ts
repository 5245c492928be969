// What a player is asked to run, and what it asks of its element.

import type { Playground, PlayheadAfter } from "./engine.ts";

/** A lesson and its values, and how they are to be run. */
export interface Request {
  kind: "run" | "preview";
  lesson: string;
  params: Record<string, string>;
  /** The speed of a live clock; undefined for a simulated one. */
  speed: number | undefined;
  playhead: PlayheadAfter;
}

/** What a player tells its element. */
export interface PlayerHost {
  /** Something that is shown has changed. */
  changed(): void;
  /** Dispatches an event to the listeners of the element. */
  tell(type: string, detail: unknown): void;
  /** Paints the picture as it is now. */
  paint(): void;
  /** Whether nothing is to be shown of a run before it is over. */
  rests(): boolean;
  /** Seconds of the run per second. */
  speed(): number;
  /** How many seconds playing rests at a stop; null where it goes on as the clock does. */
  dwell(): number | null;
  /** The run that is compared, whose stops are walked through, too. */
  compared(): Playground | undefined;
  /** Brings the run that is compared to the moment of this one. */
  lead(): void;
}
