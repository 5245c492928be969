// An element begins and ends with its place in a page: it leaves nothing behind, shares nothing
// that changes, and says something where scripts are off.

import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as delay } from "node:timers/promises";

import type { Page } from "puppeteer-core";

import { article, blank } from "./kit/article.ts";
import { pathOf, Playground, printed } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";
import { count, haveWorkers, outstanding, type Resources } from "./kit/resources.ts";
import { quiet } from "./kit/traffic.ts";

const site = useSite();

const DEFINE = `<script type="module" src="/define.js"></script>`;

/** Opens a lesson of the page and counts what it asks of the browser; all of that is given back. */
async function counted(lesson: string): Promise<Playground> {
  const page = await blank(site);
  await count(page);
  await page.goto(new URL(pathOf(lesson), site.origins.page).href);
  const playground = await Playground.of(page);
  const left = await settled(page, isIdle);
  assert.ok(isIdle(left), `outstanding at rest: ${JSON.stringify(left)}`);
  return playground;
}

/** Waits until what is outstanding is as it should be; gives up, and returns it, after a second. */
async function settled(page: Page, isSettled: (now: Resources) => boolean): Promise<Resources> {
  const end = performance.now() + 1_000;
  for (;;) {
    const now = await outstanding(page);
    if (isSettled(now) || performance.now() > end) return now;
    // Not by the page's own timers or frames: those are what is counted.
    await delay(10);
  }
}

const isIdle = (now: Resources) => now.timers + now.frames + now.fetches === 0;

for (const lesson of ["gather", "blocking", "movies-in-turn", "movies-gather"]) {
  test(`an element that is removed while ${lesson} runs leaves nothing behind`, async () => {
    const playground = await counted(lesson);
    const { page, handle } = playground;
    await playground.set({ clock: "live" });
    await playground.start();
    const crawls = lesson.startsWith("movies");
    const isBusy = ({ timers, frames, fetches }: Resources) =>
      timers > 0 && frames > 0 && (!crawls || fetches > 0);
    const busy = await settled(page, isBusy);
    assert.ok(isBusy(busy), `a run under way holds only ${JSON.stringify(busy)}`);

    const outcome = await handle.evaluate((element) => {
      let outcome: unknown;
      element.addEventListener("interleave-finish", (event) => {
        outcome = (event as CustomEvent<{ outcome: string }>).detail.outcome;
      });
      element.remove();
      return outcome;
    });
    assert.equal(outcome, "stopped");
    const left = await settled(page, isIdle);
    assert.ok(isIdle(left), `left behind: ${JSON.stringify(left)}`);
    if (crawls) assert.ok(left.aborted > 0, "no request was given up");
  });
}

test("an element that is removed while many tasks run leaves no worker behind", async () => {
  const playground = await counted("gather");
  const { page, handle } = playground;
  await playground.show("ten-thousand", { pages: "1000000" });
  await playground.says(".stage", /first turn/);
  await haveWorkers(page, 1);
  await handle.evaluate((element) => element.remove());
  const left = await settled(page, isIdle);
  assert.ok(isIdle(left), `left behind: ${JSON.stringify(left)}`);
  await haveWorkers(page, 0);
});

test("an element that is removed while it plays asks for no more frames", async () => {
  const playground = await counted("gather");
  await playground.press("Play");
  await playground.handle.evaluate((element) => element.remove());
  const left = await settled(playground.page, isIdle);
  assert.ok(isIdle(left), `left behind: ${JSON.stringify(left)}`);
});

test("an element that is put back works", async () => {
  const playground = await counted("workers-as-tasks");
  await playground.handle.evaluate((element) => {
    const place = element.parentElement;
    element.remove();
    place?.append(element);
  });
  const summary = await playground.run();
  assert.deepEqual([summary.seconds, summary.outcome], [2, "finished"]);
  await playground.painted();
  assert.deepEqual(await playground.texts(".console .text"), printed(summary));
  await playground.seek(1);
  assert.match(await playground.text(".when"), /^1\.00 s · step/);
});

test("an element that is moved while it runs can be run again", async () => {
  const playground = await counted("gather");
  await playground.set({ clock: "live", speed: "20" });
  await playground.start();
  await playground.handle.evaluate((element) => document.body.prepend(element));
  assert.equal((await playground.run()).outcome, "finished");
});

/** The parts of the module that an element needs until it is complete. */
const PARTS = ["around_bg", "runtime_bg"];

/** Returns the part of the module that an address names. */
function partOf(address: string): string {
  return /\/(\w+)-\w+\.wasm$/.exec(address)?.[1] ?? address;
}

