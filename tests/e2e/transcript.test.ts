// The transcript says what stepping says, moves the playhead and moves with it, and keeps only what
// is near in the page.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";
import { isFull } from "./kit/scope.ts";

const site = useSite();

/** Shows a lesson, and opens its transcript. */
async function open(lesson: string, params: Params = {}, lang = "en"): Promise<Playground> {
  const page = await site.open({ path: pathOf(lesson, params), lang });
  const playground = await Playground.of(page);
  await unfold(playground);
  return playground;
}

async function unfold(playground: Playground): Promise<void> {
  await (await playground.part(".transcript-card summary")).click();
  await playground.page.waitForFunction(
    (element) => element.renderRoot.querySelector(".transcript li") !== null,
    {},
    playground.handle,
  );
  await playground.painted();
}

interface Shown {
  /** The places of the entries in the page, from 1. */
  places: number[];
  /** How many entries there are in all. */
  sizes: number[];
  words: string[];
  /** The places of those that are at the playhead. */
  current: number[];
  /** The place of the entry that has the focus. */
  focused: number | null;
  /** Whether the entry at the playhead is in view. */
  isSeen: boolean;
  /** Where the list is on the screen, in CSS pixels. */
  listTop: number;
}

/** Returns the list as it is in the page. */
async function shown(playground: Playground): Promise<Shown> {
  return playground.handle.evaluate((element) => {
    const list = element.renderRoot.querySelector(".transcript");
    const entries = [...(list?.children ?? [])] as HTMLElement[];
    const place = (entry: Element) => Number(entry.getAttribute("aria-posinset"));
    const current = entries.filter((entry) => entry.getAttribute("aria-current") === "step");
    const focused = (element.renderRoot as ShadowRoot).activeElement?.closest("li");
    const [box, at] = [list?.getBoundingClientRect(), current[0]?.getBoundingClientRect()];
    return {
      places: entries.map(place),
      sizes: [...new Set(entries.map((entry) => Number(entry.getAttribute("aria-setsize"))))],
      words: entries.map((entry) => entry.querySelector(".words")?.textContent?.trim() ?? ""),
      current: current.map(place),
      focused: focused ? place(focused) : null,
      isSeen: Boolean(box && at && at.top >= box.top - 1 && at.bottom <= box.bottom + 1),
      listTop: Math.round(list?.getBoundingClientRect().top ?? NaN),
    };
  });
}

/** Steps through a run from the start, and returns what is said at each step. */
async function stepped(playground: Playground): Promise<string[]> {
  return playground.handle.evaluate(async (element) => {
    const said: string[] = [];
    element.toStart();
    for (let step = 1; step <= (element.position?.steps ?? 0); step += 1) {
      await element.updateComplete;
      said.push(element.renderRoot.querySelector(".said")?.textContent?.trim() ?? "");
      element.stepForward();
    }
    return said;
  });
}

/** Returns all entries, as one reads them from the first to the last. */
async function entries(playground: Playground): Promise<string[]> {
  const all = new Map<number, string>();
  const count = (await shown(playground)).sizes[0] ?? 0;
  for (let place = 1; place <= count; place += 40) {
    await playground.handle.evaluate(async (element, number) => {
      element.player?.move((module) => module.goToEntry(number));
      await element.updateComplete;
    }, place - 1);
    const { places, words } = await shown(playground);
    places.forEach((place, index) => all.set(place, words[index] ?? ""));
  }
  return Array.from({ length: count }, (_, index) => all.get(index + 1) ?? "");
}

for (const lang of isFull ? ["en", "zh-Hans"] : ["en"]) {
  test(`in every lesson the entries are what stepping says: ${lang}`, async () => {
    const playground = await open("gather", {}, lang);
    const lessons = await playground.handle.evaluate((element) => element.lessons?.map(({ slug }) => slug) ?? []);
    assert.ok(lessons.length > 20);
    for (const lesson of lessons) {
      const params: Params = lesson === "ten-thousand" ? { pages: "30", concurrency: "5" } : {};
      await playground.show(lesson, params);
      await playground.ended();
      await playground.painted();
      assert.deepEqual(await entries(playground), await stepped(playground), lesson);
    }
  });
}

