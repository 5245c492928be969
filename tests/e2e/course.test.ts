// The first minute, and the lessons as a course: what a stranger sees, and the way on.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { violations } from "./kit/accessible.ts";
import { pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";
import { quiet } from "./kit/traffic.ts";

const site = useSite();

async function open(view: View = {}): Promise<Playground> {
  return Playground.of(await site.open(view));
}

async function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => (found as HTMLElement).innerText.trim());
}

/** Opens a lesson from the list. */
async function choose(playground: Playground, slug: string): Promise<void> {
  await playground.page.click(`#course a[data-lesson="${slug}"]`);
  await playground.page.waitForFunction(
    (element, slug) => element.summary?.lesson === slug,
    {},
    playground.handle,
    slug,
  );
  await playground.painted();
}

test("a first visit says what this is and what to do, and begins at the first stop, in Python", async () => {
  const playground = await open();
  const { page } = playground;
  assert.equal(
    (await text(page, ".intro")).replace(/\s+/g, " "),
    "See asyncio run, step by step, in your browser. Press “Next step”, then drag the end of a sleep.",
  );
  await playground.says(".when", /step 1 of \d+/);
  assert.equal(await text(page, "#title"), "Two workers as tasks");
  assert.equal(await playground.text(".file"), "workers_as_tasks.py");
  assert.deepEqual(await playground.texts(".console .text"), []);
  // The one control in the accent is the one to press.
  const primary = await playground.texts(".playground .primary");
  assert.deepEqual(primary, ["Next step"]);
});

test("three hints come one after the other and go for good", async () => {
  const playground = await open();
  const { page } = playground;
  const hint = async (pattern: RegExp) =>
    page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector<HTMLElement>(".hint")?.innerText ?? ""), {}, pattern.source);
  await hint(/1 of 3: press “Next step”/);
  await playground.press("Next step");
  await hint(/2 of 3: drag this end/);
  // It points at an end that can be dragged.
  const arrow = await page.$eval(".hint", (hint) => {
    const { left, top } = hint.getBoundingClientRect();
    return { x: left + parseFloat((hint as HTMLElement).style.getPropertyValue("--arrow")), y: top - 24 };
  });
  await page.mouse.move(arrow.x, arrow.y);
  await page.mouse.down();
  await page.mouse.move(arrow.x + 60, arrow.y, { steps: 4 });
  await page.mouse.up();
  await playground.painted();
  assert.notDeepEqual(await playground.handle.evaluate(({ params }) => params), {});
  await hint(/3 of 3: press “Play”/);
  await (await playground.part(".play")).click();
  await page.waitForFunction(() => !document.querySelector(".hint"));
  await page.goto(new URL("/", site.origins.page).href);
  await Playground.of(page);
  await quiet(page);
  assert.equal(await page.$(".hint"), null, "a hint came again");
});

test("the hints can be closed, and stay closed", async () => {
  const { page } = await open();
  await page.waitForSelector(".hint");
  await page.locator("::-p-aria(Close the hints)").click();
  await page.waitForFunction(() => !document.querySelector(".hint"));
  await page.reload();
  await Playground.of(page);
  await quiet(page);
  assert.equal(await page.$(".hint"), null);
});

test("what the reader chooses is kept: the language of the code, the texts, the colours, the pace", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.press("Rust");
  await page.select("#theme", "dark");
  await (await playground.part("select.pace")).select("2");
  await page.select("#language", "zh-Hans");
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  await page.goto("about:blank");
  await page.goto(new URL("/", site.origins.page).href);
  const again = await Playground.of(page);
  await again.says(".file", /workers_as_tasks\.rs/);
  assert.equal(await page.$eval("html", (html) => html.dataset["theme"]), "dark");
  assert.equal(await page.$eval("html", (html) => html.lang), "zh-Hans");
  const kept = await again.handle.evaluate(({ code, pace, speed, theme }) => ({ code, pace, speed, theme }));
  assert.deepEqual(kept, { code: "rust", pace: "time", speed: "2", theme: "dark" });
});

