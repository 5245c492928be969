// What the tests of embedding share: an article of an author's, with files beside it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

import type { ElementHandle, Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { Front, pageOf } from "../kit/front.ts";
import type { Site } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

/** A program of an author's own, with two tasks and a queue between them. */
export const PROGRAM = `import asyncio


async def produce(queue):
    for number in range(2):
        await asyncio.sleep(1)
        await queue.put(f"<item {number}>")


async def main():
    queue = asyncio.Queue()
    producer = asyncio.create_task(produce(queue), name="producer")
    for _ in range(2):
        print("got", await queue.get())
    await producer


asyncio.run(main())
`;

/** Uses the command for a file with this program, and returns what it printed. */
export function printed(program: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "interleave-"));
  try {
    writeFileSync(join(folder, "crawler.py"), program);
    return execFileSync(process.env["INTERLEAVE_COMMAND"] ?? "", args, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a recording of the program is. */
export function recorded(program = PROGRAM): string {
  return printed(program, "run", "crawler.py", "--format", "json");
}

/** An event that an element told of. */
export interface Told {
  type: string;
  detail: { code?: string; message?: string; lesson?: string };
}

/** An article with an element. */
export interface Article {
  page: Page;
  handle: ElementHandle<InterleavePlayground>;
  front: Front;
  /** What the element told of, from the first moment on. */
  told(): Promise<Told[]>;
  texts(selector: string): Promise<string[]>;
  says(selector: string, pattern: RegExp): Promise<void>;
}

const fronts: Front[] = [];
after(() => Promise.all(fronts.map((front) => front.stop())));

/** Starts a server with files of an author's. */
export async function serve(site: Site, files: Record<string, string>, headers: Record<string, string> = {}): Promise<Front> {
  const front = await Front.open(site.origins.page, { scripts: files, headers: () => headers });
  fronts.push(front);
  return front;
}

/** Opens an article with an element in its body, and files beside it. */
export async function open(site: Site, tag: string, files: Record<string, string> = {}, view = {}): Promise<Article> {
  const keeps = `globalThis.told = [];
    for (const type of ["interleave-start", "interleave-finish", "interleave-error"])
      addEventListener(type, ({ type, detail }) => told.push({ type, detail }));`;
  const pages = { "/articles/one.html": pageOf(tag, 'lang="en"', '<script src="/told.js"></script>') };
  const front = await Front.open(site.origins.page, { pages, scripts: { "/told.js": keeps, ...files } });
  fronts.push(front);
  const page = await site.open({ path: `${front.origin}/articles/one.html`, ...view });
  const handle = (await page.waitForSelector("interleave-playground")) as ElementHandle<InterleavePlayground> | null;
  if (!handle) throw new Error("the article has no element");
  return {
    page,
    handle,
    front,
    told: () => page.evaluate(() => (globalThis as unknown as { told: Told[] }).told),
    texts: (selector) =>
      handle.evaluate((element, selector) => {
        const found = element.renderRoot.querySelectorAll<HTMLElement>(selector);
        return [...found].map((part) => part.innerText.trim());
      }, selector),
    says: async (selector, pattern) => {
      const seen = (element: InterleavePlayground, selector: string, pattern: string) =>
        [...(element.renderRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].some((part) => new RegExp(pattern, "u").test(part.innerText));
      await until(page, seen, handle, selector, pattern.source);
    },
  };
}
