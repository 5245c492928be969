// The console and the inside of the loop.

import { css } from "lit";

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
    padding: 10px 16px 14px;
    font: 13px/1.7 var(--mono);
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
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 6px 12px;
    padding: 12px 16px 14px;
    font-size: 14px;
  }
  dt {
    color: var(--muted);
    padding-block: 2px;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .chip {
    border: 1px solid var(--line);
    border-radius: 99px;
    padding: 1px 10px;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  dd > .muted {
    padding-block: 2px;
  }
`;
