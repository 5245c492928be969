// How long our part of an edit takes: from a slider's `input` event to the last stroke on the
// canvas, without the browser's own waiting for a frame.
//
// Three stretches are added up for each event: its dispatch, the update that follows in the same
// turn, and the animation frames that the page asked for. Machines differ, so each is also given
// as a multiple of a fixed piece of painting in the same run. Fails when an edit of the default
// lesson takes longer than a frame of 60 in a second.
//
// The same is measured from a pointer that drags the end of a sleep. There the lesson is run not only
// to be shown, but to find the value that puts the end under the pointer. With ten thousand tasks a
// run is longer than a slice of the page: what counts then is all work until the picture is whole.

import type { Page } from "puppeteer-core";

import { type Params, pathOf, Playground } from "../kit/element.ts";
import { findGrip, type Place } from "../kit/grips.ts";
import { Site } from "../kit/harness.ts";
import { calibration, share } from "../kit/measuring.ts";

const EDITS = 120;

/** The longest that 95 of 100 edits with four tasks may take, in milliseconds. */
const LIMIT_MS = 16;

/** The longest that 95 of 100 steps of a drag may take, in milliseconds, by the number of tasks. */
const DRAG_LIMIT_MS: Record<number, number> = { 100: 16, 10_000: 100 };

/** What one edit took, in milliseconds. */
interface Edit {
  update: number;
  frames: number;
}

/** What a page notes of its work. */
interface Watch {
  /** The milliseconds of frames and timers since the last look. */
  frames: number;
  /** How many frames and timers are asked for. */
  asked: number;
  real: typeof requestAnimationFrame;
}

