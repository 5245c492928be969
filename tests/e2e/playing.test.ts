// The playhead goes where the reader wants it: by steps, by keys, by the mouse, by itself. What is
// said, lit and printed follows it.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, view: View = {}): Promise<Playground> {
  return Playground.of(await site.open({ ...view, path: pathOf(lesson) }));
}

/** What a reader sees at one stop. */
interface Stop {
  /** The moment and the number of the stop, as `1.00 s · step 8 of 14`. */
  when: string;
  said: string;
  /** The number of the lit line of code; none where nothing of it runs. */
  lit: number | null;
  printed: string[];
}

async function stop(playground: Playground): Promise<Stop> {
  const lit = await playground.handle.evaluate((element) => {
    const lines = [...element.renderRoot.querySelectorAll(".code li")];
    const lit = lines.filter((line) => line.getAttribute("aria-current") === "step");
    if (lit.length > 1) throw new Error(`${lit.length} lines are lit`);
    return lit[0] ? lines.indexOf(lit[0]) + 1 : null;
  });
  return {
    when: await playground.text(".when"),
    said: await playground.text(".said"),
    lit,
    printed: await playground.texts(".console .text"),
  };
}

/** Moves on by one means until nothing changes any more; returns the stops on the way. */
async function walk(playground: Playground, move: () => Promise<void>): Promise<Stop[]> {
  const stops = [await stop(playground)];
  for (;;) {
    await move();
    const next = await stop(playground);
    if (next.when === stops.at(-1)?.when) return stops;
    stops.push(next);
  }
}

/** What the account of two workers as tasks must say, in this order. */
const account = [
  /run starts/,
  /main creates worker_1 and worker_2, which wait in the ready queue/,
  /main prints “before await”\./,
  /main waits for worker_1 and gives up control/,
  /takes worker_1 from the ready queue/,
  /worker_1 goes to sleep for 1.00 s and gives up control/,
  /takes worker_2 from the ready queue/,
  /worker_2 goes to sleep for 2.00 s and gives up control/,
  /The ready queue is empty, so the loop waits for the next timer: at 1.00 s worker_1 wakes/,
  /sleep of worker_1 is over, and worker_1 resumes/,
  /worker_1 is done and leaves the loop/,
  /worker_1 has ended, so main resumes/,
  /main waits for worker_2/,
  /at 2.00 s worker_2 wakes/,
  /worker_2 is done and leaves the loop/,
  /worker_2 has ended, so main resumes/,
  /the loop closes at 2.00 s/,
];

test("the buttons step through two workers, forward and back, and every stop is explained", async () => {
  const playground = await open("workers-as-tasks");
  const lines = (await playground.summary())?.console.map((line) => line.text) ?? [];
  const source = await playground.texts(".code li");
  await playground.press("To the start");
  const stops = await walk(playground, () => playground.press("Next step"));

  for (const [index, { when, said, printed }] of stops.entries()) {
    assert.match(when, new RegExp(`^[\\d.]+ s · step ${index + 1} of ${stops.length}$`));
    assert.notEqual(said, "", `nothing is said at ${when}`);
    assert.deepEqual(printed, lines.slice(0, printed.length), `wrong lines at ${when}`);
  }
  assert.deepEqual(stops.at(-1)?.printed, lines);
  assert.deepEqual(stops[0]?.printed, []);

  let rest = stops.map(({ said }) => said).join("\n");
  for (const sentence of account) {
    const found = sentence.exec(rest);
    assert.ok(found, `${sentence} is not said, or too early, in\n${rest}`);
    rest = rest.slice(found.index + found[0].length);
  }

  const lit = stops.map(({ lit }) => lit).filter((line) => line !== null);
  assert.ok(lit.length >= 6, `a line is lit at ${lit.length} stops of ${stops.length}`);
  for (const line of lit) assert.match(source[line - 1] ?? "", /\S/, `line ${line} is empty`);

  const back = await walk(playground, () => playground.press("Back"));
  assert.deepEqual(back.reverse(), stops);
});

test("the keys go the same way as the buttons", async () => {
  const playground = await open("workers-as-tasks");
  const stage = await playground.part(".stage");
  await stage.focus();
  await playground.key("Home");
  const first = await stop(playground);
  assert.match(first.when, /^0\.00 s · step 1 of/);
  assert.deepEqual(first.printed, []);

  const forward = await walk(playground, () => playground.key("ArrowRight"));
  const back = await walk(playground, () => playground.key("ArrowLeft"));
  assert.deepEqual(back.reverse(), forward);
  await playground.key("End");
  assert.deepEqual(await stop(playground), forward.at(-1));
  // Who does not see the picture hears the same.
  const heard = await stage.evaluate((stage) => stage.getAttribute("aria-valuetext"));
  assert.ok(heard?.includes(forward.at(-1)?.said ?? "none"), `${heard}`);
});

test("playing ends by itself at the end, and begins anew from there", async () => {
  const playground = await open("workers-as-tasks");
  await playground.set({ speed: "10" });
  const lines = await playground.texts(".console .text");
  for (let time = 0; time < 2; time += 1) {
    await playground.press("Play");
    await playground.page.waitForFunction(
      (element) => !element.isPlaying && element.position?.atEnd === true,
      {},
      playground.handle,
    );
  }
  await playground.painted();
  assert.deepEqual(await playground.texts(".console .text"), lines);
  assert.match(await playground.text(".time"), /^2\.00 s \/ 2\.00 s$/);
});

