// Crawls with Interleave as wasm in a browser, once for each number of pages in the arguments.
//
// Prints a line for each: the seconds of processor time that it took, and the bytes that the
// module's memory had to grow to. Each crawl has a page, and so a memory, of its own. The module
// is that of `tests/bench`, in the profile in which readers get the page's.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Browser } from "puppeteer-core";

import { launch } from "../kit/browser.ts";

/** What wasm-bindgen defines for a page without modules. */
interface Module {
  initSync(options: { module: BufferSource }): { memory: WebAssembly.Memory };
  crawl(pages: number): number;
}

/** The page's, where the functions that are evaluated there find it. */
declare const wasm_bindgen: Module;

/** Returns what one crawl took. */
async function crawl(browser: Browser, folder: string, pages: number): Promise<[number, number]> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const scripts_s = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  };
  // Not as an element: an empty page has no address from which the script could have come.
  await page.evaluate(await readFile(join(folder, "loop.js"), "utf8"));
  const module = await readFile(join(folder, "loop_bg.wasm"), "base64");
  await page.evaluate((module) => {
    const bytes = Uint8Array.from(atob(module), (byte) => byte.charCodeAt(0));
    Object.assign(window, { wasm: wasm_bindgen.initSync({ module: bytes }) });
    // The first crawl is for the compiler: a reader has watched others before one of a million.
    wasm_bindgen.crawl(1000);
  }, module);
  const before_s = await scripts_s();
  const [events, memory] = await page.evaluate((pages) => {
    const { wasm } = window as unknown as { wasm: { memory: WebAssembly.Memory } };
    return [wasm_bindgen.crawl(pages), wasm.memory.buffer.byteLength] as const;
  }, pages);
  const took_s = (await scripts_s()) - before_s;
  await context.close();
  if (events < pages * 7) throw new Error(`${pages} pages made only ${events} events`);
  if (!(took_s > 0)) throw new Error("the browser tells no processor time");
  return [took_s, memory];
}

const folder = process.env["INTERLEAVE_LOOP_BENCH"] ?? "";
const browser = await launch();
try {
  for (const pages of process.argv.slice(2)) {
    console.log(...(await crawl(browser, folder, Number(pages))));
  }
} finally {
  await browser.close();
}
