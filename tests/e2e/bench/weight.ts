// What the first view of the page weighs: every response it loads, as it comes over the wire; and what an embed
// weighs that the command has written, until its first picture and until its timeline is live.
//
// Fails above a limit, and when a part comes from elsewhere: then its weight would be hidden.

import { execFileSync } from "node:child_process";

import type { Page } from "puppeteer-core";

import { Site } from "../kit/harness.ts";
import { noteStrokes } from "../kit/strokes.ts";

/** The most that the first view may weigh, in bytes: two seconds on a phone's slow connection. */
const LIMIT_BYTES = 180_000;

/** The most that an embed may weigh until its first picture, and until the last stroke of the live one, in bytes. */
const [PICTURE_BYTES, LIVE_BYTES] = [20_000, 150_000];

/** Where the embed is. */
const ARTICLE = "/article.html";

interface Part {
  url: string;
  /** Bytes after decompression. */
  raw: number;
  /** Bytes of the body over the wire, without headers. */
  wire: number;
  /** When it was asked for, in milliseconds. */
  startMs: number;
}

/** Returns the parts of the page, in the order in which they were asked for. */
async function parts(page: Page): Promise<Part[]> {
  await page.waitForNetworkIdle({ idleTime: 1_000 });
  return page.evaluate(() => {
    const entries = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
    return (entries as PerformanceResourceTiming[]).map((entry) => ({
      url: entry.name,
      raw: entry.decodedBodySize,
      wire: entry.encodedBodySize,
      startMs: entry.startTime,
    }));
  });
}

function row(name: string, raw: string | number, wire: string | number): void {
  console.log(name.padEnd(44), String(raw).padStart(9), String(wire).padStart(9));
}

/** Prints the parts and their sum, which is to be at most the limit; returns what breaks the promise. */
function report(what: string, parts: Part[], origin: string, limit: number): string[] {
  row(what, "raw", "brotli");
  for (const part of parts) row(`  ${new URL(part.url).pathname}`, part.raw, part.wire);
  const sum = (key: "raw" | "wire") => parts.reduce((bytes, part) => bytes + part[key], 0);
  row("  total", sum("raw"), sum("wire"));
  const faults = parts
    .filter((part) => !part.url.startsWith(origin))
    .map((part) => `${what}: ${part.url} comes from elsewhere`);
  if (sum("wire") > limit) faults.push(`${what}: ${sum("wire")} bytes are more than ${limit}`);
  if (sum("wire") === 0) faults.push(`${what}: no byte was counted`);
  return faults;
}

/** Returns what an embed has asked for until its first picture, and until the last stroke of the live one. */
async function embed(site: Site): Promise<{ picture: Part[]; live: Part[] }> {
  const { origin } = new URL(site.origins.page);
  const written = execFileSync(process.env["INTERLEAVE_COMMAND"] ?? "", ["embed", "gather", "--site", origin], { encoding: "utf8" });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,"></head><body>${written}</body></html>`;
  const page = await site.blank();
  await noteStrokes(page);
  // Nothing but the article is answered before there is a picture.
  const asked = new Set<string>();
  let answer = () => {};
  const isPainted = new Promise<void>((resolve) => (answer = resolve));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.url() === origin + ARTICLE) return void request.respond({ contentType: "text/html", body: html });
    asked.add(request.url());
    void isPainted.then(() => request.continue());
  });
  const loading = page.goto(origin + ARTICLE);
  const painted = () => document.querySelector("interleave-playground svg") !== null && performance.getEntriesByName("first-contentful-paint").length > 0;
  await page.waitForFunction(painted, { polling: 20 });
  const early = new Set(asked);
  answer();
  await loading;
  await page.waitForFunction(() => window.drawnMs !== undefined, { polling: 20 });
  const drawnMs = await page.evaluate(() => window.drawnMs ?? 0);
  const [, ...loaded] = await parts(page);
  const bytes = Buffer.byteLength(html);
  const article = { url: origin + ARTICLE, raw: bytes, wire: bytes, startMs: 0 };
  return {
    picture: [article, ...loaded.filter(({ url }) => early.has(url))],
    live: [article, ...loaded.filter(({ startMs }) => startMs <= drawnMs)],
  };
}

const site = new Site();
try {
  await site.start();
  const { origin } = new URL(site.origins.page);
  const page = await site.open();
  const faults = report("first view of the page", await parts(page), origin, LIMIT_BYTES);
  const { picture, live } = await embed(site);
  faults.push(...report("an embed until its first picture", picture, origin, PICTURE_BYTES));
  if (picture.some(({ url }) => url.endsWith(".wasm"))) faults.push("the first picture of an embed waits for a module");
  faults.push(...report("an embed until its live timeline", live, origin, LIVE_BYTES));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.closePages();
  await site.stop();
}
