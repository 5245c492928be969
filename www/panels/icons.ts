// Icons, drawn: never characters that a font may lack.

import { svg, type SVGTemplateResult } from "lit";

const icon = (path: string, fill = true): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${path}
    fill=${fill ? "currentColor" : "none"} stroke=${fill ? "none" : "currentColor"}
    stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const icons = {
  play: icon("M4 2.5v11a.6.6 0 0 0 .9.5l9-5.5a.6.6 0 0 0 0-1l-9-5.5a.6.6 0 0 0-.9.5z"),
  pause: icon("M4 2.5h2.8v11H4zM9.2 2.5H12v11H9.2z"),
  stop: icon("M3.5 3.5h9v9h-9z"),
  toStart: icon("M3 3v10M13 3.5L6 8l7 4.5z", false),
  toEnd: icon("M13 3v10M3 3.5L10 8l-7 4.5z", false),
  stepBack: icon("M10 3.5L5 8l5 4.5", false),
  stepForward: icon("M6 3.5L11 8l-5 4.5", false),
  nextSecond: icon("M4 3.5L9 8l-5 4.5M12 3.5v9", false),
  copy: icon("M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6", false),
  done: icon("M3 8.5l3.5 3.5L13 4.5", false),
  add: icon("M8 3v10M3 8h10", false),
  remove: icon("M4 4l8 8M12 4l-8 8", false),
  zoomIn: icon("M7 2.5a4.5 4.5 0 1 0 .01 0M10.5 10.5L14 14M7 5v4M5 7h4", false),
  zoomOut: icon("M7 2.5a4.5 4.5 0 1 0 .01 0M10.5 10.5L14 14M5 7h4", false),
  showAll: icon("M2.5 6V3h3M13.5 6V3h-3M2.5 10v3h3M13.5 10v3h-3", false),
  export: icon("M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10", false),
  open: icon("M2 12.5v-9h4l1.5 2H14v7z", false),
  // The signs of a timeline, as Rust draws them.
  asked: icon("M8 3.6a4.4 4.4 0 1 0 .01 0", false),
  delivered: icon("M8 2l6 6-6 6-6-6z"),
  raised: icon("M8 2l6 11H2z"),
  undo: icon("M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7", false),
  redo: icon("M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9", false),
  reset: icon("M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3", false),
};
