// The colours of the element, light and dark, and its ground rules.
//
// What a page says of its elements reaches the element itself: its place. Inside of it is the shell, which
// takes nothing over, not even where a page says `*` or `!important`, but whether it is to be seen at all.

import { css } from "./css.ts";

export const colours = css`
  :host {
    display: block;
  }
  /* The room that the view has at least, before it is built, too: what is below stays where it is. A view is
     highest where its parts stand below each other and are no player yet. See docs/embedding.md. */
  .room {
    display: flex;
    align-items: start;
  }
  .room::before {
    --high: 63em;
    --low: 102em;
    --player: max(85em - var(--interleave-screen, 100svh), 29em);
    content: "";
    font: medium sans-serif;
    padding-block-start: var(
      --interleave-room,
      calc(clamp(var(--high), (53.75em - 100%) * 999, var(--low)) - clamp(0em, (43.76em - 100%) * 999, var(--player)))
    );
  }
  :host(:is([view="article"], [view="compact"], [view="timeline"])) .room::before {
    --high: 35em;
    --low: 54em;
    --player: 0em;
  }
  :host([view="timeline"]) .room::before {
    --low: 37em;
  }
  .room > div {
    flex: 1;
    min-width: 0;
  }
  :host([hidden]) {
    display: none;
  }
  /* What is inside has no width of its own. These two have: side by side where a page leaves it open, below
     each other where it is narrow. By the rest it is
     followed what the page says of the look. */
  .place {
    display: flex;
    flex-wrap: wrap;
    height: 0;
    color: light-dark(#000, #fff);
    outline-color: var(--interleave-accent, #000);
    font-family: var(--interleave-font, serif);
    font-size: medium;
    border-radius: var(--interleave-radius, 12px);
    transition-property: color, color-scheme, outline-color, font-family, border-radius;
    transition-duration: 1ms;
    transition-behavior: allow-discrete;
  }
  .place::before,
  .place::after {
    content: "";
    width: 18em;
  }
  /* It is there for the keys, which bring it into view, and not seen: so nothing of it is shifted when it is. */
  .shell.awaited {
    height: 0;
    overflow: clip;
    opacity: 0;
  }
  .shell {
    all: initial;
    --ground: light-dark(#fbfaf7, #12151b);
    --card: light-dark(#ffffff, #1a1f28);
    --ink: light-dark(#1d2430, #e9edf4);
    --muted: light-dark(#5d6779, #9aa7ba);
    --line: light-dark(#e4e1d8, #2f3744);
    --accent: var(--interleave-accent, light-dark(#1f5fbf, #7fb0ff));
    --on-accent: light-dark(#ffffff, #10151d);
    --lit: light-dark(#fff3c9, #3b3413);
    --lit-edge: light-dark(#e8a317, #f0b429);
    --error: light-dark(#b73229, #f58a83);
    --word: light-dark(#1f5fbf, #8ab6ff);
    --string: light-dark(#237a4b, #6fcf9b);
    --number: light-dark(#a04708, #f0a868);
    --comment: light-dark(#66707f, #8b97a9);
    --done: light-dark(#237a4b, #6fcf9b);
    --mono: var(--interleave-mono, ui-monospace, "SF Mono", "JetBrains Mono", "Cascadia Mono", Menlo, Consolas, monospace);
    --radius: var(--interleave-radius, 12px);
    accent-color: var(--accent);
    border-radius: var(--radius);
    color-scheme: light;
    display: block;
    container-type: inline-size;
    /* Nothing of it lies above what a page puts over it. */
    isolation: isolate;
    width: 100%;
    /* Code, and the picture, go from left to right; so do the languages that there are. */
    direction: ltr;
    unicode-bidi: isolate;
    visibility: inherit;
    user-select: text;
    scrollbar-color: var(--muted) transparent;
    color: var(--ink);
    /* As large as the reader has texts, whatever the page's root is; fixed letters alone would make that smaller. */
    font: medium/1.5 var(--interleave-font, system-ui, -apple-system, "Segoe UI", Roboto), sans-serif;
    --interleave-rem: 1em;
  }
  :host([data-theme="dark"]) .shell {
    color-scheme: dark;
  }
  .playground:lang(zh) {
    font-family: var(--interleave-font, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif);
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
