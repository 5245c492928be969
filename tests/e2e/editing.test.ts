// A reader takes the end of a sleep and drags it, with a mouse, a finger, or keys; and takes it back.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground } from "./kit/element.ts";
import { draggedGrip, findGrip, type Place, valueOf } from "./kit/grips.ts";
import { useSite, type View } from "./kit/harness.ts";
import type { InterleavePlayground } from "../../www/element/playground.ts";

const site = useSite();

async function open(lesson: string, params: Params = {}, view: View = {}): Promise<Playground> {
  return Playground.of(await site.open({ ...view, path: pathOf(lesson, params) }));
}

/** Opens a lesson on a phone. */
async function openOnPhone(lesson: string): Promise<Playground> {
  return open(lesson, {}, { width: 390, height: 844, isPhone: true });
}

async function grip(playground: Playground, row: number): Promise<Place> {
  const found = await findGrip(playground, row);
  assert.ok(found, `row ${row} has no grip`);
  return found;
}

/** Takes the grip of a row with the mouse. */
async function take(playground: Playground, row: number): Promise<Place> {
  const place = await grip(playground, row);
  await playground.page.mouse.move(place.x, place.y);
  await playground.page.mouse.down();
  return place;
}

for (const axis of ["elastic", "time"]) {
  test(`a dragged end follows the mouse on the axis ${axis}, and everything follows it`, async () => {
    // So wide that the end is far from the axis' start.
    const playground = await open("workers-as-tasks", {}, { width: 1680 });
    await playground.set({ axis, code: "python" });
    await playground.says(".file", /\.py$/);
    const { page } = playground;
    const { x, y } = await take(playground, 1);
    const seen: [number, number, number][] = [];
    for (const by of [-120, -80, -40, 40, 80, 120]) {
      await page.mouse.move(x + by, y, { steps: 4 });
      await playground.painted();
      const value = await valueOf(playground, "worker_1");
      const at = await draggedGrip(playground, y);
      assert.ok(at !== null, `no grip is dragged at ${by}`);
      seen.push([value, at, x + by]);
      const shown = `${value.toFixed(2)} s`;
      assert.ok((await playground.text(".facts.dragged")).endsWith(shown), shown);
      assert.match(await playground.text(".code"), new RegExp(`WORKER_1 = ${value}\\b`));
      const sleep = (await playground.summary())?.console.find(({ text }) => text === "worker_1 done");
      assert.ok(Math.abs((sleep?.seconds ?? NaN) - value) < 1e-9, JSON.stringify(sleep));
    }
    await page.mouse.up();
    const [first, last] = [seen[0], seen.at(-1)];
    assert.ok(first && last && first[0] < 1 && last[0] > 1, JSON.stringify(seen));
    // Values have steps: the end is nowhere farther away than half of one.
    const step = (0.1 * (last[1] - first[1])) / (last[0] - first[0]);
    for (const [value, at, pointer] of seen) {
      assert.ok(Math.abs(at - pointer) <= step / 2 + 3, `${value}: at ${at}, pointed at ${pointer}`);
      assert.ok(Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, `${value} is no step`);
    }
  });
}

test("a drag moves neither the playhead nor the page", async () => {
  const playground = await open("workers-as-tasks");
  await playground.seek(0.5);
  const when = async () => (await playground.text(".when")).split("·")[0];
  const before = await when();
  const { x, y } = await take(playground, 2);
  await playground.page.mouse.move(x - 90, y, { steps: 3 });
  await playground.page.mouse.up();
  await playground.painted();
  assert.ok((await valueOf(playground, "worker_2")) < 2);
  assert.equal(await when(), before);
});

test("an end is dragged to nothing and no farther, and beyond the picture up to its bound", async () => {
  const playground = await open("workers-as-tasks", { worker_2: "19" });
  const { x, y } = await take(playground, 2);
  await playground.page.mouse.move(4, y, { steps: 3 });
  await playground.painted();
  assert.equal(await valueOf(playground, "worker_2"), 0);
  await playground.page.mouse.move(x + 100, y, { steps: 3 });
  // The pointer rests, and time shrinks until the longest sleep fits.
  await playground.page.waitForFunction(
    (element) => element.renderRoot.querySelector<HTMLInputElement>("#field-worker_2")?.value === "20",
    {},
    playground.handle,
  );
  await playground.page.mouse.up();
  await playground.painted();
  assert.equal((await playground.summary())?.seconds, 20);
});

