// Buttons, choices and fields.

import { css } from "lit";

export const controls = css`
  button,
  select,
  input[type="text"],
  input[type="search"] {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: inherit;
    font: inherit;
    font-size: 14px;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 0 14px;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
  }
  button.icon {
    min-width: 40px;
    padding: 0;
  }
  button:disabled,
  button[aria-disabled="true"] {
    opacity: 0.45;
    cursor: default;
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.quiet {
    margin-inline-start: auto;
    min-height: 32px;
    border-color: transparent;
    color: var(--accent);
    padding: 0 8px;
  }
  @media (hover: hover) {
    button:hover:enabled:not([aria-disabled="true"]),
    select:hover {
      border-color: var(--muted);
    }
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  select {
    padding: 0 8px;
  }
  .choices {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-inline-start: auto;
    font-weight: 400;
  }
  .zoom + .choices {
    margin-inline-start: 0;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
    font-size: 13px;
  }
  .choice select {
    color: var(--ink);
  }
  h3 .choice select,
  h3 .segments button,
  h3 .question {
    min-height: 34px;
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
    padding: 0 10px;
  }
  .segments button:first-child {
    border-start-start-radius: 8px;
    border-end-start-radius: 8px;
  }
  .segments button:last-child {
    border-start-end-radius: 8px;
    border-end-end-radius: 8px;
  }
  .segments button + button {
    border-inline-start: none;
  }
  .segments button[aria-pressed="true"] {
    background: color-mix(in srgb, var(--accent) 14%, var(--card));
    color: var(--accent);
    font-weight: 600;
  }
`;
