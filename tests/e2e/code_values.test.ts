// A value is changed where it stands in the code: by a click or a tap and typing, by keys, by a drag; in Python,
// and beside the parameters of the Rust file.

import assert from "node:assert/strict";
import test from "node:test";

import type { ElementHandle } from "puppeteer-core";

import type { InterleavePlayground } from "../../www/element/playground.ts";
import { violations } from "./kit/accessible.ts";
import { type Params, pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, code = "python", params: Params = {}, view: View = {}): Promise<Playground> {
  const playground = await Playground.of(await site.open({ ...view, path: `${pathOf(lesson, params)}&code=${code}` }));
  await playground.says(".file", code === "rust" ? /\.rs$/ : /\.py$/);
  return playground;
}

/** Returns a value in the code by its id. */
async function value(playground: Playground, id: string): Promise<ElementHandle<Element>> {
  return playground.part(`.code [data-value="${id}"]`);
}

/** Opens the field of a value by a click, and waits until it has the focus. */
async function click(playground: Playground, id: string): Promise<void> {
  await (await value(playground, id)).click();
  await hasField(playground);
}

async function hasField(playground: Playground): Promise<void> {
  const isIn = (element: InterleavePlayground) =>
    element.renderRoot instanceof ShadowRoot && element.renderRoot.activeElement?.classList.contains("value-field");
  await playground.page.waitForFunction(isIn, {}, playground.handle);
}

const paramsOf = (playground: Playground) => playground.handle.evaluate((element) => ({ ...element.params }));

for (const code of ["python", "rust"]) {
  test(`a value is typed where it stands in ${code}, and undone`, async () => {
    const playground = await open("gather", code);
    await click(playground, "urls.3");
    await playground.page.keyboard.type("2,5");
    // Nothing changes before Enter.
    assert.deepEqual(await paramsOf(playground), {});
    await playground.key("Enter");
    assert.deepEqual(await paramsOf(playground), { urls: "url_1,url_2:2.5,url_3,url_4" });
    assert.match(await playground.text(".code"), /\("url_1", 1\), \("url_2", 2\.5\)/);
    // The focus is where it was.
    const focused = await playground.handle.evaluate((element) => {
      const active = (element.renderRoot as ShadowRoot).activeElement;
      return [active?.getAttribute("data-value"), active?.getAttribute("role"), active?.getAttribute("aria-label")];
    });
    assert.deepEqual(focused, ["urls.3", "spinbutton", "url_2"]);
    await playground.press("Undo");
    assert.deepEqual(await paramsOf(playground), {});
  });

  test(`a wrong number of a page is named where it stands in ${code}`, async () => {
    const playground = await open("gather", code);
    await click(playground, "urls.3");
    await playground.page.keyboard.type("61");
    await playground.key("Enter");
    assert.match(await playground.text(".code .value-said"), /“61” does not fit.*seconds, 0 to 60/);
    // What is wrong stays when the field is left, and changes nothing.
    await (await playground.part(".stage")).focus();
    await playground.painted();
    assert.equal((await playground.texts(".value-said")).length, 1);
    assert.deepEqual(await paramsOf(playground), {});
  });

  test(`a wrong value is named where it stands in ${code}, and changes nothing`, async () => {
    const playground = await open("workers-as-tasks", code);
    const good = await playground.summary();
    await click(playground, "worker_1");
    await playground.page.keyboard.type("abc");
    await playground.key("Enter");
    assert.match(await playground.text(".code .value-said"), /“abc” does not fit.*seconds, 0 to 20/);
    const field = await playground.part(".value-field");
    const state = await field.evaluate((field) => [(field as HTMLInputElement).value, field.getAttribute("aria-invalid")]);
    assert.deepEqual(state, ["abc", "true"]);
    assert.deepEqual([await paramsOf(playground), await playground.summary()], [{}, good]);
    await playground.key("Escape");
    assert.deepEqual(await playground.texts(".value-field"), []);
    assert.equal(await playground.text('.code [data-value="worker_1"]'), "1");
  });
}

