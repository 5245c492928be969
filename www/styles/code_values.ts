// The field of a value that is changed where it stands in the code.

import { css } from "./css.ts";

export const codeValues = css`
  .code .value-field {
    min-width: 0;
    min-height: 0;
    height: 1.5em;
    padding: 0 3px;
    border: 1px solid var(--accent);
    border-radius: 4px;
    background: var(--card);
    color: inherit;
    font: inherit;
    text-indent: 0;
    vertical-align: baseline;
  }
  .code .value-field[aria-invalid="true"] {
    border-color: var(--error);
  }
  .value-said {
    display: block;
    color: var(--error);
    font: 0.875rem/1.4 system-ui, sans-serif;
    text-indent: 0;
  }
`;
