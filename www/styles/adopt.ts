// Styles that come later: those of what is loaded when it is asked for.

import type { CSSResult } from "lit";

/** Gives an element more styles. */
export function adopt(host: { renderRoot: ParentNode }, { styleSheet }: CSSResult): void {
  if (styleSheet) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styleSheet);
}