test("two elements share one module and nothing else", async () => {
  const page = await blank(site);
  const modules: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) modules.push(request.url());
  });
  await article(
    site,
    page,
    `${DEFINE}
     <interleave-playground lesson="gather" params="urls=url_1,url_3" autorun></interleave-playground>
     <interleave-playground lesson="workers-as-tasks" lang="zh-Hans" theme="dark"></interleave-playground>`,
  );
  const [first, second] = await page.$$("interleave-playground");
  assert.ok(first && second);
  const seconds = await page.evaluate(
    async (first, second) => {
      const summaries = [first.run(), second.run(), first.run()];
      const last = (await Promise.all(summaries)).map(({ lesson, seconds }) => [lesson, seconds]);
      second.setAttribute("params", "worker_2=5");
      await second.updateComplete;
      first.seek(1);
      await Promise.all([first.updateComplete, second.updateComplete]);
      return [last, [first, second].map((one) => [one.summary?.seconds, one.position?.seconds])];
    },
    first,
    second,
  );
  const gather = ["gather", 3];
  assert.deepEqual(seconds[0], [gather, ["workers-as-tasks", 2], gather]);
  assert.deepEqual(seconds[1], [
    [3, 1],
    [5, 5],
  ]);
  const said = (element: typeof first) =>
    element.evaluate((element) => element.renderRoot.querySelector(".parameters-card h3")?.textContent?.trim());
  assert.match((await said(first)) ?? "", /^Parameters/);
  assert.match((await said(second)) ?? "", /^参数/);
  assert.deepEqual(modules.map(partOf).sort(), PARTS);
});

test("the page itself loads the module once", async () => {
  const page = await blank(site);
  const modules: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) modules.push(request.url());
  });
  await page.goto(site.origins.page);
  await Playground.of(page);
  assert.deepEqual(modules.map(partOf).sort(), PARTS);
});

test("an element that was there before its script takes what it was told", async () => {
  const page = await blank(site);
  await article(site, page, "<p>An article.</p>");
  const summaries = await page.evaluate(async () => {
    const made = () => document.createElement("interleave-playground");
    const [byProperties, byAttributes] = [made(), made()];
    byProperties.lesson = "workers-as-tasks";
    byProperties.params = { worker_2: "7" };
    byAttributes.setAttribute("lesson", "gather");
    byAttributes.setAttribute("params", "urls=url_9");
    document.body.append(byProperties, byAttributes);
    const script = document.createElement("script");
    script.type = "module";
    script.src = "/define.js";
    document.head.append(script);
    await customElements.whenDefined("interleave-playground");
    const summaries = await Promise.all([byProperties.run(), byAttributes.run()]);
    return summaries.map(({ lesson, seconds }) => [lesson, seconds]);
  });
  assert.deepEqual(summaries, [
    ["workers-as-tasks", 7],
    ["gather", 9],
  ]);
});

test("the script may be loaded twice", async () => {
  const page = await blank(site);
  await article(
    site,
    page,
    `${DEFINE}<script type="module" src="/define.js?again"></script>
     <interleave-playground lesson="tasks"></interleave-playground>`,
  );
  await quiet(page);
  const element = await page.waitForSelector("interleave-playground");
  assert.equal((await element?.evaluate((element) => element.run()))?.seconds, 4);
});

test("without autorun nothing runs until the reader asks for it", async () => {
  const page = await blank(site);
  const body = `${DEFINE}<interleave-playground lesson="tasks"></interleave-playground>`;
  await article(site, page, body);
  const run = page.locator('::-p-aria([name="Run"][role="button"])');
  await run.wait();
  const element = await page.$("interleave-playground");
  assert.equal(await element?.evaluate((element) => element.summary), null);
  await run.click();
  assert.equal((await (await Playground.of(page)).summary())?.seconds, 4);
});

test("an element far down the page runs when it is first seen", async () => {
  const page = await blank(site);
  await article(
    site,
    page,
    `${DEFINE}<div style="height: 4000px"></div>
     <interleave-playground lesson="tasks" autorun></interleave-playground>`,
  );
  await quiet(page);
  const element = await page.$("interleave-playground");
  assert.equal(await element?.evaluate((element) => element.summary), null);
  await element?.scrollIntoView();
  assert.equal((await (await Playground.of(page)).summary())?.seconds, 4);
});

test("without scripts readers see what stands between the tags", async () => {
  const page = await blank(site);
  await page.setJavaScriptEnabled(false);
  await page.goto(site.origins.page);
  const shown = await page.$eval("interleave-playground", (element) => (element as HTMLElement).innerText);
  assert.match(shown, /needs JavaScript/);
  const box = await (await page.$("interleave-playground > p"))?.boundingBox();
  assert.ok(box && box.height > 10, "the text takes no place");
});

test("an element whose module does not come says so and keeps the author's text", async () => {
  const page = await blank(site);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    void (request.url().endsWith(".wasm") ? request.abort() : request.continue());
  });
  site.allow(page, /ERR_FAILED|preload/);
  await page.goto(site.origins.page);
  const notice = await page.waitForSelector("interleave-playground >>> .notice");
  assert.match((await notice?.evaluate((notice) => notice.textContent)) ?? "", /could not be loaded/);
  // Who waits for scripts sees it only after a moment: it says that there may be none.
  await page.waitForSelector("interleave-playground > p", { visible: true });
});
