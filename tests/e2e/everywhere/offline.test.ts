// A reader who is offline is told so in one sentence when a part is asked for that was not loaded yet.
// What is shown stays, and the next press works once the reader is online again.
//
// Offline is a server that takes no connections any more.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { Playground } from "../kit/element.ts";
import { Front } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { pressPart, seen, WISHES } from "../kit/wishes.ts";

const site = useSite();
const fronts: Front[] = [];
after(() => Promise.all(fronts.map((front) => front.stop())));

const OFFLINE = /^You are offline, or the server does not answer, and this part was not loaded yet\./;

async function open(): Promise<[Page, Playground, Front]> {
  const front = await Front.open(site.origins.page);
  fronts.push(front);
  const page = await site.open({ path: front.origin });
  // What the browser itself writes of requests that fail.
  site.allow(page, /Failed to load resource|ERR_CONNECTION|NetworkError|Loading failed|error loading/);
  const playground = await Playground.of(page);
  await playground.settled();
  await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/hints-")));
  await until(page, () => location.hash !== "");
  return [page, playground, front];
}

for (const [wish, [ask, isThere]] of Object.entries(WISHES)) {
  test(`offline, ${wish}: one sentence, nothing else changes, and online it comes`, async () => {
    const [page, playground, front] = await open();
    const before = await seen(page);
    await front.stop();
    await ask(playground);
    await playground.says(".notice", OFFLINE);
    await playground.painted();
    assert.equal((await playground.texts(".notice")).length, 1);
    assert.deepEqual(await seen(page), before);
    await front.start();
    await ask(playground);
    await until(page, isThere, playground.handle);
    assert.deepEqual(await playground.texts(".notice"), []);
  });
}

test("offline, what was loaded works on: both languages of the code, stepping, an edit", async () => {
  const [, playground, front] = await open();
  await front.stop();
  await playground.set({ code: "rust" });
  await playground.says(".file", /workers_as_tasks\.rs/);
  await playground.set({ code: "python" });
  await playground.says(".file", /workers_as_tasks\.py/);
  await playground.set({ params: "worker_1=3" });
  assert.equal((await playground.ended()).seconds, 3);
  assert.deepEqual(await playground.texts(".notice"), []);
});

test("an export that needs a part which is not there says so, and works online", async () => {
  const [, playground, front] = await open();
  await pressPart(playground, ".export");
  const item = ".menu button";
  await until(playground.page, (element: InterleavePlayground) => element.renderRoot.querySelector(".menu button"), playground.handle);
  await front.stop();
  await pressPart(playground, item);
  await playground.says(".notice", OFFLINE);
  await front.start();
  const size = await playground.handle.evaluate(async (element) => (await element.exportAs("svg")).size);
  assert.ok(size > 0);
});
