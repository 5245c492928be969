// How long the picture takes to follow an edit: from a changed parameter to the next frame painted.

import type { Page } from "puppeteer-core";

import { Site } from "./harness.ts";

const EDITS = 60;

/** Changes the element's parameters again and again; returns the milliseconds each change took. */
async function edits(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const element = document.querySelector("interleave-playground");
    if (!element) throw new Error("the page has no playground");
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const took: number[] = [];
    for (let edit = 0; edit < count; edit += 1) {
      const start = performance.now();
      const finished = new Promise((done) =>
        element.addEventListener("interleave-finish", done, { once: true }),
      );
      element.setAttribute("params", `seconds=${1 + edit / 10}`);
      await finished;
      await painted();
      took.push(performance.now() - start);
    }
    return took;
  }, count);
}

const site = new Site();
try {
  await site.start();
  const took = await edits(await site.open(), EDITS);
  took.sort((a, b) => a - b);
  for (const share of [0.5, 0.95, 1]) {
    const at = Math.min(took.length - 1, Math.floor(share * took.length));
    console.log(`${String(share * 100).padStart(3)} % within ${took[at]?.toFixed(1)} ms`);
  }
} finally {
  await site.closePages();
  await site.stop();
}
