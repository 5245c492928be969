// The page fits the screen, on a desk and in a hand, light and dark, and breaks no rule of
// accessibility. A picture of each state is kept for people to judge.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "./harness.ts";
import { assertSound, open, screens } from "./shown.ts";

const site = useSite();

/** Lessons, and the moment at which each is looked at; the end, if none. */
const lessons: [string, number?][] = [
  ["gather"],
  ["workers-as-tasks", 1],
  ["blocking"],
  ["producer-consumer"],
  ["movies-gather"],
  ["cancel-and-errors"],
];

for (const screen of ["desktop", "phone"] as const) {
  for (const theme of ["light", "dark"] as const) {
    for (const [lesson, seconds] of lessons) {
      for (const lang of lesson === "workers-as-tasks" ? ["en", "zh-Hans"] : ["en"]) {
        const name = `${lesson}-${screen}-${theme}-${lang}`;
        test(`${lesson} looks right: ${screen}, ${theme}, ${lang}`, async () => {
          const playground = await open(site, { lesson, screen, theme, lang });
          if (seconds !== undefined) await playground.seek(seconds);
          await playground.painted();
          await site.screenshot(playground.page, name);
          await assertSound(playground, screen);
        });
      }
    }
  }
}

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
