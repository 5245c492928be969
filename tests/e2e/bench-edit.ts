// How long our part of an edit takes: from a slider's `input` event to the last stroke on the
// canvas, without the browser's own waiting for a frame.
//
// Three stretches are added up for each event: its dispatch, the update that follows in the same
// turn, and the animation frames that the page asked for. Machines differ, so each is also given
// as a multiple of a fixed piece of painting in the same run. Fails when an edit of the default
// lesson takes longer than a frame of 60 in a second.

import type { Page } from "puppeteer-core";

import { pathOf, Playground } from "./element.ts";
import { Site } from "./harness.ts";

const EDITS = 120;

/** The longest that 95 of 100 edits with four tasks may take, in milliseconds. */
const LIMIT_MS = 16;

/** What one edit took, in milliseconds. */
interface Edit {
  update: number;
  frames: number;
}

/** From now on, adds up what the page's frames take, and what follows in the same turn. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = window.requestAnimationFrame.bind(window);
    const watch = { frames: 0, asked: 0, real };
    window.requestAnimationFrame = (callback) => {
      watch.asked += 1;
      return real(async (now) => {
        const start = performance.now();
        callback(now);
        await document.querySelector("interleave-playground")?.updateComplete;
        watch.frames += performance.now() - start;
        watch.asked -= 1;
      });
    };
    Object.assign(window, { watch });
  });
}

/** Moves the first slider again and again; returns what each move took. */
async function edits(playground: Playground, count: number): Promise<Edit[]> {
  return playground.handle.evaluate(async (element, count) => {
    const { watch } = window as unknown as {
      watch: { frames: number; asked: number; real: typeof requestAnimationFrame };
    };
    const slider = element.renderRoot.querySelector<HTMLInputElement>(".urls input[type=range]");
    if (!slider) throw new Error("there is no slider");
    const edits: Edit[] = [];
    for (let edit = 0; edit < count; edit += 1) {
      slider.value = String(1 + (edit % 40) / 10);
      watch.frames = 0;
      const start = performance.now();
      slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await element.updateComplete;
      const update = performance.now() - start;
      if (watch.asked === 0) throw new Error("the edit asked for no frame");
      while (watch.asked > 0) await new Promise((done) => watch.real(done));
      edits.push({ update, frames: watch.frames });
    }
    return edits;
  }, count);
}

/** Returns the median of what 1,000 rectangles on a canvas of the timeline's size take. */
async function calibration(playground: Playground): Promise<number> {
  return playground.handle.evaluate((element) => {
    const { width, height } = element.renderRoot.querySelector("canvas") ?? { width: 0, height: 0 };
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const cx = canvas.getContext("2d", { alpha: false });
    if (!cx || width === 0) throw new Error("there is no canvas to measure with");
    const times = Array.from({ length: 41 }, () => {
      const start = performance.now();
      for (let number = 0; number < 1000; number += 1) {
        cx.fillStyle = `hsl(${number % 360} 50% 50%)`;
        cx.fillRect(number % width, number % height, 100, 20);
      }
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[20] ?? NaN;
  });
}

/** Returns the value below which a share of all lies. */
function share(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

/** Measures with a number of tasks and prints it; returns what 95 of 100 edits stay below. */
async function measure(site: Site, tasks: number): Promise<number> {
  const urls = Array.from({ length: tasks }, (_, index) => `url_${(index % 10) + 1}`).join(",");
  const playground = await Playground.of(await site.open({ path: pathOf("gather", { urls }) }));
  await watchFrames(playground.page);
  await edits(playground, 10);
  const took = await edits(playground, EDITS);
  const unit = await calibration(playground);
  const sums = took.map(({ update, frames }) => update + frames);
  const row = (name: string, values: number[]) =>
    console.log(
      name.padEnd(10),
      ...[0.5, 0.95, 1].map((part) => share(values, part).toFixed(2).padStart(8)),
      (share(values, 0.5) / unit).toFixed(1).padStart(9),
      (share(values, 0.95) / unit).toFixed(1).padStart(9),
    );
  console.log(`\n${EDITS} edits of ${tasks} tasks; 1,000 rectangles take ${unit.toFixed(2)} ms`);
  console.log("part      ", "  median      p95      max   median/r     p95/r  (ms; r: rectangles)");
  row("update", took.map(({ update }) => update));
  row("frames", took.map(({ frames }) => frames));
  row("edit", sums);
  return share(sums, 0.95);
}

const site = new Site();
try {
  await site.start();
  const p95 = await measure(site, 4);
  await measure(site, 100);
  if (p95 > LIMIT_MS) {
    console.error(`95 of 100 edits take up to ${p95.toFixed(1)} ms, more than ${LIMIT_MS} ms`);
    process.exitCode = 1;
  }
} finally {
  await site.closePages();
  await site.stop();
}
