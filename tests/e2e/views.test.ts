// The smaller views fit the screen and break no rule of accessibility, and so does a narrow phone.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "./kit/harness.ts";
import { assertSound, open, screens } from "./kit/shown.ts";

const site = useSite();

for (const view of ["compact", "timeline"]) {
  for (const screen of ["desktop", "phone"] as const) {
    test(`the view ${view} looks right: ${screen}`, async () => {
      const playground = await open(site, { lesson: "gather", screen, theme: "light", lang: "en" });
      await playground.set({ view });
      await playground.painted();
      await site.screenshot(playground.page, `view-${view}-${screen}`);
      await assertSound(playground, screen);
    });
  }
}

test("a narrow phone still shows everything", async () => {
  const shown = { lesson: "producer-consumer", theme: "light", lang: "en" } as const;
  const playground = await open(site, { ...shown, screen: "phone" });
  await playground.page.setViewport({ ...screens.phone, width: 320, height: 640 });
  await playground.painted();
  await site.screenshot(playground.page, "producer-consumer-narrow");
  const width = await playground.page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  assert.ok(width <= 320, `the page is ${width} px wide`);
});

for (const clock of ["simulated", "live"] as const) {
  test(`no control stands alone in a row, and none is cut off: ${clock}`, async () => {
    const playground = await open(site, { lesson: "cancel-and-errors", screen: "desktop", theme: "light", lang: "en" });
    await playground.set({ clock });
    for (const width of [320, 360, 390, 430, 500, 600, 680, 720, 768, 844, 900, 1024, 1100, 1280, 1440]) {
      await playground.page.setViewport({ width, height: 844 });
      // What a narrow place looks like is loaded where there is one.
      await playground.handle.evaluate((element) => element.narrowness.meet());
      await playground.painted();
      const bars = await playground.handle.evaluate(({ renderRoot }) =>
        [".bar", ".controls"].map((name) => {
          const bar = renderRoot.querySelector(name);
          const controls = [...(bar?.querySelectorAll<HTMLElement>("button, select, .time") ?? [])];
          const boxes = controls.filter((control) => control.checkVisibility()).map((control) => control.getBoundingClientRect());
          const { right = 0 } = bar?.getBoundingClientRect() ?? {};
          return { name, right, boxes: boxes.map(({ top, bottom, right }) => ({ middle: (top + bottom) / 2, right })) };
        }),
      );
      for (const { name, right, boxes } of bars) {
        assert.ok(boxes.length > 2, name);
        for (const box of boxes) {
          assert.ok(box.right <= right + 0.5, `${name} is cut off at ${width} px`);
          const beside = boxes.filter(({ middle }) => Math.abs(middle - box.middle) < 14);
          assert.ok(beside.length > 1, `a control of ${name} stands alone at ${width} px`);
        }
      }
    }
  });
}
