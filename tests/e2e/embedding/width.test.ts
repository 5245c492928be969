// The room that the element takes in a page: a width of its own where the page leaves it open, never more than
// there is, and nothing above what the page puts over it.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

const TAG = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>';

async function widths(page: Page): Promise<number[]> {
  return page.evaluate(() => [...document.querySelectorAll("interleave-playground")].map((element) => {
    const shell = (element as InterleavePlayground).renderRoot.querySelector(".playground");
    return shell?.getBoundingClientRect().width ?? 0;
  }));
}

const PLACES: Record<string, string> = {
  "a table cell": `<table><tr><td>${TAG}</td><td>beside it</td></tr></table>`,
  "a row of flex": `<div style="display: flex"><p>beside it</p>${TAG}</div>`,
  "a column of flex that is not stretched": `<div style="display: flex; flex-direction: column; align-items: center">${TAG}</div>`,
  "a grid with a column auto": `<div style="display: grid; grid-template-columns: auto 1fr">${TAG}<p>beside it</p></div>`,
  "a grid whose items are not stretched": `<div style="display: grid; justify-items: start">${TAG}</div>`,
  "an inline block": `<div style="display: inline-block">${TAG}</div>`,
  "a float": `<div style="float: left">${TAG}</div>`,
  "what is positioned": `<div style="position: absolute">${TAG}</div>`,
  "a figure as wide as its content": `<figure style="width: fit-content">${TAG}</figure>`,
};

for (const [place, body] of Object.entries(PLACES)) {
  test(`the element has a width of its own in ${place}`, async () => {
    const page = await hosts.open(body);
    await Playground.of(page);
    const [width = 0] = await widths(page);
    assert.ok(width >= 288, `${width} px`);
  });
}

test("the element is never wider than its place, and fills it", async () => {
  const narrow = `<main style="width: 250px">${TAG}</main><main style="width: 900px">${TAG}</main>`;
  const page = await hosts.open(narrow);
  await Playground.of(page);
  const [one, other] = await page.$$("interleave-playground");
  await other?.evaluate((element) => element.run());
  assert.deepEqual(await widths(page), [250, 900]);
  assert.equal(await one?.evaluate((element) => element.scrollWidth <= 250), true);
});

test("a header of the page that stays is above the element, and the player ends below it", async () => {
  const header = '<header style="position: sticky; top: 0; z-index: 1; height: 64px; background: navy">A site</header>';
  const far = '<p style="height: 900px">More</p>';
  const head = "<style>body { margin: 0 } interleave-playground { --interleave-sticky-top: 64px }</style>";
  const page = await hosts.open(`${header}${TAG}${far}`, { head, width: 390, height: 740 });
  const playground = await Playground.of(page);
  // Something that floats over the picture would show best whether it stays below.
  await playground.handle.evaluate((element) => element.zooming.selectNext(1));
  await playground.painted();
  const covering = await page.evaluate(() => {
    const found = new Set<string>();
    for (let top = 0; top < 600; top += 20) {
      scrollTo(0, top);
      for (const x of [20, 200, 370]) found.add(document.elementFromPoint(x, 32)?.localName ?? "nothing");
    }
    return [...found];
  });
  assert.deepEqual(covering, ["header"]);
  const height = await playground.handle.evaluate((element) => element.renderRoot.querySelector(".player")?.clientHeight);
  assert.equal(height, 740 - 64);
});
