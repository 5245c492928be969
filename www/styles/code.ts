// The code and its colours.

import { css } from "./css.ts";

export const code = css`
  .code-card h3 {
    /* The name gives way first; with large texts on a small screen there are two rows. */
    flex-wrap: wrap;
    gap: 10px;
  }
  .file {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
    /* As high as letters with their underscores. */
    font: 0.875rem/1.6 var(--mono);
  }
  .own {
    padding: 8px 14px 0;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .code-scroller {
    position: relative;
    max-height: 330px;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: 0 0 var(--radius) var(--radius);
  }
  .code {
    padding: 10px 0;
    counter-reset: line;
    font: 0.875rem/1.6 var(--mono);
  }
  .code li {
    display: grid;
    grid-template-columns: 2.6em minmax(0, 1fr);
    padding-inline-end: 12px;
    counter-increment: line;
  }
  .code li::before {
    content: counter(line);
    padding-inline-end: 0.9em;
    color: var(--comment);
    text-align: end;
    user-select: none;
  }
  /* What does not fit goes on in the next line, two characters deeper. */
  .code code {
    --hang: calc((var(--in, 0) * 4 + 2) * 1ch);
    padding-inline-start: var(--hang);
    text-indent: calc(-1 * var(--hang));
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .in-1 {
    --in: 1;
  }
  .in-2 {
    --in: 2;
  }
  .in-3 {
    --in: 3;
  }
  .in-4 {
    --in: 4;
  }
  .in-5 {
    --in: 5;
  }
  .in-6 {
    --in: 6;
  }
  .in-7 {
    --in: 7;
  }
  .in-8 {
    --in: 8;
  }
  .code code {
    font: inherit;
  }
  .code .lit {
    background: var(--lit);
    box-shadow: inset 3px 0 var(--lit-edge);
  }
  .code .pointed {
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }
  @media (hover: hover) {
    .code li:not(.lit):hover {
      background: color-mix(in srgb, var(--accent) 7%, transparent);
    }
  }
  /* What can be changed where it stands, and what stands beside the code and is no part of it. */
  .value {
    border-block-end: 1px dashed;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .value[role="button"] {
    cursor: pointer;
  }
  .inlay {
    background: color-mix(in srgb, var(--accent) 7%, transparent);
    font-style: italic;
    user-select: none;
  }
  .lit .inlay {
    background: none;
  }
  .code-card h3 .copy {
    margin-inline-start: 0;
  }
  .hljs-keyword,
  .hljs-built_in {
    color: var(--word);
  }
  .hljs-string {
    color: var(--string);
  }
  .hljs-number,
  .hljs-literal {
    color: var(--number);
  }
  .hljs-comment,
  .hljs-doctag {
    color: var(--comment);
  }
  .hljs-title {
    font-weight: 600;
  }
`;
