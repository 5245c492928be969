// The script of a worker: runs one lesson, and hands the record over part by part.
//
// The page says with its first message what is to be run, and with each later one that it has
// taken a part. A run is at most so many parts ahead of the page, and waits otherwise.

import { initSync, runInWorker } from "../pkg/runtime.js";
import type { FromWorker, Job } from "./worker_run.ts";

/** How many parts may be under way: enough that neither side waits for the other. */
const AHEAD_MAX = 8;

let next: (() => FromWorker) | undefined;
let free = AHEAD_MAX;

self.onmessage = ({ data }: MessageEvent<Job | null>) => {
  if (data) {
    initSync({ module: data.module });
    next = runInWorker(data.lesson, data.params) as typeof next;
    if (!next) throw new Error(`${data.lesson} cannot be run`);
  } else {
    free += 1;
  }
  for (; next && free > 0; free -= 1) {
    const message = next();
    self.postMessage(message, { transfer: [message.part.buffer] });
    if (message.ending) next = undefined;
  }
};
