// The second picture of a comparison: loaded with it.

import { css } from "./css.ts";

export const comparison = css`
  .beside {
    position: relative;
    padding: 4px 12px;
    border-block-start: 1px solid var(--line);
  }
  .compared {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding-inline-start: 4px;
    font-size: 0.875rem;
    color: var(--muted);
  }
  .compared > span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .compared .difference {
    color: var(--ink);
  }
  .compared-said {
    padding: 4px 4px 8px;
    min-height: 3.4em;
  }
  .compared button {
    border-color: transparent;
  }
`;
