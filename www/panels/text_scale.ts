// How large a reader has texts: the picture is painted as much larger.

/** The size of texts where a reader has set none, in CSS pixels. */
const USUAL_PX = 16;

/** Returns the size of texts, in CSS pixels. */
export function rootPx(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_PX;
}

/** Returns how many times larger than usual texts are, at least 1. */
export function textScale(): number {
  return Math.max(1, rootPx() / USUAL_PX);
}
