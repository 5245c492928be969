// What a reader changed is undone and done again, by buttons and by keys; a slide is one change.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground } from "./kit/element.ts";
import { findGrip, valueOf } from "./kit/grips.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, params: Params = {}): Promise<Playground> {
  return Playground.of(await site.open({ path: pathOf(lesson, params) }));
}

/** Returns which of the two buttons have something to do. */
async function enabled(playground: Playground): Promise<string[]> {
  return playground.handle.evaluate((element) => {
    const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>(".undo button")];
    return buttons.filter((button) => button.ariaDisabled !== "true").map((button) => button.ariaLabel ?? "");
  });
}

/** Presses a key together with Ctrl, and maybe Shift. */
async function chord(playground: Playground, key: "z" | "Z" | "y", shift = false): Promise<void> {
  const { keyboard } = playground.page;
  await keyboard.down("Control");
  if (shift) await keyboard.down("Shift");
  await playground.key(key);
  if (shift) await keyboard.up("Shift");
  await keyboard.up("Control");
}

/** Slides a slider over values, as a pointer does, and lets it go. */
async function slide(playground: Playground, name: string, values: number[]): Promise<void> {
  await playground.handle.evaluate(
    async (element, name, values) => {
      const slider = element.renderRoot.querySelector<HTMLInputElement>(`input[type=range][data-name=${name}]`);
      if (!slider) throw new Error(`there is no slider of ${name}`);
      slider.focus();
      for (const value of values) {
        slider.value = String(value);
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        await element.updateComplete;
      }
      slider.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    values,
  );
  await playground.painted();
}

test("a slide is one change, which buttons undo and redo", async () => {
  const playground = await open("workers-as-tasks");
  assert.deepEqual(await enabled(playground), []);
  await slide(playground, "worker_2", [2.5, 3, 3.5]);
  await slide(playground, "worker_2", [4, 5]);
  assert.deepEqual(await enabled(playground), ["Undo"]);
  await playground.press("Undo");
  assert.equal(await valueOf(playground, "worker_2"), 3.5);
  assert.equal((await playground.summary())?.seconds, 3.5);
  assert.deepEqual(await enabled(playground), ["Undo", "Redo"]);
  await playground.press("Undo");
  assert.equal(await valueOf(playground, "worker_2"), 2);
  assert.deepEqual(await enabled(playground), ["Redo"]);
  // With nothing left to undo the button keeps the focus.
  await playground.press("Undo");
  await playground.press("Redo");
  await playground.press("Redo");
  assert.equal(await valueOf(playground, "worker_2"), 5);
  assert.deepEqual(await enabled(playground), ["Undo"]);
});

test("keys undo and redo wherever no text is typed", async () => {
  const playground = await open("workers-as-tasks");
  await slide(playground, "worker_1", [1.5]);
  await slide(playground, "worker_2", [3]);
  await chord(playground, "z");
  assert.equal(await valueOf(playground, "worker_2"), 2);
  await (await playground.part(".stage")).focus();
  await chord(playground, "z");
  assert.equal(await valueOf(playground, "worker_1"), 1);
  await chord(playground, "Z", true);
  assert.equal(await valueOf(playground, "worker_1"), 1.5);
  await chord(playground, "y");
  assert.equal(await valueOf(playground, "worker_2"), 3);
  // In a field of text the keys are the browser's own.
  const field = await playground.part("#field-worker_1");
  await field.click();
  await chord(playground, "z");
  assert.equal(await valueOf(playground, "worker_2"), 3);
});

test("a drag, a reset and typed values are changes, too; another lesson begins anew", async () => {
  const playground = await open("workers-as-tasks");
  const grip = await findGrip(playground, 1);
  assert.ok(grip);
  const { mouse } = playground.page;
  await mouse.move(grip.x, grip.y);
  await mouse.down();
  await mouse.move(grip.x - 80, grip.y, { steps: 8 });
  await mouse.up();
  await playground.painted();
  const dragged = await valueOf(playground, "worker_1");
  assert.ok(dragged < 1);
  await playground.fill("worker_2", "4.5");
  await playground.press("Reset");
  assert.equal(await valueOf(playground, "worker_2"), 2);
  await playground.press("Undo");
  assert.deepEqual([await valueOf(playground, "worker_1"), await valueOf(playground, "worker_2")], [dragged, 4.5]);
  await playground.press("Undo");
  assert.deepEqual([await valueOf(playground, "worker_1"), await valueOf(playground, "worker_2")], [dragged, 2]);
  await playground.press("Undo");
  assert.equal(await valueOf(playground, "worker_1"), 1);
  assert.deepEqual(await enabled(playground), ["Redo"]);
  await playground.show("workers-in-turn");
  await playground.painted();
  assert.deepEqual(await enabled(playground), []);
});

test("a key that makes a sleep longer is undone by keys", async () => {
  const playground = await open("no-gain-for-cpu");
  await (await playground.part(".stage")).focus();
  await playground.handle.evaluate((element) => element.zooming.find("worker_2"));
  for (let presses = 0; presses < 8; presses += 1) {
    if (/blocks/.test((await playground.texts(".facts"))[0] ?? "")) break;
    await playground.key(".");
  }
  await playground.key("]");
  await playground.key("]");
  assert.equal(await valueOf(playground, "worker_2"), 2.2);
  await chord(playground, "z");
  assert.equal(await valueOf(playground, "worker_2"), 2.1);
  await chord(playground, "z");
  assert.equal((await playground.summary())?.seconds, 3);
});
