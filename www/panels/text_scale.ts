// How large a reader has texts: the picture is painted as much larger.

/** The size of texts where a reader has set none, in CSS pixels. */
const USUAL_PX = 16;

/** What is as large as a reader has texts, whatever the page's root is: the inside of an element. */
let sized: Element | undefined;

/** Takes over what is as large as a reader has texts. */
export function sizedAs(element: Element): void {
  sized = element;
}

/** Returns the size of texts, in CSS pixels. */
export function usualPx(): number {
  const element = sized?.isConnected ? sized : document.documentElement;
  return parseFloat(getComputedStyle(element).fontSize) || USUAL_PX;
}

/** Returns how many times larger than usual texts are, at least 1. */
export function textScale(): number {
  return Math.max(1, usualPx() / USUAL_PX);
}
