// What is wrong in an address is told for as long as its other values are shown.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

const FIELD = "#help-worker_1";

test("what is wrong in an address stays told when the rest runs anew, and goes with another lesson", async () => {
  const path = pathOf("workers-as-tasks", { worker_1: "soon", colour: "red" });
  const playground = await Playground.of(await site.open({ path }));
  await playground.says(FIELD, /soon.*seconds, 0 to 20/);
  for (const change of [{ clock: "live" }, { clock: "simulated" }, { speed: "2" }]) {
    await playground.set(change);
    await playground.painted();
    assert.match(await playground.text(FIELD), /soon.*seconds, 0 to 20/, JSON.stringify(change));
    await playground.says(".notice", /soon/);
    await playground.says(".notice", /no parameter “colour”/);
  }
  await playground.set({ lesson: "workers-in-turn" });
  await playground.painted();
  assert.doesNotMatch(await playground.text(FIELD), /soon/);
  const notices = await playground.handle.evaluate((element) => element.renderRoot.querySelectorAll(".notice").length);
  assert.equal(notices, 0);
});
