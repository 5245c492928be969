// A live crawl fetches real pages: from the demo site, through the proxy, both of the same
// `interleave serve`.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { rowsOf } from "./kit/demo.ts";
import { type Params, pathOf, Playground, printed, type Summary } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

const lessons = ["movies-in-turn", "movies-gather"];

/** Opens a crawl on the live clock; nothing is fetched before it is run. */
async function open(lesson: string, params: Params = {}, view: View = {}): Promise<Playground> {
  const page = await site.open({ ...view, path: pathOf(lesson) });
  const playground = await Playground.of(page);
  // An address names neither a site nor a proxy.
  await playground.show(lesson, params, "live");
  return playground;
}

/** Returns the highest number of requests to the proxy that were under way at one moment. */
async function overlap(page: Page): Promise<number> {
  const requests = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/fetch?url="))
      .map(({ startTime, duration }) => [startTime, startTime + duration] as const),
  );
  const underWay = (moment: number) =>
    requests.filter(([from, to]) => from <= moment && moment < to).length;
  return Math.max(0, ...requests.map(([from]) => underWay(from)));
}

/** Waits until every picture of the console is loaded; returns their addresses. */
async function posters(playground: Playground): Promise<string[]> {
  await playground.painted();
  return playground.handle.evaluate(async (element) => {
    const images = [...element.renderRoot.querySelectorAll<HTMLImageElement>(".console img")];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode()));
    return images.map((image) => image.src);
  });
}

/** Returns the address of a port at which no server answers. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

test("both crawls print the list's rows in its order, and gather in a fraction of the time", async () => {
  const rows = await rowsOf(site.origins.demo);
  assert.equal(rows.length, 12);
  const runs: { summary: Summary; overlap: number }[] = [];
  for (const lesson of lessons) {
    const playground = await open(lesson);
    assert.equal(await overlap(playground.page), 0, "the page fetched before it was run");
    const summary = await playground.run();
    assert.deepEqual(printed(summary), rows, lesson);
    assert.equal(summary.outcome, "finished");
    assert.equal((await posters(playground)).length, 12);
    runs.push({ summary, overlap: await overlap(playground.page) });
  }
  const [inTurn, gathered] = runs;
  assert.ok(inTurn && gathered);
  const times = `${gathered.summary.seconds} s together, ${inTurn.summary.seconds} s in turn`;
  assert.ok(gathered.summary.seconds < inTurn.summary.seconds / 2, times);
  assert.equal(inTurn.overlap, 1, "requests in turn overlapped");
  assert.ok(gathered.overlap >= 3, `at most ${gathered.overlap} requests were under way at once`);
});

test("a crawl keeps to the number of movies and of requests at once that it was given", async () => {
  const playground = await open("movies-gather", { limit: "5", concurrency: "2" });
  const rows = await rowsOf(site.origins.demo);
  assert.deepEqual(printed(await playground.run()), rows.slice(0, 5));
  assert.equal(await overlap(playground.page), 2);
});

test("the facts of a request say how many bytes its answer has", async () => {
  const playground = await open("movies-in-turn", { limit: "1" });
  await playground.run();
  const list = await fetch(site.origins.demo, { headers: { "User-Agent": "Mozilla/5.0" } });
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  const { x, y, width, height } = box;
  // The first request is the list's; its span is somewhere in the lane of main.
  const seen = new Set<string>();
  for (let step = 1; step < 40; step += 1) {
    await playground.page.mouse.move(x + (width * step) / 40, y + Math.min(height / 2, 40));
    await playground.painted();
    for (const facts of await playground.texts(".facts")) seen.add(facts.replace(/\s+/g, " "));
  }
  const size = `${(await list.arrayBuffer()).byteLength.toLocaleString("en")} bytes`;
  assert.ok([...seen].some((facts) => facts.includes("fetches") && facts.includes(size)), [size, ...seen].join("\n"));
});

for (const path of ["gbk", "mislabelled"]) {
  test(`names are read right from /${path}`, async () => {
    const address = `${site.origins.demo}/${path}`;
    const playground = await open("movies-gather", { site: address });
    assert.deepEqual(printed(await playground.run()), await rowsOf(site.origins.demo));
    assert.equal((await posters(playground)).length, 12);
  });
}

for (const [lang, sentence] of [
  ["en", /The proxy at .+ does not answer/],
  ["zh-Hans", /代理 .+ 没有响应/],
] as const) {
  test(`a proxy that is not there is told at once, in ${lang}`, async () => {
    const proxy = await closedAddress();
    const playground = await open("movies-gather", { proxy }, { lang });
    site.allow(playground.page, /ERR_CONNECTION_REFUSED/);
    const start = performance.now();
    const summary = await playground.run();
    const took = performance.now() - start;
    assert.equal(summary.outcome, "raised");
    assert.equal(summary.error?.kind, "ProxyUnreachable");
    assert.ok(took < 5_000, `it took ${took} ms`);
    await playground.painted();
    const told = await playground.text(".console .refusal");
    assert.match(told, sentence);
    assert.ok(told.includes(proxy.slice(0, -1)), `${told} does not name ${proxy}`);
  });
}

/** Sites that are none, and what is said of them. */
const wrong: [string, string, RegExp][] = [
  ["/nothing", "HttpError", /status 404/],
  ["/movie/1", "PageError", /\/movie\/1 does not look like the page/],
  ["/poster/1.svg", "PageError", /\/poster\/1\.svg does not look like the page/],
];

for (const [path, kind, sentence] of wrong) {
  test(`a site that answers with ${kind} at ${path} is told in a sentence`, async () => {
    const playground = await open("movies-in-turn", { site: `${site.origins.demo}${path}` });
    site.allow(playground.page, /status of 404/);
    const summary = await playground.run();
    assert.deepEqual([summary.outcome, summary.error?.kind], ["raised", kind]);
    await playground.painted();
    assert.match(await playground.text(".console .refusal"), sentence);
  });
}

test("a crawl that is stopped asks for nothing more", async () => {
  const playground = await open("movies-in-turn");
  const asked: string[] = [];
  playground.page.on("request", (request) => {
    if (request.url().includes("/fetch?url=")) asked.push(request.url());
  });
  await playground.start();
  await playground.says(".console .text", /poster/);
  await playground.press("Stop");
  assert.equal((await playground.ended()).outcome, "stopped");
  asked.length = 0;
  // The next run takes seconds: a run that went on beside it would ask for pages, too.
  assert.equal((await playground.run()).outcome, "finished");
  assert.equal(asked.length, 13);
  assert.equal(new Set(asked).size, 13);
});
