// Whatever the page around it says of its styles, the inside of the element looks the same: also where the
// page is written from right to left.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { Playground } from "../kit/element.ts";
import { Front, pageOf } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";

// The page's colour scheme would be followed: see `embedding/colours.test.ts`.
const TAG = '<interleave-playground lesson="workers-as-tasks" theme="light" autorun></interleave-playground>';

/** Pages that differ in their styles alone. */
const HOSTS: Record<string, string> = {
  plain: pageOf(TAG),
  inherited: pageOf(
    TAG,
    'lang="en"',
    `<style>body { letter-spacing: 3px; text-transform: uppercase; white-space: pre; text-indent: 2em;
      line-height: 3; word-spacing: 9px; font: small-caps italic 900 30px/3 serif; text-align: right;
      cursor: wait; color: red; list-style: square; quotes: none; tab-size: 1; hyphens: auto;
      border-collapse: separate; overflow-wrap: anywhere; word-break: break-all; text-shadow: 1px 1px red;
      font-feature-settings: "smcp"; writing-mode: horizontal-tb; accent-color: red; color-scheme: dark }</style>`,
  ),
  unset: pageOf(TAG, 'lang="en"', "<style>* { all: unset } head, head * { display: none }</style>"),
  important: pageOf(
    TAG,
    'lang="en"',
    `<style>interleave-playground { letter-spacing: 5px !important; text-transform: uppercase !important;
      white-space: nowrap !important; color: red !important; font: 30px serif !important;
      text-align: center !important; --ink: red !important; --card: red !important; --ground: red !important;
      --mono: serif !important; --interleave: 1 }
      interleave-playground::part(controls) { color: inherit }</style>`,
  ),
  "right to left": pageOf(TAG, 'lang="ar" dir="rtl"', "<style>html { direction: rtl } body { text-align: end }</style>"),
};

const site = useSite();
let front: Front | undefined;
after(() => front?.stop());

async function show(host: string): Promise<Page> {
  const pages = Object.entries(HOSTS).map(([name, html]) => [`/${name.replaceAll(" ", "-")}.html`, html]);
  front ??= await Front.open(site.origins.page, { pages: Object.fromEntries(pages) });
  const page = await site.open({ path: `${front.origin}/${host.replaceAll(" ", "-")}.html` });
  const playground = await Playground.of(page);
  await playground.set({ lang: "en" });
  await playground.settled();
  return page;
}

/** Returns of each part of the element all that it could take over from around it. */
async function looks(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const element = document.querySelector("interleave-playground") as InterleavePlayground;
    const names = [
      "color", "color-scheme", "cursor", "direction", "font-family", "font-feature-settings", "font-size",
      "font-style", "font-variant", "font-weight", "hyphens", "letter-spacing", "line-height", "list-style-type",
      "overflow-wrap", "quotes", "tab-size", "text-align", "text-indent", "text-shadow", "text-transform",
      "unicode-bidi", "visibility", "white-space", "word-break", "word-spacing", "writing-mode", "accent-color",
      "background-color", "border-top-color",
    ];
    const found: Record<string, string> = {};
    [...element.renderRoot.querySelectorAll(".shell, .shell *")].forEach((part, number) => {
      const style = getComputedStyle(part);
      const name = `${number} ${part.localName}.${part.getAttribute("class") ?? ""}`;
      found[name] = names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    });
    return found;
  });
}

for (const host of ["inherited", "unset", "important", "right to left"]) {
  test(`nothing of a page's styles reaches in: ${host}`, async () => {
    const plain = await looks(await show("plain"));
    assert.ok(Object.keys(plain).length > 100, "the element is shown");
    assert.deepEqual(await looks(await show(host)), plain);
  });
}

test("in a page from right to left the picture is where it is in one from left to right", async () => {
  const picture = async (host: string) => {
    const page = await show(host);
    return page.evaluate(() => {
      const element = document.querySelector("interleave-playground") as InterleavePlayground;
      const canvas = element.renderRoot.querySelector("canvas");
      const root = element.getBoundingClientRect();
      const places = [...element.renderRoot.querySelectorAll(".code li code, .stage, canvas, .console .text")];
      const boxes = places.map((place) => Math.round(place.getBoundingClientRect().left - root.left));
      return { pixels: canvas?.toDataURL(), boxes };
    });
  };
  assert.deepEqual(await picture("right to left"), await picture("plain"));
});

test("what hides the element hides all of it", async () => {
  const page = await show("plain");
  const isSeen = () =>
    page.evaluate(() => {
      const element = document.querySelector("interleave-playground") as InterleavePlayground;
      return element.renderRoot.querySelector("canvas")?.checkVisibility({ visibilityProperty: true });
    });
  assert.equal(await isSeen(), true);
  for (const style of ["visibility: hidden", "display: none"]) {
    await page.evaluate((style) => document.body.setAttribute("style", style), style);
    assert.equal(await isSeen(), false, style);
  }
});
