// How long the page keeps a reader waiting while ten thousand and while a million tasks run.
//
// A reader moves the playhead all the while. What counts is the longest stretch in which the page
// answers nothing, as the browser itself observes it (`longtask`), and the longest that an input
// has waited for its listener. The table also has the calls of the module that took longer than a slice.

import type { Page } from "puppeteer-core";

import { blank } from "../kit/article.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { Site } from "../kit/harness.ts";

/** The longest that the page may answer nothing, in milliseconds: what the browser calls long. */
const LIMIT_MS = 50;

/** How long ten thousand tasks may take, from the call of `run` to the picture, in milliseconds. */
const TEN_THOUSAND_MS = 300;

/** How long a million tasks may take. */
const MILLION_MS = 180_000;

interface Stretch {
  start: number;
  length: number;
  name: string;
}

/** What the page notes about itself. */
interface Notes {
  tasks: Stretch[];
  inputs: Stretch[];
  calls: Stretch[];
  memory: WebAssembly.Memory | undefined;
}

declare global {
  interface Window {
    notes: Notes;
  }
}

/** From its next load on, the page notes its long tasks, its inputs and calls of the module. */
async function observe(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const notes: Notes = { tasks: [], inputs: [], calls: [], memory: undefined };
    window.notes = notes;
    new PerformanceObserver((list) => {
      for (const { startTime: start, duration: length, name } of list.getEntries()) {
        notes.tasks.push({ start, length, name });
      }
    }).observe({ type: "longtask" });
    for (const type of ["pointermove", "pointerdown", "keydown"]) {
      const note = ({ timeStamp: start }: Event) =>
        notes.inputs.push({ start, length: performance.now() - start, name: type });
      addEventListener(type, note, { capture: true, passive: true });
    }
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { instance, module } = await instantiateStreaming(source, imports);
      const noted = (name: string, call: (...args: unknown[]) => unknown) => {
        return (...args: unknown[]) => {
          const start = performance.now();
          const answer = call(...args);
          const length = performance.now() - start;
          if (length > 8) notes.calls.push({ start, length, name });
          return answer;
        };
      };
      notes.memory = instance.exports["memory"] as WebAssembly.Memory;
      const exports = Object.entries(instance.exports).map(([name, value]) => [
        name,
        typeof value === "function" ? noted(name, value as () => unknown) : value,
      ]);
      return { module, instance: { exports: Object.fromEntries(exports) } };
    };
  });
}

/** What a reader felt during a stretch. */
interface Felt {
  tookMs: number;
  tasks: Stretch[];
  inputs: Stretch[];
  calls: Stretch[];
}

/** Does something while a reader moves the playhead, and returns what the reader felt. */
async function during(playground: Playground, action: () => Promise<unknown>): Promise<Felt> {
  const { page } = playground;
  const start = await page.evaluate(() => performance.now());
  const done = action().then(() => page.evaluate(() => performance.now()));
  let isOver = false;
  void done.finally(() => (isOver = true));
  while (!isOver) await touch(playground);
  const end = await done;
  // Observers are told a little later.
  await touch(playground);
  await playground.painted();
  const felt = await page.evaluate((start) => {
    const since = (stretches: Stretch[]) => stretches.filter((stretch) => stretch.start >= start);
    const { tasks, inputs, calls } = window.notes;
    return { tasks: since(tasks), inputs: since(inputs), calls: since(calls) };
  }, start);
  return { tookMs: end - start, ...felt };
}

/** Drags over the timeline, and presses a key. */
async function touch({ page, handle }: Playground): Promise<void> {
  const stage = await handle.evaluate((element) => {
    const { x, y, width } = element.renderRoot.querySelector(".stage")?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width };
  });
  const { mouse, keyboard } = page;
  for (const share of [0.3, 0.5, 0.7]) {
    await mouse.move(stage.x + share * stage.width, stage.y + 40);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await mouse.down();
  await mouse.move(stage.x + 0.4 * stage.width, stage.y + 40);
  await mouse.up();
  await keyboard.press("ArrowRight");
}

const longest = (stretches: Stretch[]) => Math.max(0, ...stretches.map(({ length }) => length));

/** Prints a row of the table, and below it the calls of the module that took a while. */
function row(name: string, felt: Felt): void {
  const numbers = [felt.tookMs, felt.tasks.length, longest(felt.tasks), longest(felt.inputs)];
  console.log(name.padEnd(28), ...numbers.map((number) => number.toFixed(0).padStart(10)));
  for (const call of new Set(felt.calls.map(({ name }) => name))) {
    const calls = felt.calls.filter(({ name }) => name === call);
    const numbers = [calls.reduce((sum, { length }) => sum + length, 0), calls.length, longest(calls)];
    console.log(`  ${call}`.padEnd(28), ...numbers.map((number) => number.toFixed(0).padStart(10)));
  }
}

/** Asks for a number of pages, as a reader does, and waits until they are run and drawn. */
async function run(playground: Playground, pages: number): Promise<number> {
  return playground.handle.evaluate(async (element, pages) => {
    const start = performance.now();
    const over = new Promise((resolve) => element.addEventListener("interleave-finish", resolve, { once: true }));
    if (element.params["pages"] === String(pages)) void element.run();
    else element.params = { pages: String(pages) };
    await over;
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, pages);
}

const site = new Site();
try {
  await site.start();
  const page = await blank(site);
  page.setDefaultTimeout(MILLION_MS);
  await observe(page);
  await page.goto(new URL(pathOf("ten-thousand"), site.origins.page).href);
  const playground = await Playground.of(page);
  const times = [];
  for (let round = 0; round < 4; round += 1) times.push(await run(playground, 10_000));
  const quick = Math.min(...times);
  console.log(`10,000 pages are run, told and drawn in ${quick.toFixed(0)} ms`);
  const heads = ["ms", "number", "longest", "input"].map((head) => head.padStart(10));
  console.log("\nlong tasks".padEnd(29), ...heads);
  const million = await during(playground, () => run(playground, 1_000_000));
  row("run 1,000,000", million);
  const seek = await during(playground, async () => {
    for (let step = 0; step < 10; step += 1) await playground.seek(step * 50);
  });
  row("seek", seek);
  const again = await during(playground, () => run(playground, 10_000));
  row("run 10,000 in its place", again);
  const megabytes = await page.evaluate(() => (window.notes.memory?.buffer.byteLength ?? 0) / 1e6);
  console.log(`\nthe memory of the page's module: ${megabytes.toFixed(0)} MB`);
  const faults = [million, seek, again]
    .flatMap(({ tasks, inputs }) => [longest(tasks), longest(inputs)])
    .filter((length) => length > LIMIT_MS)
    .map((length) => `${length.toFixed(0)} ms without an answer are more than ${LIMIT_MS} ms`);
  if (quick > TEN_THOUSAND_MS) faults.push(`10,000 pages take more than ${TEN_THOUSAND_MS} ms`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.closePages();
  await site.stop();
}
