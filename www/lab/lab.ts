// The lab: what runs Python programs for the elements of a page. It is loaded with the first program.

import { addressOf, compileModule, fetchFile, once } from "../element/loading.ts";
import { scriptOfWorker } from "../element/place/worker_script.ts";
import type { Ending } from "../element/engine.ts";
import type { Fault } from "../pkg/lab.js";
import type { FromLab, ToLab } from "./messages.ts";

/** A run that is over, or was stopped. */
export interface Played {
  /** Its record, as recordings have it. */
  recording: Uint8Array<ArrayBuffer>;
  /** How it ended; null if it was stopped. */
  ending: Ending | null;
  /** What the program wrote to its standard error. */
  errors: string;
}

/** What came of a text: a run, or why it is no program. */
export type Outcome = Played | { fault: Fault };

/** How recordings begin: `VERSION` of `src/trace/codec.rs` is the last number. */
const HEADER = [73, 76, 86, 3];

/** A worker that says nothing for so long is in a step that never ends, in milliseconds. */
const SILENCE_MS = 12_000;

/** The limit that is named then, in seconds. */
const STEP_S = 10;

/** How a run ends that never comes back. */
const LATE: Pick<Ending, "outcome" | "error"> = {
  outcome: "limit",
  error: { kind: "limit-step", message: `one step ran for ${STEP_S} s without an await`, about: String(STEP_S) },
};

/** Loads a part of the library. */
const libraryOf = (name: string) =>
  once(name, async () => new Uint8Array(await (await fetchFile(name)).arrayBuffer()));

/** Loads what a program needs: the interpreter and the library. */
export function loadLab(): Promise<[WebAssembly.Module, Uint8Array<ArrayBuffer>, URL]> {
  return once("lab", async () => {
    const [module, library] = await Promise.all([compileModule("lab_bg.wasm"), libraryOf("lab-library.bin")]);
    return [module, library, addressOf("lab_worker.js")];
  });
}

/** Plays programs, one at a time. Each element that has a program has one. */
export class Lab {
  #worker: Worker | undefined;
  #run = 0;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  /** The part that is not whole. */
  #tail: Uint8Array<ArrayBuffer> | undefined;
  #errors = "";
  #over: ((played: Outcome) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #silence = 0;

  get isPlaying(): boolean {
    return this.#over !== undefined;
  }

  /** Whether a program begins at once. */
  get isLoaded(): boolean {
    return this.#worker !== undefined;
  }

  /** Whether something was recorded of the program that is played. */
  get hasPart(): boolean {
    return this.isPlaying && (this.#tail !== undefined || this.#parts.length > 0);
  }

  /** Plays a program in place of the one before. Resolves when it is over, or was stopped. */
  async play(file: string, source: string): Promise<Outcome> {
    this.stop();
    const run = ++this.#run;
    [this.#parts, this.#tail, this.#errors] = [[], undefined, ""];
    const played = new Promise<Outcome>((resolve, reject) => ([this.#over, this.#failed] = [resolve, reject]));
    try {
      const worker = this.#worker ?? (await this.#start());
      if (run === this.#run && this.isPlaying) this.#say(worker, { kind: "play", run, file, source });
    } catch (error) {
      [this.#over, this.#failed] = [undefined, undefined];
      throw error;
    }
    return played;
  }

  /** Ends the program that is played, wherever it is; what was recorded of it stays. */
  stop(): void {
    if (!this.isPlaying) return;
    this.#endWorker();
    this.#finish(null);
  }

  /** Ends the worker with everything in it. */
  release(): void {
    this.stop();
    this.#endWorker();
  }

  async #start(): Promise<Worker> {
    const [module, library, script] = await loadLab();
    const worker = new Worker(scriptOfWorker(script), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromLab>) => this.#take(data);
    worker.onerror = (event) => this.#fail(event.message || "the worker of the lab could not be started");
    this.#worker = worker;
    this.#say(worker, { kind: "begin", module, library });
    return worker;
  }

  #say(worker: Worker, message: ToLab): void {
    worker.postMessage(message);
  }

  #take(message: FromLab): void {
    if (message.run !== this.#run || !this.isPlaying) return;
    this.#listen();
    if (message.kind === "part") {
      if (message.isWhole) this.#parts.push(message.part);
      this.#tail = message.isWhole ? undefined : message.part;
    } else if (message.kind === "error") {
      this.#errors += message.text;
    } else if (message.kind === "needs more") {
      // It begins anew then.
      [this.#parts, this.#tail, this.#errors] = [[], undefined, ""];
      void this.#giveMore();
    } else if (message.kind === "over") {
      this.#finish(message.ending);
    } else if (message.kind === "fault") {
      this.#settle({ fault: message.fault });
    } else if (message.kind === "failed") {
      this.#fail(message.why);
    }
  }

  /** Waits for the next word: a step that never ends may have none. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => {
      this.#endWorker();
      this.#finish({ seconds: 0, steps: 0, ticks: 0, ...LATE });
    }, SILENCE_MS);
  }

  async #giveMore(): Promise<void> {
    clearTimeout(this.#silence);
    const worker = this.#worker;
    try {
      const library = await libraryOf("lab-more-library.bin");
      if (worker && worker === this.#worker) this.#say(worker, { kind: "more", library });
    } catch (error) {
      if (worker === this.#worker) this.#fail(error);
    }
  }

  #finish(ending: Ending | null): void {
    // The last part is never full, and there is always one.
    const parts = this.#tail ? [...this.#parts, this.#tail] : this.#parts;
    this.#settle({ recording: recordingOf(parts), ending, errors: this.#errors });
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#silence);
    const over = this.#over;
    [this.#over, this.#failed] = [undefined, undefined];
    over?.(outcome);
  }

  #fail(why: unknown): void {
    clearTimeout(this.#silence);
    const failed = this.#failed;
    [this.#over, this.#failed] = [undefined, undefined];
    this.#endWorker();
    failed?.(why instanceof Error ? why : new Error(String(why)));
  }

  #endWorker(): void {
    if (this.#worker) this.#worker.onmessage = this.#worker.onerror = null;
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** Five tables, each of them empty: the part of a record in which nothing happened. */
const NOTHING = new Uint8Array(20);

function recordingOf(parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const pieces = [new Uint8Array(HEADER), ...parts, ...(endsIn(parts) ? [] : [NOTHING])];
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How many events a part has that others follow: `PART_EVENTS` of `src/trace/codec.rs`. */
const PART_EVENTS = 1 << 14;

/** Says whether the last of the parts is the last of a record. */
function endsIn(parts: Uint8Array<ArrayBuffer>[]): boolean {
  const last = parts.at(-1);
  return last !== undefined && new DataView(last.buffer, last.byteOffset).getUint32(0, true) < PART_EVENTS;
}
