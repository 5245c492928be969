// How large the texts of the element are: as large as the reader has them, whatever the page's root says. Pages that
// count in tens make their root small (`html { font-size: 62.5% }`), as mdBook does.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

const TAG = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>';

/** What an element looks like in a page: its height and its picture's, and the sizes of its texts, with how many have them. */
async function look(root: string, width: number, textPx = 16): Promise<Record<string, unknown>> {
  const head = `<style>html { font-size: ${root} } body { margin: 0 }</style>`;
  const page = await hosts.open(TAG, { head, width, height: 900, textPx });
  const playground = await Playground.of(page);
  await playground.painted();
  return playground.handle.evaluate((element) => {
    const sizes: Record<string, number> = {};
    for (const part of element.renderRoot.querySelectorAll(".shell *")) {
      const { fontSize } = getComputedStyle(part);
      sizes[fontSize] = (sizes[fontSize] ?? 0) + 1;
    }
    const [isNarrow, canvas] = [element.narrowness.isNarrow, element.renderRoot.querySelector("canvas")];
    return { sizes, isNarrow, height: element.offsetHeight, picture: canvas?.clientHeight };
  });
}

for (const width of [1280, 800, 390]) {
  test(`a page's root makes nothing of it smaller or larger: ${width} px`, async () => {
    const usual = await look("100%", width);
    assert.deepEqual(await look("62.5%", width), usual);
    assert.deepEqual(await look("200%", width), usual);
  });
}

test("who has texts twice as large has them in a page with a small root, too", async () => {
  const [usual, small, large] = [await look("62.5%", 1900), await look("62.5%", 1900, 32), await look("100%", 1900, 32)];
  assert.deepEqual(small, large);
  assert.ok("32px" in (small["sizes"] as object) && !("16px" in (small["sizes"] as object)), JSON.stringify(small));
  assert.equal(small["picture"], 2 * Number(usual["picture"]));
});