test("Escape takes a drag back, and nothing is left to be undone", async () => {
  const playground = await open("workers-as-tasks", { worker_1: "1.5" });
  const { x, y } = await take(playground, 1);
  await playground.page.mouse.move(x - 100, y, { steps: 3 });
  await playground.painted();
  assert.ok((await valueOf(playground, "worker_1")) < 1.5);
  await playground.key("Escape");
  assert.equal(await valueOf(playground, "worker_1"), 1.5);
  await playground.page.mouse.move(x - 140, y, { steps: 3 });
  await playground.page.mouse.up();
  await playground.painted();
  assert.equal(await valueOf(playground, "worker_1"), 1.5);
  const undo = await playground.part('[aria-label="Undo"]');
  assert.equal(await undo.evaluate((button) => button.ariaDisabled), "true");
});

test("a finger drags an end, and the page stays where it is", async () => {
  const playground = await openOnPhone("workers-as-tasks");
  const { x, y } = await grip(playground, 1);
  const scroll = () => playground.page.evaluate(() => scrollY);
  const before = await scroll();
  const { touchscreen } = playground.page;
  // Within the target of a finger, and not on the grip itself.
  const finger = await touchscreen.touchStart(x + 14, y - 14);
  await finger.move(x + 4, y - 30);
  await finger.move(x - 20, y - 60);
  await finger.move(x - 46, y - 90);
  await finger.end();
  await playground.painted();
  assert.ok((await valueOf(playground, "worker_1")) < 1);
  assert.equal(await scroll(), before);
  assert.equal((await playground.summary())?.seconds, 2);
});

test("a finger that takes no grip scrolls the page and moves the playhead as ever", async () => {
  const playground = await openOnPhone("workers-as-tasks");
  const { x, y } = await grip(playground, 1);
  const when = await playground.text(".when");
  await playground.page.touchscreen.tap(x - 60, y);
  await playground.painted();
  assert.notEqual(await playground.text(".when"), when);
  assert.equal(await valueOf(playground, "worker_1"), 1);
});

/** Selects the first sleep of a task by keys. */
async function selectSleep(playground: Playground, task: string): Promise<void> {
  await (await playground.part(".stage")).focus();
  await playground.key("Home");
  await playground.handle.evaluate((element, task) => element.zooming.find(task), task);
  for (let presses = 0; presses < 6; presses += 1) {
    if (/sleeps/.test((await playground.texts(".facts"))[0] ?? "")) return;
    await playground.key(".");
  }
  assert.fail(`no sleep of ${task} was found`);
}

test("keys make the selected sleep longer and shorter, and say so", async () => {
  const playground = await open("workers-as-tasks");
  await selectSleep(playground, "worker_1");
  await playground.key("]");
  await playground.key("]");
  assert.equal(await valueOf(playground, "worker_1"), 1.2);
  assert.match(await playground.text(".facts"), /worker_1 sleeps[\s\S]*1\.20 s/);
  const said = await playground.handle.evaluate((element) => element.renderRoot.querySelector('[role="status"]')?.textContent);
  assert.equal(said, "worker_1 = 1.20 s");
  await playground.page.keyboard.down("Shift");
  await playground.key("}");
  await playground.page.keyboard.up("Shift");
  assert.equal(await valueOf(playground, "worker_1"), 2.2);
  for (let presses = 0; presses < 3; presses += 1) await playground.key("{");
  assert.equal(await valueOf(playground, "worker_1"), 0);
  // A sleep of no time is none, and can be made longer all the same.
  await playground.key("]");
  assert.equal(await valueOf(playground, "worker_1"), 0.1);
  assert.equal(await valueOf(playground, "worker_2"), 2);
});

