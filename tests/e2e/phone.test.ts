// The player on a phone: everything of a step is in one screen, upright and on its side, and fingers that
// scroll do nothing else.

import assert from "node:assert/strict";
import test from "node:test";

import { violations } from "./kit/accessible.ts";
import { pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

const screens = { upright: { width: 390, height: 844 }, "on its side": { width: 844, height: 390 } };

async function open(view: View): Promise<Playground> {
  return Playground.of(await site.open({ isPhone: true, ...view }));
}

type Box = Record<"top" | "bottom" | "left" | "right" | "height", number>;

async function boxOf(playground: Playground, selector: string): Promise<Box> {
  const part = await playground.part(selector);
  return part.evaluate((part) => {
    const { top, bottom, left, right, height } = part.getBoundingClientRect();
    return { top, bottom, left, right, height };
  });
}

/** Moves one finger from a place to another, in steps. */
async function swipe(playground: Playground, from: [number, number], to: [number, number]): Promise<void> {
  const { touchscreen } = playground.page;
  await touchscreen.touchStart(...from);
  for (let step = 1; step <= 8; step += 1) {
    const at = (index: 0 | 1) => from[index] + ((to[index] - from[index]) * step) / 8;
    await touchscreen.touchMove(at(0), at(1));
  }
  await touchscreen.touchEnd();
  await playground.painted();
}

const secondsOf = (playground: Playground) => playground.handle.evaluate(({ position }) => position?.seconds ?? NaN);
const stepOf = (playground: Playground) => playground.handle.evaluate(({ position }) => position?.step ?? NaN);

for (const [name, screen] of Object.entries(screens)) {
  for (const path of ["/", "/#v=1&lesson=cancel-and-errors&code=python&step=4"]) {
    test(`picture, sentence, bar and tabs are in one screen, ${name}: ${path}`, async () => {
      const playground = await open({ ...screen, path });
      for (const part of [".stage", ".said", ".bar .back", ".bar .next", ".bar .play", ".bar .second", ".tabs", ".code-card"]) {
        const { top, bottom, left, right, height } = await boxOf(playground, part);
        assert.ok(height > 0, `${part} is not shown`);
        assert.ok(top >= 0 && bottom <= screen.height + 0.5, `${part} is from ${top} to ${bottom}`);
        assert.ok(left >= 0 && right <= screen.width + 0.5, `${part} is from ${left} to ${right}`);
      }
      const code = await boxOf(playground, ".code-card");
      assert.ok(code.height > 120, `${code.height} px of code`);
      const width = await playground.page.evaluate(() => document.scrollingElement?.scrollWidth);
      assert.equal(width, screen.width);
      await site.screenshot(playground.page, `phone.${name}.${path === "/" ? "first" : "lesson"}`);
    });
  }

  test(`four tabs share one place, ${name}`, async () => {
    const playground = await open({ ...screen });
    const cards = { Code: ".code-card", Loop: ".loop-card", Printed: ".console-card", Values: ".parameters-card" };
    for (const [tab, shown] of Object.entries(cards)) {
      await playground.page.locator(`::-p-aria([name="${tab}"][role="tab"])`).click();
      await playground.painted();
      for (const card of Object.values(cards)) {
        const { height } = await boxOf(playground, card);
        assert.equal(height > 0, card === shown, `${card} with ${tab}`);
      }
      assert.deepEqual(await violations(playground.page), []);
    }
    await playground.key("ArrowLeft");
    assert.ok((await boxOf(playground, ".console-card")).height > 0, "the arrow keys move");
  });

  test(`the bar stays where it is from stop to stop, ${name}`, async () => {
    const playground = await open({ ...screen, path: "/#v=1&lesson=producer-consumer&code=python&step=1" });
    const before = await boxOf(playground, ".bar");
    const steps = await playground.handle.evaluate(({ position }) => position?.steps ?? 0);
    for (let step = 1; step < Math.min(steps, 40); step += 1) {
      await playground.handle.evaluate((element) => element.stepForward());
      await playground.painted();
      const { top } = await boxOf(playground, ".bar");
      assert.equal(top, before.top, `at step ${step + 1}`);
    }
  });
}

test("a finger that scrolls the page moves no playhead", async () => {
  const playground = await open({ ...screens.upright, path: pathOf("workers-as-tasks") });
  const before = await secondsOf(playground);
  const { top, left, right, height } = await boxOf(playground, "canvas");
  for (const share of [0.3, 0.5, 0.7]) {
    const x = left + (right - left) * share;
    await swipe(playground, [x, top + height * 0.8], [x + 12, top - 60]);
    await playground.page.evaluate(() => scrollTo(0, 0));
    await swipe(playground, [x, top + 12], [x - 10, top + 160]);
    await playground.page.evaluate(() => scrollTo(0, 0));
  }
  assert.equal(await secondsOf(playground), before);
});

test("a tap moves the playhead, and so does a drag along the axis", async () => {
  const playground = await open({ ...screens.upright, path: pathOf("workers-as-tasks") });
  const { top, left, right, height } = await boxOf(playground, "canvas");
  const x = (share: number) => left + (right - left) * share;
  await playground.page.touchscreen.tap(x(0.5), top + height * 0.55);
  await playground.painted();
  const tapped = await secondsOf(playground);
  assert.ok(tapped > 0 && tapped < 2, `the tap led to ${tapped} s`);
  await swipe(playground, [x(0.35), top + 14], [x(0.75), top + 18]);
  const dragged = await secondsOf(playground);
  assert.ok(dragged > tapped, `the drag led to ${dragged} s`);
});

test("two fingers zoom, and do nothing else", async () => {
  const playground = await open({ ...screens.upright, path: pathOf("workers-as-tasks") });
  await playground.handle.evaluate((element) => element.seek(1));
  await playground.painted();
  const before = await stepOf(playground);
  const { top, left } = await boxOf(playground, "canvas");
  const session = await playground.page.createCDPSession();
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number | null) => {
    const points = apart === null ? [] : [-1, 1].map((side, id) => ({ x: left + 200 + side * apart, y: top + 70, id }));
    return session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  };
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: left + 180, y: top + 70, id: 0 }] });
  await touch("touchStart", 20);
  for (const apart of [30, 45, 60, 80]) await touch("touchMove", apart);
  await touch("touchEnd", null);
  await playground.painted();
  assert.equal(await playground.handle.evaluate(({ player }) => player?.playground.isZoomed), true);
  assert.equal(await stepOf(playground), before);
  assert.equal(await playground.page.evaluate(() => visualViewport?.scale), 1, "the page was zoomed");
});

