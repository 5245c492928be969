// In no state that a reader brings the page into is a rule of accessibility broken.

import assert from "node:assert/strict";
import test from "node:test";

import { violations } from "../kit/accessible.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

const site = useSite();

/** What is done after a page was opened, and what the state is called. */
type Act = [state: string, act: (playground: Playground) => Promise<unknown>];

async function click({ page }: Playground, selector: string): Promise<void> {
  await until(page, (selector: string) => document.querySelector(selector), selector);
  await page.$eval(selector, (part) => (part as HTMLElement).click());
}

async function clickPart(playground: Playground, selector: string): Promise<void> {
  await (await playground.part(selector)).evaluate((part) => (part as HTMLElement).click());
  await playground.painted();
}

/** Checks a page in each state that it is brought into. */
async function check(playground: Playground, acts: Act[]): Promise<void> {
  for (const [state, act] of acts) {
    await act(playground);
    await playground.painted();
    assert.deepEqual(await violations(playground.page), [], state);
  }
}

const DESK: Act[] = [
  ["the first visit", ({ page }) => until(page, () => document.querySelector(".hint"))],
  ["the question is answered", (playground) => click(playground, "#question .option")],
  ["some steps later", async (playground) => {
    for (let step = 0; step < 4; step += 1) await playground.press("Next step");
  }],
  ["playing", (playground) => playground.press("Play")],
  ["paused", (playground) => playground.press("Pause")],
  ["a span is chosen", async (playground) => {
    await (await playground.part(".stage")).focus();
    await playground.key(".");
  }],
  ["an edit that is none", (playground) => playground.key("]")],
  ["an edit", (playground) => playground.fill("worker_1", "3")],
  ["a value that is refused", (playground) => playground.fill("worker_1", "abc")],
  ["with a comparison", (playground) => playground.set({ compare: "workers-in-turn" })],
  ["cards are open", async (playground) => {
    for (const card of ["figures", "transcript"]) await clickPart(playground, `.${card}-card summary`);
    await until(playground.page, (element: Element) => element.shadowRoot?.querySelector(".figures table"), playground.handle);
  }],
  ["the menu of the exports", async (playground) => {
    await clickPart(playground, ".export");
    await until(playground.page, (element: Element) => element.shadowRoot?.querySelector(".menu:popover-open"), playground.handle);
  }],
  ["the list of keys", async (playground) => {
    await playground.key("Escape");
    await clickPart(playground, ".question");
    await until(playground.page, (element: Element) => element.shadowRoot?.querySelector(".keys kbd"), playground.handle);
  }],
  ["the lines to embed", async (playground) => {
    await playground.key("Escape");
    await click(playground, "#embed");
    await until(playground.page, () => document.querySelector("dialog[open]"));
  }],
  ["the chapter of the words", async (playground) => {
    await playground.key("Escape");
    await click(playground, '#course [data-lesson="words"]');
    await until(playground.page, () => document.querySelector("#words .picture"));
  }],
];

const OTHERS: Act[] = [
  ["an error", async (playground) => {
    await playground.show("first-error");
    await playground.run();
  }],
  ["nothing is printed", async (playground) => {
    await playground.show("producer-consumer", { items: "0", stop_after: "0" });
    await playground.run();
  }],
  ["a crowd", async (playground) => {
    await playground.show("ten-thousand");
    await playground.run();
  }],
  ["live, and going on", async (playground) => {
    await playground.show("workers-as-tasks", { worker_1: "9", worker_2: "9" }, "live");
    await playground.start();
  }],
  ["stopped", (playground) => playground.handle.evaluate((element) => element.stop())],
  ["Chinese", (playground) => playground.page.select("#language", "zh-Hans")],
];

const TABS: Act[] = ["Code", "Loop", "Console", "Values"].map((name) => [`the tab ${name}`, (playground) => playground.openTab(name)]);

test("no rule is broken on a desk", async () => {
  await check(await Playground.of(await site.open()), DESK);
});

test("no rule is broken in the dark", async () => {
  const inTheDark = ["the first visit", "some steps later", "a span is chosen", "a value that is refused", "cards are open"];
  await check(await Playground.of(await site.open({ theme: "dark" })), DESK.filter(([state]) => inTheDark.includes(state)));
});

test("no rule is broken whatever runs", async () => {
  await check(await Playground.of(await site.open()), OTHERS);
});

test("no rule is broken in a hand", async () => {
  const playground = await Playground.of(await site.open({ width: 390, height: 844, isPhone: true }));
  await check(playground, [
    ...TABS,
    ["the list of lessons", ({ page }) => page.click("#lessons")],
    ["the menu", async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.click("#menu");
    }],
  ]);
});

test("no rule is broken in the colours that a system insists on", async () => {
  const playground = await Playground.of(await site.open({ isForced: true, path: pathOf("queue-join") }));
  await check(playground, [["opened", async () => undefined], ["a step later", (playground) => playground.press("Next step")]]);
});
