// When the first picture is drawn.

import type { Page } from "puppeteer-core";

declare global {
  interface Window {
    /** When the last stroke of the first picture was drawn, once it was. */
    drawnMs?: number;
  }
}

/** From its next load on, the page notes when the first picture is drawn: all strokes of one task. */
export async function noteStrokes(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    let last = 0;
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ["fill", "stroke", "fillRect", "fillText"] as const) {
      const draw = prototype[name] as (...args: unknown[]) => void;
      Object.assign(prototype, {
        [name](this: CanvasRenderingContext2D, ...args: unknown[]) {
          draw.apply(this, args);
          if (last === 0) setTimeout(() => (window.drawnMs = last));
          if (window.drawnMs === undefined) last = performance.now();
        },
      });
    }
  });
}
