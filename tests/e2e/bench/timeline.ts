// How long our part of a frame takes while a reader moves along recorded runs of very many spans, and
// how long it takes to the first picture of each; the latter beside speedscope, a viewer of traces.
//
// The runs lie in a folder, with how many spans each has. They are served on this machine alone.

import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, extname, join } from "node:path";

import type { Page } from "puppeteer-core";

import { pathOf, Playground } from "../kit/element.ts";
import { Site } from "../kit/harness.ts";
import { calibration, share } from "../kit/measuring.ts";

/** How long a reader moves along, in milliseconds. */
const MOVES_MS = 10_000;

/** The longest that 95 of 100 frames may take us, in milliseconds. */
const FRAME_MS = 6;

/** How many times longer a frame may take with the most spans than with the fewest. */
const GROWTH_MAX = 1.5;

/** The longest to the first picture, in milliseconds. */
const PICTURE_MS = 1500;

/** The largest share of the trace that its overview may take. */
const OVERVIEW_MAX = 0.3;

/** How long speedscope is waited for. */
const VIEWER_MS = 120_000;

interface Run {
  name: string;
  spans: number;
  traceBytes: number;
  overviewBytes: number;
}

const folder = process.env["INTERLEAVE_TIMELINE_BENCH"] ?? "";
const viewer = join(dirname(createRequire(import.meta.url).resolve("speedscope/package.json")), "dist/release");

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves the runs to every page, and the viewer. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://bench").pathname).slice(1) || "index.html";
    const isRun = name.startsWith("runs/");
    const path = isRun ? join(folder, name.slice(5)) : join(viewer, name.replaceAll("/", "_"));
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    // Minutes pass between two files: no connection is kept for the next.
    const headers = { "content-type": type, "access-control-allow-origin": "*", connection: "close" };
    readFile(path).then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

/** Before the page loads: from now on, notes what our part of each frame takes. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = window.requestAnimationFrame.bind(window);
    const frames: number[] = [];
    let now = -1;
    window.requestAnimationFrame = (callback) =>
      real(async (time) => {
        const start = performance.now();
        callback(time);
        await document.querySelector("interleave-playground")?.updateComplete;
        const took = performance.now() - start;
        // What one frame calls is one frame's.
        if (time === now) frames[frames.length - 1] = (frames.at(-1) ?? 0) + took;
        else frames.push(took);
        now = time;
      });
    Object.assign(window, { frames, real });
  });
}

/** Shows a recorded run; returns how long that took from its last byte to a picture of all of it. */
async function open(playground: Playground, url: string): Promise<number> {
  return playground.handle.evaluate(async (element, url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const start = performance.now();
    const { player } = element;
    const ending = { seconds: 0, steps: 0, ticks: 0, outcome: "finished" as const, error: null };
    player?.open("ten-thousand", [], bytes, ending, "run.json");
    while (!element.summary) await new Promise(requestAnimationFrame);
    element.toStart();
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, url);
}

/** Moves along and zooms for a while; returns what our part of each frame took. */
async function move(playground: Playground, length: number): Promise<number[]> {
  return playground.handle.evaluate(async (element, length) => {
    const { frames, real } = window as unknown as { frames: number[]; real: typeof requestAnimationFrame };
    const { zooming } = element;
    zooming.showAll();
    await new Promise(real);
    frames.length = 0;
    const start = performance.now();
    for (let turn = 0; performance.now() - start < length; turn += 1) {
      // In, along, along, and out again, as a reader who looks for something does.
      const phase = turn % 120;
      if (phase < 20) zooming.zoomIn();
      else if (phase < 60) zooming.move(0.05);
      else if (phase < 100) zooming.move(-0.05);
      else zooming.zoomOut();
      await new Promise(real);
    }
    return frames.slice();
  }, length);
}

/** Opens a run in speedscope; returns how long it took to its first picture, none if it showed none. */
async function view(site: Site, origin: string, name: string): Promise<number | null> {
  const profile = `${origin}/runs/${name}.json`;
  const page = await site.open({ path: `${origin}/index.html` });
  site.allow(page, /./);
  const start = Date.now();
  await page.goto(`${origin}/index.html?${name}#profileURL=${encodeURIComponent(profile)}`);
  const shown = page.waitForFunction(
    () => document.querySelector("canvas") !== null && document.body.innerText.includes("(pid 1)"),
    { timeout: VIEWER_MS },
  );
  const isShown = await shown.then(
    () => true,
    () => false,
  );
  const took = Date.now() - start;
  await site.closePages().catch(() => {});
  return isShown ? took : null;
}

async function runs(): Promise<Run[]> {
  const lines = (await readFile(join(folder, "runs.txt"), "utf8")).trim().split("\n");
  return lines.map((line) => {
    const [name = "", spans, traceBytes, overviewBytes] = line.split(" ");
    return { name, spans: Number(spans), traceBytes: Number(traceBytes), overviewBytes: Number(overviewBytes) };
  });
}

const broken: string[] = [];
const site = new Site();
const server = await serve();
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
try {
  await site.start();
  const header = ["lanes-sleeps", "spans", "frames", "median", "p95", "p95/r", "picture", "overview", "speedscope"];
  console.log(header.map((word) => word.padStart(12)).join(""));
  let fewest: number | undefined;
  for (const run of await runs()) {
    const path = pathOf("ten-thousand", { pages: "10" });
    const playground = await Playground.of(await site.open({ width: 1200, height: 600, path }));
    await playground.set({ view: "timeline" });
    await watchFrames(playground.page);
    const picture = await open(playground, `${origin}/runs/${run.name}.trace`);
    await move(playground, 1000);
    const frames = await move(playground, MOVES_MS);
    const unit = await calibration(playground);
    const [median, p95] = [share(frames, 0.5), share(frames, 0.95)];
    await site.closePages();
    const { size } = await stat(join(folder, `${run.name}.json`));
    // A browser takes no string of half a gigabyte.
    const viewed = size < 5e8 ? await view(site, origin, run.name) : null;
    const overview = run.overviewBytes / run.traceBytes;
    const row = [
      run.name,
      String(run.spans),
      String(frames.length),
      median.toFixed(2),
      p95.toFixed(2),
      (p95 / unit).toFixed(1),
      picture.toFixed(0),
      `${(100 * overview).toFixed(1)} %`,
      viewed === null ? `none (${(size / 1e6).toFixed(0)} MB)` : viewed.toFixed(0),
    ];
    console.log(row.map((word) => word.padStart(12)).join(""));
    fewest ??= median;
    if (p95 > FRAME_MS) broken.push(`${run.name}: 95 of 100 frames take up to ${p95.toFixed(1)} ms, not ${FRAME_MS}`);
    if (picture > PICTURE_MS) broken.push(`${run.name}: the first picture takes ${picture.toFixed(0)} ms`);
    if (overview > OVERVIEW_MAX) broken.push(`${run.name}: the overview is ${(100 * overview).toFixed(0)} % of the trace`);
    if (median > GROWTH_MAX * fewest) {
      broken.push(`${run.name}: a frame takes ${(median / fewest).toFixed(1)} times as long as with the fewest spans`);
    }
  }
} finally {
  server.close();
  await site.stop();
}
console.log("\nmedian, p95, picture and speedscope in ms; r: 1,000 rectangles");
if (broken.length > 0) {
  for (const line of broken) console.error(line);
  process.exitCode = 1;
}
