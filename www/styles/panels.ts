// The console and the inside of the loop.

import { css } from "./css.ts";

export const panels = css`
  .wall-time {
    margin-inline-start: auto;
    color: var(--muted);
    font-weight: 400;
  }
  .wall-time b {
    color: var(--ink);
  }
  .console,
  .inside {
    max-height: 320px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .console {
    height: 13rem;
    padding: 10px 16px 14px;
    font: 0.875rem/1.7 var(--mono);
  }
  .console li {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  .console .moment {
    flex: none;
    min-width: 5ch;
    color: var(--muted);
    text-align: end;
  }
  .console .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .console .log .text {
    color: var(--error);
  }
  .console img {
    flex: none;
    margin: 2px 0 4px auto;
    border-radius: 4px;
    object-fit: cover;
  }
  .inside dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr);
    gap: 6px 12px;
    align-items: start;
    padding: 10px 16px 12px;
  }
  /* Neither grows nor shrinks from stop to stop, so that nothing below moves. */
  .inside {
    height: 9rem;
    overflow-y: auto;
    border-block-start: 1px solid var(--line);
  }
  /* The names of its rows say what it is. */
  .loop-card h3 {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  dt {
    color: var(--muted);
    padding-block: 2px;
    font-size: 0.9375rem;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    min-height: 1.75rem;
    font-size: 0.9375rem;
  }
  .chip {
    border: 1px solid var(--line);
    border-radius: 99px;
    padding: 1px 10px;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .loop-running .chip {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--card);
    font-weight: 600;
  }
  dd > .muted {
    padding-block: 2px;
  }
`;
