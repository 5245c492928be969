// What looked otherwise in one browser looks alike in both: what scrolls in the dark, and the edges of cards.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";

const site = useSite();

/** Returns the brightest colour, from 0 to 255, in each column of a part of a page, or in each row. */
async function brightest({ page }: Playground, clip: { x: number; y: number; width: number; height: number }): Promise<number[]> {
  const scrolled = await page.evaluate(() => scrollY);
  const data = await page.screenshot({ encoding: "base64", clip: { ...clip, y: clip.y + scrolled } });
  const blank = await site.blank();
  return blank.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const cx = new OffscreenCanvas(image.width, image.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    cx.drawImage(image, 0, 0);
    const { data: pixels, width, height } = cx.getImageData(0, 0, image.width, image.height);
    return Array.from({ length: width }, (_, x) => {
      const column = Array.from({ length: height }, (_, y) => pixels[4 * (y * width + x)] ?? 0);
      return Math.max(...column);
    });
  }, data);
}

test("what scrolls in a dark page on a light system has no bright bar", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("queue-join") }));
  await playground.page.select("#theme", "dark");
  await playground.set({ code: "rust" });
  await playground.settled();
  const box = await (await playground.part(".code-scroller")).boundingBox();
  assert.ok(box);
  // Where a bar is, if there is one: behind all code.
  const bar = await brightest(playground, { x: box.x + box.width - 11, y: box.y + 200, width: 10, height: 100 });
  assert.ok(Math.max(...bar) < 200, bar.join());
});

test("the code card has its lower border along all its width", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("queue-join") }));
  await playground.set({ code: "rust" });
  await playground.settled();
  const box = await (await playground.part(".code-card")).boundingBox();
  assert.ok(box);
  const darkest = await playground.handle.evaluate((element) => {
    const card = element.renderRoot.querySelector(".code-card") as HTMLElement;
    const [outer, inner] = [card, card.querySelector(".code-scroller") as HTMLElement].map((part) => part.getBoundingClientRect());
    const { overflow, borderBottomWidth } = getComputedStyle(card);
    return { overflow, borderBottomWidth, below: (outer?.bottom ?? 0) - (inner?.bottom ?? 0) };
  });
  assert.equal(darkest.overflow, "hidden");
  assert.ok(Math.abs(darkest.below - parseFloat(darkest.borderBottomWidth)) < 0.5, JSON.stringify(darkest));
});

test("cards that are closed are as high as their heads, however high what stands beside them", async () => {
  const playground = await Playground.of(await site.open({ height: 900, path: pathOf("ten-thousand", { pages: "5" }) }));
  await playground.settled();
  const heights = await playground.handle.evaluate((element) => {
    // What stands beside is made as high as the longest program makes it.
    (element.renderRoot.querySelector(".side") as HTMLElement).style.minHeight = "2400px";
    return [".figures-card", ".transcript-card"].map((card) => element.renderRoot.querySelector(card)?.clientHeight ?? 0);
  });
  assert.ok(heights.every((height) => height > 30 && height < 60), heights.join());
});
