// The example for Docusaurus: a page of MDX, built in Node, where the element does nothing, by webpack, dark by its own
// switch.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { until } from "../../kit/until.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("Docusaurus has the element in MDX, in the colours of its own switch", async () => {
  const example = await Example.copyInstalled("docusaurus", site);
  // What it keeps of an earlier build it knows by versions, and that of the package is the same.
  await example.run("npm", "exec", "docusaurus", "clear");
  await example.run("npm", "run", "--silent", "build");
  const page = await example.open(site, "build");
  const summary = await ran(site, page, "docusaurus");
  assert.deepEqual([summary.lesson, summary.seconds], ["workers-as-tasks", 2]);
  const playground = await Playground.of(page);
  assert.deepEqual(await playground.handle.evaluate((element) => ({ ...element.params })), { worker_1: "1.5" });
  const isDark = (element: HTMLElement) => element.dataset["theme"] === "dark";
  assert.equal(await playground.handle.evaluate(isDark), false);
  // The switch goes from the system's colours to light ones, and from there to dark ones.
  for (let click = 0; click < 3 && !(await page.evaluate(() => document.documentElement.dataset["theme"] === "dark")); click += 1) {
    await page.click("[class*=colorMode] button");
  }
  await until(page, isDark, playground.handle);
  await ran(site, page, "docusaurus-dark");
});
