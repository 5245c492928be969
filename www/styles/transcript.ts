// The list of the transcript, loaded with it.

import { css } from "./css.ts";

export const transcript = css`
  .transcript {
    position: relative;
    max-height: 340px;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 6px 0;
    border-radius: 0 0 var(--radius) var(--radius);
    font-size: 0.9375rem;
  }
  .nothing {
    padding: 12px 16px 14px;
  }
  .transcript button {
    display: grid;
    grid-template-columns: 6.5ch minmax(0, 11ch) minmax(0, 1fr);
    gap: 0 14px;
    align-items: baseline;
    width: 100%;
    min-height: 0;
    padding: 5px 16px;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: inherit;
    text-align: start;
    white-space: normal;
  }
  .transcript .moment {
    color: var(--muted);
    text-align: end;
  }
  .transcript .task {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .transcript .words {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .transcript [aria-current] button {
    background: var(--lit);
    box-shadow: inset 3px 0 var(--lit-edge);
  }
  .transcript button:focus-visible {
    outline-offset: -3px;
  }
  @media (hover: hover) {
    .transcript li:not([aria-current]) button:hover {
      background: color-mix(in srgb, var(--accent) 7%, transparent);
    }
  }
  @media (pointer: coarse) {
    .transcript button {
      min-height: 40px;
    }
  }
  @container (max-width: 35em) {
    .transcript button {
      grid-template-columns: max-content minmax(0, 1fr);
      padding-block: 7px;
    }
    .transcript .words {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .transcript [aria-current] button {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
