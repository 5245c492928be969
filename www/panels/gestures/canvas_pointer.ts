// What a pointer does in the picture of a timeline: it seeks, selects, moves the picture, folds lanes and drags
// handles. It is loaded when a pointer first comes to a picture.

import type { Hands } from "../../element/engine.ts";
import { FoldGesture } from "./fold_gesture.ts";
import { AXIS_PX, type CanvasHost, FINE_PX, type PointedPicture, TOUCH_PX } from "./pointed_picture.ts";
import { ZoomGestures } from "./zoom_gestures.ts";

/** The height of the axis above the rows in which a finger takes it. */
const AXIS_TOUCH_PX = 44;

/** A finger that moves farther makes no tap. */
const TAP_PX = 8;

interface Position {
  x: number;
  y: number;
}

/**
 * A press that goes on: where it is, where it began, and what it does.
 *
 * A mouse seeks or pans at once. A finger that scrolls the page does nothing: it must move along the
 * axis first (`maySeek`, `mayPan`), and lets go where it came down to be a tap.
 */
interface Drag {
  x: number;
  from: Position;
  does: "seek" | "pan" | "maySeek" | "mayPan" | "nothing";
}

export class CanvasPointer {
  readonly #gestures: ZoomGestures;
  readonly #fold: FoldGesture;
  readonly host: CanvasHost;
  #drag: Drag | undefined;
  /** The pointer that drags a handle, and where it took it. */
  #handle: { pointer: number; from: Position } | undefined;

  constructor(
    readonly picture: PointedPicture,
    readonly hands: Hands,
  ) {
    this.host = picture.host;
    this.#gestures = new ZoomGestures(hands, () => this.host.resized());
    this.#fold = new FoldGesture(hands);
  }

  /** Whether a pointer holds a handle. */
  get holds(): boolean {
    return this.#handle !== undefined;
  }

  /** Takes an event of the picture. */
  take(event: PointerEvent | WheelEvent): void {
    if (event instanceof WheelEvent) this.#gestures.wheel(event, this.picture.placeOf(event).x);
    else if (event.type === "pointerdown") this.#down(event);
    else if (event.type === "pointermove") this.#move(event);
    else if (event.type === "pointerleave") this.#leave(event);
    else this.#up(event);
  }

  /** Lets a pointer's events come here wherever it goes, if it is still down. */
  #capture({ pointerId }: PointerEvent): void {
    try {
      this.picture.canvas.setPointerCapture(pointerId);
    } catch {
      // One that was let go while this was loaded has nothing more to tell.
    }
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#handle !== undefined) return;
    const { x, y } = this.picture.placeOf(event);
    const isFinger = event.pointerType === "touch";
    if (!this.#drag && this.host.edits?.grab(x, y, isFinger ? TOUCH_PX : FINE_PX)) {
      this.#capture(event);
      this.#handle = { pointer: event.pointerId, from: { x, y } };
      return;
    }
    this.#capture(event);
    this.#gestures.down(event, x, y);
    if (this.#gestures.isPinching) {
      this.#drag = undefined;
      return;
    }
    if (this.#fold.down(event, x, y)) return;
    const does = isFinger ? this.#touched(x, y) : this.#pressed(y);
    this.#drag = { x, from: { x, y }, does };
    if (does !== "seek") return;
    this.hands.seekTo(x);
    this.#point(x, y);
    this.host.moved();
  }

  /** Where there is more to be seen a mouse moves the picture, and the axis moves the playhead. */
  #pressed(y: number): Drag["does"] {
    return this.picture.playground.isZoomed && y > AXIS_PX ? "pan" : "seek";
  }

  /** A finger may move the playhead along the axis, or by the playhead itself. */
  #touched(x: number, y: number): Drag["does"] {
    const isAtPlayhead = Math.abs(x - this.picture.playground.playheadX()) <= TOUCH_PX / 2;
    if (y <= AXIS_TOUCH_PX || isAtPlayhead) return "maySeek";
    return this.picture.playground.isZoomed ? "mayPan" : "nothing";
  }

  #up(event: PointerEvent): void {
    const { x, y } = this.picture.placeOf(event);
    const isUp = event.type === "pointerup";
    const isTap = (from: Position) => isUp && Math.hypot(x - from.x, y - from.y) <= TAP_PX;
    if (this.#handle?.pointer === event.pointerId) {
      const { from } = this.#handle;
      this.#handle = undefined;
      // A tap on a handle means the moment, not a drag.
      if (!this.host.edits?.drop(!isUp) && isTap(from)) this.#seek(x, y);
      return;
    }
    this.#gestures.up(event);
    const drag = this.#drag;
    this.#drag = undefined;
    if (this.#fold.up(event, x, y)) {
      this.host.pointed(null, x, y);
      this.host.moved();
    }
    if (drag && isTap(drag.from)) this.#seek(x, y);
  }

  /** Moves the playhead to a place, and selects the span that is there. */
  #seek(x: number, y: number): void {
    this.hands.seekTo(x);
    this.host.pointed(this.hands.select(x, y) ?? null, x, y);
    this.host.moved();
  }

  #move(event: PointerEvent): void {
    const { x, y } = this.picture.placeOf(event);
    const drag = this.#drag;
    if (this.#handle !== undefined) {
      if (this.#handle.pointer === event.pointerId) this.host.edits?.drag(x);
    } else if (this.#gestures.isPinching) {
      this.#gestures.pinch(event, x, y);
    } else if (!drag) {
      if (event.pointerType !== "touch") this.#point(x, y);
    } else {
      this.#decide(drag, x, y);
      this.#drags(drag, x);
    }
  }

  /** Decides what a finger does that has moved far enough. */
  #decide(drag: Drag, x: number, y: number): void {
    const [along, across] = [Math.abs(x - drag.from.x), Math.abs(y - drag.from.y)];
    if (Math.max(along, across) <= TAP_PX || !drag.does.startsWith("may")) return;
    const isAlong = along > 2 * across;
    drag.x = x;
    drag.does = !isAlong ? "nothing" : drag.does === "maySeek" ? "seek" : "pan";
  }

  #drags(drag: Drag, x: number): void {
    if (drag.does === "pan") {
      this.hands.panBy(drag.x - x);
      this.host.resized();
    } else if (drag.does === "seek") {
      this.hands.seekTo(x);
      this.host.moved();
    }
    drag.x = x;
  }

  #point(x: number, y: number): void {
    const handles = this.picture.playground.hasHandle(x, y, FINE_PX) ? "ew-resize" : "";
    this.picture.canvas.style.cursor = this.#fold.isAt(x, y) ? "pointer" : handles;
    this.host.pointed(this.hands.hover(x, y) ?? null, x, y);
  }

  #leave(event: PointerEvent): void {
    if (this.#drag || this.#handle !== undefined || event.pointerType === "touch") return;
    this.host.pointed(this.hands.hover(-1, -1) ?? null, -1, -1);
  }
}
