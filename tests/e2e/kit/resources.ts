// What a page has asked the browser for and not given back: timers, frames and requests.

import { setTimeout as delay } from "node:timers/promises";

import type { Page } from "puppeteer-core";

/** How many of each are outstanding. */
export interface Resources {
  timers: number;
  frames: number;
  /** Requests whose answer is neither read nor given up. */
  fetches: number;
  /** Requests that the page itself has given up, from the start on. */
  aborted: number;
}

declare global {
  interface Window {
    outstanding(): Resources;
  }
}

/** Counts what the page asks for from its next load on. */
export async function count(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const timers = new Set<unknown>();
    const frames = new Set<number>();
    let fetches = 0;
    let aborted = 0;
    window.outstanding = () => ({ timers: timers.size, frames: frames.size, fetches, aborted });

    const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
    Object.assign(window, {
      setTimeout(callback: () => void, ms?: number) {
        const id = setTimeout(() => {
          timers.delete(id);
          callback();
        }, ms);
        timers.add(id);
        return id;
      },
      setInterval(callback: () => void, ms?: number) {
        const id = setInterval(callback, ms);
        timers.add(id);
        return id;
      },
      clearTimeout(id: number) {
        timers.delete(id);
        clearTimeout(id);
      },
      clearInterval(id: number) {
        timers.delete(id);
        clearInterval(id);
      },
    });

    const { requestAnimationFrame, cancelAnimationFrame } = window;
    window.requestAnimationFrame = (callback) => {
      const id = requestAnimationFrame((now) => {
        frames.delete(id);
        callback(now);
      });
      frames.add(id);
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      frames.delete(id);
      cancelAnimationFrame(id);
    };

    const { fetch } = window;
    window.fetch = async (input, init) => {
      fetches += 1;
      init?.signal?.addEventListener("abort", () => (aborted += 1));
      try {
        return await fetch(input, init);
      } finally {
        fetches -= 1;
      }
    };
  });
}

/** Returns what is outstanding now. */
export async function outstanding(page: Page): Promise<Resources> {
  return page.evaluate(() => window.outstanding());
}

/** Waits until a page has so many workers: a browser takes a while to start one, and to end one. */
export async function haveWorkers(page: Page, count: number): Promise<void> {
  const end = performance.now() + 10_000;
  while (page.workers().length !== count) {
    if (performance.now() > end) throw new Error(`the page has ${page.workers().length} workers`);
    await delay(10);
  }
}
