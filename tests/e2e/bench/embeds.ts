// How long a reader of an article waits for an embed, and what twenty of them cost. The article is the HTML
// that `interleave embed` writes; its picture stands between the tags, so it is there with the first paint.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

import type { Page } from "puppeteer-core";

import { Front, pageOf } from "../kit/front.ts";
import type { Site } from "../kit/harness.ts";
import { firstPaint, noteModules, noteStill, noteStrokes } from "../kit/strokes.ts";

/** How many embeds an article has that has many. */
const MANY = 20;

/** What an article's embeds may cost. */
const BOUNDS = { live: 1.4, shift: 0.02, compilations: 1, drawnMs: 100, memoryMb: 60 };

const command = process.env["INTERLEAVE_COMMAND"] ?? "interleave";

/** Returns the HTML of a lesson in an article, with the script on the article's own origin. */
async function written(lesson: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, ["embed", lesson, "--site", "/"]);
  return stdout;
}

export class Articles {
  private constructor(
    readonly site: Site,
    readonly front: Front,
  ) {}

  static async open(site: Site): Promise<Articles> {
    const text = `<p>${"An article says something of its own before it shows a run. ".repeat(12)}</p>`;
    const embed = await written("gather");
    const pages = {
      "/one.html": pageOf(`<h1>One</h1>${embed}${text}`, 'lang="en"', ""),
      "/many.html": pageOf(`<h1>Many</h1>${`${text}${embed}`.repeat(MANY)}`, 'lang="en"', ""),
      "/none.html": pageOf(`<h1>None</h1>${text.repeat(MANY)}`, 'lang="en"', ""),
    };
    return new Articles(site, await Front.open(site.origins.page, { pages }));
  }

  async stop(): Promise<void> {
    await this.front.stop();
  }

  async #load(path: string): Promise<Page> {
    const page = await this.site.blank();
    await noteStrokes(page);
    await noteModules(page);
    await noteStill(page);
    await page.goto(`${this.front.origin}/${path}`);
    return page;
  }

  /** Returns when one embed's live picture was drawn last, and the first paint, which has the still one. */
  async one(): Promise<{ drawn: number; paint: number; still: number }> {
    const page = await this.#load("one.html");
    await page.waitForFunction(() => window.drawnMs !== undefined, { polling: 20 });
    const [drawn, still] = await page.evaluate(() => [window.drawnMs ?? NaN, window.stillMs ?? NaN] as const);
    const paint = await firstPaint(page);
    await page.browserContext().close();
    return { drawn, paint, still };
  }

  /** Scrolls to each of many embeds, and returns what that costs. */
  async many(): Promise<{ drawnMs: number; compilations: number; shift: number; memoryMb: number }> {
    const empty = await this.#memoryOf("none.html", async () => {});
    let noted = { drawnMs: NaN, compilations: NaN, shift: NaN };
    const full = await this.#memoryOf("many.html", async (page) => {
      await page.waitForFunction(() => window.drawnMs !== undefined, { polling: 20 });
      const waits: number[] = [];
      for (let number = 0; number < MANY; number += 1) waits.push(await drawnAfterScroll(page, number));
      const { compilations, shift } = await page.evaluate(() => ({
        compilations: Math.max(...Object.values(window.compilations)),
        shift: window.shift,
      }));
      noted = { drawnMs: Math.max(...waits), compilations, shift };
    });
    return { ...noted, memoryMb: full - empty };
  }

  /** Returns the memory that a page has of its own once something is done in it, in megabytes. */
  async #memoryOf(path: string, work: (page: Page) => Promise<void>): Promise<number> {
    const before = await this.#renderers();
    const page = await this.#load(path);
    await work(page);
    const client = await page.createCDPSession();
    await client.send("HeapProfiler.collectGarbage");
    const own = (await this.#renderers()).filter((id) => !before.includes(id));
    // A process that was only waiting for a page may be gone again.
    const sizes = await Promise.all(own.map((id) => privateMb(id).catch(() => 0)));
    await page.browserContext().close();
    return Math.max(...sizes);
  }

  async #renderers(): Promise<number[]> {
    const page = await this.site.blank();
    const client = await page.browser().target().createCDPSession();
    const { processInfo } = await client.send("SystemInfo.getProcessInfo");
    await client.detach();
    await page.browserContext().close();
    return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  }
}

/** Returns how long after a jump to an embed its picture is drawn, in milliseconds. */
async function drawnAfterScroll(page: Page, number: number): Promise<number> {
  return page.evaluate(async (number) => {
    const element = document.querySelectorAll("interleave-playground")[number];
    const start = performance.now();
    element?.scrollIntoView({ block: "start" });
    for (;;) {
      const canvas = element?.shadowRoot?.querySelector("canvas");
      if (canvas && window.drawnOn.has(canvas)) return performance.now() - start;
      if (performance.now() - start > 10_000) return Infinity;
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  }, number);
}

/** Returns the memory that only one process has, in megabytes. */
async function privateMb(id: number): Promise<number> {
  const told = await readFile(`/proc/${id}/smaps_rollup`, "utf8");
  const parts = [...told.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)];
  return parts.reduce((sum, [, kb]) => sum + Number(kb), 0) / 1024;
}

/** Says what is over its bound. */
export function faultsOf(ratio: number, many: Awaited<ReturnType<Articles["many"]>>): string[] {
  const over: [boolean, string][] = [
    [ratio > BOUNDS.live, `the live timeline of an embed comes later than ${BOUNDS.live} times the first paint`],
    [many.compilations > BOUNDS.compilations, `a part of the module is compiled ${many.compilations} times`],
    [many.drawnMs > BOUNDS.drawnMs, `an embed is drawn ${many.drawnMs.toFixed(0)} ms after it was scrolled to`],
    [many.shift > BOUNDS.shift, `the article shifts by ${many.shift.toFixed(3)}`],
    [many.memoryMb > BOUNDS.memoryMb, `${MANY} embeds take ${many.memoryMb.toFixed(0)} MB`],
  ];
  return over.filter(([is]) => is).map(([, fault]) => fault);
}
