// What is said in the picture and below it, its legend, its controls.

import { css } from "./css.ts";

export const telling = css`
  .facts {
    position: absolute;
    z-index: 3;
    --facts-width: min(280px, calc(100% - 8px));
    width: max-content;
    max-width: var(--facts-width);
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2 / 3);
    background: var(--card);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
    font-size: 0.875rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .facts.dragged {
    color: var(--accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .facts.refused {
    inset: auto auto 8px 12px;
  }
  .find {
    width: 9em;
    padding: 0 10px;
    font-size: 0.875rem;
    font-weight: 400;
  }
  /* A screen that is touched has no keys. */
  @media (pointer: coarse) {
    .question {
      display: none;
    }
  }
  .keys {
    max-width: min(440px, calc(100% - 24px));
    padding: 16px 20px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2 / 3);
    background: var(--card);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
    font-size: 0.875rem;
  }
  .keys dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 14px;
  }
  .keys kbd {
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font: inherit;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 10px 16px 0;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .legend:last-child {
    padding-block-end: 12px;
  }
  .legend i {
    display: inline-block;
    width: 16px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 3px;
    background: var(--ink, currentColor);
  }
  .legend svg {
    width: 13px;
    height: 13px;
    vertical-align: -2px;
  }
  .legend .ready {
    height: 6px;
    vertical-align: 2px;
  }
  .legend .idle {
    height: 2px;
    vertical-align: 4px;
  }
  .bar {
    display: flex;
    gap: 8px;
    align-items: stretch;
    padding: 4px 16px 14px;
  }
  .bar button {
    min-height: 2.75rem;
    border-radius: calc(var(--radius) * 5 / 6);
  }
  /* Five buttons have no room for all their words. */
  .bar.live .words {
    display: none;
  }
  .bar [aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
  }
  .bar .next {
    flex: 0 1 12rem;
    font-size: 1rem;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 8px 16px 10px;
  }
  .controls .group {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex-wrap: wrap;
  }
  .controls button,
  .controls select {
    min-height: 2.25rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .controls button.icon,
  .controls .segments button:has(svg),
  .controls .question {
    min-width: 2.25rem;
    padding: 0;
    border-color: transparent;
  }
  .controls select {
    border-color: transparent;
    text-overflow: ellipsis;
  }
  .compare select {
    max-width: 10rem;
    text-overflow: ellipsis;
  }
  .controls .segments button[aria-pressed="true"] {
    color: var(--accent);
  }
  .time,
  .when,
  .wall-time,
  .moment {
    font-variant-numeric: tabular-nums;
  }
  .time {
    color: var(--muted);
    font-size: 0.875rem;
  }
  /* One line, or four, have the same room: what is below stays where it is. */
  .telling {
    min-height: 5.5rem;
    padding: 10px 16px 6px;
    border-block-start: 1px solid var(--line);
  }
  .when {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .when .selected::before {
    content: "· ";
  }
  .said {
    /* Five lines; a longer sentence scrolls, so that nothing below it moves. */
    height: 7em;
    overflow-y: auto;
    font-size: 1.0625rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
`;
