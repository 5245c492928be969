// A reader with nothing but keys, and one with nothing but a finger, do all that the page is for:
// choose a lesson, change a value, run, step, compare and export.

import assert from "node:assert/strict";
import test from "node:test";

import type { ElementHandle, Page } from "puppeteer-core";

import { withDownloads } from "./kit/downloads.ts";
import { pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";
import { until } from "./kit/until.ts";
import type { InterleavePlayground } from "../../www/element/playground.ts";

const site = useSite();

/** Presses Tab until something is focused that a selector fits, inside of the element or outside. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 160; presses += 1) {
    const isThere = await page.evaluate((selector) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.matches(selector) ?? false;
    }, selector);
    if (isThere) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${selector}`);
}

test("the keyboard alone does everything", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const { page } = playground;

  // Choose: the lesson that awaits in turn.
  await tabTo(page, '#course a[data-lesson="await-in-turn"]');
  await playground.key("Enter");
  await playground.says(".file", /await_in_turn\.rs/);
  assert.equal((await playground.ended()).seconds, 10);

  // Change the first page's seconds by the slider.
  await tabTo(page, ".urls input[type=range]");
  const before = await playground.text(".wall-time");
  await playground.key("ArrowRight");
  await playground.painted();
  const longer = await playground.ended();
  assert.ok(longer.seconds > 10, `${before}, then ${longer.seconds}`);

  // Step: to the start, and some steps on and back.
  await tabTo(page, ".stage");
  await playground.key("Home");
  const start = await playground.text(".when");
  await playground.key("ArrowRight");
  await playground.key("ArrowRight");
  assert.notEqual(await playground.text(".when"), start);
  await playground.key("ArrowLeft");
  await playground.key("ArrowLeft");
  assert.equal(await playground.text(".when"), start);

  // Run: play, and pause.
  await tabTo(page, "button.play");
  await playground.key("Enter");
  assert.equal(await playground.text("button.play"), "Pause");
  await playground.key("Enter");
  assert.equal(await playground.text("button.play"), "Play");

  // Compare with the first lesson in the list, which takes as long without the change.
  await tabTo(page, ".compare select");
  await playground.key("ArrowDown");
  await playground.key("ArrowDown");
  await playground.says(".difference", /longer/);

  // Export: the first of the menu is a picture as SVG.
  await tabTo(page, "button.export");
  await withDownloads(page, async (download) => {
    const { text } = await download(async () => {
      await playground.key("Enter");
      await playground.says(".menu", /SVG/);
      await playground.key("Enter");
    });
    assert.match(text, /^<svg /);
  });
});

test("a finger does everything on a phone", async () => {
  const page = await site.open({ path: pathOf("gather"), width: 390, height: 844 });
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  const playground = await Playground.of(page);
  const tap = async (part: ElementHandle) => {
    await part.evaluate((part) => part.scrollIntoView({ block: "center" }));
    await part.tap();
    await playground.painted();
  };
  // A list of choices opens outside of the page, in the system's own way.
  const choose = async (part: ElementHandle, value: string) => {
    await tap(part);
    await part.select(value);
    await playground.painted();
  };

  const tapIn = async (selector: string) => {
    const part = await page.$(selector);
    assert.ok(part, selector);
    await tap(part);
  };
  await tapIn("#lessons");
  await tapIn('#course a[data-lesson="workers-as-tasks"]');
  await playground.says(".file", /workers_as_tasks\.rs/);
  assert.equal((await playground.ended()).seconds, 2);

  // A longer sleep, by the slider.
  const values = await page.$('interleave-playground >>> [role="tab"]:last-child');
  assert.ok(values);
  await tap(values);
  const slider = await playground.part(".parameters input[type=range]");
  await slider.evaluate((slider) => slider.scrollIntoView({ block: "center" }));
  const track = await slider.boundingBox();
  assert.ok(track);
  await page.touchscreen.tap(track.x + track.width * 0.6, track.y + track.height / 2);
  await playground.painted();
  const longer = await playground.ended();
  assert.ok(longer.seconds > 2, `${longer.seconds} s`);

  const button = (name: string) => page.$(`interleave-playground >>> button[aria-label="${name}"]`);
  const press = async (name: string) => {
    const found = await button(name);
    assert.ok(found, name);
    await tap(found);
  };
  await press("To the start");
  const start = await playground.text(".when");
  await press("Next step");
  assert.notEqual(await playground.text(".when"), start);
  await press("Back");
  assert.equal(await playground.text(".when"), start);

  const play = await playground.part("button.play");
  await tap(play);
  assert.equal(await playground.text("button.play"), "Pause");
  await tap(play);
  assert.equal(await playground.text("button.play"), "Play");

  await choose(await playground.part(".compare select"), "workers-in-turn");
  await playground.says(".difference", /instead of/);
  await withDownloads(page, async (download) => {
    const { text } = await download(async () => {
      await press("Export");
      await playground.says(".menu", /SVG/);
      await tap(await playground.part(".menu button"));
    });
    assert.match(text, /^<svg /);
  });
});

/** Opens a lesson whose hands do not come before they are let go; returns where the end of a sleep is, too. */
async function withoutHands(view: View): Promise<{ playground: Playground; grip: { x: number; y: number }; asked: string[]; let: () => void }> {
  const page = await site.open({ ...view, path: "about:blank" });
  const asked: string[] = [];
  let letGo = () => {};
  const isLet = new Promise<void>((resolve) => (letGo = resolve));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isHand = /hands_bg|canvas_pointer/.test(request.url());
    if (isHand) asked.push(request.url());
    void (isHand ? isLet : Promise.resolve()).then(() => request.continue());
  });
  await page.goto(new URL(pathOf("workers-as-tasks"), site.origins.page).href);
  const playground = await Playground.of(page);
  await playground.ended();
  await playground.painted();
  const grip = await playground.handle.evaluate((element) => {
    const canvas = element.renderRoot.querySelector("canvas");
    canvas?.scrollIntoView({ block: "center" });
    const { left, top, width, height } = canvas?.getBoundingClientRect() ?? new DOMRect();
    for (let y = 40; y < height; y += 4) {
      for (let x = width; x > 0; x -= 2) if (element.player?.playground.hasHandle(x, y, 4)) return { x: left + x - 2, y: top + y + 4 };
    }
    throw new Error("no end can be dragged");
  });
  return { playground, grip, asked, let: letGo };
}

