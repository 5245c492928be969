// The example for React: Vite builds it, values go in as a property, and the summary comes out of an event.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { until } from "../../kit/until.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("React gives the element values, and hears of its runs", async () => {
  const example = await Example.copy("react", site);
  await example.install();
  await example.run("npm", "run", "--silent", "build", "--", "--logLevel", "error");
  const page = await example.open(site, "dist");
  assert.equal((await ran(site, page, "react")).seconds, 2);
  await until(page, () => document.querySelector("[role=status]")?.textContent === "The run took 2 s.");
  await page.click("input", { count: 3 });
  await page.keyboard.type("3");
  await until(page, () => document.querySelector("[role=status]")?.textContent === "The run took 3 s.");
  assert.equal((await (await Playground.of(page)).summary())?.seconds, 3);
});
