// The views of the element: what each of them has.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

const VIEWS: Record<string, string[]> = {
  full: ["timeline", "sentence", "controls", "code", "values", "loop", "console", "legend", "zoom", "figures", "transcript"],
  article: ["timeline", "sentence", "controls", "code", "legend"],
  compact: ["timeline", "sentence", "controls", "values", "legend", "zoom"],
  timeline: ["timeline", "sentence", "controls", "legend", "zoom"],
};

/** Where what is named can be found in the element. */
const PLACES: Record<string, string> = { zoom: ".controls" };

for (const width of [1280, 390]) {
  test(`each view has its parts, and none is cut: ${width} px`, async () => {
    const page = await hosts.open('<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>', { width });
    const playground = await Playground.of(page);
    for (const theme of ["light", "dark"]) {
      for (const [view, parts] of Object.entries(VIEWS)) {
        await playground.set({ view, theme });
        await playground.settled();
        const found = await playground.handle.evaluate((element, all, places) => {
          const isThere = (part: string) => element.renderRoot.querySelector(places[part] ?? `[part=${part}]`) !== null;
          const wide = element.renderRoot.querySelector(".playground")?.scrollWidth ?? 0;
          return { parts: all.filter(isThere), isWide: wide > element.clientWidth };
        }, VIEWS["full"] ?? [], PLACES);
        assert.deepEqual(found, { parts, isWide: false }, view);
        await site.screenshot(page, `embedding-${view}-${theme}-${width}`);
      }
    }
    await playground.set({ view: "none" });
    await playground.painted();
    assert.equal((await playground.texts(".view-full .notice, .view-full [part=loop]")).length, 1);
  });
}
