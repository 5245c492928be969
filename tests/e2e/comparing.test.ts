// Two runs below each other on one scale, and what a run comes to in figures.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string): Promise<Playground> {
  return Playground.of(await site.open({ path: pathOf(lesson) }));
}

/** Where each of both playheads is, in pixels of its picture; none for a picture without one. */
async function playheads(playground: Playground): Promise<number[]> {
  await playground.painted();
  // The playhead is the one thing of its colour that is as high as the picture.
  return playground.handle.evaluate((element) =>
    [...element.renderRoot.querySelectorAll<HTMLCanvasElement>(".scroller canvas")].map((canvas) => {
      const { width, height } = canvas;
      const cx = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      cx?.drawImage(canvas, 0, 0);
      const { data } = cx?.getImageData(0, Math.round(height / 2), width, 1) ?? { data: [] };
      // A line between two pixels is paler in both.
      const isRed = (x: number) => (data[4 * x] ?? 0) - (data[4 * x + 1] ?? 0) > 50;
      return Array.from({ length: width }, (_, x) => x).findIndex(isRed);
    }),
  );
}

test("the difference of two lessons is said", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /^6\.00 s shorter: 4\.00 s instead of 10\.00 s$/);
  await playground.set({ lesson: "await-in-turn", compare: "gather" });
  await playground.says(".difference", /^6\.00 s longer: 10\.00 s instead of 4\.00 s$/);
  await playground.set({ compare: "blocking" });
  await playground.says(".difference", /^Same length: 10\.00 s$/);
});

test("both playheads are at one moment, beyond the end of the shorter run, too", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  for (const seconds of [0.5, 3, 7.25, 10]) {
    await playground.seek(seconds);
    const [one, two] = await playheads(playground);
    assert.ok(one !== undefined && one > 0, `a playhead at ${seconds} s`);
    assert.equal(one, two, `both at ${seconds} s`);
  }
  assert.match(await playground.text(".time"), /^10\.00 s \/ 10\.00 s$/);
  const canvases = await playground.page.$$("interleave-playground >>> .scroller canvas");
  const box = await canvases[1]?.boundingBox();
  assert.ok(box);
  await playground.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const [one, two] = await playheads(playground);
  assert.equal(one, two);
  assert.doesNotMatch(await playground.text(".time"), /^10\.00 s/);
});

/** What a reader sees of two runs at one stop: the line above the sentence, and both sentences. */
async function compared(playground: Playground): Promise<{ when: string; time: string; said: string; other: string }> {
  return {
    when: (await playground.text(".when")).replace(/\s+/g, " "),
    time: await playground.text(".time"),
    said: await playground.text(".said"),
    other: await playground.text(".compared-said"),
  };
}

test("one playhead walks through the stops of both runs by time, to the end of the longer one and back", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  await playground.press("To the end");
  const end = await compared(playground);
  assert.match(end.when, /^10\.00 s · step (\d+) of \1 · in the run below$/);
  assert.match(end.other, /the loop closes at 10\.00 s/);
  await playground.press("Next step");
  assert.deepEqual(await compared(playground), end, "there is nothing behind the end");

  await playground.press("To the start");
  const way = [await compared(playground)];
  for (;;) {
    await playground.press("Next step");
    const next = await compared(playground);
    if (next.when === way.at(-1)?.when) break;
    way.push(next);
  }
  assert.deepEqual(way.at(-1), end);
  for (const [index, { when, time }] of way.entries()) {
    const [, seconds = ""] = /^([\d.]+) s/.exec(when) ?? [];
    const [, whose] = / · in the run (above|below)$/.exec(when) ?? [];
    assert.equal(when, `${seconds} s · step ${index + 1} of ${way.length} · in the run ${whose}`);
    assert.equal(time, `${seconds} s / 10.00 s`);
    const [, before = "0"] = /^([\d.]+) s/.exec(way[Math.max(0, index - 1)]?.when ?? "") ?? [];
    assert.ok(Number(before) <= Number(seconds), `from ${before} s to ${when}`);
  }
  // Both runs are told of: all that each says alone, in order.
  for (const part of ["said", "other"] as const) {
    const told = way.map((stop) => stop[part]).filter((said, index, all) => said !== all[index - 1]);
    assert.ok(told.some((said) => /run starts/.test(said)) && told.some((said) => /loop closes/.test(said)), told.join("\n"));
  }
  for (const before of way.toReversed().slice(1)) {
    await playground.press("Back");
    assert.deepEqual(await compared(playground), before);
  }
});

/** Steps from the start to the end, and notes of which run each step is, and what is said there and told of the picture. */
async function walk(playground: Playground): Promise<{ whose: string; said: string; valueText: string | null }[]> {
  return playground.handle.evaluate(async (element) => {
    const text = (selector: string) => element.renderRoot.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, " ").trim() ?? "";
    element.toStart();
    const way = [];
    for (;;) {
      await element.updateComplete;
      const valueText = element.renderRoot.querySelector(".stage")?.ariaValueText ?? null;
      way.push({ whose: text(".whose"), said: text(".said"), valueText });
      if (element.position?.step === element.position?.steps) return way;
      element.stepForward();
    }
  });
}

