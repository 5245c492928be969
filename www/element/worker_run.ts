// A run in a worker: starting it, taking its record, and ending it.

import type { Playground } from "./engine.ts";

/** What a worker is told to run, with the compiled module. */
export interface Job {
  module: WebAssembly.Module;
  lesson: string;
  params: Record<string, string>;
}

/** A part of the record, and behind the last one how the run ended. */
export interface FromWorker {
  part: Uint8Array;
  ending: object | null;
}

/**
 * Starts a run in a worker, whose record a playground takes. Returns what ends the worker.
 *
 * `over` is called when the run is over. `failed` is called instead if there is no worker to be
 * had, or it came to grief: that depends on where the page lies and what it may do.
 */
export function runAway(job: Job, playground: Playground, over: () => void, failed: () => void): () => void {
  let worker: Worker | undefined;
  const end = () => {
    if (worker) worker.onmessage = worker.onerror = null;
    worker?.terminate();
  };
  const fail = () => {
    end();
    failed();
  };
  try {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.onerror = fail;
    worker.onmessage = ({ data: { part, ending } }: MessageEvent<FromWorker>) => {
      if (!playground.take(part, ending)) return fail();
      if (!ending) return worker?.postMessage(null);
      end();
      over();
    };
    worker.postMessage(job);
  } catch {
    fail();
  }
  return end;
}
