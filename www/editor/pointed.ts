// What of the picture is pointed at, or chosen by a key, and where its facts stand. They follow the picture
// when it scrolls, and go as soon as the reader does anything else: then their span may be elsewhere.

import type { ReactiveController } from "lit";

import type { Message, SpanFacts } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import { textScale } from "../panels/text_scale.ts";
import type { PointedSpan } from "./pointed_span.ts";

export class Pointed implements ReactiveController {
  /** The facts of a span, and the place beside which they stand, in the picture's own pixels. */
  facts: PointedSpan | null = null;
  /** How far the picture was scrolled when it was pointed at. */
  #scrolled = 0;
  /** Whether facts are still seen that are gone. */
  #isStale = false;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.host.renderRoot;
    // The element's own root goes with it, and so do these.
    for (const type of ["keydown", "click", "wheel", "change"]) {
      root.addEventListener(type, this.#did, { capture: true, passive: true });
    }
    root.addEventListener("scroll", this.#scroll, { capture: true, passive: true });
  }

  hostUpdated(): void {
    this.#isStale = false;
  }

  /** Shows the facts of a span beside a place, or none. */
  readonly point = (facts: SpanFacts | null, x: number, y: number, why: Message | null = null): void => {
    const { edits } = this.host;
    if (facts === null && this.facts === null && !edits.isTold) return;
    edits.isTold = false;
    this.facts = facts && { facts, x, y, why };
    // Of a sleep whose end cannot be dragged it is said why.
    if (this.facts?.facts.isFixed && !why) void edits.explain(this.facts).catch(() => {});
    this.#scrolled = this.#scroller?.scrollTop ?? 0;
    this.host.requestUpdate();
  };

  get #scroller(): Element | null {
    return this.host.renderRoot.querySelector(".stage .scroller");
  }

  readonly #did = ({ type, target }: Event): void => {
    // A click in the picture has chosen what is there, and a field in which a task is found has found it.
    if (type === "click" && target instanceof HTMLCanvasElement) return;
    if (type === "change" && target instanceof HTMLInputElement && target.type === "search") return;
    const { edits } = this.host;
    if (this.facts === null && !edits.isTold) return;
    this.facts = null;
    edits.isTold = false;
    // What the reader does is rendered in most cases: only what is not has a frame of its own.
    this.#isStale = true;
    requestAnimationFrame(() => this.#isStale && this.host.requestUpdate());
  };

  readonly #scroll = ({ target }: Event): void => {
    const [scroller, shown] = [this.#scroller, this.facts];
    if (!shown || !scroller || target !== scroller) return;
    const scale = textScale();
    const y = shown.y + (this.#scrolled - scroller.scrollTop) / scale;
    const isSeen = y >= 0 && y <= scroller.clientHeight / scale;
    this.point(isSeen ? shown.facts : null, shown.x, y, shown.why);
  };
}
