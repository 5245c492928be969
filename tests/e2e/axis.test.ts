// The axis: the control and the legend say what is drawn, whatever has led there.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

/** What is drawn, what the control says, and whether the legend tells of stretched moments. */
async function shown(playground: Playground): Promise<{ drawn: string; control: string; opens: boolean }> {
  await playground.painted();
  return playground.handle.evaluate((element) => ({
    drawn: element.player?.playground.axis ?? "",
    control: element.renderRoot.querySelector<HTMLSelectElement>("select.axis")?.value ?? "",
    opens: element.renderRoot.querySelector(".legend .moment") !== null,
  }));
}

async function check(playground: Playground, axis: string, why: string): Promise<void> {
  assert.deepEqual(await shown(playground), { drawn: axis, control: axis, opens: axis === "elastic" }, why);
}

test("the axis is said that is drawn: after another lesson, a comparison, another size", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  await check(playground, "elastic", "at first");
  await playground.show("ten-thousand", { pages: "200", concurrency: "20" });
  await playground.ended();
  await check(playground, "time", "a run of many tasks");
  await playground.show("gather");
  await playground.ended();
  await check(playground, "elastic", "few again");
  await playground.set({ compare: "await-in-turn" });
  await playground.says(".difference", /shorter/);
  await check(playground, "time", "runs are compared by time");
  await playground.set({ compare: "" });
  await check(playground, "elastic", "alone again");
  await playground.show("producer-consumer");
  await playground.ended();
  for (const width of [1280, 390, 900, 340, 1600]) {
    await playground.page.setViewport({ width, height: 800 });
    const { drawn, control, opens } = await shown(playground);
    assert.equal(control, drawn, `${width} px`);
    assert.equal(opens, drawn === "elastic", `${width} px`);
  }
});

test("a reader's choice of an axis is shown, and what comes of it", async () => {
  const playground = await Playground.of(await site.open({ path: `${pathOf("workers-as-tasks")}&axis=order` }));
  await check(playground, "order", "the address");
  const choice = await playground.part("select.axis");
  await choice.select("time");
  await check(playground, "time", "the choice");
  // A run that takes no time is nothing but order.
  await playground.show("workers-as-tasks", { worker_1: "0", worker_2: "0" });
  await playground.ended();
  await check(playground, "order", "no time to be drawn");
  await choice.select("elastic");
  await check(playground, "elastic", "the second choice");
  await playground.set({ axis: "auto" });
  await check(playground, "elastic", "none");
  await playground.show("ten-thousand", { pages: "200", concurrency: "20" });
  await playground.ended();
  await check(playground, "time", "another lesson after a choice");
});

test("other choices are shown as they are, too, after a reader has chosen", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const value = (name: string) =>
    playground.handle.evaluate((element, name) => element.renderRoot.querySelector<HTMLSelectElement>(name)?.value, name);
  await (await playground.part("select.pace")).select("2");
  await playground.set({ pace: "reading" });
  assert.equal(await value("select.pace"), "reading");
  await (await playground.part(".compare select")).select("await-in-turn");
  await playground.says(".difference", /shorter/);
  await playground.press("Stop comparing");
  assert.equal(await value(".compare select"), "");
});

test("the legend has the colours of both pictures", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const before = await playground.texts(".tools-card .legend li");
  assert.ok(!before.includes("a thread runs a job, outside the loop"));
  await playground.set({ compare: "threads" });
  await playground.says(".difference", /\d/);
  await playground.painted();
  assert.ok((await playground.texts(".tools-card .legend li")).includes("a thread runs a job, outside the loop"));
});
