// Buttons, choices and fields.

import { css } from "./css.ts";

export const controls = css`
  button,
  select,
  input[type="text"],
  input[type="search"] {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2 / 3);
    background: var(--card);
    color: inherit;
    font: inherit;
    font-size: 0.9375rem;
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
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .choice select {
    color: var(--ink);
  }
  h3 .segments button {
    min-height: 2.25rem;
  }
  /* A finger needs more room. */
  @media (pointer: coarse) {
    .playground :is(button, select, input[type="text"], input[type="range"]) {
      min-height: 2.75rem;
    }
    .playground button.icon {
      min-width: 2.75rem;
    }
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
    padding: 0 10px;
  }
  .segments button:first-child {
    border-start-start-radius: calc(var(--radius) * 2 / 3);
    border-end-start-radius: calc(var(--radius) * 2 / 3);
  }
  .segments button:last-child {
    border-start-end-radius: calc(var(--radius) * 2 / 3);
    border-end-end-radius: calc(var(--radius) * 2 / 3);
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
