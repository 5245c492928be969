// How long a reader waits for the first timeline: from the navigation of a cold profile to its last
// stroke, beside the page's own first contentful paint, and beside Pyodide, which prints the first line
// of the same crawl. All are measured in turn, in one browser, over the loopback.

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

import { Site } from "../kit/harness.ts";
import { firstPaint, noteStill, noteStrokes } from "../kit/strokes.ts";
import { Articles, faultsOf } from "./embeds.ts";
import { servePyodide } from "./pyodide.ts";

/** How often each is measured. */
const ROUNDS = 11;

/** The last stroke comes at most so many times after the first paint. */
const PAINT_RATIO_MAX = 1.5;

/** Pyodide takes at least so many times as long. */
const PYODIDE_RATIO_MIN = 12;

/**
 * Opens an address in a fresh profile; returns what the page notes, when its still picture had its place, and
 * the first paint, in milliseconds.
 */
async function timed(site: Site, address: string, note: "drawnMs" | "printedMs"): Promise<[number, number, number]> {
  const page = await site.blank();
  await noteStrokes(page);
  await noteStill(page);
  await page.goto(address, { waitUntil: "commit" as "load" }).catch(() => page.goto(address));
  await page.waitForFunction((note) => window[note] !== undefined, { timeout: 60_000, polling: 20 }, note);
  const times = await page.evaluate((note) => [window[note] ?? NaN, window.stillMs ?? NaN] as const, note);
  const paint = await firstPaint(page);
  await page.browserContext().close();
  return [...times, paint];
}

function median(values: number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const row = (name: string, value: number, unit = "ms", digits = 0) =>
  console.log(name.padEnd(52), `${value.toFixed(digits).padStart(6)} ${unit}`);

/** Measures the page, and Pyodide beside it; returns what is over its bound. */
async function measurePage(site: Site, pyodide: Server): Promise<string[]> {
  const { port } = pyodide.address() as AddressInfo;
  const rounds: { drawn: number; still: number; paint: number; printed: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [drawn, still, paint] = await timed(site, site.origins.page, "drawnMs");
    const [printed] = await timed(site, `http://127.0.0.1:${port}/`, "printedMs");
    rounds.push({ drawn, still, paint, printed });
  }
  const [drawn, still, paint, printed] = (["drawn", "still", "paint", "printed"] as const).map((name) =>
    median(rounds.map((round) => round[name])),
  ) as [number, number, number, number];
  row("still picture of the page in its place", still);
  row("first contentful paint", paint);
  row("last stroke of the first live timeline", drawn);
  row("Pyodide prints the first line of the crawl", printed);
  const ratios = [drawn / paint, printed / drawn] as const;
  console.log(`${ratios[0].toFixed(2)} times the paint; Pyodide takes ${ratios[1].toFixed(1)} times as long`);
  return [
    still <= paint ? "" : "the still picture of the page comes after the first paint",
    ratios[0] <= PAINT_RATIO_MAX ? "" : `the timeline comes later than ${PAINT_RATIO_MAX} times the first paint`,
    ratios[1] >= PYODIDE_RATIO_MIN ? "" : `Pyodide takes less than ${PYODIDE_RATIO_MIN} times as long`,
  ];
}

/** Measures articles with one embed and with many; returns what is over its bound. */
async function measureEmbeds(articles: Articles): Promise<string[]> {
  const rounds: Awaited<ReturnType<Articles["one"]>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await articles.one());
  const [drawn, still, paint] = (["drawn", "still", "paint"] as const).map((name) =>
    median(rounds.map((round) => round[name])),
  ) as [number, number, number];
  row("still picture of an embed in its place", still);
  row("first contentful paint of the article", paint);
  row("last stroke of the embed's live timeline", drawn);
  console.log(`${(drawn / paint).toFixed(2)} times the paint`);
  const many = await articles.many();
  row("twenty embeds: the longest from scrolling to drawn", many.drawnMs);
  row("how often a part of the module is compiled", many.compilations, "");
  row("their memory above that of the page without", many.memoryMb, "MB");
  row("shift of the page", many.shift, "", 3);
  return [still <= paint ? "" : "the still picture of an embed comes after the first paint", ...faultsOf(drawn / paint, many)];
}

const site = new Site();
const pyodide = await servePyodide();
try {
  await site.start();
  const articles = await Articles.open(site);
  const faults = [...(await measurePage(site, pyodide)), ...(await measureEmbeds(articles))].filter((fault) => fault !== "");
  await articles.stop();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.stop();
  pyodide.close();
}
