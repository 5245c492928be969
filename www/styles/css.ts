// How the element's styles are written: with `rem`, which is the size of texts that the reader has in any page.
//
// A page may make its root small (`html { font-size: 62.5% }`) to count in tens, or large. What the element calls
// `rem` is `medium`, which no page changes, and readers do. The shell says how large that is.

import { type CSSResult, unsafeCSS } from "lit";

/** Reads a style, in which a `rem` is what a reader calls a usual size. Conditions of containers have `em`. */
export function css(parts: TemplateStringsArray, ...inner: CSSResult[]): CSSResult {
  const texts = parts.map((part, index) => part.replace(/([\d.]+)rem/g, "calc($1*var(--interleave-rem))") + (inner[index] ?? ""));
  return unsafeCSS(texts.join(""));
}

try {
  // A length, or it would be another one in each smaller text.
  CSS.registerProperty({ name: "--interleave-rem", syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // There is no page, or another version has said so.
}
