// When a page draws: the last stroke of the first picture, and the first paint of anything.

import type { Page } from "puppeteer-core";

declare global {
  interface Window {
    /** When the last stroke of the first picture was drawn, once it was. */
    drawnMs?: number;
    /** When the first line was printed. */
    printedMs?: number;
    /** The canvases that something was drawn on. */
    drawnOn: Set<HTMLCanvasElement>;
    /** How often each part of the module was compiled, by its address. */
    compilations: Record<string, number>;
    /** How much the page has shifted. */
    shift: number;
    /** When the still picture between the tags had its place, once it had one. */
    stillMs?: number;
  }
}

/** From its next load on, the page notes when the first picture is drawn: all strokes of one task. */
export async function noteStrokes(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    let last = 0;
    window.drawnOn = new Set();
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ["fill", "stroke", "fillRect", "fillText"] as const) {
      const draw = prototype[name] as (...args: unknown[]) => void;
      Object.assign(prototype, {
        [name](this: CanvasRenderingContext2D, ...args: unknown[]) {
          draw.apply(this, args);
          window.drawnOn.add(this.canvas);
          if (last === 0) setTimeout(() => (window.drawnMs = last));
          if (window.drawnMs === undefined) last = performance.now();
        },
      });
    }
  });
}

/** From its next load on, the page counts the modules that it compiles, and what it shifts. */
export async function noteModules(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    [window.compilations, window.shift] = [{}, 0];
    for (const name of ["compile", "compileStreaming", "instantiateStreaming"] as const) {
      const compile = WebAssembly[name] as (...args: unknown[]) => unknown;
      Object.assign(WebAssembly, {
        [name](...args: unknown[]) {
          void Promise.resolve(args[0]).then((part) => {
            const address = part instanceof Response ? part.url : "bytes";
            window.compilations[address] = (window.compilations[address] ?? 0) + 1;
          });
          return compile.apply(WebAssembly, args);
        },
      });
    }
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) window.shift += (entry as unknown as { value: number }).value;
    };
    new PerformanceObserver((list) => add(list.getEntries())).observe({ type: "layout-shift", buffered: true });
  });
}

/** From its next load on, the page notes when the picture between the tags has its place: a frame paints it then. */
export async function noteStill(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      const boxes = [...document.querySelectorAll(".interleave-still")].map((picture) => picture.getBoundingClientRect());
      if (boxes.some(({ height, top }) => height > 0 && top < innerHeight)) window.stillMs = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** When the page painted first, in milliseconds from the navigation. */
export async function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN);
}
