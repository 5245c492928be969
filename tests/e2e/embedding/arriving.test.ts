// How the element arrives in a page: into the room that was kept for it, and not before a reader is near.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { isFirefox } from "../kit/browser.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";
import { until } from "../kit/until.ts";
import { printed } from "./kit.ts";

const site = useSite();
const hosts = new Hosts(site);

/** The lines that authors paste: with the style that keeps the room before the script has come, and the picture. */
const written = (lesson: string) => printed("", "embed", lesson, "--site", "/");

const [ROOM = ""] = /^<style>.*$/m.exec(written("gather")) ?? [];

/** Keeps what is shifted, and by what. */
const WATCHES = `<script>globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push([value, sources.map(({ node }) => node?.className || node?.nodeName).join()]);
  }).observe({ type: "layout-shift", buffered: true });</script>`;

const TEXT = "<p>Text of the article, which goes on for some lines before and after.</p>".repeat(4);

async function isThere(page: Page, number = 0): Promise<void> {
  const ran = (number: number) => document.querySelectorAll<InterleavePlayground>("interleave-playground")[number]?.summary;
  await until(page, ran, number);
}

/** Lets some frames pass: what is behind is worked out by then. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

for (const [width, height] of [[1280, 800], [760, 900], [390, 844]] as const) {
  for (const view of ["full", "article", "timeline"]) {
    test(`nothing is shifted when it arrives: ${view}, ${width} px`, async (context) => {
      if (isFirefox) return context.skip("Firefox measures no shifts");
      const tag = `<interleave-playground lesson="workers-as-tasks" view="${view}" autorun>A timeline of two workers.</interleave-playground>`;
      // An author who wants no shift at all looks how high it is, and says so.
      const before = await hosts.open(tag, { width, height });
      await isThere(before);
      await rest(before);
      const high = await before.evaluate(() => document.querySelector("interleave-playground")?.offsetHeight);
      const own = view === "full" ? "" : `<style>interleave-playground { --interleave-room: ${high}px }</style>`;
      const page = await hosts.open(`${TEXT}${tag}${TEXT}`, { head: WATCHES + ROOM + own, width, height });
      await isThere(page);
      await rest(page);
      const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: [number, string][] }).shifts);
      const sum = shifts.reduce((sum, [value]) => sum + value, 0);
      assert.ok(sum < 0.02, `${sum}: ${JSON.stringify(shifts)}`);
    });
  }
}

const LESSONS = ["gather", "tasks", "workers-as-tasks", "done-callback"];

const TWENTY = Array.from({ length: 20 }, (_, number) =>
  `<p>Text</p><interleave-playground lesson="${LESSONS[number % 4]}" autorun></interleave-playground>`).join("");

async function built(page: Page): Promise<number[]> {
  return page.evaluate(() => [...document.querySelectorAll<InterleavePlayground>("interleave-playground")].flatMap(
    (element, number) => (element.renderRoot?.querySelector("canvas") ? [number] : [])));
}

/** Jumps to an embed, and returns how high it was before, how high it is once all of it is there, and where it is. */
async function jump(page: Page, number: number): Promise<{ before: number; after: number; top: number }> {
  const jumped = await page.evaluateHandle((number) => {
    const element = document.querySelectorAll<InterleavePlayground>("interleave-playground")[number];
    const before = element?.offsetHeight ?? 0;
    element?.scrollIntoView({ block: "start" });
    return { before, element };
  }, number);
  await until(page, ({ element }: { element?: InterleavePlayground }) => element?.hasRun && element.isDrawn, jumped);
  await rest(page);
  return jumped.evaluate(({ before, element }) =>
    ({ before, after: element?.offsetHeight ?? 0, top: element?.getBoundingClientRect().top ?? NaN }));
}

for (const width of [1280, 1000, 800, 760, 600, 390]) {
  test(`nothing is shifted while a reader jumps through many: ${width} px`, async () => {
    const tags = LESSONS.map((lesson) => TEXT + written(lesson));
    const page = await hosts.open(tags.join("").repeat(3), { head: WATCHES, width, height: 900 });
    await isThere(page);
    for (let number = 0; number < 3 * tags.length; number += 1) {
      const { before, after, top } = await jump(page, number);
      // It is higher than the screen, so what it grows by, which its lesson makes, is below that.
      assert.ok(before >= 900 && after >= before && after < 1.4 * before, `${number}: ${before} px, then ${after} px`);
      assert.ok(Math.abs(top) < 1, `${number}: it is at ${top} px`);
    }
    if (isFirefox) return;
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: [number, string][] }).shifts);
    const sum = shifts.reduce((sum, [value]) => sum + value, 0);
    assert.ok(sum < 0.02, `${sum}: ${JSON.stringify(shifts)}`);
  });
}

test("of twenty those are built that are near; the others when a reader comes, and they run when they are seen", async () => {
  const page = await hosts.open(TWENTY, { head: ROOM });
  await isThere(page);
  await rest(page);
  const first = await built(page);
  assert.ok(first.includes(0) && first.every((number) => number < 4), first.join());
  await page.evaluate(() => document.querySelectorAll("interleave-playground")[12]?.scrollIntoView());
  await isThere(page, 12);
  const more = await built(page);
  assert.ok(more.includes(12) && !more.includes(5) && !more.includes(19), more.join());
  const hasRun = await page.evaluate(() => document.querySelectorAll<InterleavePlayground>("interleave-playground")[5]?.hasRun);
  assert.equal(hasRun, false);
  // A script that asks has it wherever it stands.
  const seconds = await page.evaluate(async () => (await document.querySelectorAll<InterleavePlayground>("interleave-playground")[19]?.run())?.seconds);
  assert.equal(seconds, 4);
});

test("one in a tab that is not shown is built when the tab is", async () => {
  const tabs = `<div id="tab" style="display: none"><interleave-playground lesson="tasks" autorun></interleave-playground></div>
    <details><summary>More</summary><interleave-playground lesson="gather" autorun></interleave-playground></details>`;
  const page = await hosts.open(tabs);
  await page.waitForNetworkIdle({ idleTime: 200 });
  assert.deepEqual(await built(page), []);
  await page.$eval("#tab", (tab) => tab.removeAttribute("style"));
  await isThere(page, 0);
  await page.click("summary");
  await isThere(page, 1);
  assert.deepEqual(await built(page), [0, 1]);
});
