// The timeline, as long as there is nothing but its picture.

import { css } from "./css.ts";

export const timeline = css`
  .stage {
    position: relative;
    padding: 8px 12px 4px;
    min-height: 96px;
    border-radius: 4px;
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  .scroller {
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  canvas {
    display: block;
    position: sticky;
    top: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .later {
    padding: 12px 16px;
  }
  .start {
    position: absolute;
    inset: 0;
    width: max-content;
    height: 44px;
    margin: auto;
  }
`;
