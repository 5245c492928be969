// The fields of the parameters.

import { css } from "./css.ts";

export const parameters = css`
  .parameters {
    display: grid;
    gap: 4px 0;
    padding: 12px 16px 14px;
  }
  .undo {
    display: inline-flex;
  }
  .undo button {
    border-color: transparent;
    color: var(--accent);
  }
  .undo button[aria-disabled="true"] {
    color: var(--muted);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(5.25rem, max-content) minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
  }
  .field label {
    font: 0.875rem var(--mono);
    overflow-wrap: anywhere;
  }
  .field .help,
  .field .refusal {
    grid-column: 1 / -1;
    font-size: 0.875rem;
    line-height: 1.4;
    min-height: 1.4em;
    margin-block-end: 6px;
  }
  .field select,
  .field-address input[type="text"],
  .field-urls > input[type="text"] {
    grid-column: 2 / -1;
  }
  .field input[type="text"] {
    width: 100%;
    padding: 0 10px;
    font-variant-numeric: tabular-nums;
  }
  .number {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .field .number input[type="text"] {
    width: 5em;
    text-align: end;
  }
  .unit {
    color: var(--muted);
  }
  input[type="range"] {
    width: 100%;
    min-width: 60px;
    height: 40px;
    margin: 0;
    accent-color: var(--accent);
    touch-action: pan-y;
    cursor: pointer;
  }
  input[aria-invalid="true"] {
    border-color: var(--error);
  }
  .refusal {
    color: var(--error);
    overflow-wrap: anywhere;
  }
  .urls {
    display: grid;
    gap: 4px;
    order: 1;
    grid-column: 1 / -1;
  }
  .field-urls .help,
  .field-urls .refusal {
    margin-block: 6px 0;
  }
  .urls li {
    display: grid;
    grid-template-columns: minmax(3rem, 6rem) minmax(0, 1fr) auto 40px;
    gap: 8px;
    align-items: center;
  }
  .urls .url {
    overflow: hidden;
    font: 0.875rem/1.5 var(--mono);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .urls .refusal {
    grid-column: 1 / -1;
  }
  .urls button {
    border-color: transparent;
    color: var(--muted);
  }
  button.add {
    order: 2;
    grid-column: 1 / -1;
    justify-self: start;
    border-color: transparent;
    color: var(--accent);
    padding-inline: 4px;
  }
`;
