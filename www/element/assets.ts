// The proxy and the demo site that run beside the server of this page, if they do, and the recorded
// crawl of that site, which a simulated clock plays back.

import { lessonFile, loadLessonFile } from "../editor/lesson_file.ts";
import { type LessonInfo, loadLate, type Playground, setHtmlParser } from "./engine.ts";
import { hasComparing, loadComparing } from "./comparison.ts";
import { fetchFile, late, once } from "./loading.ts";
import { LATE } from "./message_parts.ts";
import type { Messages } from "./messages.ts";

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

/** Loads what reads pages, once a page. */
function loadParser(): Promise<void> {
  return once("parser", async () => setHtmlParser((await late("html", () => import("./html.ts"))).parseHtml));
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
  #shown: LessonInfo | undefined;
  /** What was given which crawl last. */
  #equipped: { playground: Playground; replay: Uint8Array } | undefined;
  /** Whether what the lesson needs could not be loaded: then it is not asked for again at once. */
  hasFailed = false;
  /** The crawl that is played back; empty until it is needed. */
  replay: Uint8Array = new Uint8Array();

  /**
   * Says whether a lesson can start, and another one beside it: one that fetches needs the addresses and the
   * crawl, a late one, and what compares, their code, and one whose program is shown the file of it.
   */
  serve(lesson: LessonInfo | undefined, compared: LessonInfo | undefined, program: string): boolean {
    const isSeen = program === "none" || !lesson || lessonFile(lesson.slug) !== undefined;
    const fetches = lesson?.fetches || compared?.fetches;
    const isLate = lesson?.isLate || compared !== undefined;
    return isSeen && (this.#isKnown || !fetches) && (this.#hasLate || !isLate) && (hasComparing() || !compared);
  }

  /** Returns the lesson that is asked for, once it can start; until then the one before. */
  served(asked: LessonInfo | undefined, compared: LessonInfo | undefined, program: string): LessonInfo | undefined {
    if (this.serve(asked, compared, program)) this.#shown = asked;
    return this.#shown ?? asked;
  }

  /** Loads what a lesson needs, and another one beside it, and how that is said. */
  async meet(lesson: LessonInfo | undefined, compared: LessonInfo | undefined, program: string, messages: Messages | undefined): Promise<void> {
    this.hasFailed = true;
    const file = program === "none" || !lesson ? undefined : loadLessonFile(lesson.slug);
    const isLate = lesson?.isLate || compared !== undefined;
    const second = isLate ? Promise.all([loadLate(), messages?.loadMore(LATE)]).then(() => (this.#hasLate = true)) : undefined;
    const code = Promise.all([file, second, compared && loadComparing()]);
    if ((lesson?.fetches || compared?.fetches) && !this.#isKnown) {
      [this.#addresses, this.replay] = await Promise.all([ask(), loadReplay(), loadParser()]);
      this.#isKnown = true;
    }
    await code;
    this.hasFailed = false;
  }

  /** Gives a module's run the crawl that is played back, once it is there. */
  equip(playground: Playground): void {
    if (this.#equipped?.playground === playground && this.#equipped.replay === this.replay) return;
    this.#equipped = { playground, replay: this.replay };
    playground.setReplay(this.replay);
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
