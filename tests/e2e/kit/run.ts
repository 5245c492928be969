// Runs files of tests: those before `--` two at a time, then those after it one at a time.
//
// All of them share one browser. It starts before the first file and ends after the last; a file
// finds it by `INTERLEAVE_BROWSER` and opens pages in profiles of its own.

import { spawn } from "node:child_process";
import { once } from "node:events";

import { BROWSER, launch } from "./browser.ts";

/** How many files run at a time: as many as CI's machines have cores. */
const TOGETHER = 2;

/** The longest that a file may take, in milliseconds. */
const FILE_MS = 300_000;

/** Runs files with Node's own runner; tells whether all tests passed. */
async function passed(files: string[], concurrency: number, browser: string): Promise<boolean> {
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
    env: { ...process.env, [BROWSER]: browser },
  });
  process.once("exit", () => child.kill());
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}

const files = process.argv.slice(2);
const end = files.indexOf("--");
const browser = await launch();
try {
  const address = browser.wsEndpoint();
  const together = await passed(files.slice(0, end), TOGETHER, address);
  const alone = await passed(files.slice(end + 1), 1, address);
  process.exitCode = together && alone ? 0 : 1;
} finally {
  await browser.close();
}
