// What is printed: light, the picture as shapes, code and console whole, nothing to press, and every
// embed that runs by itself has run.
//
// Both browsers print to a file here. What is on the paper is read from the page while it prints, and from
// the file whether there is a picture of pixels in it.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { isFirefox } from "../kit/browser.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { Front, pageOf } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

const site = useSite();
let front: Front | undefined;
after(() => front?.stop());

/** What one element has on paper. */
interface Printed {
  theme: string | undefined;
  /** What the texts of the picture say. */
  picture: string[];
  code: number;
  console: string[];
}

/** Prints the page; returns what its elements have on paper, and the file. */
async function print(page: Page): Promise<[Printed[], string]> {
  await page.evaluate(() => {
    // Behind the listeners of the elements: they are ready by then.
    const kept = globalThis as unknown as { printed: Printed[] };
    addEventListener("beforeprint", () => {
      const elements = [...document.querySelectorAll<InterleavePlayground>("interleave-playground")];
      const texts = (root: ParentNode, selector: string) =>
        [...root.querySelectorAll(selector)].map((part) => part.textContent ?? "");
      kept.printed = elements.map(({ dataset, renderRoot: root }) => ({
        theme: dataset["theme"],
        picture: texts(root, ".shapes text"),
        code: texts(root, ".code li").length,
        console: texts(root, ".console li .text"),
      }));
    });
  });
  const file = Buffer.from(await page.pdf({ printBackground: true })).toString("latin1");
  const printed = await page.evaluate(() => (globalThis as unknown as { printed: Printed[] }).printed);
  return [printed, file];
}

/** Waits until all elements are prepared for paper: then they have its styles. */
async function prepared(page: Page): Promise<void> {
  await until(page, () => {
    const roots = [...document.querySelectorAll("interleave-playground")].map(({ shadowRoot }) => shadowRoot);
    const isOfPaper = (sheet: CSSStyleSheet) => [...sheet.cssRules].some((rule) => rule.cssText.startsWith(".shapes"));
    return roots.every((root) => root?.adoptedStyleSheets.some(isOfPaper));
  });
}

test("a dark page is printed light, with the whole run, and is as it was afterwards", async () => {
  const page = await site.open({ theme: "dark", path: pathOf("queue-join") });
  const playground = await Playground.of(page);
  await prepared(page);
  await playground.seek(1);
  const before = await playground.texts(".console li .text");
  const [[printed, ...more], file] = await print(page);
  assert.equal(more.length, 0);
  assert.equal(printed?.theme, "light");
  for (const text of ["0 s", "4 s", "producer", "cancelled", "sleeps"]) assert.ok(printed?.picture.includes(text), text);
  assert.equal(printed?.code, 33);
  assert.equal(printed?.console.length, 14);
  assert.equal(file.includes("/Subtype /Image") || file.includes("/Subtype/Image"), false, "the picture is of pixels");
  await playground.painted();
  assert.deepEqual(await playground.texts(".console li .text"), before);
  assert.deepEqual(await playground.texts(".shapes"), []);
  assert.equal(await playground.handle.evaluate(({ dataset }) => dataset["theme"]), "dark");
});

test("an embed that was not seen has run on paper, and one with a comparison has both pictures", async () => {
  const far = '<div style="height: 4000px"></div>';
  front = await Front.open(site.origins.page, {
    pages: {
      "/article.html": pageOf(`<interleave-playground lesson="gather" compare="blocking" autorun></interleave-playground>
        ${far}<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>
        <interleave-playground lesson="tasks"></interleave-playground>`),
    },
  });
  const page = await site.open({ path: `${front.origin}/article.html` });
  await Playground.of(page);
  await prepared(page);
  const [[first, second, third], file] = await print(page);
  assert.equal(first?.picture.filter((text) => text === "main").length, 2);
  assert.ok(second?.picture.includes("worker_2"), second?.picture.join());
  assert.ok((second?.console.length ?? 0) > 0, "it has printed its lines");
  assert.deepEqual(third?.picture, [], "what a reader is to start is not started");
  assert.equal(/\/Subtype ?\/Image/.test(file), false, "a picture is of pixels");
});

test("there is nothing to press on paper", async (context) => {
  // What is laid out for paper Firefox shows to no script.
  if (isFirefox) return context.skip("the styles of paper can be asked for in Chromium alone");
  const page = await site.open({ width: 720, path: pathOf("queue-join") });
  const playground = await Playground.of(page);
  await prepared(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMediaType("print");
  const pressed = await playground.handle.evaluate((element) => {
    const all = [document, element.renderRoot].flatMap((root) => [...root.querySelectorAll("button, select, [type=range], canvas, nav")]);
    return all.filter((part) => part.checkVisibility()).map((part) => part.outerHTML);
  });
  assert.deepEqual(pressed, []);
  const cut = await playground.handle.evaluate((element) => {
    const whole = [...element.renderRoot.querySelectorAll(".code-scroller, .console")];
    return whole.filter((part) => part.scrollHeight > part.clientHeight + 1).length;
  });
  assert.equal(cut, 0);
});
