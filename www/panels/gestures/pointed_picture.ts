// A picture as what a pointer does in it sees it, and what its element takes from it.

import type { Playground, SpanFacts, Waits } from "../../element/engine.ts";

/** What a canvas tells its element. */
export interface CanvasHost {
  /** The playhead was moved; the picture is out of date. */
  moved(): void;
  /** The pointer is over a span, or over none. */
  pointed(facts: SpanFacts | null, x: number, y: number): void;
  /** The picture is out of date: its place, the screen, or what is seen of it has changed. */
  resized(): void;
  /** Whether the element is in a narrow place, or on a low screen. */
  isPhone(): boolean;
  readonly waits: Waits;
  /** Takes the handles that are dragged. */
  edits?: HandleHost;
}

/** What takes a drag of a handle. */
export interface HandleHost {
  grab(x: number, y: number, targetPx: number): boolean;
  drag(x: number): void;
  /** Returns whether anything was dragged. */
  drop(isTakenBack: boolean): boolean;
}

/** A picture in which a pointer does something. */
export interface PointedPicture {
  readonly canvas: HTMLCanvasElement;
  readonly playground: Playground;
  readonly host: CanvasHost;
  /** Returns where something is in the picture. */
  placeOf(event: MouseEvent | Touch): { x: number; y: number };
}

/** How wide and high the place is at which a handle is taken: by a finger, and by what points finely. */
export const [TOUCH_PX, FINE_PX] = [40, 16];

/** The height of the axis above the rows. */
export const AXIS_PX = 30;
