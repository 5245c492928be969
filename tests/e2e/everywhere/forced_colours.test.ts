// Where a system insists on colours of its own, states are told apart by lines and patterns, and what is
// chosen looks so.

import assert from "node:assert/strict";
import test from "node:test";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

const site = useSite();

async function open(path: string): Promise<Playground> {
  const playground = await Playground.of(await site.open({ isForced: true, path }));
  assert.equal(await playground.page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
  await until(playground.page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/forced-")));
  await playground.settled();
  return playground;
}

test("what is chosen has the system's colour for it", async () => {
  const playground = await open(pathOf("queue-join"));
  const onward = await playground.page.$eval(".onward", (link) => {
    const { backgroundColor, color } = getComputedStyle(link);
    return `${backgroundColor} ${color}`;
  });
  // Before its end the way on is the next step.
  await playground.handle.evaluate((element) => element.toStart());
  await playground.painted();
  const colours = await playground.handle.evaluate((element) => {
    const probe = document.createElement("p");
    probe.style.cssText = "forced-color-adjust: none; background: Highlight; color: HighlightText";
    document.body.append(probe);
    const of = (part: Element | null) => {
      const { backgroundColor, color } = getComputedStyle(part as Element);
      return `${backgroundColor} ${color}`;
    };
    const inside = (selector: string) => of(element.renderRoot.querySelector(selector));
    return {
      chosen: of(probe),
      language: inside('.code-card [aria-pressed="true"]'),
      other: inside('.code-card [aria-pressed="false"]'),
      clock: inside('.controls [aria-pressed="true"]'),
      next: inside(".next"),
      lesson: of(document.querySelector("#course [aria-current]")),
    };
  });
  for (const part of ["language", "clock", "next", "lesson"] as const) assert.equal(colours[part], colours.chosen, part);
  assert.equal(onward, colours.chosen);
  assert.notEqual(colours.other, colours.chosen);
});

test("each state in the picture is told from the ground by a line, and its swatch is as its bars", async () => {
  const playground = await open(pathOf("queue-join"));
  const { bars, swatches } = await playground.handle.evaluate((element: InterleavePlayground) => {
    const canvas = element.renderRoot.querySelector("canvas") as HTMLCanvasElement;
    const cx = canvas.getContext("2d") as CanvasRenderingContext2D;
    const { data, width, height } = cx.getImageData(0, 0, canvas.width, canvas.height);
    const at = (x: number, y: number) => data.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join();
    // Down through the middle of the first second: how often the colour changes.
    const column = Math.round(width * 0.45);
    let changes = 0;
    for (let y = 1; y < height; y += 1) changes += Number(at(column, y) !== at(column, y - 1));
    const swatches = [...element.renderRoot.querySelectorAll(".legend i")].map((part) => {
      const { backgroundImage, backgroundColor, borderTopWidth, height } = getComputedStyle(part);
      return { name: part.className, look: `${backgroundImage} ${backgroundColor} ${height}`, borderTopWidth };
    });
    return { bars: changes, swatches };
  });
  assert.ok(bars >= 12, `the colour changes ${bars} times`);
  assert.ok(swatches.length >= 4);
  assert.ok(swatches.every(({ borderTopWidth }) => borderTopWidth === "1px"));
  assert.equal(new Set(swatches.map(({ look }) => look)).size, swatches.length, JSON.stringify(swatches));
});
