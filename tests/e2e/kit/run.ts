// Runs files of tests: those before `--` two at a time, then those after it one at a time, and those
// after a second `--` in Firefox.
//
// All of them share one Chromium. It starts before the first file and ends after the last; a file
// finds it by `INTERLEAVE_BROWSER` and opens pages in profiles of its own. Firefox talks to one process
// alone, so that each file starts its own.

import { spawn } from "node:child_process";
import { once } from "node:events";

import { BROWSER, ENGINE, launch } from "./browser.ts";

/** How many files run at a time: as many as CI's machines have cores. */
const TOGETHER = 2;

/** The longest that a file may take, in milliseconds. */
const FILE_MS = 300_000;

/** Runs files with Node's own runner; tells whether all tests passed. */
async function passed(files: string[], concurrency: number, environment: Record<string, string>): Promise<boolean> {
  if (files.length === 0) return true;
  const options = [
    "--enable-source-maps",
    "--test",
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${FILE_MS}`,
    "--test-reporter=spec",
  ];
  const child = spawn(process.execPath, [...options, ...files], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  process.once("exit", () => child.kill());
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
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
areGood.push(await passed(inFirefox, TOGETHER, { [ENGINE]: "firefox" }));
process.exitCode = areGood.every((isGood) => isGood) ? 0 : 1;