test("the list has all lessons in their groups, and the words first", async () => {
  const playground = await open();
  const links = await playground.page.$$eval("#course a", (links) => links.map((link) => link.dataset["lesson"]));
  const slugs = await playground.handle.evaluate(({ lessons }) => (lessons ?? []).map(({ slug }) => slug));
  assert.deepEqual(links, ["words", ...slugs]);
  const groups = await playground.page.$$eval("#course h2", (titles) => titles.map((title) => title.textContent));
  assert.equal(new Set(groups).size, groups.length);
  assert.ok(groups.length > 3);
  assert.deepEqual(await playground.page.$$eval("#course [aria-current]", (links) => links.map((link) => (link as HTMLElement).dataset["lesson"])), ["workers-as-tasks"]);
});

test("a lesson opens at its first stop, and is ticked once its end is reached", async () => {
  const playground = await open();
  const { page } = playground;
  const done = () => page.$$eval("#course a:has(svg)", (links) => links.map((link) => link.dataset["lesson"]));
  await choose(playground, "workers-in-turn");
  await playground.says(".when", /step 1 of/);
  assert.deepEqual(await done(), []);
  await playground.press("To the end");
  assert.deepEqual(await done(), ["workers-in-turn"]);
  assert.match(await text(page, '#course a[data-lesson="workers-in-turn"]'), /\(done\)/);
  await page.reload();
  await Playground.of(page);
  await page.waitForSelector("#course a:has(svg)");
  assert.deepEqual(await done(), ["workers-in-turn"]);
});

test("the way on leads from the words through the lessons, and back", async () => {
  const page = await site.open({ path: "/#v=1&lesson=words" });
  await page.waitForSelector("#words svg");
  const goes = async (rel: string, title: RegExp) => {
    await page.click(`#pager [rel=${rel}]`);
    await page.waitForFunction((title) => new RegExp(title).test(document.title), {}, title.source);
  };
  assert.match(await text(page, "#pager"), /^Next: A plain loop$/);
  await goes("next", /^A plain loop/);
  await goes("next", /^async and await alone/);
  await goes("prev", /^A plain loop/);
  const playground = await Playground.of(page);
  await playground.says(".when", /step 1 of/);
  assert.equal(await playground.handle.evaluate(({ lesson }) => lesson), "blocking");
  await goes("prev", /^The words/);
});

test("the number of a lesson is said on a phone", async () => {
  const playground = await open({ width: 390, height: 844, isPhone: true });
  const count = await playground.handle.evaluate(({ lessons }) => lessons?.length);
  assert.equal(await text(playground.page, "#lessons"), `Lessons\nTwo workers as tasks\n6 of ${count}`);
  await playground.page.tap("#lessons");
  await playground.page.tap('#course a[data-lesson="gather"]');
  await playground.says(".file", /gather\.py/);
  assert.equal(await playground.page.$eval("#course", (list) => list.checkVisibility()), false, "the list stays open");
});

test("the words are explained on one picture, in both languages", async () => {
  for (const [lang, words] of [
    ["en", ["Coroutine", "Task", "Loop", "Ready queue", "Timer", "Giving up control"]],
    ["zh-CN", ["协程", "任务", "循环", "就绪队列", "定时器", "让出控制权"]],
  ] as const) {
    const page = await site.open({ path: "/#v=1&lesson=words", lang });
    await page.waitForSelector("#words svg");
    assert.deepEqual(await page.$$eval("#words li b", (words) => words.map((word) => word.textContent)), words);
    const numbers = await page.$$eval("#words .number", (numbers) => numbers.map((number) => number.textContent));
    assert.deepEqual(numbers, ["1", "2", "3", "4", "5", "6"]);
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.$eval("#lesson", (lesson) => lesson.checkVisibility()), false);
    await page.click("#pager [rel=next]");
    await page.waitForFunction(() => document.querySelector("#lesson")?.checkVisibility());
    await page.waitForFunction(() => document.querySelector("#title")?.textContent !== "");
  }
});

test("a lesson is told in paragraphs, and links to Python's documentation", async () => {
  const playground = await open();
  const { page } = playground;
  await page.waitForFunction(() => document.querySelector("#summary")?.textContent);
  assert.match(await text(page, "#summary"), /Both workers sleep at the same time/);
  assert.match(await page.$eval("#docs", (link) => (link as HTMLAnchorElement).href), /^https:\/\/docs\.python\.org\/3\/\w/);
  await choose(playground, "gather");
  await page.waitForFunction(() => /One await for all tasks/.test(document.querySelector("#summary")?.textContent ?? ""));
});

