// What of a timeline is looked at: zooming, moving along, and a span that is selected.
//
// Rust decides what is seen and what is selected; this file asks for it, and scrolls there.

import type { TimelineCanvas } from "./canvas.ts";
import { type Hands, loadLate, type Playground, type SpanFacts, type Waits, withHands } from "../element/engine.ts";
import type { Player } from "../element/player.ts";

/** What zooming needs of its element. */
export interface ZoomHost {
  player(): Player | undefined;
  canvas(): TimelineCanvas | undefined;
  /** Shows the facts of a span beside a place of the picture. */
  point(facts: SpanFacts | null, x: number, y: number): void;
  readonly waits: Waits;
}

/** How much a press of a key, or of a button, zooms. */
const STEP = 1.6;

export class Zooming {
  /** Whether a reader has asked for the search of a task. */
  isFinding = false;

  constructor(readonly host: ZoomHost) {}

  readonly zoomIn = this.#seeing((hands) => hands.zoomAtPlayhead(STEP));
  readonly zoomOut = this.#seeing((hands) => hands.zoomAtPlayhead(1 / STEP));
  readonly growRows = this.#seeing((hands) => hands.growRows(STEP));
  readonly shrinkRows = this.#seeing((hands) => hands.growRows(1 / STEP));
  readonly showAll = this.#seeing((hands) => hands.showAll());
  readonly showSelected = this.#seeing((hands) => hands.showSelected());
  /** Folds the lanes below the selected one away, or shows them again. */
  readonly fold = this.#seeing((hands) => hands.toggleFold(-1));
  readonly foldAll = this.#seeing((hands) => hands.toggleFolds());

  /** Moves along the run by a part of what is seen. */
  move(part: number): void {
    this.#see((hands) => hands.panBy(part * (this.host.canvas()?.width ?? 0)));
  }

  /** Selects the span behind the selected one of its row, or before it. */
  selectNext(by: 1 | -1): void {
    this.#select((_, hands) => hands.selectNext(by));
  }

  /** Selects the span at the playhead in the lane below the selected one, or above it. */
  selectLane(by: 1 | -1): void {
    this.host.waits(loadLate().then(() => void this.#select((playground) => playground.selectLane(by))));
  }

  /** Selects the next task with a text in its name, and shows it. Returns whether there is one. */
  async find(text: string): Promise<boolean> {
    await loadLate();
    const isFound = this.#select((playground) => playground.find(text));
    if (isFound) this.host.canvas()?.scroller.scrollIntoView({ block: "nearest" });
    return isFound;
  }

  #select(select: (playground: Playground, hands: Hands) => SpanFacts | undefined): boolean {
    let facts: SpanFacts | undefined;
    this.#see((hands, player) => {
      const { playground } = player;
      facts = select(playground, hands);
      // Where it is depends on how high the rows are now.
      player.host.paint();
      playground.followPlayhead();
      const [canvas, y] = [this.host.canvas(), playground.selectedY];
      canvas?.reveal(y);
      this.host.point(facts ?? null, playground.playheadX(), y - (canvas?.scrolled ?? 0));
      player.moved();
    });
    return facts !== undefined;
  }

  #seeing(change: (hands: Hands) => void): () => void {
    return () => this.#see(change);
  }

  /** Changes what is seen of the picture, if there is one. */
  #see(change: (hands: Hands, player: Player) => void): void {
    const player = this.host.player();
    if (!player?.hasRun) return;
    const see = (hands: Hands) => {
      // It may be gone by the time.
      if (this.host.player() !== player) return;
      change(hands, player);
      player.requestFrame();
    };
    withHands(player.playground, see, this.host.waits);
  }
}
