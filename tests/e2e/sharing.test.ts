// Links that share what is shown: they come back as they were, and a stranger's are harmless.

import assert from "node:assert/strict";
import test from "node:test";

import { deflateRawSync } from "node:zlib";
import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../www/element/playground.ts";
import { type Params, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";
import { isFull } from "./kit/scope.ts";
import { until } from "./kit/until.ts";

const site = useSite();

const PROGRAM = "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n\n\nasyncio.run(main())\n";

async function open(view: View = {}): Promise<Playground> {
  return Playground.of(await site.open(view));
}

/** Returns the path of a link to the page. */
function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

/** Returns what an element shows, as far as links say it. */
function shown({ handle }: Playground) {
  return handle.evaluate(({ lesson, params, compare, code, axis, clock, view, position, messages, program }) => {
    const step = position && position.stop + 1;
    return { lesson, params, compare, code, axis, clock, view, step, lang: messages?.language, program };
  });
}

/** Returns a link with all pairs packed, as the page does with long ones. */
function packed(state: Params): string {
  return `/#v=2&z=${deflateRawSync(new URLSearchParams(state).toString()).toString("base64url")}`;
}

test("a link says lesson, values, comparison, code, axis, view, step and language, and brings them back", async () => {
  const playground = await open();
  await playground.set({ params: "worker_1=1.5", compare: "workers-in-turn", axis: "time", code: "rust", view: "article" });
  await playground.painted();
  await playground.handle.evaluate((element) => {
    element.toStart();
    element.stepForward();
    element.stepForward();
  });
  const link = await playground.handle.evaluate((element) => element.shareUrl());
  assert.ok(link.startsWith(`${site.origins.page}/#v=2&`), link);
  const before = await shown(playground);
  assert.deepEqual([before.step, before.axis, before.view, before.lang], [3, "time", "article", "en"]);
  const again = await open({ path: pathOf(link), lang: "zh-CN" });
  await again.says(".when", /step 3 of/);
  assert.deepEqual(await shown(again), before);
  assert.deepEqual(await again.texts(".notice"), []);
});

test("the clock is in a link, and a live run is the reader's to start", async () => {
  const playground = await open();
  await playground.set({ clock: "live" });
  const link = await playground.handle.evaluate((element) => element.shareUrl());
  const page = await site.open({ path: pathOf(link) });
  await page.waitForSelector("interleave-playground >>> button.start");
  const { clock, summary } = await page.$eval("interleave-playground", ({ clock, summary }) => ({ clock, summary }));
  assert.deepEqual({ clock, summary }, { clock: "live", summary: null });
});

test("a link names no proxy and no site, neither when it is written nor when it is read", async () => {
  const playground = await open();
  const given = { site: "http://127.0.0.1:9/", proxy: "http://127.0.0.1:9/", limit: "3" };
  const params = new URLSearchParams(given).toString();
  await playground.set({ lesson: "movies-gather", params, compare: `movies-in-turn?${params}` });
  const link = await playground.handle.evaluate((element) => element.shareUrl());
  assert.doesNotMatch(decodeURIComponent(decodeURIComponent(link)), /site=|proxy=|:9/);
  const state = { lesson: "movies-gather", params, compare: `movies-in-turn?${params}` };
  for (const path of [packed(state), `/#${new URLSearchParams({ v: "2", ...state })}`, `/#${new URLSearchParams({ v: "1", ...state })}`]) {
    const again = await open({ path });
    for (const name of ["site", "proxy"]) await again.says(".notice", new RegExp(`\\(${name}\\)`));
    const { lesson, params, compare } = await shown(again);
    assert.deepEqual({ lesson, params, compare }, { lesson: "movies-gather", params: { limit: "3" }, compare: "movies-in-turn?limit=3" });
    await again.page.close();
  }
});

/** Waits until a page shows a program. */
async function program(page: Page): Promise<string> {
  await until(page, () => document.querySelector("interleave-playground")?.program);
  return page.$eval("interleave-playground", ({ program }) => program ?? "");
}

test("a program is in a link, packed where it is long, and is shown and not run", async () => {
  for (const times of [1, 200]) {
    const text = PROGRAM + "# a line that is there many times\n".repeat(times);
    const playground = await open();
    await playground.handle.evaluate((element, text) => void (element.program = text), text);
    assert.equal(await program(playground.page), text);
    await until(playground.page, (element: InterleavePlayground) => element.shareUrl().length < 1_000, playground.handle);
    const link = await playground.handle.evaluate((element) => element.shareUrl());
    assert.equal(link.includes("z="), times > 1);
    const page = await site.open({ path: pathOf(link) });
    assert.equal(await program(page), text);
    await until(page, () => document.querySelector("#title")?.textContent === "program.py");
    const summary = await page.$eval("interleave-playground", ({ summary }) => summary);
    assert.equal(summary, null);
  }
});

test("what cannot be read shows the first lesson with a sentence, and the address stays", async () => {
  const bomb = `/#v=2&z=${deflateRawSync(`program=${"a".repeat(10_000_000)}`).toString("base64url")}`;
  for (const [path, said, saidInChinese] of [
    ["/#v=3&lesson=gather&new=1", /version 3, which is newer/, /版本是 3/],
    ["/#v=2&z=%25%25", /broken/, /已损坏/],
    [bomb, /more than a link may/, /超出/],
    [`/#v=2&lesson=gather&params=${"a".repeat(70_000)}`, /more than a link may/, /超出/],
  ] as const) {
    for (const [lang, sentence] of [["en", said], ["zh-Hans", saidInChinese]] as const) {
      const playground = await open({ path, lang });
      await playground.says(".notice", sentence);
      const { hash } = new URL(playground.page.url());
      await playground.handle.evaluate((element) => element.stepForward());
      await new Promise((done) => setTimeout(done, 400));
      assert.equal(new URL(playground.page.url()).hash, hash, "the address is as it came");
      await playground.page.close();
    }
  }
});

test("what a link does not know is told, and the rest is shown", async () => {
  const playground = await open({ path: "/#v=2&lesson=gather&colour=red&step=soon&lang=tlh&code=java" });
  for (const said of ["“colour”", "“soon”", "“tlh”", "“java”"]) await playground.says(".notice", new RegExp(said));
  assert.equal((await shown(playground)).lesson, "gather");
});

/** A generator of numbers from a seed, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("links that were changed start no crawl, ask no stranger and throw nothing", async () => {
  const playground = await open();
  const { page } = playground;
  const strangers: string[] = [];
  page.on("request", (request) => {
    const isOwn = request.url().startsWith(site.origins.page) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) strangers.push(request.url());
  });
  const address = "http://127.0.0.1:9/";
  const inside = new URLSearchParams({ site: address, proxy: address, limit: "2" }).toString();
  const state = { lesson: "movies-gather", params: inside, compare: `movies-in-turn?${inside}`, clock: "live", step: "3", lang: "en" };
  const plain = `#${new URLSearchParams({ v: "2", ...state })}`;
  const bases = [plain, packed(state).slice(1), packed({ program: PROGRAM, lang: "en" }).slice(1), plain.replace("v=2", "v=1")];
  const next = numbers(7);
  const letters = "=&%?:/zv12AZaz09-_#+ \u0000é";
  const hashes = Array.from({ length: isFull ? 300 : 60 }, (_, index) => {
    let hash = bases[index % bases.length] ?? "";
    for (let count = 1 + next(4); count > 0; count -= 1) {
      const at = 1 + next(hash.length);
      hash = hash.slice(0, at) + (next(3) === 0 ? "" : letters[next(letters.length)]) + hash.slice(at + next(3));
    }
    return hash;
  });
  for (const hash of hashes) {
    await page.evaluate(async (hash) => {
      location.hash = hash;
      await new Promise((done) => setTimeout(done, 20));
    }, hash);
    const { params, compare, isRunning } = await playground.handle.evaluate(({ params, compare, isRunning }) => ({ params, compare, isRunning }));
    assert.ok(!("proxy" in params) && !("site" in params), hash);
    // What stands before the `?` is the name of a lesson, whatever it is.
    const values = new URLSearchParams(compare.split(/\?(.*)/s)[1] ?? "");
    assert.ok(!values.has("proxy") && !values.has("site"), hash);
    assert.ok(!isRunning, hash);
  }
  assert.deepEqual(strangers, []);
  // The page still does what it is for.
  await page.evaluate(() => (location.hash = "#v=2&lesson=gather&step=2&lang=en"));
  await playground.says(".when", /step 2 of/);
});
