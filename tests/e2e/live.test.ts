// A run on the live clock takes real time, prints what the simulated one prints, and never
// freezes the page.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground, printed, type Summary } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

/** Timers of a browser may be late, never early. */
const LATE_S = 0.06;

async function playgroundOf(lesson: string, params: Params = {}): Promise<Playground> {
  return Playground.of(await site.open({ path: pathOf(lesson, params) }));
}

test("gather takes four real seconds and hardly more", async () => {
  const playground = await playgroundOf("gather");
  await playground.set({ clock: "live" });
  const tries: number[] = [];
  // A machine that does something else is late: one good try of three proves the claim.
  while (tries.length < 3 && !tries.some((seconds) => seconds <= 4 + LATE_S)) {
    const [real, summary] = await playground.handle.evaluate(async (element) => {
      const start = performance.now();
      const summary = await element.run();
      return [(performance.now() - start) / 1000, summary] as const;
    });
    assert.ok(summary.seconds >= 4, `the run took ${summary.seconds} s`);
    assert.ok(real >= summary.seconds, `${summary.seconds} s were told, ${real} s passed`);
    assert.deepEqual([summary.tasks.length, summary.outcome], [5, "finished"]);
    tries.push(real);
  }
  assert.ok(Math.min(...tries) <= 4 + LATE_S, `the run took ${tries.join(" s, ")} s`);
});

test("ten simulated seconds take no time", async () => {
  const playground = await playgroundOf("await-in-turn");
  const took = await playground.handle.evaluate(async (element) => {
    for (let warming = 0; warming < 5; warming += 1) await element.run();
    const start = performance.now();
    await element.run();
    return performance.now() - start;
  });
  assert.ok(took < 50, `the run took ${took} ms`);
});

test("a blocking sleep does not freeze the page", async () => {
  const playground = await playgroundOf("blocking");
  await playground.set({ clock: "live", speed: "5" });
  const [frames, seconds, summary] = await playground.handle.evaluate(async (element) => {
    let frames = 0;
    let isOver = false;
    const count = () => {
      frames += 1;
      if (!isOver) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const start = performance.now();
    const summary = await element.run();
    isOver = true;
    return [frames, (performance.now() - start) / 1000, summary] as const;
  });
  assert.equal(summary.outcome, "finished");
  assert.ok(seconds >= 2, `ten seconds at speed 5 took ${seconds} s`);
  assert.ok(frames / seconds >= 20, `${frames} frames in ${seconds} s`);
});

test("a live run grows on the page until the reader stops it", async () => {
  const playground = await playgroundOf("gather");
  // Long enough that none of them ends before it is stopped, however slow the machine.
  await playground.set({ clock: "live", params: "urls=url_56,url_57,url_58,url_59" });
  await playground.press("Run");
  await playground.says(".console .text", /^crawling url_59$/);
  await playground.says(".time", /^[0-9]+\.[0-9]*[1-9][0-9]* s/);
  await playground.press("Stop");
  const summary = await playground.ended();
  assert.equal(summary.outcome, "stopped");
  assert.ok(summary.seconds < 56, `the run was stopped at ${summary.seconds} s`);
  assert.equal(printed(summary).length, 4);
  assert.equal(await playground.handle.evaluate((element) => element.isRunning), false);
});

test("a page that is run again ends the run before", async () => {
  const playground = await playgroundOf("gather");
  await playground.set({ clock: "live", speed: "10" });
  const outcomes = await playground.handle.evaluate(async (element) => {
    const first = element.run();
    await new Promise((done) => element.addEventListener("interleave-start", done, { once: true }));
    const second = element.run();
    return [(await first).outcome, (await second).outcome];
  });
  assert.deepEqual(outcomes, ["stopped", "finished"]);
});

test("events tell of a run, from inside of another component too", async () => {
  const page = await site.open();
  await Playground.of(page);
  const told = await page.evaluate(async () => {
    const types = ["start", "step", "finish", "error"].map((name) => `interleave-${name}`);
    const told: { type: string; bubbles: boolean; composed: boolean; detail: unknown }[] = [];
    for (const type of types) {
      document.addEventListener(type, (event) => {
        const { bubbles, composed, detail } = event as CustomEvent;
        told.push({ type, bubbles, composed, detail });
      });
    }
    const element = document.createElement("interleave-playground");
    element.lesson = "cancel-and-errors";
    element.params = { return_exceptions: "false" };
    const host = document.createElement("div");
    host.attachShadow({ mode: "open" }).append(element);
    document.body.append(host);
    await element.run();
    await element.updateComplete;
    element.seek(0);
    element.stepForward();
    return told;
  });
  for (const { type, bubbles, composed } of told) assert.ok(bubbles && composed, type);
  const types = told.map(({ type }) => type.replace("interleave-", ""));
  assert.equal(types[0], "start");
  assert.deepEqual(types.filter((type) => type !== "step"), ["start", "finish", "error"]);
  const steps = told.filter(({ type }) => type === "interleave-step");
  assert.ok(steps.length >= 2, `${steps.length} steps were told`);
  const detail = (type: string) => told.find((event) => event.type === type)?.detail;
  assert.equal((detail("interleave-finish") as Summary).outcome, "raised");
  assert.deepEqual(detail("interleave-error"), {
    code: "ZeroDivisionError",
    message: "division by zero",
  });
});