test("a page's sleep is dragged: its seconds change, its name stays, and the code follows in both languages", async () => {
  for (const code of ["python", "rust"]) {
    const playground = await open("gather");
    await playground.set({ code });
    await playground.says(".file", code === "rust" ? /\.rs$/ : /\.py$/);
    const { x, y } = await take(playground, 1);
    const seen = new Set<string>();
    for (const by of [30, 60, 90]) {
      await playground.page.mouse.move(x + by, y, { steps: 3 });
      await playground.painted();
      const [, seconds = ""] = /^url_1:([\d.]+),url_2,url_3,url_4$/.exec(await textOf(playground, "urls")) ?? [];
      assert.ok(Number(seconds) > 1, seconds);
      seen.add(seconds);
      // While the end is dragged, not after.
      assert.ok((await playground.text(".code")).includes(`("url_1", ${seconds}), ("url_2", 2)`), seconds);
      assert.equal(await playground.text(".facts.dragged"), `url_1 = ${Number(seconds).toFixed(2)} s`);
    }
    assert.equal(seen.size, 3);
    await playground.page.mouse.up();
    await playground.painted();
    const names = (await playground.summary())?.tasks.map(({ name }) => name);
    assert.deepEqual(names, ["main", "url_1", "url_2", "url_3", "url_4"]);
    await playground.press("Undo");
    assert.equal(await textOf(playground, "urls"), "url_1,url_2,url_3,url_4");
  }
});

async function textOf(playground: Playground, name: string): Promise<string> {
  const field = await playground.part(`#field-${name}`);
  return field.evaluate((field) => (field as HTMLInputElement).value);
}

test("a thread's work is dragged as a page's sleep is", async () => {
  const playground = await open("threads");
  const { x, y } = await take(playground, 5);
  await playground.page.mouse.move(x - 60, y, { steps: 3 });
  await playground.page.mouse.up();
  await playground.painted();
  assert.match(await textOf(playground, "urls"), /^url_1,url_2,url_3:[\d.]+,url_4$/);
});

/** Returns the sentence that says why the selected span cannot be changed, as a reader sees it. */
async function refused(playground: Playground): Promise<string> {
  await playground.page.keyboard.press("]");
  const isSeen = (element: InterleavePlayground) =>
    element.renderRoot.querySelector("[role=status]")?.textContent === element.renderRoot.querySelector(".facts > p, .facts.told")?.textContent;
  await playground.page.waitForFunction(isSeen, {}, playground.handle);
  return playground.text(".facts > p, .facts.told");
}

test("what cannot be dragged says why, to all readers", async () => {
  for (const [lesson, task, why] of [
    ["never-awaited", "main", /The code itself says this length/],
    ["rate-limit", "refill", /The code computes this length.*change rate/],
    ["cancel-and-errors", "worker_3", /cancelled before its end.*change worker_3/],
  ] as const) {
    const playground = await open(lesson);
    await selectSleep(playground, task);
    // The sentence stands beside what is selected, without a key.
    await playground.says(".facts > p", why);
    const { x, y } = await playground.handle.evaluate((element) => {
      const facts = element.renderRoot.querySelector(".facts")?.getBoundingClientRect();
      return { x: facts?.x ?? -1, y: facts?.y ?? -1 };
    });
    assert.ok(x >= 0 && y >= 0);
  }
});

test("a key that changes no length says why where it is seen", async () => {
  const playground = await open("never-awaited");
  await (await playground.part(".stage")).focus();
  assert.match(await refused(playground), /Nothing is selected/);
  await selectSleep(playground, "main");
  assert.match(await refused(playground), /The code itself says this length/);
  await playground.key(".");
  assert.match(await refused(playground), /Only the end of a sleep, or of work that blocks/);
  assert.equal((await playground.summary())?.seconds, 1);
});

test("the sentence is there for a finger, too, and in the reader's language", async () => {
  const playground = await open("never-awaited", {}, { width: 390, height: 844, isPhone: true, lang: "zh-Hans" });
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  await playground.page.touchscreen.tap(box.x + box.width / 2, box.y + 53);
  await playground.says(".facts > p", /这个时长直接写在代码里/);
});

test("the sleeps of a recorded run and of a live one say why they stay", async () => {
  const playground = await open("workers-as-tasks", { worker_1: "0.05", worker_2: "0.1" });
  await playground.set({ clock: "live" });
  await playground.run();
  await selectSleep(playground, "worker_2");
  await playground.says(".facts > p", /On the live clock/);
});

test("bars slide to where they belong, unless the reader likes less motion", async () => {
  for (const moves of [true, false]) {
    const playground = await open("gather", {}, { moves });
    await playground.settled();
    const slides = await playground.handle.evaluate(async (element) => {
      element.edits.change("urls", "url_1,url_2");
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      return element.player?.playground.isRough;
    });
    assert.equal(slides, moves);
    await playground.settled();
  }
});
