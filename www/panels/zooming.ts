// What of a timeline is looked at: zooming, moving along, and a span that is selected.
//
// Rust decides what is seen and what is selected; this file asks for it, and scrolls there.

import type { TimelineCanvas } from "./canvas.ts";
import type { Facts, Playground } from "../element/engine.ts";
import type { Player } from "../element/player.ts";

/** What zooming needs of its element. */
export interface ZoomHost {
  player(): Player | undefined;
  canvas(): TimelineCanvas | undefined;
  /** Shows the facts of a span beside a place of the picture. */
  point(facts: Facts | null, x: number, y: number): void;
}

/** How much a press of a key, or of a button, zooms. */
const STEP = 1.6;

export class Zooming {
  constructor(readonly host: ZoomHost) {}

  zoomIn(): void {
    this.#see((playground) => playground.zoomAtPlayhead(STEP));
  }

  zoomOut(): void {
    this.#see((playground) => playground.zoomAtPlayhead(1 / STEP));
  }

  /** Moves along the run by a part of what is seen. */
  move(part: number): void {
    this.#see((playground) => playground.panBy(part * (this.host.canvas()?.width ?? 0)));
  }

  growRows(): void {
    this.#see((playground) => playground.growRows(STEP));
  }

  shrinkRows(): void {
    this.#see((playground) => playground.growRows(1 / STEP));
  }

  showAll(): void {
    this.#see((playground) => playground.showAll());
  }

  showSelected(): void {
    this.#see((playground) => playground.showSelected());
  }

  /** Folds the lanes below the selected one away, or shows them again. */
  fold(): void {
    this.#see((playground) => playground.toggleFold(-1));
  }

  foldAll(): void {
    this.#see((playground) => playground.toggleFolds());
  }

  /** Selects the span behind the selected one of its row, or before it. */
  selectNext(by: 1 | -1): void {
    this.#select((playground) => playground.selectNext(by) as Facts | null);
  }

  /** Selects the next task with a text in its name. Returns whether there is one. */
  find(text: string): boolean {
    return this.#select((playground) => playground.find(text) as Facts | null);
  }

  #select(select: (playground: Playground) => Facts | null): boolean {
    let facts: Facts | null = null;
    this.#see((playground, player) => {
      facts = select(playground);
      playground.followPlayhead();
      const [canvas, y] = [this.host.canvas(), playground.selectedY];
      canvas?.reveal(y);
      this.host.point(facts, playground.playheadX(), y - (canvas?.scroller.scrollTop ?? 0));
      player.moved();
    });
    return facts !== null;
  }

  /** Changes what is seen of the picture, if there is one. */
  #see(change: (playground: Playground, player: Player) => void): void {
    const player = this.host.player();
    if (!player?.hasRun) return;
    change(player.playground, player);
    player.requestFrame();
  }
}

/** Zooming and moving by a wheel, by fingers and by dragging. */
export class ZoomGestures {
  /** Where fingers are, by pointer. */
  readonly #fingers = new Map<number, { x: number; y: number }>();

  constructor(
    readonly playground: Playground,
    /** What is seen of the picture has changed. */
    readonly changed: () => void,
  ) {}

  /** Zooms if a wheel, or two fingers on a pad, ask for it. Rows scroll, and the page. */
  wheel(event: WheelEvent, x: number): void {
    const { playground } = this;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0025 : 0.05));
      if (event.shiftKey) playground.growRows(factor);
      else playground.zoomBy(factor, x);
    } else if (playground.isZoomed && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      playground.panBy(sideways);
    } else {
      return;
    }
    event.preventDefault();
    this.changed();
  }

  down(event: PointerEvent, x: number, y: number): void {
    this.#fingers.set(event.pointerId, { x, y });
  }

  up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
  }

  /** Says whether two fingers are down: they zoom, and do not point. */
  get isPinching(): boolean {
    return this.#fingers.size > 1;
  }

  /** Zooms by as much as two fingers go apart, and moves with their middle. */
  pinch(event: PointerEvent, x: number, y: number): void {
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = this.#fingers.get(event.pointerId);
    this.#fingers.set(event.pointerId, { x, y });
    if (!other || !before) return;
    const apart = (at: { x: number; y: number }) => Math.max(10, Math.hypot(at.x - other.x, at.y - other.y));
    this.playground.panBy((before.x - x) / 2);
    this.playground.zoomBy(apart({ x, y }) / apart(before), (x + other.x) / 2);
    this.changed();
  }
}
