// The player in a narrow place and on a low screen: loaded where an element is in one.

import { css } from "./css.ts";

/** What both have in common. */
const player = css`
  .view-full {
    gap: 0;
    grid-template-areas: "player" "account" "tools" "figures" "transcript";
  }
  .view-full .player {
    display: grid;
    grid-area: player;
    overflow: hidden;
    background: var(--card);
  }
  .view-full .player > *,
  .view-full .side > * {
    margin: 0;
    border: 0;
    border-radius: 0;
  }
  .view-full .tabs {
    display: flex;
    grid-area: tabs;
    border-block: 1px solid var(--line);
  }
  .tabs button {
    flex: 1;
    min-height: 2.75rem;
    padding: 0 4px;
    border: 0;
    border-radius: 0;
    color: var(--muted);
  }
  .tabs button[aria-selected="true"] {
    box-shadow: inset 0 -2px var(--accent);
    color: var(--ink);
    font-weight: 600;
  }
  .view-full .player :is(.code-card, .loop-card, .console-card, .parameters-card) {
    display: none;
    grid-area: panel;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  [data-tab="code"] .player .code-card,
  [data-tab="loop"] .player .loop-card,
  [data-tab="console"] .player .console-card,
  [data-tab="values"] .player .parameters-card {
    display: flex;
    flex-direction: column;
  }
  .view-full .player :is(.code-scroller, .console, .inside) {
    flex: 1;
    min-height: 0;
    max-height: none;
  }
  .view-full .player :is(.code-card, .console-card) h3 {
    min-height: 2.75rem;
    padding: 0 12px;
    border: 0;
  }
  .view-full .inside {
    border: 0;
  }
  .telling-card {
    display: flex;
    flex-direction: column;
  }
  .telling {
    flex: 1;
    padding: 8px 12px 4px;
  }
  .bar {
    gap: 8px;
    padding: 4px 12px 10px;
  }
  .bar .back,
  .bar .second {
    flex: none;
    min-width: 2.875rem;
    padding: 0;
  }
  .bar .words {
    display: none;
  }
  .bar button {
    min-width: 0;
    min-height: 3rem;
    padding: 0 6px;
  }
  .bar .next {
    flex: 1.4 1 0;
  }
  .bar .play {
    flex: 1 1 0;
  }
  .bar:is(.live, .ends) .play {
    flex: none;
    min-width: 2.875rem;
  }
  .bar.ends .next {
    flex: 0 1 auto;
    white-space: nowrap;
  }
  .bar:is(.live, .ends) .play span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  /* Beside the clock on the narrowest of screens. */
  .controls .compare select {
    width: 7.5rem;
  }
  .stage,
  .beside {
    padding-inline: 6px;
  }
  .view-full .tools-card,
  .view-full .figures-card,
  .view-full .transcript-card {
    margin-block-start: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
`;

const place = css`
  /* A narrow place: what belongs to a step is one screen, and four cards share one place in it. */
  @container (max-width: 43.75em) {
    ${player}
    .view-full .player {
      height: min(var(--interleave-screen, 100svh) - var(--interleave-sticky-top, 0px), 56rem);
      min-height: 30rem;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto auto auto auto minmax(6rem, 1fr);
      grid-template-areas: "top" "timeline" "telling" "tabs" "panel";
    }
    /* Room for the longest sentences: what is below stays where it is. */
    .telling {
      flex: none;
      height: 10.5rem;
      overflow: auto;
    }
    .said {
      font-size: 1rem;
    }
    .inside dl {
      grid-template-columns: max-content minmax(0, 1fr);
    }
    .controls {
      padding-inline: 12px;
    }
    .legend {
      padding-inline: 12px;
    }
  }
`;

/** A phone on its side: the same in two columns. */
const low = css`
  @media (max-height: 500px) {
    :host(:not(:is([view="article"], [view="compact"], [view="timeline"]))) .room::before {
      --high: calc(100svh + 17em);
      --low: calc(100svh + 17em);
      --player: 0em;
    }
    @container (min-width: 43.76em) {
      ${player}
      .view-full .player {
        height: calc(100svh - var(--interleave-sticky-top, 0px));
        min-height: 18rem;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        grid-template-rows: auto auto auto minmax(0, 1fr);
        grid-template-areas: "top top" "timeline tabs" "timeline panel" "telling panel";
      }
      .view-full .side {
        display: contents;
      }
      .view-full .player :is(.tabs, .code-card, .loop-card, .console-card, .parameters-card) {
        border-inline-start: 1px solid var(--line);
      }
      .view-full .tabs {
        border-block-start: 0;
      }
      .telling-card {
        min-height: 0;
      }
      .telling {
        min-height: 0;
        overflow: auto;
      }
      /* There is little room: the sentence begins beside its moment. */
      .telling p {
        display: inline;
      }
      .said {
        font-size: 1rem;
        line-height: 1.35;
      }
    }
  }
`;

/** A frame is as low as what is in it, whatever the screen. */
export const narrow = css`
  ${place}
  ${"frame" in document.documentElement.dataset ? css`` : low}
`;
