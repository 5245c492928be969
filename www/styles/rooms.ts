// The rooms of the element, and the cards in them.

import { css } from "lit";

export const rooms = css`
  .playground {
    display: grid;
    gap: 12px;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "timeline" "telling" "parameters" "code" "console" "loop" "figures" "transcript";
  }
  .view-timeline {
    grid-template-areas: "timeline" "telling";
  }
  .view-compact {
    grid-template-areas: "timeline" "telling" "parameters";
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
  .loop-card {
    grid-area: loop;
  }
  .figures-card {
    grid-area: figures;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 12px;
    min-width: 0;
  }
  .timeline-card {
    position: sticky;
    top: 0;
    z-index: 2;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    margin-block-end: -13px;
  }
  .telling-card {
    border-block-start-color: transparent;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 12px;
    flex-wrap: wrap;
    min-height: 44px;
    padding: 4px 16px;
    border-block-end: 1px solid var(--line);
    font-size: 14px;
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
    border-radius: 12px;
    background: var(--lit);
  }
`;