/** From now on, adds up what the page's frames and timers take, and what follows in the same turn. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = window.requestAnimationFrame.bind(window);
    const [cancel, timeout] = [window.cancelAnimationFrame.bind(window), window.setTimeout.bind(window)];
    const watch: Watch = { frames: 0, asked: 0, real: frame };
    const asked = new Set<number>();
    const element = document.querySelector("interleave-playground");
    let isNoted = false;
    const noted = async (work: () => void) => {
      const start = performance.now();
      isNoted = true;
      work();
      isNoted = false;
      await element?.updateComplete;
      watch.frames += performance.now() - start;
      watch.asked -= 1;
    };
    // Of a long story slices are told between frames, too.
    const playground = element?.player?.playground;
    const refresh = playground?.refresh.bind(playground);
    if (!playground || !refresh) throw new Error("nothing was run");
    playground.refresh = () => {
      const start = performance.now();
      const isBehind = refresh();
      if (!isNoted && window.event instanceof MessageEvent) watch.frames += performance.now() - start;
      return isBehind;
    };
    window.requestAnimationFrame = (callback) => {
      watch.asked += 1;
      const id = frame((now) => {
        asked.delete(id);
        void noted(() => callback(now));
      });
      asked.add(id);
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      if (asked.delete(id)) watch.asked -= 1;
      cancel(id);
    };
    // A long run goes on by timers of no length; the others, like that of the address, are not waited for.
    window.setTimeout = ((callback: () => void, ms?: number, ...rest: unknown[]) => {
      if (ms !== 0 && ms !== undefined) return timeout(callback, ms, ...rest);
      watch.asked += 1;
      return timeout(() => void noted(callback), 0);
    }) as typeof setTimeout;
    Object.assign(window, { watch });
  });
}

/** Moves the first slider again and again; returns what each move took. */
async function edits(playground: Playground, count: number): Promise<Edit[]> {
  return playground.handle.evaluate(async (element, count) => {
    const { watch } = window as unknown as { watch: Watch };
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

/** Drags the end of a sleep again and again, from a place; returns what each move took. */
async function drags(playground: Playground, from: Place, stride: number, count: number): Promise<Edit[]> {
  return playground.handle.evaluate(
    async (element, from, stride, count) => {
      const { watch } = window as unknown as { watch: Watch };
      const canvas = element.renderRoot.querySelector("canvas");
      if (!canvas) throw new Error("there is no canvas");
      // No pointer of that number is down, so it cannot be captured.
      canvas.setPointerCapture = () => {};
      const point = (type: string, x: number) => {
        const place = { clientX: x, clientY: from.y, pointerId: 7, pointerType: "mouse", button: 0, bubbles: true };
        canvas.dispatchEvent(new PointerEvent(type, place));
      };
      const done = async () => {
        while (watch.asked > 0 || element.isRunning) await new Promise((done) => watch.real(done));
      };
      point("pointerdown", from.x);
      await element.updateComplete;
      await done();
      const edits: Edit[] = [];
      const values = new Set<string>();
      for (let edit = 0; edit < count; edit += 1) {
        // To the left and back, each time to another value.
        const turn = edit % 20;
        watch.frames = 0;
        const start = performance.now();
        point("pointermove", from.x - stride * (turn < 10 ? turn + 1 : 20 - turn));
        await element.updateComplete;
        const update = performance.now() - start;
        await done();
        edits.push({ update, frames: watch.frames });
        values.add(JSON.stringify(element.params));
      }
      point("pointerup", from.x);
      await element.updateComplete;
      await done();
      if (values.size < 4) throw new Error(`the drag changed little: ${[...values].join(" ")}`);
      return edits;
    },
    from,
    stride,
    count,
  );
}

/** Does something, and prints the processor time that the page's thread took for it, an edit. */
async function withEffort(playground: Playground, work: () => Promise<Edit[]>): Promise<Edit[]> {
  const session = await playground.page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const effort = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  };
  const before = await effort();
  const edits = await work();
  const ms = (1000 * ((await effort()) - before)) / edits.length;
  console.log(`\n${ms.toFixed(1)} ms of processor time an edit, the browser's own work and this measuring included`);
  return edits;
}

/** Prints a table; returns what 95 of 100 edits stay below. */
async function report(playground: Playground, title: string, took: Edit[]): Promise<number> {
  const unit = await calibration(playground);
  const sums = took.map(({ update, frames }) => update + frames);
  const row = (name: string, values: number[]) =>
    console.log(
      name.padEnd(10),
      ...[0.5, 0.95, 1].map((part) => share(values, part).toFixed(2).padStart(8)),
      (share(values, 0.5) / unit).toFixed(1).padStart(9),
      (share(values, 0.95) / unit).toFixed(1).padStart(9),
    );
  console.log(`\n${took.length} ${title}; 1,000 rectangles take ${unit.toFixed(2)} ms`);
  console.log("part      ", "  median      p95      max   median/r     p95/r  (ms; r: rectangles)");
  row("update", took.map(({ update }) => update));
  row("frames", took.map(({ frames }) => frames));
  row("edit", sums);
  return share(sums, 0.95);
}

/** Returns the address of so many pages. */
function pages(count: number): string {
  return Array.from({ length: count }, (_, index) => `url_${(index % 10) + 1}`).join(",");
}

/** Measures a slider with a number of tasks; returns what 95 of 100 edits stay below. */
async function measure(site: Site, tasks: number): Promise<number> {
  const playground = await Playground.of(await site.open({ path: pathOf("gather", { urls: pages(tasks) }) }));
  await watchFrames(playground.page);
  await edits(playground, 10);
  return report(playground, `edits of ${tasks} tasks by a slider`, await withEffort(playground, () => edits(playground, EDITS)));
}

/** Lessons with a sleep to be dragged, by the number of their tasks. */
const dragged: Record<number, [string, Params]> = {
  100: ["first-error", { urls: pages(99), broken: "1", main_stays: "15" }],
  10_000: ["ten-thousand", { concurrency: "10000", rest: "1.5" }],
};

/** Measures a drag with a number of tasks; returns what 95 of 100 steps stay below. */
async function measureDrag(site: Site, tasks: number): Promise<number> {
  const [lesson, params] = dragged[tasks] ?? ["workers-as-tasks", {}];
  const playground = await Playground.of(await site.open({ path: pathOf(lesson, params) }));
  // Of many tasks a few are seen, as one who drags sees them.
  await playground.handle.evaluate((element) => {
    for (let grown = 0; grown < 24; grown += 1) element.zooming.growRows();
  });
  await playground.painted();
  const grip = await findGrip(playground, lesson === "first-error" ? 0 : 2);
  if (!grip) throw new Error(`${lesson} has no grip`);
  await watchFrames(playground.page);
  const [stride, count] = tasks > 1000 ? [60, 60] : [12, EDITS];
  await drags(playground, grip, stride, 20);
  return report(playground, `steps of a drag with ${tasks} tasks`, await withEffort(playground, () => drags(playground, grip, stride, count)));
}

const site = new Site();
try {
  await site.start();
  const p95 = await measure(site, 4);
  await measure(site, 100);
  const faults = p95 > LIMIT_MS ? [`95 of 100 edits take up to ${p95.toFixed(1)} ms, more than ${LIMIT_MS} ms`] : [];
  for (const [tasks, limit] of Object.entries(DRAG_LIMIT_MS)) {
    const p95 = await measureDrag(site, Number(tasks));
    if (p95 <= limit) continue;
    faults.push(`95 of 100 steps of a drag with ${tasks} tasks take up to ${p95.toFixed(1)} ms, more than ${limit} ms`);
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.closePages();
  await site.stop();
}
