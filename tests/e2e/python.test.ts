// The program in Rust and in Python, threads, and many tasks: what the page makes of the lessons
// that answer questions.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { pathOf, Playground, printed } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

const open = async (lesson: string, params = {}) =>
  Playground.of(await site.open({ path: pathOf(lesson, params) }));

/** Presses a language of the code, and waits until its file is shown. */
async function show(playground: Playground, language: "Rust" | "Python"): Promise<void> {
  await playground.press(language);
  await playground.says(".file", language === "Python" ? /\.py$/ : /\.rs$/);
}

test("a lesson is shown in Python, with the reader's values and the line that is lit", async () => {
  const playground = await open("workers-as-tasks", { worker_1: "1.5" });
  await playground.run();
  // The step before the loop waits for the next timer.
  await playground.seek(1);
  await playground.handle.evaluate((element) => element.stepBack());
  await playground.painted();
  assert.match(await playground.text(".file"), /workers_as_tasks\.rs/);
  assert.match(await playground.text(".code .lit"), /task_1\.await|sleep\(seconds\)/);
  const rust = await playground.text(".code .lit");
  await show(playground, "Python");
  const code = await playground.text(".code");
  assert.match(code, /WORKER_1 = 1\.5 {2}# parameter/);
  assert.match(code, /async def main\(\)/);
  const python = await playground.text(".code .lit");
  assert.equal(/task_1/.test(python), /task_1/.test(rust), `${rust} is lit as ${python}`);
  assert.match(python, /await/);
  await playground.fill("worker_1", "0.5");
  await playground.says(".code", /WORKER_1 = 0\.5 {2}# parameter/);
  // The address is written once values rest.
  await playground.page.waitForFunction(() => location.hash.includes("code=python"));
  await show(playground, "Rust");
});

test("each lesson of the page runs, and is shown in Rust and in Python", async () => {
  const playground = await open("gather");
  const { page } = playground;
  const links = await page.$$eval("#course a", (links) => links.map(({ dataset }) => dataset["lesson"] ?? ""));
  const slugs = links.filter((lesson) => lesson !== "words");
  const files = readdirSync("src/lessons/programs").filter((name) => name.endsWith(".rs"));
  assert.deepEqual(slugs.map((slug) => `${slug.replaceAll("-", "_")}.rs`).sort(), files.sort());
  await playground.set({ code: "python" });
  for (const slug of slugs) {
    await page.click(`#course a[data-lesson="${slug}"]`);
    await playground.says(".file", new RegExp(`^${slug.replaceAll("-", "_")}\\.py$`));
    await page.waitForFunction(
      (element, slug) => element.summary?.lesson === slug,
      {},
      playground.handle,
      slug,
    );
    assert.equal((await playground.summary())?.outcome, "finished", slug);
    await playground.painted();
    assert.match(await page.$eval("#title", (title) => title.textContent ?? ""), /\S/);
  }
});

test("threads have lanes and a panel of their own", async () => {
  const playground = await open("threads");
  await playground.seek(0.5);
  assert.match(await playground.text(".loop-card"), /thread_0\s+url_1[\s\S]*thread_1\s+url_2/);
  assert.match(await playground.text(".legend"), /a thread runs a job, outside the loop/);
  await playground.seek(1);
  assert.match(await playground.text(".said"), /waits for thread_1/);
});

test("an author chooses the language of the code, or none", async () => {
  const playground = await open("gather");
  await playground.set({ code: "python" });
  await playground.says(".file", /gather\.py$/);
  await playground.set({ code: "none" });
  await playground.painted();
  assert.deepEqual(await playground.texts(".code-card"), []);
  await playground.set({ code: "cobol" });
  await playground.says(".notice", /cobol/);
});

test("ten thousand pages are run, told and drawn in under 300 ms", async () => {
  const playground = await open("ten-thousand");
  const summary = await playground.run();
  assert.deepEqual(printed(summary), ["10000 pages, which take 551 s one after the other"]);
  assert.equal(summary.seconds.toFixed(2), "5.57");
  assert.equal(summary.taskCount, 10_001);
  const took = await playground.handle.evaluate(async (element) => {
    const times: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const start = performance.now();
      await element.run();
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  });
  console.log(`ten thousand pages took ${took.toFixed(0)} ms`);
  assert.ok(took < 300, `it took ${took} ms`);
});
