// Folding lanes by a click or a tap on the name of a lane.

import type { Hands } from "../../element/engine.ts";

/** How far above and below a finger may miss a name: so each is 40 px high at least. */
const MISSES_PX = [0, -8, 8, -14, 14, -20, 20];

export class FoldGesture {
  /** Where the name was pressed, if it was. */
  #pressed: { x: number; y: number; row: number } | undefined;

  constructor(readonly hands: Hands) {}

  /** Takes a press, if it is on a lane that folds. */
  down(event: PointerEvent, x: number, y: number): boolean {
    const misses = event.pointerType === "mouse" ? [0] : MISSES_PX;
    const rows = misses.map((miss) => this.hands.foldAt(x, y + miss));
    const row = rows.find((row) => row >= 0) ?? -1;
    this.#pressed = row < 0 ? undefined : { x, y, row };
    return row >= 0;
  }

  /** Folds, or unfolds, if the press ended where it began. Returns whether anything has changed. */
  up(event: PointerEvent, x: number, y: number): boolean {
    const pressed = this.#pressed;
    this.#pressed = undefined;
    if (!pressed || event.type !== "pointerup") return false;
    if (Math.hypot(x - pressed.x, y - pressed.y) > 8) return false;
    this.hands.toggleFold(pressed.row);
    return true;
  }

  /** Says whether a place is one that folds, for the look of the pointer. */
  isAt(x: number, y: number): boolean {
    return this.hands.foldAt(x, y) >= 0;
  }
}
