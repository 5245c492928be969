// The element on paper, loaded with what prepares it.

import { css } from "./css.ts";

export const paper = css`
  .shapes {
    display: none;
    width: 100%;
    font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
      "Noto Sans SC", sans-serif;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .shapes text {
    dominant-baseline: central;
  }
  @media print {
    .room::before {
      display: none;
    }
    :host .shell {
      color-scheme: light;
      print-color-adjust: exact;
    }
    .shell .shapes {
      display: block;
    }
    :has(> .shapes) > .scroller,
    .shell :is(.tabs, .telling-card, .loop-card, .controls, .facts, .notice, .figures-card, .transcript-card),
    .shell :is(button, input[type="range"], .segments),
    /* Of what did not run there is no picture, and a picture has a legend of its own. */
    .timeline-card:has(.start),
    .playground:not(:has(.beside)) .tools-card {
      display: none !important;
    }
    .shell .stage {
      min-height: 0;
    }
    .shell .playground,
    .shell .player,
    .shell .side {
      display: block;
      height: auto;
      min-height: 0;
      overflow: visible;
    }
    .shell .card,
    .shell .player > .card,
    .shell .side > .card {
      display: block;
      margin: 0 0 12px;
      border: 1px solid var(--line);
      border-radius: 12px;
    }
    .shell .player :is(.code-scroller, .console) {
      height: auto;
      max-height: none;
      overflow: visible;
    }
    .code li,
    .console li,
    .field,
    .timeline-card {
      break-inside: avoid;
    }
    .shell .field input,
    .shell .field select {
      appearance: none;
      border: 0;
      background: none;
    }
  }
`;
