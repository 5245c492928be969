// The colours that a system insists on: loaded where it does. What is chosen, lit or wrong is told by lines
// and by the system's own colour for what is chosen; states by the patterns that they have in the picture.

import { css } from "./css.ts";

export const forced = css`
  @media (forced-colors: active) {
    .shell :is([aria-pressed="true"], [aria-selected="true"], .primary:enabled, .loop-running .chip) {
      border-color: Highlight !important;
      background: Highlight !important;
      color: HighlightText !important;
      forced-color-adjust: none;
    }
    .shell :is(:disabled, [aria-disabled="true"]) {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    .code .lit {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    details:not([open]) > summary h3 {
      border-block-end: 0;
    }
    .code .pointed {
      outline: 1px dashed Highlight;
      outline-offset: -1px;
    }
    [aria-invalid="true"] {
      border-style: dashed;
    }
    .legend i {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
    .legend .waiting {
      background: radial-gradient(CanvasText 1px, transparent 1.5px) 0 4px / 5px 8px;
    }
    .legend .fetching {
      background: repeating-linear-gradient(transparent 0 2px, CanvasText 2px 3px);
    }
    .legend :is(.blocking, .working) {
      background: repeating-linear-gradient(135deg, transparent 0 3px, CanvasText 3px 4px);
    }
  }
`;
