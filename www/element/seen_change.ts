// What of a run a reader sees a difference in.

import type { MomentView, Position } from "./engine.ts";

/** Returns what tells one selected span from another. */
export function selectedIn(moment: MomentView | null): string | null {
  const { task, from, state } = moment?.selected ?? {};
  return state ? `${task} ${from} ${state.key}` : null;
}

/** Says whether a reader sees that a position is another. */
export function isOther(one: Position, other: Position): boolean {
  return (
    one.seconds !== other.seconds ||
    one.step !== other.step ||
    one.steps !== other.steps ||
    one.atEnd !== other.atEnd
  );
}