test("keys change a value by a tenth and by a whole, and open its field", async () => {
  const playground = await open("workers-as-tasks");
  const { page } = playground;
  await (await value(playground, "worker_2")).focus();
  await page.waitForFunction((element) => element.extras.codeValues !== undefined, {}, playground.handle);
  await playground.key("ArrowUp");
  await playground.page.keyboard.down("Shift");
  await playground.key("ArrowUp");
  await playground.page.keyboard.up("Shift");
  await playground.key("ArrowDown");
  await playground.key("ArrowDown");
  assert.deepEqual(await paramsOf(playground), { worker_2: "2.9" });
  assert.equal((await playground.summary())?.seconds, 2.9);
  await playground.key("Enter");
  await hasField(playground);
  await playground.key("ArrowUp");
  await playground.key("Escape");
  assert.deepEqual(await paramsOf(playground), { worker_2: "2.9" });
  await playground.press("Undo");
  assert.deepEqual(await paramsOf(playground), { worker_2: "3" });
});

test("a drag along the line changes a value, in one step back", async () => {
  const playground = await open("gather");
  const { page } = playground;
  const dragged = await value(playground, "urls.1");
  await dragged.hover();
  await page.waitForFunction((element) => element.extras.codeValues !== undefined, {}, playground.handle);
  const box = await dragged.boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const by of [30, 60]) {
    await page.mouse.move(x + by, y, { steps: 3 });
    await playground.painted();
    assert.deepEqual(await paramsOf(playground), { urls: `url_1:${1 + by / 60},url_2,url_3,url_4`.replace(":1.0", "") });
  }
  await page.mouse.up();
  await playground.painted();
  assert.deepEqual(await playground.texts(".value-field"), []);
  await playground.press("Undo");
  assert.deepEqual(await paramsOf(playground), {});
});

test("a choice opens as a list of its options", async () => {
  const playground = await open("wait-for-some");
  await click(playground, "return_when");
  const list = await playground.part("select.value-field");
  await list.select("ALL_COMPLETED");
  await playground.painted();
  assert.deepEqual(await paramsOf(playground), { return_when: "ALL_COMPLETED" });
  assert.match(await playground.text(".code"), /RETURN_WHEN = "ALL_COMPLETED" {2}# parameter/);
});

test("a tap opens a value on a phone, with the keyboard of numbers", async () => {
  const playground = await open("gather", "rust", {}, { width: 390, height: 844, isPhone: true, theme: "dark" });
  const place = await value(playground, "urls.3");
  await place.evaluate((place) => place.scrollIntoView({ block: "center" }));
  await place.tap();
  await hasField(playground);
  const field = await playground.part(".value-field");
  assert.equal(await field.evaluate((field) => field.getAttribute("inputmode")), "decimal");
  await playground.page.keyboard.type("０．５");
  await playground.key("Enter");
  assert.deepEqual(await paramsOf(playground), { urls: "url_1,url_2:0.5,url_3,url_4" });
  assert.equal((await playground.text('.code [data-value="urls.3"]')).trim(), "0.5");
});

test("copied code is the file: without what stands beside it in Rust", async () => {
  const playground = await open("gather", "rust", { urls: "url_1:2.5" });
  assert.match(await playground.text(".code"), /urls: Vec<\(String, f64\)> = \[\("url_1", 2\.5\)\]\)/);
  const context = playground.page.browserContext();
  await context.overridePermissions(new URL(playground.page.url()).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  await playground.press("Copy");
  const copied = await playground.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /pub async fn main\(urls: Vec<\(String, f64\)>\) -> Result<\(\)> \{/);
});

test("each parameter of a listing that the Rust file takes has its value beside it there", async () => {
  const playground = await open("cancel-and-errors", "rust");
  const shown = async () => (await playground.text(".code")).replace(/\s+/g, " ");
  assert.match(await shown(), /worker_1: f64 = 1, worker_2: f64 = 2, worker_3: f64 = 3, cancel_after: f64 = 2, return_exceptions: bool = true,/);
  await playground.show("producer-consumer");
  await playground.says(".file", /producer_consumer\.rs/);
  assert.match(await shown(), /pub producers: usize = 2, pub consumers: usize = 2, pub items: usize = 5,/);
});

test("the code is accessible with its values, closed and open", async () => {
  const playground = await open("gather");
  assert.deepEqual(await violations(playground.page), []);
  await click(playground, "urls.3");
  assert.deepEqual(await violations(playground.page), []);
});
