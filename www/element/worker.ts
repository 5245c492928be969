// The script of a worker: runs one lesson, and hands the record over part by part.
//
// The page says with its first message what is to be run, and with each later one that it has
// taken a part. A run is at most so many parts ahead of the page, and waits otherwise.

import { initSync, runInWorker, type WorkerSide } from "../pkg/runtime.js";
import { addPartSync } from "../files/part.ts";
import type { FirstMessage } from "./worker_run.ts";

/** How many parts may be under way: enough that neither side waits for the other. */
const AHEAD_MAX = 8;

let run: WorkerSide | undefined;
let free = AHEAD_MAX;

self.onmessage = ({ data }: MessageEvent<FirstMessage | null>) => {
  if (data) {
    const first = initSync({ module: data.module }) as unknown as WebAssembly.Exports;
    for (const part of data.parts) addPartSync(part, first);
    run = runInWorker(data.lesson, data.params);
    if (!run) throw new Error(`${data.lesson} cannot be run`);
  } else {
    free += 1;
  }
  for (; run && free > 0; free -= 1) {
    const message = run.next();
    self.postMessage(message, { transfer: [message.part.buffer] });
    if (message.ending) run = undefined;
  }
};
