// The first minute looks as it should: what a stranger sees first, moments of the first lesson, a question that
// was answered, and the player in a hand.

import test from "node:test";

import type { Page } from "puppeteer-core";

import { Playground } from "../kit/element.ts";
import { useSite, type View } from "../kit/harness.ts";
import { assertLooks } from "./references.ts";

const site = useSite();
let blank: Page | undefined;

async function look(playground: Playground, name: string): Promise<void> {
  await playground.settled();
  blank ??= await site.blank();
  await assertLooks(site, playground.page, blank, `minute.${name}`, "screen");
}

async function open(view: View): Promise<Playground> {
  const playground = await Playground.of(await site.open(view));
  await playground.page.waitForSelector("#question .option");
  return playground;
}

const desk = { width: 1280, height: 900 };
const hand = { isPhone: true, width: 390, height: 844 };

test("the first view, on a desk and in a hand", async () => {
  for (const [name, view] of [["first.desk", desk], ["first.hand", hand]] as const) {
    const playground = await open(view);
    await playground.page.waitForSelector(".hint");
    await look(playground, name);
    await playground.page.close();
  }
});

test("three moments of the first lesson: a task runs, the loop waits, the run is over", async () => {
  for (const [name, step] of [["runs", 4], ["waits", 6], ["over", 12]] as const) {
    const playground = await open({ ...desk, path: `/#v=1&lesson=workers-as-tasks&code=python&step=${step}` });
    // At the end no hint is left.
    if (name !== "over") await playground.page.waitForSelector(".hint");
    await look(playground, name);
    await playground.page.close();
  }
});

test("a question that was answered", async () => {
  const playground = await open({ ...desk, path: "/#v=1&lesson=gather&code=python&step=1" });
  await playground.page.click("#question .option:nth-of-type(1)");
  await playground.page.waitForSelector("#question .watch");
  await look(playground, "answered");
});

test("the player upright and on its side", async () => {
  const path = "/#v=1&lesson=cancel-and-errors&code=python&step=10";
  for (const [name, view] of [["upright", hand], ["side", { isPhone: true, width: 844, height: 390 }]] as const) {
    const playground = await open({ ...view, path });
    await look(playground, name);
    await playground.page.close();
  }
});
