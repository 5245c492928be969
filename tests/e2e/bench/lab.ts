// How long a reader waits for a program of one's own: from the first edit, with nothing of the lab loaded, to its
// timeline; from a change to the timeline that follows; and for many tasks. Pyodide runs the same beside it, in turn.

import type { AddressInfo } from "node:net";

import { pathOf, Playground } from "../kit/element.ts";
import { Site } from "../kit/harness.ts";
import { share } from "../kit/measuring.ts";
import { servePyodide } from "./pyodide.ts";

declare global {
  interface Window {
    printedMs?: number;
    runPython?(text: string): Promise<unknown>;
  }
}

/** How often each is measured, and how many changes each round makes. */
const [ROUNDS, CHANGES] = [7, 12];

/** The timeline of the first edit comes at most after so many milliseconds, and so much sooner than Pyodide's first line. */
const [FIRST_MS_MAX, FIRST_RATIO_MAX] = [900, 0.25];

/** A changed program is drawn at most so many milliseconds after the pause, for 95 of 100 changes. */
const CHANGE_MS_MAX = 60;

/** Pyodide takes at least so many times as long for many tasks. */
const TASKS_RATIO_MIN = 30;

/** What comes over the wire before the first timeline, in bytes. */
const FIRST_BYTES_MAX = 2_200_000;

const TASKS = `import asyncio

async def main():
    await asyncio.gather(*(asyncio.sleep(number % 7 / 1000) for number in range(10000)))

`;

/** What is measured in a page with the lab. */
async function measureLab(site: Site): Promise<{ first: number; changes: number[]; tasks: number; bytes: number }> {
  const playground = await Playground.of(await site.open({ path: `${pathOf("gather")}&code=python` }));
  const measured = await playground.handle.evaluate(
    async (element, changes, tasks) => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const began = performance.now();
      const lab = await element.extras.loadLab();
      await lab.edit();
      await element.run();
      await element.updateComplete;
      await drawn();
      const first = performance.now() - began;
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const loaded = entries.filter(({ startTime }) => startTime >= began);
      const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      const times: number[] = [];
      for (let number = 0; number < changes; number += 1) {
        const { program } = element.given;
        if (program) program.source = program.source.replace(/\("url_1", [^)]*\)/, `("url_1", ${number % 4 + 1})`);
        const changed = performance.now();
        await element.run();
        await element.updateComplete;
        await drawn();
        times.push(performance.now() - changed);
      }
      if (element.given.program) element.given.program.source = `${tasks}asyncio.run(main())\n`;
      const many = performance.now();
      await element.run();
      return { first, changes: times, tasks: performance.now() - many, bytes };
    },
    CHANGES,
    TASKS,
  );
  await playground.page.browserContext().close();
  return measured;
}

/** What Pyodide takes to its first line, and for many tasks. */
async function measurePyodide(site: Site, port: number): Promise<{ first: number; tasks: number }> {
  const page = await site.blank();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => window.printedMs !== undefined, { timeout: 60_000, polling: 20 });
  const first = await page.evaluate(() => window.printedMs ?? NaN);
  await page.goto(`http://127.0.0.1:${port}/stays`);
  await page.waitForFunction(() => window.runPython !== undefined, { timeout: 60_000, polling: 20 });
  const tasks = await page.evaluate(async (text) => {
    const began = performance.now();
    await window.runPython?.(text);
    return performance.now() - began;
  }, `${TASKS}await main()\n`);
  await page.browserContext().close();
  return { first, tasks };
}

const median = (values: number[]) => share(values, 0.5);

const row = (name: string, value: number, unit = "ms") => console.log(name.padEnd(56), `${value.toFixed(0).padStart(9)} ${unit}`);

const site = new Site();
const pyodide = await servePyodide();
try {
  await site.start();
  const { port } = pyodide.address() as AddressInfo;
  const [labs, pyodides] = [[], []] as [Awaited<ReturnType<typeof measureLab>>[], Awaited<ReturnType<typeof measurePyodide>>[]];
  for (let round = 0; round < ROUNDS; round += 1) {
    labs.push(await measureLab(site));
    pyodides.push(await measurePyodide(site, port));
  }
  const first = median(labs.map((lab) => lab.first));
  const printed = median(pyodides.map((it) => it.first));
  const change = share(labs.flatMap(({ changes }) => changes), 0.95);
  const tasks = median(pyodides.map((it) => it.tasks)) / median(labs.map((lab) => lab.tasks));
  const bytes = median(labs.map((lab) => lab.bytes));
  row("from the first edit to its timeline", first);
  row("Pyodide prints the first line of the crawl", printed);
  row("from a change to its timeline, 95 of 100", change);
  row("10,000 tasks in the lab", median(labs.map((lab) => lab.tasks)));
  row("10,000 tasks in Pyodide", median(pyodides.map((it) => it.tasks)));
  row("loaded before the first timeline", bytes, "bytes");
  const faults = [
    first <= FIRST_MS_MAX ? "" : `the first timeline comes later than after ${FIRST_MS_MAX} ms`,
    first <= printed * FIRST_RATIO_MAX ? "" : `the first timeline takes more than ${FIRST_RATIO_MAX} of Pyodide's time`,
    change <= CHANGE_MS_MAX ? "" : `a change takes more than ${CHANGE_MS_MAX} ms`,
    tasks >= TASKS_RATIO_MIN ? "" : `10,000 tasks are ${tasks.toFixed(1)} times as quick as in Pyodide, not ${TASKS_RATIO_MIN}`,
    bytes <= FIRST_BYTES_MAX ? "" : `more than ${FIRST_BYTES_MAX} bytes are loaded before the first timeline`,
  ].filter((fault) => fault !== "");
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.stop();
  pyodide.close();
}
