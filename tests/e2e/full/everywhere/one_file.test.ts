// The page in one file, opened from a folder: each simulated lesson runs as it does where it is served, and
// nothing is asked of any server.

import assert from "node:assert/strict";
import test from "node:test";
import { pathToFileURL } from "node:url";

import type { Page } from "puppeteer-core";

import { isFirefox } from "../../kit/browser.ts";
import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { released } from "../../kit/nginx.ts";
import { until } from "../../kit/until.ts";
import { WISHES } from "../../kit/wishes.ts";

const site = useSite();
const path = pathToFileURL(released("dist", "interleave.html")).href;

/** Runs each lesson on the simulated clock. */
async function runAll(page: Page): Promise<unknown[]> {
  const playground = await Playground.of(page);
  await playground.settled();
  return playground.handle.evaluate(async (element) => {
    const summaries = [];
    for (const { slug } of element.lessons ?? []) {
      element.lesson = slug;
      element.params = {};
      summaries.push(JSON.parse(JSON.stringify(await element.run())));
    }
    return summaries;
  });
}

/** Takes out where a crawl's site is, which is this machine's. */
function withoutHosts(summaries: unknown[]): unknown {
  return JSON.parse(JSON.stringify(summaries).replace(/http:\/\/127\.0\.0\.1:\d+/g, "HOST"));
}

test("each simulated lesson runs from one file as it runs where it is served", async () => {
  const page = await site.open({ path });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const summaries = await runAll(page);
  assert.ok(summaries.length > 30, String(summaries.length));
  const others = asked.filter((url) => !/^(?:blob|data|file):/.test(url));
  assert.deepEqual(others, []);
  const served = await runAll(await site.open());
  const slugs = (all: unknown[]) => all.map((summary) => (summary as { lesson: string; outcome: string }).lesson);
  assert.deepEqual(slugs(summaries), slugs(served));
  const [file, server] = [summaries, served].map((all) => withoutHosts(all) as { lesson: string; outcome: string; seconds: number }[]);
  for (const [at, summary] of (file ?? []).entries()) {
    const other = server?.[at];
    // A crawl from a demo site that is there, and from none, have other addresses.
    if (summary.lesson.startsWith("movies")) assert.deepEqual([summary.outcome, summary.seconds], [other?.outcome, other?.seconds]);
    else assert.deepEqual(summary, other);
  }
});

test("what readers ask for later is in the file, too", async () => {
  for (const [wish, [ask, isThere]] of Object.entries(WISHES)) {
    if (wish === "the lines to embed") continue;
    const page = await site.open({ path });
    const playground = await Playground.of(page);
    await playground.settled();
    await ask(playground);
    await until(page, isThere, playground.handle);
    assert.deepEqual(await playground.texts(".notice"), [], wish);
  }
});

test("a run of many tasks goes into a worker from one file", async () => {
  const page = await site.open({ path });
  let workers = 0;
  page.on("workercreated", () => (workers += 1));
  const playground = await Playground.of(page);
  await playground.settled();
  await playground.show("ten-thousand", { pages: "20000" });
  assert.equal((await playground.run()).taskCount, 20_001);
  if (!isFirefox) assert.equal(workers, 1);
});
