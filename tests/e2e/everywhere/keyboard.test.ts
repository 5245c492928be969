// The page for readers who use no mouse, who have larger texts, and whose browser reads it to them.

import assert from "node:assert/strict";
import test from "node:test";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

const site = useSite();

/** Returns what has the focus, inside of the element if that has it. */
async function focused({ handle }: Playground): Promise<string | undefined> {
  return handle.evaluate((element) => {
    const inside = (element.renderRoot as ShadowRoot).activeElement ?? document.activeElement;
    return inside?.className;
  });
}

test("the timeline is reached in three presses, and moved by the next", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("queue-join") }));
  await playground.key("Tab");
  assert.equal(await focused(playground), "skip");
  await playground.key("Enter");
  assert.equal(await focused(playground), "stage");
  await playground.key("Home");
  await playground.key("ArrowRight");
  await playground.says(".when", /step 2 of/);
});

test("no two landmarks have one name", async () => {
  const playground = await Playground.of(await site.open());
  const names = await playground.handle.evaluate((element) => {
    const landmarks = "main, nav, header, footer, aside, section[aria-label], [role=region], [role=navigation]";
    const all = [document, element.renderRoot].flatMap((root) => [...root.querySelectorAll(landmarks)]);
    const outer = all.filter((part) => !["HEADER", "FOOTER"].includes(part.tagName) || part.parentElement === document.body);
    return outer.map((part) => `${part.localName} ${part.getAttribute("aria-label") ?? ""}`);
  });
  assert.ok(names.length > 8, names.join("; "));
  assert.deepEqual(names, [...new Set(names)]);
});

test("a key that would make a span longer which nothing decides says so to every reader", async () => {
  const playground = await Playground.of(await site.open());
  await (await playground.part(".stage")).focus();
  await playground.key("Home");
  await playground.key(".");
  await playground.key("]");
  const isSeen = () =>
    playground.handle.evaluate((element) => {
      const said = element.renderRoot.querySelector<HTMLElement>("div.facts p");
      return said !== null && said.offsetHeight > 10 && /Only the end of a sleep, or of work that blocks/.test(said.innerText);
    });
  // Why it is so is loaded when somebody asks.
  await until(playground.page, () => Boolean(document.querySelector("interleave-playground")?.renderRoot.querySelector("div.facts p")?.textContent?.trim()));
  assert.equal(await isSeen(), true);
  await playground.key("ArrowRight");
  assert.equal(await isSeen(), false);
});

test("what is said of a span follows it when the picture scrolls, and goes with a step or a fold", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("ten-thousand", { pages: "40" }) }));
  await (await playground.part(".stage")).focus();
  const top = () =>
    playground.handle.evaluate((element) => element.renderRoot.querySelector("div.facts")?.getBoundingClientRect().top ?? null);
  const choose = async () => {
    await playground.key(".");
    assert.notEqual(await top(), null, "a span is chosen");
  };
  for (const key of ["ArrowRight", "x", "w", "Home"] as const) {
    await choose();
    await playground.key(key);
    assert.equal(await top(), null, key);
  }
  await playground.key("0");
  await playground.key("x");
  for (let taller = 0; taller < 4; taller += 1) await playground.key("W");
  await choose();
  const before = await top();
  const moved = await playground.handle.evaluate(async (element) => {
    const scroller = element.renderRoot.querySelector(".scroller") as HTMLElement;
    const from = scroller.scrollTop;
    scroller.scrollTop += 30;
    return scroller.scrollTop - from;
  });
  await playground.painted();
  await playground.painted();
  assert.ok(moved > 0, "the picture scrolls");
  assert.ok(Math.abs((await top() ?? 0) - ((before ?? 0) - moved)) < 1.5, `${before} ${moved} ${await top()}`);
});

test("where a reader has texts of twice the size, those of the picture have it, too, and nothing is wider than the page", async () => {
  const open = async (textPx: number) => {
    const page = await site.open({ width: 1900, textPx, path: pathOf("queue-join") });
    const playground = await Playground.of(page);
    await playground.seek(1);
    await playground.settled();
    return playground.handle.evaluate((element: InterleavePlayground) => {
      const canvas = element.renderRoot.querySelector("canvas") as HTMLCanvasElement;
      const size = (part: Element | null) => parseFloat(part ? getComputedStyle(part).fontSize : "");
      return {
        height: canvas.clientHeight,
        sizes: [".when", ".code li", "button", "dt"].map((part) => size(element.renderRoot.querySelector(part))),
        wide: document.documentElement.scrollWidth <= innerWidth,
      };
    });
  };
  const [usual, large] = [await open(16), await open(32)];
  assert.deepEqual(large.sizes, usual.sizes.map((size) => 2 * size));
  assert.ok(Math.abs(large.height - 2 * usual.height) < 4, `${usual.height} to ${large.height}`);
  assert.equal(large.wide, true);
});