test("controls are as large as a finger", async () => {
  const playground = await open({ ...screens.upright });
  const small = await playground.handle.evaluate((element) => {
    const parts = [...element.renderRoot.querySelectorAll("button, select, input"), ...document.querySelectorAll("button, select, #course a")];
    return parts
      .filter((part) => part.checkVisibility())
      .map((part) => ({ name: part.getAttribute("aria-label") ?? part.textContent?.trim(), box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.height < 43.5)
      .map(({ name, box }) => `${name}: ${box.height}`);
  });
  assert.deepEqual(small, []);
});

test("the lit line is in view: when a lesson opens in its middle, and when the code is shown again", async () => {
  const playground = await open({ ...screens.upright, path: "/#v=1&lesson=cancel-and-errors&code=python&step=10" });
  const { page } = playground;
  await page.waitForSelector("#question .option");
  await playground.painted();
  const isSeen = async () => {
    const [lit, code] = [await boxOf(playground, ".code .lit"), await boxOf(playground, ".code-scroller")];
    return lit.height > 0 && lit.top >= code.top - 1 && lit.bottom <= code.bottom + 1;
  };
  assert.ok(await isSeen(), "after opening");
  await page.locator('::-p-aria([name="Loop"][role="tab"])').click();
  await playground.painted();
  await playground.handle.evaluate((element) => {
    element.toStart();
    element.stepForward();
  });
  await playground.painted();
  await page.locator('::-p-aria([name="Code"][role="tab"])').click();
  await playground.painted();
  assert.ok(await isSeen(), "after the tab was shown again");
});

test("on a small screen, with texts of twice the size, nothing is wider than the page", async () => {
  const state = { v: "1", code: "python" };
  const pages: Record<string, string>[] = [
    { lesson: "words" },
    { lesson: "words", lang: "zh-Hans" },
    { lesson: "cancel-and-errors" },
    { lesson: "gather", compare: "await-in-turn" },
    { lesson: "movies-gather", params: "colour=red&site=nowhere" },
  ];
  const page = await site.open({ width: 320, height: 640, textPx: 32 });
  await Playground.of(page);
  for (const shown of pages) {
    await page.goto("about:blank");
    await page.goto(new URL(`/#${new URLSearchParams({ ...state, ...shown })}`, site.origins.page).href);
    if (shown["lesson"] === "words") await page.waitForSelector("#words li");
    else await (await Playground.of(page)).settled();
    const width = await page.evaluate(() => document.scrollingElement?.scrollWidth);
    assert.equal(width, 320, JSON.stringify(shown));
  }
});
