// A run in a worker: starting it, taking its record, and ending it.

import { moduleForWorker, type Part, partsForWorker, type Playground } from "./engine.ts";
import { addressOf } from "./loading.ts";
import { scriptOfWorker } from "./place/worker_script.ts";

/** What a worker runs. */
export interface Job {
  lesson: string;
  params: Record<string, string>;
}

/** What a worker gets first: what to run, and the compiled module with later parts. */
export interface FirstMessage extends Job {
  module: WebAssembly.Module;
  parts: WebAssembly.Module[];
}

/**
 * Starts a run in a worker, whose record a playground takes. Returns what ends the worker.
 *
 * `over` is called when the run is over. `failed` is called instead if there is no worker to be
 * had, or it came to grief: that depends on where the page lies and what it may do.
 */
export function runInWorker(job: Job, playground: Playground, over: () => void, failed: () => void): () => void {
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
    worker = new Worker(scriptOfWorker(addressOf("worker.js")), { type: "module" });
    worker.onerror = fail;
    worker.onmessage = ({ data: { part, ending } }: MessageEvent<Part>) => {
      if (!playground.takePart(part, ending)) return fail();
      if (!ending) return worker?.postMessage(null);
      end();
      over();
    };
    // One that was ended meanwhile hears of nothing.
    const begin = (parts: WebAssembly.Module[]) => worker?.postMessage({ ...job, module: moduleForWorker(), parts } satisfies FirstMessage);
    partsForWorker().then(begin).catch(() => worker?.onerror && fail());
  } catch {
    fail();
  }
  return end;
}

