// Code and picture know each other: a line under the pointer highlights its spans, and a span under the
// pointer its line.

import { type Hands, type SpanFacts, type Waits, withHands } from "../element/engine.ts";
import type { Player } from "../element/player.ts";
import type { Source } from "./source.ts";

/** What pointing needs of its element. */
export interface PointedHost {
  /** What is under the pointer in the picture. */
  readonly facts: { facts: SpanFacts } | null;
  readonly player: Player | undefined;
  readonly source: Source | null;
  readonly waits: Waits;
}

export class CodePointer {
  /** The line under the pointer, as it is shown; 0 for none. */
  #line = 0;

  constructor(readonly host: PointedHost) {}

  /** Returns the lines, as they are shown, of the span that is under the pointer. */
  linesOf(source: Source): number[] {
    const line = this.host.facts?.facts.line;
    const shown = line == null ? 0 : source.shownLine(line);
    return shown > 0 ? [shown] : [];
  }

  /** Takes a pointer that is over the code. */
  over(event: PointerEvent): void {
    const item = (event.target as Element).closest<HTMLElement>("[data-line]");
    this.#point(Number(item?.dataset["line"] ?? 0));
  }

  /** Takes that the pointer has left the code. */
  leave(): void {
    this.#point(0);
  }

  #point(line: number): void {
    if (line === this.#line) return;
    this.#line = line;
    const { player, source } = this.host;
    if (!player || !source) return;
    const lines = [0, ...(line > 0 ? source.ownLines(line) : [])];
    const light = (hands: Hands) => {
      if (line !== this.#line) return;
      for (const own of lines) hands.pointAtLine(own);
      player.requestFrame();
    };
    // A pointer that only passes has asked for nothing that could be missed.
    withHands(player.playground, light, (loading) => this.host.waits(loading.catch(() => {})));
  }
}
