// The site is brought up to date under an open page: what the page has not loaded yet is there no more. A
// reader who asks for it is told so in one sentence, what is shown stays, and a reload brings the new page.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import { Playground } from "../kit/element.ts";
import { Front, pageOf } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { seen, WISHES } from "../kit/wishes.ts";

const site = useSite();
const fronts: Front[] = [];
after(() => Promise.all(fronts.map((front) => front.stop())));

/** What has a digest in its name: after an update that changes everything, no such file is there any more. */
const OLD = /-[A-Z2-7]{8}[./]/;

const GONE = /^There is a newer version of this page, and this part of yours is no longer there\. Reload the page\.$/;

async function open(path = "/"): Promise<[Page, Playground, Front]> {
  const tag = `<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>`;
  const front = await Front.open(site.origins.page, { pages: { "/article.html": pageOf(tag) } });
  fronts.push(front);
  const page = await site.open({ path: `${front.origin}${path}` });
  // What the browser itself writes of requests that fail.
  site.allow(page, /Failed to load resource|NetworkError|Loading failed|error loading|stylesheet|integrity|Loading Worker|Loading module/);
  const playground = await Playground.of(page);
  await playground.settled();
  return [page, playground, front];
}

for (const [wish, [ask, isThere]] of Object.entries(WISHES)) {
  test(`after an update, ${wish}: one sentence, nothing else changes, and after a reload it comes`, async () => {
    const [page, playground, front] = await open();
    await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/hints-")));
    await until(page, () => location.hash !== "");
    const before = await seen(page);
    front.gone = OLD;
    await ask(playground);
    await playground.says(".notice", GONE);
    await playground.painted();
    assert.equal((await playground.texts(".notice")).length, 1);
    assert.deepEqual(await seen(page), before);
    front.gone = null;
    await page.reload();
    const reloaded = await Playground.of(page);
    await reloaded.settled();
    await ask(reloaded);
    await until(page, isThere, reloaded.handle);
    assert.deepEqual(await reloaded.texts(".notice"), []);
  });
}

test("after an update an article's element goes on with what it has, and says what is gone", async () => {
  const [, playground, front] = await open("/article.html");
  front.gone = OLD;
  await playground.set({ params: "worker_1=3" });
  assert.equal((await playground.ended()).seconds, 3);
  await playground.set({ code: "rust" });
  await playground.says(".file", /workers_as_tasks\.rs/);
  assert.deepEqual(await playground.texts(".notice"), []);
  await playground.set({ lesson: "queue-join" });
  await playground.says(".notice", GONE);
  await playground.says(".file", /workers_as_tasks\.rs/);
});

test("after an update a run of many tasks, whose worker is gone, goes on in the page", async () => {
  const [, playground, front] = await open();
  await playground.show("ten-thousand", { pages: "100" });
  await playground.run();
  front.gone = OLD;
  await playground.set({ params: "pages=20000" });
  assert.equal((await playground.ended()).taskCount, 20_001);
});
