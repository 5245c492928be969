// The proxy and the demo site that run beside the server of this page, if they do.

import type { Lesson } from "./engine.ts";

interface Addresses {
  proxy: string;
  demo: string;
}

let asked: Promise<Addresses | null> | undefined;

/** Asks the server of this page, once; a plain file server knows of none. */
function ask(): Promise<Addresses | null> {
  asked ??= fetch(new URL("./interleave.json", import.meta.url))
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((found: Addresses | null) =>
      typeof found?.proxy === "string" && typeof found.demo === "string" ? found : null,
    )
    .catch(() => null);
  return asked;
}

/** Where a lesson that fetches finds its site and its proxy, if the reader does not say. */
export class Neighbours {
  #addresses: Addresses | null = null;
  #isKnown = false;

  /** Says whether a lesson can start: one that fetches needs the addresses. */
  serve(lesson: Lesson | undefined): boolean {
    return this.#isKnown || !lesson?.fetches;
  }

  async meet(): Promise<void> {
    this.#addresses = await ask();
    this.#isKnown = true;
  }

  /** Returns a parameter's value where the reader gave none. */
  defaultOf(lesson: Lesson | undefined, name: string): string {
    const { demo, proxy } = this.#addresses ?? {};
    const neighbour = { site: demo, proxy }[name];
    const parameter = lesson?.parameters.find((parameter) => parameter.name === name);
    return neighbour ? `${neighbour}/` : (parameter?.default ?? "");
  }

  /** Fills in the neighbours for what the reader did not give. */
  fill(lesson: Lesson | undefined, params: Record<string, string>): Record<string, string> {
    const filled = { ...params };
    for (const { name, kind } of lesson?.parameters ?? []) {
      if (kind === "address") filled[name] ??= this.defaultOf(lesson, name);
    }
    return filled;
  }
}
