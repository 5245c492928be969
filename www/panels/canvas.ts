// The canvas of a timeline: its size, its pixels, its pointer.
//
// Rust lays the picture out and paints it; this file only keeps the canvas as large as its place,
// as sharp as the screen, and tells where the pointer is. The picture has pixels of its own: those of CSS,
// and larger ones where a reader has larger texts.

import { aroundOf, handsOf, loadHands, type Playground } from "../element/engine.ts";
import { late } from "../element/loading.ts";
import type { Dress, ShownTheme } from "../element/place/theme.ts";
import type { CanvasPointer } from "./gestures/canvas_pointer.ts";
import { AXIS_PX, type CanvasHost, FINE_PX, type PointedPicture, TOUCH_PX } from "./gestures/pointed_picture.ts";
import { whileNear } from "../element/place/near.ts";
import { textScale } from "./text_scale.ts";

/** How a picture is to look. */
export interface Look {
  axis: string;
  theme: ShownTheme;
  dress: Dress;
}

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

export class TimelineCanvas implements PointedPicture {
  readonly #observer: ResizeObserver;
  /** Sees whether a reader is near. */
  readonly #near: IntersectionObserver;
  readonly #released = new AbortController();
  /** What a pointer does, once it is loaded. */
  #pointer: CanvasPointer | undefined;
  /** What a pointer has done by then. */
  #early: (PointerEvent | WheelEvent)[] = [];
  #width = 0;
  #dress: Dress | undefined;

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
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(scroller);
    this.#near = whileNear(canvas, { near: () => canvas.width || host.resized(), far: () => (canvas.width = 0) });
    const signal = this.#released.signal;
    scroller.addEventListener("scroll", () => host.resized(), { passive: true, signal });
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"] as const) {
      canvas.addEventListener(type, (event) => this.#take(event), { signal });
    }
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false, signal });
    // What a finger has tapped at is told until the next touch.
    window.addEventListener("pointerdown", (event) => this.#elsewhere(event), { signal });
    canvas.addEventListener("touchstart", (event) => this.#touch(event), { passive: false, signal });
    this.#measure();
  }

  /** Gives observers and listeners back. */
  release(): void {
    this.#observer.disconnect();
    this.#near.disconnect();
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

  /** Returns where something is in the picture. */
  placeOf(event: MouseEvent | Touch): { x: number; y: number } {
    const [box, scale] = [this.canvas.getBoundingClientRect(), textScale()];
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  }

  /** Keeps the page from scrolling under a finger that takes a handle. */
  #touch(event: TouchEvent): void {
    const [touch, ...more] = event.touches;
    if (!touch || more.length > 0) return;
    const { x, y } = this.placeOf(touch);
    // While the page scrolls already, it goes on.
    const takes = event.cancelable && (this.#pointer?.holds || aroundOf(this.playground)?.hasHandle(x, y, TOUCH_PX));
    if (takes) event.preventDefault();
  }

  /** Keeps the page from scrolling, or from zooming, if a wheel does that with the picture. */
  #wheel(event: WheelEvent): void {
    const [sideways, down] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    const zooms = event.ctrlKey || event.metaKey;
    if (!zooms && !(this.playground.isZoomed && Math.abs(sideways) > Math.abs(down))) return;
    event.preventDefault();
    this.#take(event);
  }

  /** Takes what a pointer does: at once if that is loaded, and else in its turn once it is. */
  #take(event: PointerEvent | WheelEvent): void {
    if (this.#pointer) return this.#pointer.take(event);
    this.#early.push(event);
    if (this.#early.length === 1) this.host.waits(this.#load().catch((error: unknown) => this.#fail(error)));
  }

  async #load(): Promise<void> {
    const load = late("pointer", () => import("./gestures/canvas_pointer.ts"));
    const [{ CanvasPointer }] = await Promise.all([load, loadHands()]);
    const hands = handsOf(this.playground);
    if (!hands || this.#released.signal.aborted) return;
    this.#pointer = new CanvasPointer(this, hands);
    const early = this.#early;
    this.#early = [];
    for (const event of early) this.#pointer.take(event);
  }

  #fail(error: unknown): void {
    // A pointer that only passes asks for nothing.
    const isMeant = this.#early.some(({ type }) => type === "pointerdown" || type === "wheel");
    this.#early = [];
    if (isMeant) throw error;
  }

  #elsewhere(event: PointerEvent): void {
    const isHere = event.composedPath().includes(this.canvas);
    if (event.pointerType === "touch" && !isHere) this.host.pointed(null, -1, -1);
  }
}
