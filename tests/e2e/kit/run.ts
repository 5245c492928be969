// Runs files of tests: those before `--` two at a time, then those after it one at a time, and those
// after a second `--` in Firefox. At the end it tells which files took longest.
//
// All of them share one Chromium. It starts before the first file and ends after the last; a file
// finds it by `INTERLEAVE_BROWSER` and opens pages in profiles of its own. Firefox talks to one process
// alone, and takes seconds to start: so two processes have half of those files each.

import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

import { BROWSER, ENGINE, launch } from "./browser.ts";

/** How many files run at a time: as many as CI's machines have cores. */
const TOGETHER = 2;

/** The longest that a file may take, in milliseconds. */
const FILE_MS = 300_000;

/** Of how many files it is told what they took. */
const TOLD = 10;

/** What files took, in milliseconds, by their names. */
const tookMs = new Map<string, number>();

/** Where the files are. */
const FOLDER = join(import.meta.dirname, "..");

/** Runs files with Node's own runner; tells whether all tests passed. */
async function passed(
  files: string[],
  concurrency: number,
  environment: Record<string, string>,
  timeout = FILE_MS,
): Promise<boolean> {
  if (files.length === 0) return true;
  // What the processes of the files are told.
  Object.assign(process.env, environment);
  const tests = run({ files, concurrency, timeout });
  let isGood = true;
  tests.on("test:fail", (test) => {
    if (test.todo === undefined) isGood = false;
  });
  tests.on("test:complete", ({ name, details }) => {
    if (!files.includes(name)) return;
    const browser = environment[ENGINE] ?? "";
    tookMs.set(`${nameOf(name)} ${browser}`.trimEnd(), details.duration_ms);
  });
  for await (const words of tests.compose(new spec())) process.stdout.write(words);
  return isGood;
}

/** Returns a file's name as `--only` takes it. */
function nameOf(file: string): string {
  return relative(FOLDER, file).replace(/(\.test)?\.js$/, "");
}

/** Writes files that have the tests of several, in turn: as many as run at a time. */
async function joined(files: string[]): Promise<string[]> {
  const count = Math.min(TOGETHER, files.length);
  const parts = Array.from({ length: count }, (_, part) => files.filter((_, number) => number % count === part));
  const writing = parts.map(async (part, number) => {
    const path = join(FOLDER, `joined-${number + 1}.js`);
    await writeFile(path, part.map((file) => `import ${JSON.stringify(file)};\n`).join(""));
    return path;
  });
  return Promise.all(writing);
}

/** Tells what the slowest files took. */
function tellSlowest(): void {
  const slowest = [...tookMs].sort(([, one], [, other]) => other - one).slice(0, TOLD);
  console.log("what took longest:");
  for (const [name, ms] of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${name}`);
}

const lists: string[][] = [[]];
for (const argument of process.argv.slice(2)) {
  if (argument === "--") lists.push([]);
  else lists.at(-1)?.push(argument);
}
const [together = [], alone = [], inFirefox = []] = lists;
const browser = await launch();
let areGood: boolean[] = [];
try {
  const shared = { [BROWSER]: browser.wsEndpoint() };
  areGood = [await passed(together, TOGETHER, shared), await passed(alone, 1, shared)];
} finally {
  await browser.close();
}
if (inFirefox.length > 0) console.log("once more, in Firefox:");
areGood.push(await passed(await joined(inFirefox), TOGETHER, { [ENGINE]: "firefox" }, inFirefox.length * FILE_MS));
tellSlowest();
process.exitCode = areGood.every((isGood) => isGood) ? 0 : 1;
