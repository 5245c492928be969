// Every lesson looks as it should on a screen, in a theme and a language. It fits the screen and breaks
// no rule of accessibility.
//
// One page shows them all, one after the other: to load it for each would take most of the time, and
// what a lesson leaves behind would not be seen.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test, { after, before } from "node:test";

import type { Page } from "puppeteer-core";

import { pathOf, Playground } from "../kit/element.ts";
import { Site } from "../kit/harness.ts";
import { assertLooks, referenceNames } from "./references.ts";
import { assertSound, open, type Screen, type Theme } from "../kit/shown.ts";

/** Makes the tests of a file: in one file for all of them they would take minutes. */
export function lookAtLessons(screen: Screen, theme: Theme, lang: string): void {
  const site = new Site();
  before(() => site.start());
  after(async () => {
    try {
      await site.closePages();
    } finally {
      await site.stop();
    }
  });
  let shown: Page | undefined;
  let blank: Page | undefined;
  const show = async (lesson: string): Promise<Playground> => {
    if (!shown) {
      const playground = await open(site, { lesson, screen, theme, lang });
      shown = playground.page;
      return playground;
    }
    await shown.goto(new URL(pathOf(lesson), site.origins.page).href);
    const playground = await Playground.of(shown);
    const isRun = (element: { summary: { lesson: string } | null }, lesson: string) => element.summary?.lesson === lesson;
    await shown.waitForFunction(isRun, {}, playground.handle, lesson);
    return playground;
  };
  const nameOf = (lesson: string) => `${screen}.${theme}.${lang}.${lesson}`;
  for (const lesson of lessons()) {
    test(`${lesson} looks as it should: ${screen}, ${theme}, ${lang}`, async () => {
      const playground = await show(lesson);
      // In the middle there is more to be seen than at the end.
      const { seconds } = await playground.ended();
      await playground.seek(seconds / 2);
      await playground.settled();
      blank ??= await site.blank();
      await assertLooks(site, playground.page, blank, nameOf(lesson));
      await assertSound(playground, screen);
    });
  }
  test("there is a reference for each lesson, and for nothing else", async () => {
    const kept = await referenceNames();
    const here = kept.filter((name) => name.startsWith(nameOf("")));
    assert.deepEqual(here, lessons().map(nameOf).sort());
  });
}

/** Returns the slugs of the lessons: the file of each has its listing beside it. */
function lessons(): string[] {
  const files = readdirSync("src/lessons/programs").filter((file) => file.endsWith(".py"));
  return files.map((file) => file.slice(0, -3).replaceAll("_", "-"));
}
