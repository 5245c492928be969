// The colours of the page around the element: its scheme, also when that changes, and what an author says by
// custom properties, in styles and in the picture.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";
import { until } from "../kit/until.ts";

const site = useSite();
const hosts = new Hosts(site);

const TAG = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>';

/** Waits until the element is shown in these colours, picture and all. */
async function isShown(page: Page, theme: "light" | "dark"): Promise<void> {
  site.allow(page, /willReadFrequently/);
  const isSo = (theme: string) => {
    const element = document.querySelector("interleave-playground") as InterleavePlayground;
    const canvas = element.renderRoot.querySelector("canvas");
    const shell = element.renderRoot.querySelector(".shell") as Element;
    const [red = 0] = canvas?.getContext("2d")?.getImageData(2, 2, 1, 1).data ?? [];
    const isDark = theme === "dark";
    return getComputedStyle(shell).colorScheme === theme && (isDark ? red < 60 : red > 200);
  };
  await until(page, isSo, theme);
}

for (const system of ["light", "dark"] as const) {
  const other = system === "light" ? "dark" : "light";
  test(`on a ${system} system the page's scheme is followed, and its changes`, async () => {
    const head = `<style>.dark { color-scheme: dark } .light { color-scheme: light } .both { color-scheme: light dark }
      .only { color-scheme: only ${other} }</style>`;
    const page = await hosts.open(`<main>${TAG}</main>`, { head, theme: system });
    await Playground.of(page);
    await isShown(page, system);
    const changes: [string, string, "light" | "dark"][] = [
      ["html", other, other], ["html", "", system], ["main", other, other], ["main", "both", system],
      ["main", "only", other], ["html", system, other], ["main", "", system],
    ];
    for (const [place, name, theme] of changes) {
      await page.$eval(place, (element, name) => (element.className = name), name);
      await isShown(page, theme);
    }
    await page.$eval("interleave-playground", (element, other) => element.setAttribute("theme", other), other);
    await isShown(page, other);
  });
}

test("a page that names its scheme in a meta element is followed", async () => {
  const page = await hosts.open(TAG, { head: '<meta name="color-scheme" content="dark">' });
  await Playground.of(page);
  await isShown(page, "dark");
});

/** Returns how many pixels of the picture have a colour. */
async function pixelsOf(page: Page, colour: [number, number, number]): Promise<number> {
  site.allow(page, /willReadFrequently/);
  return page.evaluate((colour) => {
    const element = document.querySelector("interleave-playground") as InterleavePlayground;
    const canvas = element.renderRoot.querySelector("canvas") as HTMLCanvasElement;
    const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (colour.every((value, index) => Math.abs((data[at + index] ?? 0) - value) < 3)) count += 1;
    return count;
  }, colour);
}

test("accent, fonts and corners are an author's, in the picture too, also when they change", async () => {
  const head = `<style>.own { --interleave-accent: rgb(200, 0, 100); --interleave-font: monospace; --interleave-mono: serif;
    --interleave-radius: 0px }</style>`;
  const page = await hosts.open(TAG, { head });
  const playground = await Playground.of(page);
  const box = await (await playground.part("canvas")).boundingBox();
  // A sleep in the middle of the picture.
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 100);
  await playground.settled();
  const picture = () => playground.handle.evaluate((element) => element.renderRoot.querySelector("canvas")?.toDataURL());
  const before = await picture();
  assert.equal(await pixelsOf(page, [200, 0, 100]), 0);
  await page.evaluate(() => document.body.classList.add("own"));
  await until(page, (element: InterleavePlayground) => element.dress.accent === "rgb(200, 0, 100)", playground.handle);
  await playground.settled();
  assert.ok((await pixelsOf(page, [200, 0, 100])) > 20, "what is pointed at has the accent");
  assert.notEqual(await picture(), before);
  const styles = await playground.handle.evaluate((element) => {
    const style = (selector: string) => getComputedStyle(element.renderRoot.querySelector(selector) as Element);
    return [style(".said").fontFamily, style(".said").fontSize, style(".code").fontFamily, style(".code-card").borderRadius, style(".bar .next").backgroundColor];
  });
  assert.deepEqual(styles, ["monospace, sans-serif", "17px", "serif", "0px", "rgb(200, 0, 100)"]);
  await page.evaluate(() => document.body.classList.remove("own"));
  await until(page, (element: InterleavePlayground) => element.dress.accent === "", playground.handle);
  await playground.settled();
  assert.equal(await picture(), before);
});

test("parts are named, and can be styled", async () => {
  const parts = ["code", "timeline", "sentence", "controls", "values", "loop", "console", "legend", "tools", "figures", "transcript"];
  const head = `<style>${parts.map((part, index) => `interleave-playground::part(${part}) { outline: ${index + 1}px solid red }`).join(" ")}</style>`;
  const page = await hosts.open(TAG, { head });
  const playground = await Playground.of(page);
  for (const part of parts) await playground.part(`[part=${part}]`);
  const outlines = await playground.handle.evaluate((element, parts) =>
    parts.map((part) => getComputedStyle(element.renderRoot.querySelector(`[part=${part}]`) as Element).outlineWidth), parts);
  assert.deepEqual(outlines, parts.map((_, index) => `${index + 1}px`));
});
