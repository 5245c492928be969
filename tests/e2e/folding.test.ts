// A reader folds lanes: by a click on a name, with a finger, by keys; a task that is found is shown.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, params: Params = {}): Promise<Playground> {
  const playground = await Playground.of(await site.open({ path: pathOf(lesson, params) }));
  await playground.handle.evaluate((element) => element.renderRoot.querySelector<HTMLElement>(".stage")?.focus());
  return playground;
}

/** Where the canvas is in the page, and how high it is. */
async function place(playground: Playground): Promise<{ x: number; y: number; height: number }> {
  await playground.painted();
  const box = await (await playground.part("canvas")).boundingBox();
  assert.ok(box);
  return box;
}

const url = Array.from({ length: 12 }, (_, index) => `url_${index + 1}`).join(",");

test("a click on a name folds what is below, and the next shows it again", async () => {
  const playground = await open("gather");
  const when = await playground.text(".when");
  const { x, y, height } = await place(playground);
  // The row of main is the first below the axis.
  await playground.page.mouse.click(x + 14, y + 53);
  const folded = await place(playground);
  assert.ok(folded.height < height - 100, `${folded.height} of ${height}`);
  assert.equal(await playground.text(".when"), when, "the playhead stays");
  await site.screenshot(playground.page, "folded-desktop-light");
  await playground.page.mouse.click(x + 14, y + 53);
  assert.equal((await place(playground)).height, height);
});

test("a finger folds, and does not have to be exact", async () => {
  const page = await site.open({ path: pathOf("gather") });
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  const playground = await Playground.of(page);
  const { x, y, height } = await place(playground);
  await page.touchscreen.tap(x + 30, y + 53 + 15);
  assert.ok((await place(playground)).height < height);
  await site.screenshot(page, "folded-phone-light");
});

test("keys fold the selected lane, and all", async () => {
  const playground = await open("workers-as-tasks");
  const { height } = await place(playground);
  for (const key of ["x", "X"] as const) {
    await playground.key(key);
    assert.ok((await place(playground)).height < height, key);
    await playground.key(key);
    assert.equal((await place(playground)).height, height, key);
  }
});

test("ten thousand lanes fold into a row, and a task that is found is shown", async () => {
  const playground = await open("ten-thousand");
  await playground.key("x");
  assert.ok((await place(playground)).height < 120);
  await site.screenshot(playground.page, "ten-thousand-folded-desktop-light");
  const field = await playground.part("input.find");
  await field.type("page_7777");
  await playground.key("Enter");
  await playground.says(".facts", /page_7777/);
  assert.ok((await place(playground)).height > 300);
});

test("a fold stays when a value is changed, and goes with the lesson", async () => {
  const playground = await open("gather", { urls: url });
  await playground.key("x");
  const { height } = await place(playground);
  await playground.set({ params: "urls=url_1,url_2,url_3" });
  assert.equal((await place(playground)).height, height);
  await playground.show("workers-as-tasks");
  assert.ok((await place(playground)).height > height);
});
