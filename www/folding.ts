// Folding lanes by a click or a tap on the name of a lane.

import type { Playground } from "./engine.ts";

/** A finger may miss the sign before a name by this much: so it is 40 px high at least. */
const FINGER_PX = 20;

export class FoldGesture {
  /** Where the name was pressed, if it was. */
  #pressed: { x: number; y: number; row: number } | undefined;

  constructor(readonly playground: Playground) {}

  /** Takes a press, if it is on a lane that folds. */
  down(event: PointerEvent, x: number, y: number): boolean {
    const slack = event.pointerType === "mouse" ? 0 : FINGER_PX;
    const row = this.playground.foldAt(x, y, slack);
    this.#pressed = row < 0 ? undefined : { x, y, row };
    return row >= 0;
  }

  /** Folds, or unfolds, if the press ended where it began. Returns whether anything has changed. */
  up(event: PointerEvent, x: number, y: number): boolean {
    const pressed = this.#pressed;
    this.#pressed = undefined;
    if (!pressed || event.type !== "pointerup") return false;
    if (Math.hypot(x - pressed.x, y - pressed.y) > 8) return false;
    this.playground.toggleFold(pressed.row);
    return true;
  }

  /** Says whether a place is one that folds, for the look of the pointer. */
  isAt(x: number, y: number): boolean {
    return this.playground.foldAt(x, y, 0) >= 0;
  }
}
