// A reader looks closer: by keys, by the wheel, by buttons, with a finger's drag; finds a task by its
// name, and goes from span to span.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, params = {}, view: View = {}): Promise<Playground> {
  const playground = await Playground.of(await site.open({ ...view, path: pathOf(lesson, params) }));
  await playground.handle.evaluate((element) => element.renderRoot.querySelector<HTMLElement>(".stage")?.focus());
  return playground;
}

/** What is painted, as the address of a picture. */
async function picture(playground: Playground): Promise<string> {
  await playground.painted();
  return playground.handle.evaluate((element) => element.renderRoot.querySelector("canvas")?.toDataURL() ?? "");
}

/** Where the canvas is in the page. */
async function place(playground: Playground): Promise<{ x: number; y: number; width: number }> {
  const canvas = await playground.part("canvas");
  const box = await canvas.boundingBox();
  if (!box) throw new Error("the canvas is not shown");
  return box;
}

test("keys zoom in, move along and show all again", async () => {
  const playground = await open("gather");
  const whole = await picture(playground);
  await playground.key("w");
  const closer = await picture(playground);
  assert.ok(closer !== whole);
  await playground.key("a");
  assert.ok((await picture(playground)) !== closer);
  await playground.key("0");
  assert.ok((await picture(playground)) === whole);
});

test("buttons zoom, and the playhead stays where it was", async () => {
  const playground = await open("gather");
  const whole = await picture(playground);
  const when = await playground.text(".when");
  await playground.press("Zoom in");
  assert.ok((await picture(playground)) !== whole);
  await playground.press("Show the whole run");
  assert.ok((await picture(playground)) === whole);
  assert.equal(await playground.text(".when"), when);
});

test("the wheel zooms with Ctrl, and a drag moves along without moving the playhead", async () => {
  const playground = await open("gather");
  const { page } = playground;
  const { x, y, width } = await place(playground);
  const whole = await picture(playground);
  const when = await playground.text(".when");
  await page.mouse.move(x + width / 2, y + 80);
  await page.mouse.wheel({ deltaY: -300 });
  assert.ok((await picture(playground)) === whole);
  await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaY: -300 });
  await page.keyboard.up("Control");
  const closer = await picture(playground);
  assert.ok(closer !== whole);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 90, y + 80, { steps: 3 });
  await page.mouse.up();
  assert.ok((await picture(playground)) !== closer);
  assert.equal(await playground.text(".when"), when);
});

test("spans are gone through by keys, and their facts are told", async () => {
  const playground = await open("workers-as-tasks");
  await playground.key("Home");
  await playground.key(".");
  assert.match(await playground.text(".facts"), /main/);
  const facts = new Set<string>();
  for (let presses = 0; presses < 6; presses += 1) {
    facts.add(await playground.text(".facts"));
    await playground.key(".");
  }
  assert.ok(facts.size > 4, [...facts].join("\n"));
  await playground.key("f");
  await playground.key(",");
  assert.match(await playground.text(".facts"), /main/);
});

test("a span that is selected is told of, and the playhead is in it", async () => {
  const playground = await open("workers-as-tasks");
  await playground.key("Home");
  for (let presses = 0; presses < 3; presses += 1) await playground.key("ArrowRight");
  // worker_1 has control: its lane is gone through.
  const told: Record<string, RegExp> = {
    "is in the ready queue, made ready by main": /^The loop takes main from the ready queue.* main creates worker_1 and worker_2/,
    runs: /^The loop takes worker_1 from the ready queue, and worker_1 starts\./,
    sleeps: /worker_1 goes to sleep for 1\.00 s and gives up control\.$/,
    "is in the ready queue": /at 1\.00 s worker_1 wakes\.$/,
    "runs ": /^The sleep of worker_1 is over, and worker_1 resumes\./,
  };
  for (const [state, sentence] of Object.entries(told)) {
    await playground.key(".");
    assert.equal(await playground.text(".when .selected"), `worker_1 ${state}`.trim());
    assert.match(await playground.text(".said"), sentence);
    assert.match((await playground.text(".facts")).replace(/\s+/g, " "), new RegExp(`^worker_1 ${state.trim()}`));
  }
});

