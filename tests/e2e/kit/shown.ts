// Pages as people look at them: on a desk and in a hand, light and dark.

import assert from "node:assert/strict";

import type { Viewport } from "puppeteer-core";

import { violations } from "./accessible.ts";
import { type Params, pathOf, Playground } from "./element.ts";
import type { Site } from "./harness.ts";

export const screens = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} satisfies Record<string, Viewport>;

export type Screen = keyof typeof screens;
export type Theme = "light" | "dark";

export interface Shown {
  lesson: string;
  params?: Params;
  screen: Screen;
  theme: Theme;
  lang: string;
}

/** Opens a lesson as it is to be looked at. */
export async function open(site: Site, { lesson, params = {}, screen, theme, lang }: Shown): Promise<Playground> {
  const { width, height } = screens[screen];
  const isPhone = screen === "phone";
  return Playground.of(await site.open({ width, height, isPhone, theme, lang, path: pathOf(lesson, params) }));
}

/** Fails when the page is wider than the screen, or breaks a rule of accessibility. */
export async function assertSound({ page }: Playground, screen: Screen): Promise<void> {
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? Infinity);
  assert.ok(width <= screens[screen].width, `the page is ${width} px wide`);
  assert.deepEqual(await violations(page), [], "rules of accessibility are broken");
}
