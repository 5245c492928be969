// Runs of many tasks go into a worker: they show what they show without one, they can be stopped,
// and the page goes on where there is no worker to be had.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { blank } from "./kit/article.ts";
import { pathOf, Playground, printed, type Summary } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";
import { haveWorkers } from "./kit/resources.ts";

const site = useSite();

const PAGES = { pages: "20000" };

/** Opens a run of many tasks; counts the workers that it starts. */
async function open(prepare: (page: Page) => Promise<unknown> = async () => {}) {
  const page = await blank(site);
  let workers = 0;
  page.on("workercreated", () => (workers += 1));
  await prepare(page);
  await page.goto(new URL(pathOf("ten-thousand", PAGES), site.origins.page).href);
  const playground = await Playground.of(page);
  return { page, playground, workers: () => workers };
}

/** Returns everything that is said of a run, at its end and on the way. */
async function everything(playground: Playground): Promise<unknown> {
  return playground.handle.evaluate((element) => {
    const stops = [0, 0.001, 2.5, 7, 100].map((seconds) => {
      element.seek(seconds);
      return [element.position, element.moment, element.loopView];
    });
    const { summary, lines } = element;
    return JSON.parse(JSON.stringify({ summary, lines, stops })) as unknown;
  });
}

/** Lets the worker's script come from nowhere. */
async function withoutScript(page: Page): Promise<void> {
  site.allow(page, /ERR_FAILED|worker/);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    void (/\/worker-\w+\.js$/.test(request.url()) ? request.abort() : request.continue());
  });
}

const withoutWorkers = (page: Page) =>
  page.evaluateOnNewDocument(() => Reflect.deleteProperty(window, "Worker"));

test("a run in a worker shows what a run without one shows", async () => {
  const away = await open();
  assert.equal(away.workers(), 1);
  await haveWorkers(away.page, 0);
  const summary = await away.playground.summary();
  assert.deepEqual(summary && printed(summary), ["20000 pages, which take 1099 s one after the other"]);
  const here = await open(withoutWorkers);
  assert.equal(here.workers(), 0);
  assert.deepEqual(await everything(away.playground), await everything(here.playground));
});

test("a page whose worker does not come runs by itself", async () => {
  const { playground } = await open(withoutScript);
  assert.equal((await playground.summary())?.taskCount, 20_001);
});

test("few tasks start no worker", async () => {
  const page = await site.open({ path: pathOf("ten-thousand", { pages: "19999" }) });
  let workers = 0;
  page.on("workercreated", () => (workers += 1));
  const playground = await Playground.of(page);
  await playground.run();
  assert.equal(workers, 0);
});

test("a run in a worker is shown as one that goes on, and can be stopped", async () => {
  const { page, playground } = await open();
  await playground.set({ params: "pages=1000000" });
  await playground.says(".stage", /first turn/);
  assert.equal(await playground.summary(), null);
  await playground.press("Stop");
  const summary = await playground.ended();
  assert.equal(summary.outcome, "stopped");
  await haveWorkers(page, 0);
  // What comes next is a run like any other.
  await playground.show("gather");
  assert.equal((await playground.run()).seconds, 4);
});

test("another run ends the worker of the one before", async () => {
  const { page, playground, workers } = await open();
  // A page that is asked before its first run has started starts no worker for that.
  await playground.ended();
  await playground.set({ params: "pages=1000000" });
  await playground.says(".stage", /first turn/);
  await playground.set({ params: "pages=30000" });
  const summary = await playground.ended();
  assert.equal(summary.taskCount, 30_001);
  assert.equal(workers(), 3);
  await haveWorkers(page, 0);
});

test("a summary has the first thousand tasks, and keeps them when others run", async () => {
  const { playground } = await open();
  const [first, again] = await playground.handle.evaluate(async (element) => {
    const first = await element.run();
    const before = JSON.stringify(first);
    await element.run();
    await element.run();
    return [before, JSON.stringify(first)];
  });
  assert.equal(again, first);
  const { taskCount, tasks } = JSON.parse(first ?? "") as Summary;
  assert.deepEqual([taskCount, tasks.length, tasks.at(-1)?.name], [20_001, 1000, "page_999"]);
});
