// The example for VitePress: it is built in Node, where the element does nothing, and is dark by class.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("VitePress has the element in Markdown, in the colours of its own switch", async () => {
  const example = await Example.copy("vitepress", site);
  await example.install();
  await example.run("npm", "run", "--silent", "build");
  const page = await example.open(site, "docs/.vitepress/dist");
  assert.equal((await ran(site, page, "vitepress")).seconds, 2);
  const playground = await Playground.of(page);
  const theme = () => playground.handle.evaluate((element) => element.dataset["theme"]);
  assert.equal(await theme(), "light");
  await page.evaluate(() => document.querySelector<HTMLElement>(".VPSwitchAppearance")?.click());
  await playground.settled();
  assert.equal(await theme(), "dark");
  await ran(site, page, "vitepress-dark");
});
