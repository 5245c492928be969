// What is under the pointer, or selected: a span, and where its facts are shown.

import type { Message, SpanFacts } from "../element/engine.ts";

/** A span, and the place beside which its facts stand, in the picture's own pixels. */
export interface PointedSpan {
  facts: SpanFacts;
  x: number;
  y: number;
  /** Why its end cannot be dragged, of a sleep whose end cannot be, once that is known. */
  why: Message | null;
}
