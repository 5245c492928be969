// The rooms of the element, and the cards in them.

import { css } from "./css.ts";

export const rooms = css`
  .playground {
    display: grid;
    gap: 12px;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "top" "timeline" "telling" "tools" "parameters" "code" "loop" "console" "account" "figures" "transcript";
  }
  .player {
    display: contents;
  }
  .tabs {
    display: none;
  }
  ::slotted([slot="top"]) {
    grid-area: top;
  }
  slot[name="top"] {
    display: contents;
  }
  .side {
    display: contents;
  }
  .code-card {
    grid-area: code;
  }
  .parameters-card {
    grid-area: parameters;
  }
  .timeline-card {
    grid-area: timeline;
  }
  .telling-card {
    grid-area: telling;
  }
  .console-card {
    grid-area: console;
  }
  .account {
    grid-area: account;
  }
  .loop-card {
    grid-area: loop;
  }
  .figures-card {
    grid-area: figures;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    min-width: 0;
  }
  /* Nothing lies over the round corners of what scrolls, nor over its lower edge. */
  .code-card,
  .console-card,
  .transcript-card {
    overflow: hidden;
  }
  .card > :focus-visible {
    outline-offset: -3px;
  }
  .tools-card {
    grid-area: tools;
  }
  /* Picture, sentence, loop and tools are one sheet. */
  .timeline-card,
  .telling-card,
  .view-full .loop-card {
    margin-block-end: -12px;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .telling-card,
  .view-full .loop-card,
  .tools-card {
    border-block-start: 0;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 12px;
    flex-wrap: wrap;
    min-height: 2.75rem;
    padding: 4px 16px;
    border-block-end: 1px solid var(--line);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .muted,
  .help,
  .file {
    color: var(--muted);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .notice {
    margin-block-end: 12px;
    padding: 10px 16px;
    border: 1px solid var(--lit-edge);
    border-radius: var(--radius);
    background: var(--lit);
    /* It quotes what was typed. */
    overflow-wrap: anywhere;
  }
`;