test("the sentence is that of the step, and it is said of which run", async () => {
  const playground = await open("await-in-turn");
  const below = await walk(playground);
  await playground.show("gather");
  await playground.ended();
  const above = await walk(playground);
  assert.deepEqual(new Set([...above, ...below].map(({ whose }) => whose)), new Set([""]), "of one run nothing is said");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  const way = await walk(playground);
  const said = (of: string) => way.filter(({ whose }) => whose === of).map(({ said }) => said);
  assert.deepEqual(said("in the run above"), above.map(({ said }) => said));
  // Both starts are one.
  assert.deepEqual(said("in the run below"), below.slice(1).map(({ said }) => said));
  assert.equal(way.length, above.length + below.length - 1);
  for (const { said, valueText } of way) assert.ok(valueText?.endsWith(said), `${valueText}: ${said}`);
});

test("a span that is selected is told of by its own run, whatever the other one does then", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  await playground.seek(1);
  assert.equal(await playground.text(".whose"), "in the run below");
  await (await playground.part(".stage")).focus();
  await playground.key("ArrowDown");
  await playground.says(".selected", /./);
  assert.equal(await playground.text(".whose"), "in the run above");
  assert.notEqual(await playground.text(".said"), await playground.text(".compared-said"));
  // It stays so while nothing moves.
  await playground.settled();
  assert.equal(await playground.text(".whose"), "in the run above");
});

test("playing two runs ends at the end of the longer one, with all stops of both on the way", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "workers-in-turn", pace: "time", speed: "10" });
  await playground.says(".difference", /longer/);
  const steps = await playground.handle.evaluate(async (element) => {
    const steps: number[] = [];
    element.addEventListener("interleave-step", (event) => steps.push((event as CustomEvent<{ step: number }>).detail.step));
    element.toStart();
    element.togglePlay();
    while (element.isPlaying) await new Promise(requestAnimationFrame);
    return steps;
  });
  assert.ok(steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)), steps.join());
  assert.match((await compared(playground)).when, /^4\.00 s · step (\d+) of \1/);
});

test("the steps of a run are its own again when nothing is compared any more", async () => {
  const playground = await open("gather");
  await playground.press("To the end");
  const alone = await playground.text(".when");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  await playground.press("To the end");
  assert.notEqual(await playground.text(".when"), alone);
  await playground.press("Stop comparing");
  await playground.press("To the end");
  assert.equal(await playground.text(".when"), alone);
});

test("a version is kept, and what is changed is compared with it", async () => {
  const playground = await open("gather");
  const choice = await playground.part(".compare select");
  await choice.select("gather");
  await playground.says(".difference", /^Same length: 4\.00 s$/);
  await playground.fill("urls", "url_1,url_2");
  await playground.says(".difference", /^2\.00 s shorter: 2\.00 s instead of 4\.00 s$/);
  // The new version can be kept in its place; the address has it for the next visit.
  await choice.select("gather?urls=url_1%2Curl_2");
  await playground.says(".difference", /^Same length: 2\.00 s$/);
  await playground.page.waitForFunction(() => location.hash.includes("compare=gather%3F"));
  await playground.page.reload();
  const again = await Playground.of(playground.page);
  await again.says(".difference", /^Same length: 2\.00 s$/);
  await again.press("Stop comparing");
  assert.deepEqual(await again.texts(".beside"), []);
});

test("a lesson that there is not is told of, and nothing is compared", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "nothing" });
  await playground.says(".notice", /no lesson “nothing” to compare with/);
  assert.deepEqual(await playground.texts(".beside"), []);
});

test("values that make no sense are told of beside the picture", async () => {
  const playground = await open("gather");
  await playground.set({ compare: "gather?urls=url_x" });
  await playground.says(".difference", /“url_x” is not a page/);
});

test("statistics are counted when they are opened, and follow the run", async () => {
  const playground = await open("gather");
  await (await playground.part("summary")).click();
  await playground.says(".figures", /Up to 5 tasks at once, 3\.5 on average/);
  // The chart has a scale and a legend; what is counted of a task is not what is stepped through.
  assert.deepEqual(await playground.texts(".figures .most span, .figures .ends span"), ["5", "0", "0.00 s", "4.00 s"]);
  assert.deepEqual(await playground.texts(".figures .legend li"), [
    "runs", "ready, waits to run", "sleeps", "waits for another task",
  ]);
  assert.deepEqual((await playground.texts(".table thead th")).slice(0, 2), ["task", "turns"]);
  assert.deepEqual(await playground.texts(".table tbody tr:first-child > *"), [
    "main", "2", "0.00 s", "0.00 s", "0.00 s", "4.00 s",
  ]);
  assert.deepEqual(await playground.texts(".table tfoot tr > *"), [
    "total", "10", "0.00 s", "0.00 s", "10.00 s", "4.00 s",
  ]);
  assert.match(await playground.text(".path"), /url_4 sleeps\s+4\.00 s/);
  await playground.fill("urls", "url_1,url_2");
  await playground.says(".figures", /Up to 3 tasks at once, 2\.5 on average/);
  assert.match(await playground.text(".path"), /url_2 sleeps\s+2\.00 s/);
});

test("the critical path is lit and put out again", async () => {
  const playground = await open("gather");
  const picture = () =>
    playground.handle.evaluate((element) => element.renderRoot.querySelector("canvas")?.toDataURL() ?? "");
  await (await playground.part("summary")).click();
  await playground.says(".path", /url_4/);
  await playground.painted();
  const plain = await picture();
  await playground.press("Show on the timeline");
  assert.ok((await picture()) !== plain);
  await playground.press("Show on the timeline");
  assert.ok((await picture()) === plain);
});

test("the statistics of ten thousand tasks are counted while the page answers", async () => {
  const playground = await open("ten-thousand");
  await (await playground.part("summary")).click();
  await playground.says(".figures", /Up to 10,001 tasks at once, [\d.]+ on average/);
  await playground.says(".table", /and 9,961 more tasks/);
});
