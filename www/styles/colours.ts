// The colours of the element, light and dark, and its ground rules.

import { css } from "lit";

export const colours = css`
  :host {
    --ground: #fbfaf7;
    --card: #ffffff;
    --ink: #1d2430;
    --muted: #5d6779;
    --line: #e4e1d8;
    --accent: #1f5fbf;
    --on-accent: #ffffff;
    --lit: #fff3c9;
    --lit-edge: #e8a317;
    --error: #b73229;
    --word: #1f5fbf;
    --string: #237a4b;
    --number: #a04708;
    --comment: #66707f;
    --mono: ui-monospace, "SF Mono", "JetBrains Mono", "Cascadia Mono", Menlo, Consolas, monospace;
    color-scheme: light;
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    text-align: start;
  }
  :host([data-theme="dark"]) {
    --ground: #12151b;
    --card: #1a1f28;
    --ink: #e9edf4;
    --muted: #9aa7ba;
    --line: #2f3744;
    --accent: #7fb0ff;
    --on-accent: #10151d;
    --lit: #3b3413;
    --lit-edge: #f0b429;
    --error: #f58a83;
    --word: #8ab6ff;
    --string: #6fcf9b;
    --number: #f0a868;
    --comment: #8b97a9;
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  .playground:lang(zh) {
    font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
    line-height: 1.65;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
`;
