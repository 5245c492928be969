// The proxy and the demo site that run beside the server of this page, if they do, and the recorded
// crawl of that site, which a simulated clock plays back.

import { type LessonInfo, loadLateCode } from "./engine.ts";
import { fetchFile, once } from "./loading.ts";

interface Addresses {
  proxy: string;
  demo: string;
}

/** Asks the server of this page, once; a plain file server knows of none. */
function ask(): Promise<Addresses | null> {
  return once("addresses", async () => {
    try {
      const found = (await (await fetchFile("interleave.json")).json()) as Addresses | null;
      return typeof found?.proxy === "string" && typeof found.demo === "string" ? found : null;
    } catch {
      return null;
    }
  });
}

/** Loads the recorded crawl, once a page. */
function loadReplay(): Promise<Uint8Array> {
  return once("crawl", async () => new Uint8Array(await (await fetchFile("demo-site.recording")).arrayBuffer()));
}

/** Where a lesson that fetches finds its site and its proxy, if the reader does not say. */
export class Assets {
  #addresses: Addresses | null = null;
  #isKnown = false;
  #hasLate = false;
  /** Whether what the lesson needs could not be loaded: then it is not asked for again at once. */
  hasFailed = false;
  /** The crawl that is played back; empty until it is needed. */
  replay: Uint8Array = new Uint8Array();

  /** Says whether a lesson can start: one that fetches needs the addresses and the crawl, a late one its code. */
  serve(lesson: LessonInfo | undefined): boolean {
    return (this.#isKnown || !lesson?.fetches) && (this.#hasLate || !lesson?.isLate);
  }

  /** Loads what a lesson needs. */
  async meet(lesson: LessonInfo | undefined): Promise<void> {
    this.hasFailed = true;
    const code = lesson?.isLate ? loadLateCode().then(() => (this.#hasLate = true)) : undefined;
    if (lesson?.fetches && !this.#isKnown) {
      [this.#addresses, this.replay] = await Promise.all([ask(), loadReplay()]);
      this.#isKnown = true;
    }
    await code;
    this.hasFailed = false;
  }

  /** Returns a parameter's value where the reader gave none. */
  defaultOf(lesson: LessonInfo | undefined, name: string): string {
    const { demo, proxy } = this.#addresses ?? {};
    const neighbour = { site: demo, proxy }[name];
    const parameter = lesson?.parameters.find((parameter) => parameter.name === name);
    return neighbour ? `${neighbour}/` : (parameter?.default ?? "");
  }

  /** Fills in the neighbours for what the reader did not give. */
  fill(lesson: LessonInfo | undefined, params: Record<string, string>): Record<string, string> {
    const filled = { ...params };
    for (const { name, kind } of lesson?.parameters ?? []) {
      if (kind === "address") filled[name] ??= this.defaultOf(lesson, name);
    }
    return filled;
  }
}