test("a click on where a task runs tells of that, however far left it is", async () => {
  const playground = await open("workers-as-tasks");
  const { x, y, width } = await place(playground);
  const canvas = await (await playground.part("canvas")).boundingBox();
  assert.ok(canvas);
  const wrong: string[] = [];
  for (let at = 0.1; at < 1; at += 0.01) {
    for (const row of [0.25, 0.55, 0.85]) {
      await playground.page.mouse.click(x + width * at, y + 30 + (canvas.height - 40) * row);
      await playground.painted();
      const [selected = ""] = await playground.texts(".when .selected");
      const [, task] = /^(\w+) runs$/.exec(selected) ?? [];
      const said = await playground.text(".said");
      if (task !== undefined && !said.includes(`${task} `)) wrong.push(`${at} ${row} ${selected}: ${said}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("up and down change lanes and not the time, left and right move in time", async () => {
  const playground = await open("workers-as-tasks");
  await playground.seek(0.5);
  const when = async () => (await playground.text(".when")).replace(/ · [a-z].*$/, "");
  const selected = () => playground.text(".when .selected");
  const before = await when();
  await playground.key("ArrowDown");
  assert.match(await selected(), /^worker_1 sleeps$/);
  await playground.key("ArrowDown");
  assert.match(await selected(), /^worker_2 sleeps$/);
  await playground.key("ArrowDown");
  assert.match(await selected(), /^worker_2 sleeps$/);
  await playground.key("ArrowUp");
  await playground.key("ArrowUp");
  assert.match(await selected(), /^main waits for worker_1$/);
  assert.equal((await when()).split(" ")[0], before.split(" ")[0]);
  await playground.key("ArrowRight");
  assert.match(await when(), /^1\.00 s/);
});

test("what is found is seen, selected, zoomed to, and said", async () => {
  const playground = await open("ten-thousand");
  const field = await playground.part("input.find");
  await field.type("page_50");
  await playground.key("Enter");
  await playground.settled();
  assert.equal(await playground.text(".when .selected"), "page_50 runs");
  assert.match(await playground.text(".said"), /^The loop takes page_50 from the ready queue, and page_50 starts\./);
  const { y, height, top, zoomed } = await playground.handle.evaluate((element) => {
    const scroller = element.renderRoot.querySelector<HTMLElement>(".scroller");
    const { selectedY = NaN, isZoomed = false } = element.player?.playground ?? {};
    return { y: selectedY, height: scroller?.clientHeight ?? 0, top: scroller?.scrollTop ?? 0, zoomed: isZoomed };
  });
  assert.ok(y > top + 30 && y < top + height, `the lane is at ${y}, ${top} to ${top + height} are seen`);
  assert.equal(zoomed, true);
});

test("a task is found by its name among ten thousand", async () => {
  const playground = await open("ten-thousand");
  const field = await playground.part("input.find");
  await field.type("page_7777");
  await playground.key("Enter");
  await playground.says(".facts", /page_7777/);
  await field.type("nobody");
  await playground.key("Enter");
  assert.equal(await field.evaluate((field) => field.getAttribute("aria-invalid")), "true");
});

test("all keys are listed at the press of one", async () => {
  const playground = await open("gather");
  await playground.key("?");
  await playground.says(".keys", /zoom in, zoom out/);
  await playground.key("Escape");
  const isOpen = await playground.handle.evaluate((element) => element.renderRoot.querySelector(".keys:popover-open") !== null);
  assert.equal(isOpen, false);
});

test("a key leads from the picture to the search of a task, however few there are, and another one back", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const focused = () => playground.handle.evaluate((element) => (element.renderRoot as ShadowRoot).activeElement?.className ?? "");
  assert.deepEqual(await playground.texts("input.find"), [], "four tasks are found by eye");
  await (await playground.part(".stage")).focus();
  await playground.key("/");
  assert.equal(await focused(), "find");
  assert.equal(await playground.handle.evaluate((element) => element.renderRoot.querySelector<HTMLInputElement>(".find")?.value), "", "the key is not typed");
  await playground.page.keyboard.type("url_3");
  await playground.key("Enter");
  await playground.says(".facts", /url_3/);
  await playground.key("Escape");
  assert.equal(await focused(), "stage");
});