test("playing pauses where it is, and goes on from there", async () => {
  const playground = await open("gather");
  await playground.set({ pace: "time" });
  await playground.press("Play");
  await playground.says(".time", /^0\.[1-9]/);
  await playground.press("Pause");
  const paused = await playground.text(".time");
  assert.match(paused, /^[0-3]\./);
  await playground.painted();
  assert.equal(await playground.text(".time"), paused, "the playhead went on");
  assert.deepEqual(await playground.texts(".console .text"), [
    "crawling url_1",
    "crawling url_2",
    "crawling url_3",
    "crawling url_4",
  ]);
  await playground.set({ speed: "100" });
  const stage = await playground.part(".stage");
  await stage.focus();
  await playground.key("Space");
  await playground.says(".time", /^4\.00/);
});

test("a moment that is sought shows what was printed by then", async () => {
  const playground = await open("workers-as-tasks");
  const all = (await playground.summary())?.console ?? [];
  for (const seconds of [0, 0.5, 1, 1.99, 2]) {
    await playground.seek(seconds);
    // At the start nothing has run yet.
    const printed = all.filter((line) => seconds > 0 && line.seconds <= seconds).map((line) => line.text);
    assert.deepEqual(await playground.texts(".console .text"), printed, `at ${seconds} s`);
    assert.ok((await playground.text(".time")).startsWith(`${seconds.toFixed(2)} s`));
  }
});

test("a moment that is none harms nothing", async () => {
  const playground = await open("workers-as-tasks");
  for (const seconds of [-1, 1e300, NaN, Infinity, -Infinity]) {
    await playground.seek(seconds);
    assert.match(await playground.text(".time"), /^[02]\.00 s \/ 2\.00 s$/, `after ${seconds}`);
  }
});

test("a click on the timeline moves the playhead, and dragging moves it on", async () => {
  const playground = await open("gather");
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  const at = async (share: number, move: (x: number, y: number) => Promise<void>) => {
    await move(box.x + box.width * share, box.y + box.height / 2);
    await playground.painted();
    return playground.handle.evaluate((element) => element.position?.seconds ?? NaN);
  };
  const { mouse } = playground.page;
  const middle = await at(0.5, (x, y) => mouse.click(x, y));
  assert.ok(middle > 0.5 && middle < 3.5, `the middle is ${middle} s`);
  const early = await at(0.3, async (x, y) => {
    await mouse.move(x, y);
    await mouse.down();
  });
  assert.ok(early < middle, `${early} s is left of ${middle} s`);
  const late = await at(0.8, (x, y) => mouse.move(x, y));
  await mouse.up();
  assert.ok(late > middle, `${late} s is right of ${middle} s`);
  assert.equal(await at(0.4, (x, y) => mouse.move(x, y)), late, "a hovering mouse moved it");
});

test("the mouse over a span shows whose it is, what happens, and when", async () => {
  const playground = await open("workers-as-tasks");
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  const seen = new Set<string>();
  for (let y = 4; y < box.height; y += 12) {
    await playground.page.mouse.move(box.x + box.width * 0.5, box.y + y);
    await playground.painted();
    for (const facts of await playground.texts(".facts")) seen.add(facts.replace(/\s+/g, " "));
  }
  const all = [...seen].join("\n");
  for (const task of ["main waits for worker", "worker_1 sleeps", "worker_2 sleeps"]) {
    assert.match(all, new RegExp(`^${task}.*\\d s`, "m"));
  }
  await playground.page.mouse.move(box.x + 5, box.y - 30);
  await playground.painted();
  assert.deepEqual(await playground.texts(".facts"), [], "the facts stay when the mouse has gone");
});

test("the mouse over a queue's strip says how many items it holds", async () => {
  const playground = await open("producer-consumer");
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  const seen = new Set<string>();
  for (let share = 0.3; share < 1; share += 0.02) {
    await playground.page.mouse.move(box.x + box.width * share, box.y + 48);
    await playground.painted();
    for (const facts of await playground.texts(".facts")) seen.add(facts.replace(/\s+/g, " ").trim());
  }
  const all = [...seen].join("\n");
  assert.match(all, /^queue holds (nothing|one item|\d+ items), at most \d+ (\d\.\d\d s to|since|at) /m);
  assert.ok(seen.size > 2, all);
});

test("the loop's inside shows who waits for what at the playhead", async () => {
  const playground = await open("workers-as-tasks");
  await playground.seek(0.5);
  const inside = (await playground.text(".loop-card")).replace(/\s+/g, " ");
  assert.match(inside, /timers 1\.00 s worker_1 2\.00 s worker_2/);
  assert.match(inside, /main waits for worker_1/);
});

test("a finger steps and plays as the mouse does", async () => {
  const playground = await open("workers-as-tasks", { width: 390, height: 844 });
  await playground.page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
  const phone = await Playground.of(playground.page);
  const canvas = await phone.part("canvas");
  const box = await canvas.boundingBox();
  assert.ok(box);
  await phone.page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height / 2);
  await phone.painted();
  const seconds = await phone.handle.evaluate((element) => element.position?.seconds ?? NaN);
  assert.ok(seconds > 0 && seconds < 2, `the tap led to ${seconds} s`);
  await phone.page.locator("::-p-aria(To the start)").click();
  await phone.painted();
  assert.match(await phone.text(".when"), /step 1 of/);
});
