// Play at the pace of a reader, and on by a second.

import assert from "node:assert/strict";
import test from "node:test";

import { readingSeconds } from "../../www/element/pace.ts";
import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

async function open(path: string, lang = "en"): Promise<Playground> {
  return Playground.of(await site.open({ path, lang }));
}

const FIRST = "/#v=1&lesson=workers-as-tasks&code=python&step=1";

/** Plays, and returns how long the playhead rests at each of the next stops, in milliseconds, and what is said there. */
async function rests(playground: Playground, stops: number): Promise<{ ms: number; said: string }[]> {
  return playground.handle.evaluate(async (element, stops) => {
    const said = () => element.renderRoot.querySelector<HTMLElement>(".said")?.innerText ?? "";
    const rests: { ms: number; said: string }[] = [];
    element.togglePlay();
    let since = performance.now();
    for (let stop = 0; stop < stops; stop += 1) {
      await element.updateComplete;
      const before = said();
      await new Promise((done) => element.addEventListener("interleave-step", done, { once: true }));
      const now = performance.now();
      rests.push({ ms: now - since, said: before });
      since = now;
    }
    element.togglePlay();
    return rests;
  }, stops);
}

test("a longer sentence takes longer to read, within bounds, and a Chinese character longer than a letter", () => {
  assert.equal(readingSeconds(""), 1.2);
  assert.equal(readingSeconds("a".repeat(60)).toFixed(2), "3.00");
  assert.equal(readingSeconds("读".repeat(20)).toFixed(2), "2.50");
  assert.equal(readingSeconds("a".repeat(1000)), 6);
});

for (const lang of ["en", "zh-CN"]) {
  test(`Play in a lesson rests at each stop as long as its sentence takes to read: ${lang}`, async () => {
    const playground = await open(FIRST, lang);
    assert.equal(await playground.handle.evaluate(({ pace }) => pace), "reading");
    for (const { ms, said } of await rests(playground, 2)) {
      const wanted = 1000 * readingSeconds(said);
      assert.ok(ms > wanted - 100 && ms < wanted + 900, `“${said}” was there for ${ms} ms, not ${wanted}`);
    }
  });
}

test("as the clock: a second of the run takes a second", async () => {
  const playground = await open(FIRST);
  await (await playground.part("select.pace")).select("1");
  assert.equal(await playground.handle.evaluate(({ pace }) => pace), "time");
  const took = await playground.handle.evaluate(async (element) => {
    element.toStart();
    const start = performance.now();
    element.togglePlay();
    while (element.isPlaying) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  const { steps } = await playground.handle.evaluate(({ position }) => ({ steps: position?.steps ?? 0 }));
  assert.ok(took > 2000 && took < 2000 + 400 * (steps + 4), `${took} ms`);
});

test("as the clock: each stop of a moment is seen, also where several share a point", async () => {
  const playground = await open("/#v=1&lesson=done-callback&code=python&step=1&params=urls%3Durl_1");
  await (await playground.part("select.pace")).select("1");
  const seen = await playground.handle.evaluate(async (element) => {
    const steps = [1];
    element.addEventListener("interleave-step", (event) => steps.push((event as CustomEvent<{ step: number }>).detail.step));
    element.toStart();
    element.togglePlay();
    while (element.isPlaying) await new Promise(requestAnimationFrame);
    return { steps: [...new Set(steps)], count: element.position?.steps ?? 0 };
  });
  assert.deepEqual(seen.steps, Array.from({ length: seen.count }, (_, index) => index + 1));
});

test("playing at a reader's pace comes to the end and stops there", async () => {
  const playground = await open(pathOf("workers-in-turn"));
  await playground.handle.evaluate((element) => {
    element.speed = "100";
    element.pace = "reading";
  });
  await playground.press("Play");
  await playground.page.waitForFunction((element) => !element.isPlaying && element.position?.atEnd, {}, playground.handle);
});

test("an element plays as the clock if its author says nothing, and says so of a pace that is none", async () => {
  const playground = await open(FIRST);
  const pace = await playground.page.evaluate(() => document.createElement("interleave-playground").pace);
  assert.equal(pace, "time");
  await playground.set({ pace: "brisk" });
  await playground.says(".notice", /“brisk”.*time/);
});

for (const [lesson, seconds] of [
  ["workers-as-tasks", [0, 1, 2]],
  ["gather", [0, 1, 2, 3, 4]],
] as const) {
  test(`“Next second” goes to the first stop of each second, and to the end: ${lesson}`, async () => {
    const playground = await open(`/#v=1&lesson=${lesson}&code=python&step=1`);
    const at = () => playground.handle.evaluate(({ position }) => ({ seconds: position?.seconds, step: position?.step, atEnd: position?.atEnd }));
    const seen = [(await at()).seconds];
    for (let presses = 0; presses < seconds.length - 1; presses += 1) {
      await playground.press("Next second");
      const { seconds, step } = await at();
      seen.push(seconds);
      // The stop before is of an earlier second.
      await playground.press("Back");
      assert.ok(((await at()).seconds ?? NaN) < (seconds ?? NaN), `step ${step}`);
      await playground.press("Next step");
    }
    assert.deepEqual(seen, seconds);
    await playground.press("Next second");
    assert.equal((await at()).atEnd, true);
  });
}

test("between whole seconds it goes to the next stop that is not before one", async () => {
  const playground = await open("/#v=1&lesson=workers-as-tasks&code=python&step=1&params=worker_1%3D1.5%26worker_2%3D2.75");
  const stage = await playground.part(".stage");
  await stage.focus();
  const seen: (number | undefined)[] = [];
  for (let presses = 0; presses < 3; presses += 1) {
    await playground.key("n");
    seen.push(await playground.handle.evaluate(({ position }) => position?.seconds));
  }
  assert.deepEqual(seen, [1.5, 2.75, 2.75]);
});
