// Zooming a timeline and moving along it: by a wheel, by fingers and by dragging.

import type { Hands } from "../../element/engine.ts";

/** Zooming and moving by a wheel, by fingers and by dragging. */
export class ZoomGestures {
  /** Where fingers are, by pointer. */
  readonly #fingers = new Map<number, { x: number; y: number }>();

  constructor(
    readonly hands: Hands,
    /** What is seen of the picture has changed. */
    readonly changed: () => void,
  ) {}

  /** Zooms by a wheel, or by two fingers on a pad, or moves along. */
  wheel(event: WheelEvent, x: number): void {
    const { hands } = this;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    const factor = Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0025 : 0.05));
    if (!event.ctrlKey && !event.metaKey) hands.panBy(sideways);
    else if (event.shiftKey) hands.growRows(factor);
    else hands.zoomBy(factor, x);
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
    this.hands.panBy((before.x - x) / 2);
    this.hands.zoomBy(apart({ x, y }) / apart(before), (x + other.x) / 2);
    this.changed();
  }
}
