// Starts the `interleave` command and learns where it serves.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How long the command may take until it serves, in milliseconds. */
const START_MS = 20_000;

/** A running `interleave serve`. */
export interface Command {
  /** Where the page, the proxy and the demo site answer, as the command printed it. */
  readonly origins: { readonly page: string; readonly proxy: string; readonly demo: string };
  /** Ends the command and waits until it has ended. */
  stop(): Promise<void>;
}

/** Serves on free ports; resolves once all three origins answer. */
export async function serve(): Promise<Command> {
  const path = process.env["INTERLEAVE_COMMAND"];
  if (!path) throw new Error("INTERLEAVE_COMMAND names no command; run `cargo xtask test e2e`");
  const child = spawn(path, ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
  };
  // However this process ends, the command must not outlive it.
  process.once("exit", () => child.kill("SIGKILL"));
  try {
    return { origins: await readOrigins(child.stdout, ended), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the lines `page URL`, `proxy URL` and `demo URL`. */
async function readOrigins(
  output: NodeJS.ReadableStream,
  ended: Promise<unknown>,
): Promise<Command["origins"]> {
  const found = new Map<string, string>();
  const reading = (async () => {
    for await (const line of createInterface({ input: output })) {
      const [name = "", url = ""] = line.split(" ");
      found.set(name, url);
      if (["page", "proxy", "demo"].every((name) => found.has(name))) break;
    }
  })();
  await within(START_MS, Promise.race([reading, ended]));
  // What the command prints later is not read, but must not fill the pipe.
  output.resume();
  const [page, proxy, demo] = ["page", "proxy", "demo"].map((name) => found.get(name));
  if (!page || !proxy || !demo) {
    throw new Error(`the command printed no page, proxy and demo, but ${[...found].join(" ")}`);
  }
  return { page, proxy, demo };
}

/** Waits for the promise, at most so many milliseconds. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise, limit]);
  clearTimeout(timer);
}
