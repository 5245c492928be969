// Wide and narrow places, and forced colours.

import { css } from "lit";

export const places = css`
  @container (min-width: 860px) {
    .view-full {
      gap: 20px;
      grid-template-columns: minmax(340px, 430px) minmax(0, 1fr) minmax(0, 1fr);
      grid-template-rows: auto auto auto auto 1fr;
      grid-template-areas:
        "side timeline timeline"
        "side telling telling"
        "side console loop"
        "side figures figures"
        "side transcript transcript";
    }
    .view-full .side {
      display: grid;
      grid-area: side;
      gap: 20px;
      align-content: start;
      grid-template-areas: "code" "parameters";
      grid-template-columns: minmax(0, 1fr);
    }
    .view-full .console-card {
      display: flex;
      flex-direction: column;
    }
    .view-full .console {
      /* As high as its card, which is as high as its row: the rest is scrolled to. */
      flex: 1 1 0;
      min-height: 260px;
      max-height: none;
    }
    .view-full .code-scroller {
      max-height: 470px;
    }
    .view-compact {
      grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
      grid-template-areas: "parameters timeline" "parameters telling";
      grid-template-rows: auto 1fr;
      gap: 20px;
    }
    .view-full .timeline-card,
    .view-compact .timeline-card {
      position: static;
      margin-block-end: -21px;
    }
  }
  @container (max-width: 560px) {
    .zoom + .choices {
      margin-inline-start: auto;
    }
    .time {
      flex: none;
      margin: 0;
    }
    .controls button.icon {
      min-width: 38px;
    }
    .controls .play {
      min-width: 84px;
      padding-inline: 10px;
    }
    .controls select {
      width: 62px;
      padding: 0 2px;
    }
    .controls .compare {
      flex: 1 1 40%;
    }
    .controls .compare select {
      width: 100%;
      padding-inline: 8px;
    }
    .controls {
      justify-content: space-between;
      padding-inline: 12px;
      gap: 6px;
    }
    .stage,
    .beside {
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
