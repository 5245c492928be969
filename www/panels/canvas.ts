// The canvas of a timeline: its size, its pixels, its pointer.
//
// Rust lays the picture out and paints it; this file only keeps the canvas as large as its place,
// as sharp as the screen, and tells where the pointer is. The picture has pixels of its own: those of CSS,
// and larger ones where a reader has larger texts.

import type { Playground, SpanFacts } from "../element/engine.ts";
import { FoldGesture } from "./gestures/fold_gesture.ts";
import type { Dress, ShownTheme } from "../element/place/theme.ts";
import { textScale } from "./text_scale.ts";
import { ZoomGestures } from "./gestures/zoom_gestures.ts";

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

/** How a picture is to look. */
export interface Look {
  axis: string;
  theme: ShownTheme;
  dress: Dress;
}

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

/** How wide and high the place is at which a handle is taken: by a finger, and by what points finely. */
const [TOUCH_PX, FINE_PX] = [40, 16];

/** Whether the reader's usual pointer is a finger. */
let coarse: MediaQueryList | undefined;

/** Whether the reader likes less motion. */
let still: MediaQueryList | undefined;

/** The highest that a timeline is before its lanes scroll. */
const HEIGHT_MAX_PX = 470;

/** The highest on a phone, where sliders must stay in view below it. */
const HEIGHT_MAX_NARROW_PX = 300;

/** The part of a low or narrow screen that a timeline takes at most, and the least that it is high. */
const [HEIGHT_SHARE, HEIGHT_LEAST_PX] = [0.29, 132];

/** A screen is on its side below this height. */
const LOW_PX = 500;

/** The height of the axis above the rows, and that in which a finger takes it. */
const [AXIS_PX, AXIS_TOUCH_PX] = [30, 44];

/** A finger that moves farther makes no tap. */
const TAP_PX = 8;

export class TimelineCanvas {
  readonly #observer: ResizeObserver;
  readonly #released = new AbortController();
  readonly #gestures: ZoomGestures;
  readonly #fold: FoldGesture;
  #width = 0;
  #dress: Dress | undefined;
  #drag: Drag | undefined;
  /** The pointer that drags a handle, and where it took it. */
  #handle: { pointer: number; from: Position } | undefined;

  readonly canvas: HTMLCanvasElement;
  /** As high as the rows that are out of sight. */
  readonly #spacer: HTMLElement;

