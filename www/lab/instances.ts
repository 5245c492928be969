// Instances of the lab's module: each plays one program.
//
// An interpreter that stands ready, with what programs import, is made once. Its memory is kept, and each further
// instance begins with a copy of it. So a program that is changed runs again at once, and finds nothing of the
// run before.

import { type Fault, faultOf, giveLibrary, importsOf, initSync, type InitOutput, makeReady, type Page, play } from "../pkg/lab.js";
import type { Ending } from "../pkg/runtime.js";

/** What every program is likely to import. */
const USUAL = ["asyncio"];

/** The memory of an instance that stands ready. */
interface Ready {
  memory: Uint8Array<ArrayBuffer>;
  /** How many references to the page's things the instance had room for. */
  references: number;
  /** What is imported there. */
  imported: ReadonlySet<string>;
}

const PAGE_BYTES = 1 << 16;

export class Instances {
  #ready: Ready | undefined;
  /** The instance that plays the next program. */
  #next: InitOutput | undefined;

  constructor(
    readonly module: WebAssembly.Module,
    readonly library: Uint8Array<ArrayBuffer>[],
  ) {}

  /** Takes more of the library: what stands ready did not know of it. */
  add(library: Uint8Array<ArrayBuffer>): void {
    this.library.push(library);
    this.#ready = this.#next = undefined;
  }

  /** Plays a program to its end, and returns how it ended; or why the text is no program. */
  play(file: string, source: string, page: Page): { ending: Ending } | { fault: Fault } {
    const next = this.#next ?? this.#instance();
    this.#next = undefined;
    const { imported = new Set<string>() } = this.#ready ?? {};
    const more = [...(this.#ready ? [] : USUAL), ...importsOf(source)].filter((name) => !imported.has(name));
    if (more.length > 0) {
      makeReady(more);
      this.#keep(next, new Set([...imported, ...more]));
    }
    const fault = faultOf(file, source);
    if (!fault) return { ending: play(file, source, page) };
    // Nothing was played.
    this.#next = next;
    return { fault };
  }

  /** Makes the instance for the next program, while nothing else is to be done. */
  prepare(): void {
    this.#next ??= this.#instance();
  }

  #instance(): InitOutput {
    const instance = initSync({ module: this.module });
    if (!this.#ready) {
      this.library.forEach(giveLibrary);
      return instance;
    }
    const { memory, references } = this.#ready;
    const missing = memory.length - instance.memory.buffer.byteLength;
    if (missing > 0) instance.memory.grow(missing / PAGE_BYTES);
    new Uint8Array(instance.memory.buffer).set(memory);
    const table = instance.__wbindgen_externrefs;
    if (table.length < references) table.grow(references - table.length);
    return instance;
  }

  #keep(instance: InitOutput, imported: ReadonlySet<string>): void {
    const memory = new Uint8Array(instance.memory.buffer.slice(0) as ArrayBuffer);
    this.#ready = { memory, references: instance.__wbindgen_externrefs.length, imported };
  }
}
