// The code and its colours.

import { css } from "lit";

export const code = css`
  .file {
    margin-inline-start: auto;
    font: 13px var(--mono);
  }
  .code-scroller {
    position: relative;
    max-height: 330px;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: 0 0 12px 12px;
  }
  .code {
    width: max-content;
    min-width: 100%;
    padding: 10px 0;
    counter-reset: line;
    font: 13px/1.55 var(--mono);
  }
  .code li {
    padding: 0 16px 0 0;
    white-space: pre;
    counter-increment: line;
  }
  .code li::before {
    content: counter(line);
    display: inline-block;
    width: 28px;
    margin-inline-end: 12px;
    color: var(--comment);
    text-align: end;
    user-select: none;
  }
  .code code {
    font: inherit;
  }
  .code .lit {
    background: var(--lit);
    box-shadow: inset 3px 0 var(--lit-edge);
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