test("the warning that readers come for is in the console, at its line", async () => {
  const playground = await open();
  await choose(playground, "never-awaited");
  await playground.handle.evaluate((element) => element.toEnd());
  await playground.painted();
  assert.deepEqual(await playground.texts(".console .log .text"), ["RuntimeWarning: coroutine 'crawl_page' was never awaited"]);
  await playground.handle.evaluate((element) => element.stepBack());
  await playground.says(".said", /Python warns: “RuntimeWarning: coroutine 'crawl_page' was never awaited”\./);
  assert.match(await playground.text(".code .lit"), /pages\.clear\(\)/);
});

test("a crawl says what its listing imports, and where plain Python finds it", async () => {
  const playground = await open();
  const { page } = playground;
  const needs = () => page.$eval("#needs", (part) => (part.checkVisibility() ? part.querySelector("a")?.href : null));
  assert.equal(await needs(), null);
  await choose(playground, "movies-gather");
  await page.waitForFunction(() => document.querySelector("#needs")?.checkVisibility());
  const module = await fetch((await needs()) ?? "");
  assert.match(await module.text(), /^async def fetch\(url\):$/m);
  assert.match(await playground.text(".code"), /save interleave\.py/);
});

test("texts of other lessons load when they are opened", async () => {
  const { page } = await open();
  await quiet(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  const playground = await Playground.of(page);
  await quiet(page);
  const isTold = (path: string) => /^\/languages-\w+\/en\.(?!around\.).+\.json$/.test(path);
  const told = () => asked.filter(isTold).map((path) => path.split("/").at(-1));
  assert.deepEqual(told(), ["en.workers-as-tasks.json"]);
  await choose(playground, "gather");
  await quiet(page);
  assert.deepEqual(told(), ["en.workers-as-tasks.json", "en.gather.json"]);
});

test("a question is answered before the run: right and wrong are said, and the run is watched", async () => {
  const playground = await open();
  const { page } = playground;
  await page.waitForSelector("#question .option");
  const options = () => page.$$eval("#question .option", (options) => (options as HTMLElement[]).map(({ innerText, className }) => `${innerText.replace(/\s+/g, " ").trim()}|${className}`));
  assert.deepEqual(await options(), ["2.00 s|option", "3.00 s|option", "4.00 s|option"]);
  await page.click("#question .option:nth-of-type(2)");
  assert.deepEqual(await options(), ["2.00 s (right)|option right", "3.00 s (wrong)|option wrong", "4.00 s|option"]);
  assert.match(await text(page, "#question .answered"), /Not quite: the answer is 2\.00 s/);
  assert.deepEqual(await violations(page), []);
  await page.click("#question .watch");
  await page.waitForFunction((element) => element.isPlaying, {}, playground.handle);
  assert.equal((await text(page, "#question")).replace(/\s+/g, " "), "How long will this program take? Not quite: the answer is 2.00 s.");
});

test("the question of the next lesson is open, though it is worded as the one before", async () => {
  const playground = await open();
  const { page } = playground;
  await choose(playground, "blocking");
  await page.waitForSelector("#question .option");
  await page.click("#question .option");
  await page.waitForSelector("#question .watch");
  await choose(playground, "await-in-turn");
  await page.waitForFunction(() => document.querySelector("#question .watch") === null);
  assert.equal(await text(page, "#question .asked"), "How long will this program take?");
  assert.equal((await page.$$("#question .option:not(:disabled)")).length, 3);
});

test("at the end of a run the player leads on: a newcomer to the words, others to the next lesson", async () => {
  const playground = await open();
  const { page } = playground;
  const onward = async () => {
    await playground.handle.evaluate((element) => element.toEnd());
    await playground.painted();
    return page.$eval(".onward", (link) => (link.checkVisibility() ? (link as HTMLElement).innerText.trim() : null));
  };
  assert.equal(await page.$eval(".onward", (link) => link.checkVisibility()), false, "the run is at its start");
  assert.equal(await onward(), "Begin the course");
  await page.click(".onward");
  await page.waitForFunction(() => document.querySelector("#words")?.checkVisibility());
  await choose(playground, "gather");
  assert.equal(await onward(), "Next lesson");
  await page.click(".onward");
  await page.waitForFunction((element) => element.summary?.lesson === "workers-in-turn", {}, playground.handle);
});

test("who steps on and does not do what a hint says has it behind", async () => {
  const playground = await open();
  const { page } = playground;
  const hint = () => page.$eval(".hint", (hint) => (hint as HTMLElement).innerText);
  await page.waitForSelector(".hint");
  const stepTo = async (step: number) => {
    while ((await playground.handle.evaluate(({ position }) => position?.step ?? 0)) < step) await playground.press("Next step");
    await playground.painted();
  };
  await stepTo(3);
  assert.match(await hint(), /2 of 3/);
  await stepTo(6);
  assert.match(await hint(), /3 of 3/);
  await stepTo(9);
  await page.waitForFunction(() => document.querySelector(".hint") === null);
});

test("hints stay with the lesson of the first minute", async () => {
  const playground = await open();
  const { page } = playground;
  await page.waitForSelector(".hint");
  const isShown = () => page.$eval(".hint", (hint) => hint.checkVisibility());
  assert.equal(await isShown(), true);
  await choose(playground, "gather");
  await page.waitForFunction(() => document.querySelector(".hint")?.checkVisibility() === false);
  await playground.press("Next step");
  await playground.painted();
  assert.equal(await isShown(), false);
  await choose(playground, "workers-as-tasks");
  await page.waitForFunction(() => document.querySelector(".hint")?.checkVisibility());
});

test("the question has its room whatever size the page had before", async () => {
  const { page } = await open({ path: "/#v=1&lesson=gather&code=python&step=1" });
  await page.waitForSelector("#question .option");
  for (const [width, height] of [[740, 360], [1000, 700], [740, 360], [390, 844], [1280, 800]] as const) {
    await page.setViewport({ width, height });
    await page.waitForFunction(() => (document.querySelector("#question")?.getBoundingClientRect().width ?? 0) > innerWidth * 0.7);
  }
});

test("on a phone what is told of a lesson is right below the player", async () => {
  const { page } = await open({ isPhone: true, width: 390, height: 844 });
  await page.waitForFunction(() => document.querySelector("#look")?.textContent);
  const [player, look, why, tools] = await page.evaluate(() => {
    const root = document.querySelector("interleave-playground")?.renderRoot;
    const all = [root?.querySelector(".player"), document.querySelector("#look"), document.querySelector("#why"), root?.querySelector(".tools-card")];
    return all.map((part) => part?.getBoundingClientRect().top ?? NaN);
  });
  assert.ok(player! < look! && look! < why! && why! < tools!, String([player, look, why, tools]));
});

test("a lesson that cannot be loaded is told once, and what is shown stays until it can", async () => {
  const playground = await open();
  const { page } = playground;
  site.allow(page, /ERR_INTERNET_DISCONNECTED/);
  await page.setOfflineMode(true);
  let asked = 0;
  page.on("request", (request) => request.url().includes("lessons_bg") && (asked += 1));
  await playground.handle.evaluate((element) => element.setAttribute("lesson", "task-group"));
  await playground.says(".notice", /You are offline/);
  await new Promise((done) => setTimeout(done, 500));
  assert.ok(asked <= 2, `it was asked for ${asked} times`);
  assert.match(await playground.text(".said"), /main is first in the ready queue/);
  await page.setOfflineMode(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.waitForFunction((element) => element.summary?.lesson === "task-group", {}, playground.handle);
  assert.deepEqual(await playground.texts(".notice"), []);
});

test("where there is no question there is no card", async () => {
  // Nothing is printed, and no time passes.
  const { page } = await open({ path: pathOf("producer-consumer", { items: "0", stop_after: "0" }) });
  assert.equal(await page.$eval("#question", (card) => card.checkVisibility()), false);
});

test("the keyboard comes to the timeline in two presses", async () => {
  const playground = await open();
  await playground.page.keyboard.press("Tab");
  await playground.page.keyboard.press("Enter");
  const isThere = () => playground.handle.evaluate((element) => element.renderRoot instanceof ShadowRoot && element.renderRoot.activeElement?.className === "stage");
  assert.ok(await isThere());
  await playground.key("ArrowRight");
  await playground.says(".when", /step 2 of/);
});

for (const theme of ["light", "dark"] as const) {
  test(`the page breaks no rule of accessibility: ${theme}`, async () => {
    const playground = await open({ theme });
    await playground.page.waitForSelector(".hint");
    assert.deepEqual(await violations(playground.page), []);
    await site.screenshot(playground.page, `course.${theme}`);
  });
}