const changed = (playground: Playground) => playground.handle.evaluate((element) => Object.keys(element.params));

for (const isPhone of [false, true]) {
  test(`${isPhone ? "a finger" : "a mouse"} that is quicker than what it asks for drags an end all the same`, async () => {
    const hands = await withoutHands(isPhone ? { width: 390, height: 844, isPhone } : {});
    const { playground, grip } = hands;
    const { mouse, touchscreen } = playground.page;
    if (isPhone) {
      await touchscreen.touchStart(grip.x, grip.y);
      for (const by of [15, 30]) await touchscreen.touchMove(grip.x - by, grip.y);
      await touchscreen.touchEnd();
    } else {
      await mouse.move(grip.x, grip.y);
      await mouse.down();
      await mouse.move(grip.x - 30, grip.y, { steps: 3 });
      await mouse.up();
    }
    assert.deepEqual(await changed(playground), [], "it was done without what does it");
    hands.let();
    await until(playground.page, (element: InterleavePlayground) => Object.keys(element.params).length === 1, playground.handle);
    assert.equal(await playground.page.evaluate(() => window.scrollX), 0);
  });
}

test("a key that is quicker than what it asks for is done all the same, and nothing is asked for before", async () => {
  const hands = await withoutHands({});
  const { playground } = hands;
  assert.deepEqual(hands.asked, []);
  await (await playground.part(".stage")).focus();
  await playground.page.keyboard.press("w");
  const isZoomed = () => playground.handle.evaluate((element) => element.player?.playground.isZoomed ?? false);
  assert.equal(await isZoomed(), false);
  hands.let();
  await until(playground.page, (element: InterleavePlayground) => element.player?.playground.isZoomed, playground.handle);
});

test("a key that is quicker than what stands around the picture is done once that is there", async () => {
  const page = await site.open({ path: "about:blank" });
  let letGo = () => {};
  const isLet = new Promise<void>((resolve) => (letGo = resolve));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    void (/\baround\b|around_bg/.test(request.url()) ? isLet : Promise.resolve()).then(() => request.continue());
  });
  await page.goto(new URL(pathOf("gather"), site.origins.page).href);
  const element = (await page.waitForSelector("interleave-playground")) as ElementHandle<InterleavePlayground>;
  await until(page, ({ hasRun, renderRoot }: InterleavePlayground) => hasRun && renderRoot.querySelector("canvas")?.height, element);
  await element.evaluate(({ renderRoot }) => renderRoot.querySelector<HTMLElement>(".stage")?.focus());
  const state = () => element.evaluate(({ position, renderRoot }) => [position?.atEnd, renderRoot.querySelector(".said")?.textContent]);
  const before = await state();
  await page.keyboard.press(before[0] ? "Home" : "End");
  assert.deepEqual(await state(), before);
  assert.equal(before[1], null);
  letGo();
  await until(page, ({ position, renderRoot }: InterleavePlayground, wasAtEnd: unknown) => position?.atEnd === !wasAtEnd && renderRoot.querySelector(".said")?.textContent, element, before[0]);
});
