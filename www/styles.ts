// The element's styles: light, dark and forced colours, from a phone to a wide screen.

import { css } from "lit";

export const styles = css`
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

  /* The rooms of the element. */
  .playground {
    display: grid;
    gap: 12px;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "notice" "timeline" "telling" "parameters" "code" "console" "loop";
  }
  .side {
    display: contents;
  }
  .notice {
    grid-area: notice;
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
    padding: 10px 16px;
    border: 1px solid var(--lit-edge);
    border-radius: 12px;
    background: var(--lit);
  }

  /* Things to press. */
  button,
  select,
  input[type="text"] {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: inherit;
    font: inherit;
    font-size: 14px;
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
  button:disabled {
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
    button:hover:enabled,
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
  .choices {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-inline-start: auto;
    font-weight: 400;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
    font-size: 13px;
  }
  .choice select {
    color: var(--ink);
  }
  h3 .choice select,
  h3 .segments button {
    min-height: 34px;
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
    padding: 0 10px;
  }
  .segments button:first-child {
    border-start-start-radius: 8px;
    border-end-start-radius: 8px;
  }
  .segments button:last-child {
    border-start-end-radius: 8px;
    border-end-end-radius: 8px;
    border-inline-start: none;
  }
  .segments button[aria-pressed="true"] {
    background: color-mix(in srgb, var(--accent) 14%, var(--card));
    color: var(--accent);
    font-weight: 600;
  }

  /* The code. */
  .file {
    margin-inline-start: auto;
    font: 13px var(--mono);
  }
  .code-scroller {
    max-height: 330px;
    overflow: auto;
    border-radius: 0 0 12px 12px;
  }
  .code {
    width: max-content;
    min-width: 100%;
    padding: 10px 0;
    counter-reset: line;
    font: 13px/1.6 var(--mono);
  }
  .code li {
    padding: 0 16px 0 0;
    white-space: pre;
    counter-increment: line;
  }
  .code li::before {
    content: counter(line);
    display: inline-block;
    width: 34px;
    margin-inline-end: 14px;
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

  /* The parameters. */
  .parameters {
    display: grid;
    gap: 4px 0;
    padding: 12px 16px 14px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(84px, max-content) minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
  }
  .field label {
    font: 13px var(--mono);
    overflow-wrap: anywhere;
  }
  .field .help,
  .field .refusal {
    grid-column: 1 / -1;
    font-size: 13px;
    line-height: 1.4;
    margin-block-end: 6px;
  }
  .field select,
  .field-address input[type="text"],
  .field-urls input[type="text"] {
    grid-column: 2 / -1;
  }
  .field input[type="text"] {
    width: 100%;
    padding: 0 10px;
    font-variant-numeric: tabular-nums;
  }
  .number {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .field .number input[type="text"] {
    width: 64px;
    text-align: end;
  }
  .unit {
    color: var(--muted);
  }
  input[type="range"] {
    width: 100%;
    min-width: 60px;
    height: 40px;
    margin: 0;
    accent-color: var(--accent);
    touch-action: pan-y;
    cursor: pointer;
  }
  input[aria-invalid="true"] {
    border-color: var(--error);
  }
  .refusal {
    color: var(--error);
  }
  .urls {
    grid-column: 1 / -1;
    margin-block-start: 6px;
  }
  .urls li {
    display: grid;
    grid-template-columns: minmax(60px, 96px) minmax(0, 1fr) 40px;
    gap: 12px;
    align-items: center;
  }
  .urls .url {
    overflow: hidden;
    font: 13px var(--mono);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .urls button {
    border-color: transparent;
    color: var(--muted);
  }
  button.add {
    grid-column: 1 / -1;
    justify-self: start;
    border-color: transparent;
    color: var(--accent);
    padding-inline: 4px;
  }

  /* The timeline. */
  .stage {
    position: relative;
    padding: 8px 12px 4px;
    min-height: 96px;
    border-radius: 4px;
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  .scroller {
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  canvas {
    display: block;
    position: sticky;
    top: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .start {
    position: absolute;
    inset: 0;
    width: max-content;
    height: 44px;
    margin: auto;
  }
  .facts {
    position: absolute;
    z-index: 3;
    width: max-content;
    max-width: min(320px, 80%);
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
    font-size: 13px;
    line-height: 1.4;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 4px 16px 10px;
    color: var(--muted);
    font-size: 13px;
  }
  .legend i {
    display: inline-block;
    width: 16px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 3px;
    background: var(--ink);
    background: var(--ink, currentColor);
  }
  .legend .ready {
    height: 6px;
    vertical-align: 2px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 10px 16px;
    border-block-start: 1px solid var(--line);
  }
  .play {
    min-width: 92px;
  }
  .time,
  .when,
  .wall-time,
  .moment {
    font-variant-numeric: tabular-nums;
  }
  .time {
    margin-inline-start: auto;
    color: var(--muted);
    font-size: 14px;
  }
  .telling {
    min-height: 92px;
    padding: 10px 16px 14px;
    border-block-start: 1px solid var(--line);
  }
  .when {
    color: var(--muted);
    font-size: 13px;
  }
  .said {
    font-size: 16px;
    text-wrap: pretty;
  }

  /* The console and the loop. */
  .wall-time {
    margin-inline-start: auto;
    color: var(--muted);
    font-weight: 400;
  }
  .wall-time b {
    color: var(--ink);
  }
  .console {
    max-height: 320px;
    overflow: auto;
    padding: 10px 16px 14px;
    font: 13px/1.7 var(--mono);
  }
  .console p {
    font-family: inherit;
  }
  .console li {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  .console .moment {
    color: var(--muted);
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

  /* A wide place: the code and its parameters beside the timeline. */
  @container (min-width: 860px) {
    .view-full {
      gap: 20px;
      grid-template-columns: minmax(320px, 400px) minmax(0, 1fr) minmax(0, 1fr);
      grid-template-rows: auto auto auto 1fr;
      grid-template-areas:
        "notice notice notice"
        "side timeline timeline"
        "side telling telling"
        "side console loop";
    }
    .view-full .side {
      display: grid;
      grid-area: side;
      gap: 20px;
      align-content: start;
      grid-template-areas: "code" "parameters";
      grid-template-columns: minmax(0, 1fr);
    }
    .view-full .timeline-card {
      position: static;
      margin-block-end: -21px;
    }
    .view-compact {
      grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
      grid-template-areas: "notice notice" "parameters timeline" "parameters telling";
      gap: 20px;
    }
    .view-compact .timeline-card {
      position: static;
      margin-block-end: -21px;
    }
  }
  @container (max-width: 560px) {
    .time {
      width: 100%;
      margin: 0;
    }
    .controls {
      justify-content: space-between;
      padding-inline: 12px;
      gap: 6px;
    }
    .stage {
      padding-inline: 6px;
    }
    .timeline-card h3 {
      padding-inline: 12px;
      gap: 8px;
    }
    .timeline-card .choice {
      font-size: 0;
    }
    .timeline-card .choice select {
      font-size: 14px;
    }
    .legend .moment {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .code .lit {
      outline: 2px solid Highlight;
    }
    .legend i {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
