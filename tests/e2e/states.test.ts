// What a reader comes to by doing something fits the screen, too, and breaks no rule of accessibility.
// A picture of each state is kept for people to judge.

import assert from "node:assert/strict";
import test from "node:test";

import type { Params, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";
import { isFull } from "./kit/scope.ts";
import { assertSound, open } from "./kit/shown.ts";

const site = useSite();

/** States that are reached by doing something. */
const states: Record<string, [Params, (playground: Playground) => Promise<void>]> = {
  "the listing in Python": [
    {},
    async (playground) => {
      // Set, not pressed: pressing scrolls, and what is then half under the timeline is too small.
      await playground.set({ code: "python" });
      await playground.says(".file", /\.py$/);
      await playground.painted();
    },
  ],
  "two lessons compared": [
    {},
    async (playground) => {
      await playground.set({ compare: "await-in-turn" });
      await playground.says(".difference", /shorter/);
      await playground.seek(2);
    },
  ],
  "the statistics": [
    {},
    async (playground) => {
      await playground.show("producer-consumer");
      await playground.painted();
      await (await playground.part("summary")).click();
      await playground.says(".figures", /on average/);
      await playground.press("Show on the timeline");
      // On a phone the timeline stays above what is scrolled to: the path stands at the other end.
      const path = await playground.part(".path");
      await path.evaluate((path) => path.scrollIntoView({ block: "end" }));
      await playground.painted();
    },
  ],
  "a pool of threads": [
    {},
    async (playground) => {
      await playground.show("threads");
      await playground.painted();
      await playground.seek(1);
    },
  ],
  "a wrong value": [{}, (playground) => playground.fill("urls", "url_1,url_two")],
  "a wrong address": [{ colour: "red" }, async () => {}],
  "the embed dialog": [
    {},
    async (playground) => {
      // On a phone it is among the rest.
      const more = await playground.page.$("#menu");
      if (await more?.isVisible()) await playground.press("More");
      await playground.press("Embed");
      await playground.page.waitForSelector("dialog[open]");
    },
  ],
  "the facts of a span": [
    {},
    async (playground) => {
      const box = await (await playground.part("canvas")).boundingBox();
      assert.ok(box);
      await playground.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await playground.painted();
    },
  ],
  "a live run": [
    {},
    async (playground) => {
      await playground.set({ clock: "live" });
      await playground.start();
      await playground.says(".time", /^0\.[3-9]/);
    },
  ],
  "a closer look": [
    {},
    async (playground) => {
      await playground.press("Zoom in");
      await playground.press("Zoom in");
    },
  ],
  "ten thousand tasks": [
    {},
    async (playground) => {
      await playground.show("ten-thousand");
      await playground.painted();
      await playground.seek(3);
    },
  ],
  "the list of keys": [
    {},
    async (playground) => {
      await (await playground.part(".stage")).focus();
      await playground.key("?");
    },
  ],
  "the transcript": [
    {},
    async (playground) => {
      await playground.show("workers-as-tasks");
      await playground.painted();
      await playground.seek(1);
      const summary = await playground.part(".transcript-card summary");
      await summary.click();
      await playground.says(".transcript", /./);
      await playground.painted();
      await summary.evaluate((summary) => summary.scrollIntoView({ block: "center" }));
    },
  ],
  "the menu of exports": [
    {},
    async (playground) => {
      await playground.press("Export");
      await playground.says(".menu", /SVG/);
    },
  ],
  "a wrong file": [
    {},
    (playground) =>
      playground.handle.evaluate((element) =>
        element.extras.open(new File(["{}"], "holiday.json")).catch(({ message }) => element.extras.note(message)),
      ),
  ],
  "a hundred tasks": [
    { urls: Array.from({ length: 100 }, (_, index) => `url_${(index % 10) + 1}`).join(",") },
    (playground) => playground.seek(5),
  ],
};

const SCREENS = [
  ["desktop", "dark"],
  ["phone", "light"],
] as const;

for (const [number, [state, [params, reach]]] of Object.entries(states).entries()) {
  // Each on one of the two; on both when everything is asked for.
  for (const [screen, theme] of SCREENS.filter((_, other) => isFull || other === number % 2)) {
    test(`${state} looks right: ${screen}, ${theme}`, async () => {
      const playground = await open(site, { lesson: "gather", params, screen, theme, lang: "en" });
      await reach(playground);
      await site.screenshot(playground.page, `${state.replaceAll(" ", "-")}-${screen}-${theme}`);
      await assertSound(playground, screen);
    });
  }
}
