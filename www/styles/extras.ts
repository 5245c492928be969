// Cards that open, and what is there of the exports before they are asked for.

import { css } from "./css.ts";

export const extras = css`
  .transcript-card {
    grid-area: transcript;
    align-self: start;
  }
  summary {
    list-style: none;
    border-radius: var(--radius);
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary h3 {
    gap: 8px;
    border-block-end-color: transparent;
  }
  [open] > summary h3 {
    border-block-end-color: var(--line);
  }
  [open] > summary svg {
    rotate: 90deg;
  }
  .stage.dropping {
    outline: 2px dashed var(--accent);
    outline-offset: -3px;
  }
  .controls .file {
    margin-inline-start: 0;
    max-width: 24ch;
    overflow: hidden;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
