// Every lesson, on the simulated clock, prints what it should in the seconds that it should take, and on the
// live clock does the same.

import assert from "node:assert/strict";
import test from "node:test";

import { rowsOf } from "./kit/demo.ts";
import { type Params, pathOf, Playground, printed, type Summary } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

interface Case {
  lesson: string;
  params?: Params;
  seconds: number;
  printed: string[];
}

const urls = ["url_1", "url_2", "url_3", "url_4"];

/** What is printed when pages are crawled at once: all begin before the first ends. */
const together = (end: string) => [
  ...urls.map((url) => `crawling ${url}`),
  ...urls.map((url) => `${end} ${url}`),
];

const inTurn = urls.flatMap((url) => [`crawling ${url}`, `OK ${url}`]);

/** The values that the default seed gives, and the names that each round of four lines has. */
const rounds: [number, number][] = [
  [5, 2],
  [1, 10],
  [5, 7],
  [7, 9],
  [6, 3],
];

const cases: Case[] = [
  { lesson: "blocking", seconds: 10, printed: inTurn },
  { lesson: "await-in-turn", seconds: 10, printed: inTurn },
  { lesson: "tasks", seconds: 4, printed: together("OK") },
  { lesson: "gather", seconds: 4, printed: together("OK") },
  {
    lesson: "workers-in-turn",
    seconds: 3,
    printed: [
      "before await",
      "worker_1 start",
      "worker_1 done",
      "awaited worker_1",
      "worker_2 start",
      "worker_2 done",
      "awaited worker_2",
    ],
  },
  {
    lesson: "workers-as-tasks",
    seconds: 2,
    printed: [
      "before await",
      "worker_1 start",
      "worker_2 start",
      "worker_1 done",
      "awaited worker_1",
      "worker_2 done",
      "awaited worker_2",
    ],
  },
  {
    lesson: "cancel-and-errors",
    seconds: 2,
    printed: ["[1, ZeroDivisionError('division by zero'), CancelledError('')]"],
  },
  {
    lesson: "cancel-and-errors",
    params: { python: "3.7" },
    seconds: 2,
    printed: ["[1, ZeroDivisionError('division by zero'), CancelledError()]"],
  },
  {
    lesson: "producer-consumer",
    seconds: 10,
    printed: rounds.flatMap(([first, second]) => [
      `producer_1 put a val: ${first}`,
      `producer_2 put a val: ${second}`,
      `consumer_1 get a val: ${first}`,
      `consumer_2 get a val: ${second}`,
    ]),
  },
  { lesson: "done-callback", seconds: 4, printed: together("result:  OK") },
];

for (const { lesson, params = {}, seconds, printed: lines } of cases) {
  const values = new URLSearchParams(params).toString();
  test(`${lesson}${values && ` with ${values}`} takes ${seconds} s and prints its lines`, async () => {
    const playground = await Playground.of(await site.open({ path: pathOf(lesson, params) }));
    const summary = await playground.run();
    assert.deepEqual(printed(summary), lines);
    assert.equal(summary.seconds, seconds);
    assert.equal(summary.outcome, "finished");
    assert.equal(summary.lesson, lesson);
    await playground.painted();
    assert.deepEqual(await playground.texts(".console .text"), lines, "the page shows other lines");
  });
}

test("gather raises the first error when it is told to", async () => {
  const params = { return_exceptions: "false" };
  const path = pathOf("cancel-and-errors", params);
  const playground = await Playground.of(await site.open({ path }));
  const { outcome, error } = await playground.run();
  assert.equal(outcome, "raised");
  assert.equal(error?.kind, "ZeroDivisionError");
  assert.match(await playground.text(".console .refusal"), /ZeroDivisionError/);
});

for (const lesson of ["movies-in-turn", "movies-gather"]) {
  test(`${lesson} plays the recorded crawl back, with its posters`, async () => {
    const page = await site.open({ path: pathOf(lesson) });
    const playground = await Playground.of(page);
    const rows = await rowsOf(site.origins.demo);
    assert.equal(rows.length, 12);
    assert.deepEqual(printed(await playground.run()), rows);
    await playground.painted();
    const posters = await playground.handle.evaluate(async (element) => {
      const images = [...element.renderRoot.querySelectorAll<HTMLImageElement>(".console img")];
      for (const image of images) image.loading = "eager";
      await Promise.all(images.map((image) => image.decode()));
      return images.map(({ src, naturalWidth }) => ({ src, naturalWidth }));
    });
    assert.equal(posters.length, 12);
    for (const { src, naturalWidth } of posters) {
      assert.match(src, /^data:image\/svg\+xml,/);
      assert.ok(naturalWidth > 0, "a poster shows nothing");
    }
  });
}

/** What a run did, apart from when. */
const deeds = (summary: Summary) => ({
  printed: printed(summary),
  tasks: summary.tasks,
  outcome: summary.outcome,
  error: summary.error?.kind,
});

/** What runs on both clocks. */
const both: [string, Params?][] = [
  ["blocking"],
  ["await-in-turn"],
  ["tasks"],
  ["gather"],
  ["workers-in-turn"],
  ["workers-as-tasks"],
  ["cancel-and-errors"],
  ["cancel-and-errors", { return_exceptions: "false", cancel_after: "2.5" }],
  ["producer-consumer"],
  ["done-callback"],
];

for (const [lesson, params = {}] of both) {
  const values = new URLSearchParams(params).toString();
  test(`${lesson}${values && ` with ${values}`} does live what it does simulated`, async () => {
    const playground = await Playground.of(await site.open({ path: pathOf(lesson, params) }));
    const simulated = await playground.run();
    await playground.set({ clock: "live", speed: "10" });
    const live = await playground.run();
    assert.deepEqual(deeds(live), deeds(simulated));
    assert.ok(live.seconds >= simulated.seconds, `${live.seconds} s live`);
  });
}