test("the entry at the playhead is marked, and choosing one moves the playhead", async () => {
  const playground = await open("workers-as-tasks");
  assert.deepEqual((await shown(playground)).current, [12]);
  await playground.seek(1);
  assert.deepEqual((await shown(playground)).current, [9]);
  await playground.handle.evaluate((element) => element.stepBack());
  await playground.painted();
  assert.deepEqual((await shown(playground)).current, [8]);
  await (await playground.part(".transcript li:nth-child(4) button")).click();
  await playground.painted();
  assert.deepEqual((await shown(playground)).current, [4]);
  const { words } = await shown(playground);
  assert.equal(await playground.text(".said"), words[3]);
  assert.match(await playground.text(".when"), /step 4 of 12/);
});

test("keys move in the list, and Enter moves the playhead", async () => {
  const playground = await open("producer-consumer");
  const count = (await shown(playground)).sizes[0] ?? 0;
  await playground.handle.evaluate((element) => element.toStart());
  await (await playground.part(".transcript button[tabindex='0']")).focus();
  const pressed = async (key: Parameters<Playground["key"]>[0]) => {
    await playground.key(key);
    const { focused, current } = await shown(playground);
    return [focused, current[0]];
  };
  assert.deepEqual(await pressed("ArrowDown"), [2, 1]);
  assert.deepEqual(await pressed("PageDown"), [12, 1]);
  assert.deepEqual(await pressed("ArrowUp"), [11, 1]);
  assert.deepEqual(await pressed("Enter"), [11, 11]);
  assert.deepEqual(await pressed("PageUp"), [1, 11]);
  assert.deepEqual(await pressed("ArrowUp"), [1, 11]);
  assert.deepEqual(await pressed("End"), [count, count > 80 ? undefined : 11]);
  assert.deepEqual(await pressed("ArrowDown"), [count, count > 80 ? undefined : 11]);
  assert.deepEqual(await pressed("Enter"), [count, count]);
  assert.deepEqual(await pressed("Home"), [1, count > 80 ? undefined : count]);
});

test("the list scrolls to the playhead, and the page stays where it is", async () => {
  const playground = await open("producer-consumer");
  await playground.handle.evaluate((element) => {
    element.renderRoot.querySelector(".transcript")?.scrollIntoView({ block: "end" });
  });
  const before = await shown(playground);
  for (const seconds of [0, 5, 2, 9, 4]) {
    await playground.seek(seconds);
    const now = await shown(playground);
    assert.ok(now.isSeen, `${seconds}`);
    assert.equal(now.listTop, before.listTop);
  }
});

test("of fifty thousand entries a few are in the page", async () => {
  const playground = await open("ten-thousand", { pages: "19000", concurrency: "1000" });
  const count = (await shown(playground)).sizes[0] ?? 0;
  assert.ok(count > 50_000, `${count}`);
  const check = async (current: number) => {
    const { places, sizes, current: marked, isSeen } = await shown(playground);
    assert.deepEqual(sizes, [count]);
    assert.ok(places.length <= 100 && places.includes(current), `${places[0]}…${places.at(-1)}`);
    assert.deepEqual(places, places.map((_, index) => (places[0] ?? 0) + index));
    assert.deepEqual([marked, isSeen], [[current], true]);
  };
  await check(count);
  await playground.handle.evaluate((element) => element.toStart());
  await playground.painted();
  await check(1);
  await (await playground.part(".transcript button[tabindex='0']")).focus();
  await playground.key("End");
  assert.equal((await shown(playground)).focused, count);
  await playground.key("PageUp");
  await playground.key("Enter");
  await check(count - 10);
});

test("scrolling on shows further entries", async () => {
  const playground = await open("ten-thousand", { pages: "300", concurrency: "10" });
  await playground.handle.evaluate((element) => element.toStart());
  await playground.painted();
  const last = async () => (await shown(playground)).places.at(-1) ?? 0;
  let before = await last();
  for (let turn = 0; turn < 4; turn += 1) {
    await playground.handle.evaluate((element) => {
      const list = element.renderRoot.querySelector(".transcript");
      list?.scrollTo({ top: list.scrollHeight });
    });
    await playground.painted();
    await playground.painted();
    const now = await last();
    assert.ok(now > before, `${before} ${now}`);
    before = now;
  }
});

test("small views have no transcript", async () => {
  const playground = await open("gather");
  for (const view of ["compact", "timeline"]) {
    await playground.set({ view });
    assert.deepEqual(await playground.texts(".transcript-card"), []);
  }
  await playground.set({ view: "full" });
  assert.equal((await playground.texts(".transcript-card")).length, 1);
});
