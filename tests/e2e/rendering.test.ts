// What an edit costs: the element is rendered once, and one picture is painted.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { findGrip } from "./kit/grips.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

/** What was counted since the last look. */
interface Counted {
  runs: number;
  checks: number;
  renders: number;
  paints: number;
}

async function open(lesson: string): Promise<Playground> {
  // Bars that slide to their places are painted on their way.
  const playground = await Playground.of(await site.open({ moves: false, path: pathOf(lesson) }));
  await playground.settled();
  await playground.handle.evaluate((element) => {
    const counted: Counted = { runs: 0, checks: 0, renders: 0, paints: 0 };
    const count = (of: object, name: string, as: keyof Counted) => {
      const does = Reflect.get(of, name) as (...given: unknown[]) => unknown;
      Reflect.set(of, name, (...given: unknown[]) => {
        counted[as] += 1;
        return does.apply(of, given);
      });
    };
    count(element, "render", "renders");
    const playground = element.player?.playground;
    if (!playground) throw new Error("nothing was run");
    count(playground, "run", "runs");
    count(playground, "check", "checks");
    count(playground, "paint", "paints");
    Object.assign(window, { counted });
  });
  return playground;
}

/** Returns what was counted, once nothing more is to come. */
async function counted(playground: Playground): Promise<Counted> {
  await playground.settled();
  return playground.page.evaluate(() => {
    const { counted } = window as unknown as { counted: Counted };
    const now = { ...counted };
    Object.assign(counted, { runs: 0, checks: 0, renders: 0, paints: 0 });
    return now;
  });
}

const ONCE: Counted = { runs: 1, checks: 0, renders: 1, paints: 1 };

test("a change of a slider is run, rendered and painted once", async () => {
  const playground = await open("workers-as-tasks");
  for (const value of ["2.5", "0.7"]) {
    await counted(playground);
    await playground.handle.evaluate((element, value) => {
      const slider = element.renderRoot.querySelector<HTMLInputElement>("input[type=range]");
      if (!slider) throw new Error("there is no slider");
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }, value);
    assert.deepEqual(await counted(playground), ONCE, value);
    assert.equal(await playground.handle.evaluate((element) => element.params["worker_1"]), value);
  }
});

test("a move of a dragged end is run, rendered and painted once", async () => {
  const playground = await open("workers-as-tasks");
  const grip = await findGrip(playground, 1);
  assert.ok(grip);
  await playground.page.mouse.move(grip.x, grip.y);
  await playground.page.mouse.down();
  for (const by of [-40, 60]) {
    await counted(playground);
    await playground.page.mouse.move(grip.x + by, grip.y);
    assert.deepEqual(await counted(playground), ONCE, String(by));
  }
  await playground.page.mouse.up();
});

test("a move of a page's end, and a value that is changed in the code, are run, rendered and painted once", async () => {
  const playground = await open("gather");
  const grip = await findGrip(playground, 2);
  assert.ok(grip);
  await playground.page.mouse.move(grip.x, grip.y);
  await playground.page.mouse.down();
  await counted(playground);
  await playground.page.mouse.move(grip.x - 50, grip.y);
  assert.deepEqual(await counted(playground), ONCE);
  await playground.page.mouse.up();
  await (await playground.part('[data-value="urls.1"]')).focus();
  await playground.page.waitForFunction((element) => element.extras.codeValues !== undefined, {}, playground.handle);
  await counted(playground);
  await playground.page.keyboard.press("ArrowUp");
  assert.deepEqual(await counted(playground), ONCE);
});

test("a value that is refused is not run, and leaves the picture", async () => {
  const playground = await open("workers-as-tasks");
  await playground.fill("worker_1", "often");
  await counted(playground);
  await playground.fill("worker_1", "x");
  const { runs, checks, renders } = await counted(playground);
  // Typing is an event for each change of the text.
  assert.deepEqual([checks, renders], [0, runs]);
  assert.equal((await playground.summary())?.outcome, "finished");
});
