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
