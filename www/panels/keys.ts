// The keys of a timeline, those that viewers of traces have, and what they do.

import type { Host } from "../element/host.ts";

/** By how many steps the keys make a sleep longer. */
const LENGTHS: Record<string, number> = { "[": -1, "]": 1, "{": -10, "}": 10 };

/** Does what a key says, unless it belongs to the browser. */
export function onKey(host: Host, event: KeyboardEvent): void {
  const by = LENGTHS[event.key];
  // Many keyboards have the brackets on a third level, which looks like Alt, or like Ctrl and Alt.
  const isThirdLevel = by !== undefined && event.altKey;
  if ((event.altKey || event.ctrlKey) && !isThirdLevel) return;
  if (event.metaKey) return;
  if (by !== undefined) {
    event.preventDefault();
    host.edits.lengthen(by, event.repeat);
    return;
  }
  const actions: Record<string, () => void> = {
    ArrowRight: () => host.stepForward(),
    ArrowLeft: () => host.stepBack(),
    ArrowUp: () => host.zooming.selectLane(-1),
    ArrowDown: () => host.zooming.selectLane(1),
    Home: () => host.toStart(),
    End: () => host.toEnd(),
    n: () => host.nextSecond(),
    " ": () => host.togglePlay(),
    w: host.zooming.zoomIn,
    s: host.zooming.zoomOut,
    a: () => host.zooming.move(-0.2),
    d: () => host.zooming.move(0.2),
    W: host.zooming.growRows,
    S: host.zooming.shrinkRows,
    x: host.zooming.fold,
    X: host.zooming.foldAll,
    f: host.zooming.showSelected,
    "0": host.zooming.showAll,
    ",": () => host.zooming.selectNext(-1),
    ".": () => host.zooming.selectNext(1),
    "/": () => find(host),
    "?": () => host.renderRoot.querySelector<HTMLElement>("[popover]")?.togglePopover(),
  };
  // With capitals on, the same key is meant.
  const action = actions[event.key] ?? actions[event.key.toLowerCase()];
  if (action) {
    event.preventDefault();
    action();
  }
}

/** Brings the reader to the search of a task, which is not shown where a reader finds tasks by eye. */
function find(host: Host): void {
  host.zooming.isFinding = true;
  host.updateNow();
  host.renderRoot.querySelector<HTMLElement>(".find")?.focus();
}
