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

test("a task is found by its name among ten thousand", async () => {
  const playground = await open("ten-thousand");
  const field = await playground.part("input.find");
  await field.type("page_7777");
  await playground.key("Enter");
  assert.match(await playground.text(".facts"), /page_7777/);
  await field.type("nobody");
  await playground.key("Enter");
  assert.equal(await field.evaluate((field) => field.getAttribute("aria-invalid")), "true");
});

test("all keys are listed at the press of one", async () => {
  const playground = await open("gather");
  await playground.key("?");
  assert.match(await playground.text(".keys"), /zoom in, zoom out/);
  await playground.key("Escape");
  const isOpen = await playground.handle.evaluate((element) => element.renderRoot.querySelector(".keys:popover-open") !== null);
  assert.equal(isOpen, false);
});
