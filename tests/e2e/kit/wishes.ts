// What a reader may ask a page for that it has not loaded yet, and what is seen of the page meanwhile.

import type { Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import type { Playground } from "./element.ts";

/** Returns all that a reader sees of a page but the sentence itself. */
export async function seen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const element = document.querySelector("interleave-playground") as InterleavePlayground;
    const parts = [...element.renderRoot.querySelectorAll<HTMLElement>(".playground")];
    const chosen = [...document.querySelectorAll("select")].map(({ value }) => value);
    const picture = element.renderRoot.querySelector("canvas")?.toDataURL() ?? "";
    return [document.title, location.hash, ...parts.map((part) => part.innerText), ...chosen, picture];
  });
}

/** What a reader may ask for, and how one sees that it is there. */
export const WISHES: Record<string, [ask: (playground: Playground) => Promise<void>, isThere: (element: InterleavePlayground) => unknown]> = {
  "a lesson of the first part": [
    (playground) => click(playground.page, '#course [data-lesson="gather"]'),
    (element) => element.summary?.lesson === "gather" && document.title.includes("gather"),
  ],
  "a lesson whose code comes later": [
    (playground) => click(playground.page, '#course [data-lesson="queue-join"]'),
    (element) => element.summary?.lesson === "queue-join",
  ],
  "the chapter of the words": [
    (playground) => click(playground.page, '#course [data-lesson="words"]'),
    () => document.querySelector("#words .picture"),
  ],
  "another language": [
    async ({ page }) => void (await page.select("#language", "zh-Hans")),
    (element) => document.documentElement.lang === "zh-Hans" && element.renderRoot.textContent?.includes("下一步"),
  ],
  "the exports": [
    async (playground) => pressPart(playground, ".export"),
    (element) => element.renderRoot.querySelector(".menu:popover-open"),
  ],
  "the statistics": [
    async (playground) => pressPart(playground, ".figures-card summary"),
    (element) => element.renderRoot.querySelector(".figures table"),
  ],
  "the transcript": [
    async (playground) => pressPart(playground, ".transcript-card summary"),
    (element) => element.renderRoot.querySelector(".transcript li"),
  ],
  "the lines to embed": [({ page }) => click(page, "#embed"), () => document.querySelector("dialog[open]")],
};

async function click(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (part) => (part as HTMLElement).click());
}

export async function pressPart(playground: Playground, selector: string): Promise<void> {
  await (await playground.part(selector)).evaluate((part) => (part as HTMLElement).click());
}