  constructor(
    readonly scroller: HTMLElement,
    readonly playground: Playground,
    readonly host: CanvasHost,
  ) {
    const canvas = scroller.firstElementChild as HTMLCanvasElement;
    this.canvas = canvas;
    this.#spacer = scroller.lastElementChild as HTMLElement;
    this.#gestures = new ZoomGestures(playground, () => host.resized());
    this.#fold = new FoldGesture(playground);
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(scroller);
    const signal = this.#released.signal;
    scroller.addEventListener("scroll", () => host.resized(), { passive: true, signal });
    canvas.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.#move(event), { signal });
    canvas.addEventListener("pointerup", (event) => this.#up(event), { signal });
    canvas.addEventListener("pointercancel", (event) => this.#up(event), { signal });
    canvas.addEventListener("wheel", (event) => this.#gestures.wheel(event, this.#place(event).x), {
      passive: false,
      signal,
    });
    canvas.addEventListener("pointerleave", (event) => this.#leave(event), { signal });
    // What a finger has tapped at is told until the next touch.
    window.addEventListener("pointerdown", (event) => this.#elsewhere(event), { signal });
    canvas.addEventListener("touchstart", (event) => this.#touch(event), { passive: false, signal });
    this.#measure();
  }

  /** Gives observers and listeners back. */
  release(): void {
    this.#observer.disconnect();
    this.#released.abort();
  }

  /** Paints the picture as it is now. */
  paint({ axis, theme, dress }: Look): void {
    const scale = textScale();
    const width = this.#width / scale;
    if (width <= 0) return;
    const max = this.#heightMax / scale;
    const cx = this.canvas.getContext("2d", { alpha: false });
    if (!cx) return;
    if (this.#dress !== dress) this.playground.setDress(dress.accent, dress.font, dress.roundness);
    this.#dress = dress;
    this.playground.setStill((still ??= matchMedia("(prefers-reduced-motion: reduce)")).matches);
    this.playground.setHandleTarget((coarse ??= matchMedia("(pointer: coarse)")).matches ? TOUCH_PX : FINE_PX);
    // The height follows from the number of lanes, which only Rust knows: lay out once more if it
    // has changed.
    let height = Math.min(this.canvas.clientHeight / scale || max, max);
    for (let tries = 0; tries < 2; tries++) {
      this.#scale(cx, width, height, scale);
      const whole = this.playground.paint(cx, width, max, this.scrolled, axis, theme);
      const wanted = Math.min(whole, max);
      this.#spacer.style.height = `${Math.max(0, whole - wanted) * scale}px`;
      this.scroller.style.height = `${wanted * scale}px`;
      if (Math.abs(wanted - height) < 0.5) return;
      height = wanted;
    }
  }

  get #heightMax(): number {
    if (!this.host.isPhone()) return HEIGHT_MAX_PX;
    const share = (innerHeight <= LOW_PX ? 1.4 : 1) * HEIGHT_SHARE;
    return Math.max(HEIGHT_LEAST_PX, Math.min(HEIGHT_MAX_NARROW_PX, innerHeight * share));
  }

  /** Makes the canvas as sharp as the screen. */
  #scale(cx: CanvasRenderingContext2D, width: number, height: number, scale: number): void {
    const ratio = (window.devicePixelRatio || 1) * scale;
    const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== pixelWidth || this.canvas.height !== pixelHeight) {
      this.canvas.width = pixelWidth;
      this.canvas.height = pixelHeight;
      this.canvas.style.width = `${width * scale}px`;
      this.canvas.style.height = `${height * scale}px`;
    }
    cx.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  #measure(): void {
    const width = this.scroller.clientWidth;
    if (width !== this.#width) {
      this.#width = width;
      this.host.resized();
    }
  }

  /** How wide the picture is. */
  get width(): number {
    return this.#width / textScale();
  }

  /** How much of the picture is scrolled away. */
  get scrolled(): number {
    return this.scroller.scrollTop / textScale();
  }

  /** Scrolls as little as shows what is so far down. */
  reveal(y: number): void {
    const { scroller, scrolled } = this;
    const scale = textScale();
    const height = scroller.clientHeight / scale;
    if (y < scrolled + AXIS_PX + 20) scroller.scrollTop = (y - AXIS_PX - 40) * scale;
    else if (y > scrolled + height - 40) scroller.scrollTop = (y - height + 60) * scale;
  }

  #place(event: MouseEvent | Touch): { x: number; y: number } {
    const [box, scale] = [this.canvas.getBoundingClientRect(), textScale()];
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  }

  /** Keeps the page from scrolling under a finger that takes a handle. */
  #touch(event: TouchEvent): void {
    const [touch, ...more] = event.touches;
    if (!touch || more.length > 0) return;
    const { x, y } = this.#place(touch);
    // While the page scrolls already, it goes on.
    const takes = event.cancelable && (this.#handle !== undefined || this.playground.hasHandle(x, y, TOUCH_PX));
    if (takes) event.preventDefault();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#handle !== undefined) return;
    const { x, y } = this.#place(event);
    const isFinger = event.pointerType === "touch";
    if (!this.#drag && this.host.edits?.grab(x, y, isFinger ? TOUCH_PX : FINE_PX)) {
      this.canvas.setPointerCapture(event.pointerId);
      this.#handle = { pointer: event.pointerId, from: { x, y } };
      return;
    }
    this.canvas.setPointerCapture(event.pointerId);
    this.#gestures.down(event, x, y);
    if (this.#gestures.isPinching) {
      this.#drag = undefined;
      return;
    }
    if (this.#fold.down(event, x, y)) return;
    const does = isFinger ? this.#touched(x, y) : this.#pressed(y);
    this.#drag = { x, from: { x, y }, does };
    if (does !== "seek") return;
    this.playground.seekTo(x);
    this.#point(x, y);
    this.host.moved();
  }

  /** Where there is more to be seen a mouse moves the picture, and the axis moves the playhead. */
  #pressed(y: number): Drag["does"] {
    return this.playground.isZoomed && y > AXIS_PX ? "pan" : "seek";
  }

  /** A finger may move the playhead along the axis, or by the playhead itself. */
  #touched(x: number, y: number): Drag["does"] {
    const isAtPlayhead = Math.abs(x - this.playground.playheadX()) <= TOUCH_PX / 2;
    if (y <= AXIS_TOUCH_PX || isAtPlayhead) return "maySeek";
    return this.playground.isZoomed ? "mayPan" : "nothing";
  }

  #up(event: PointerEvent): void {
    const { x, y } = this.#place(event);
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
    this.playground.seekTo(x);
    this.host.pointed(this.playground.select(x, y) ?? null, x, y);
    this.host.moved();
  }

  #move(event: PointerEvent): void {
    const { x, y } = this.#place(event);
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
      this.playground.panBy(drag.x - x);
      this.host.resized();
    } else if (drag.does === "seek") {
      this.playground.seekTo(x);
      this.host.moved();
    }
    drag.x = x;
  }

  #point(x: number, y: number): void {
    const handles = this.playground.hasHandle(x, y, FINE_PX) ? "ew-resize" : "";
    this.canvas.style.cursor = this.#fold.isAt(x, y) ? "pointer" : handles;
    this.host.pointed(this.playground.hover(x, y) ?? null, x, y);
  }

  #leave(event: PointerEvent): void {
    if (this.#drag || this.#handle !== undefined || event.pointerType === "touch") return;
    this.host.pointed(this.playground.hover(-1, -1) ?? null, -1, -1);
  }

  #elsewhere(event: PointerEvent): void {
    const isHere = event.composedPath().includes(this.canvas);
    if (event.pointerType === "touch" && !isHere) this.host.pointed(null, -1, -1);
  }
}
