// The example for Sphinx: a directive of thirty lines, in reStructuredText and, by MyST-Parser, in Markdown.

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";

import { useSite } from "../../kit/harness.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("a directive puts a lesson into a page of Sphinx", async () => {
  const example = await Example.copy("sphinx", site);
  const programs = await example.python();
  await example.run(join(programs, "sphinx-build"), "-q", "-W", ".", "built");
  const page = await example.open(site, "built");
  const summary = await ran(site, page, "sphinx");
  assert.deepEqual([summary.lesson, summary.seconds], ["workers-as-tasks", 2]);
  await page.goto(page.url().replace(/[^/]*$/, "markdown.html"));
  const written = await ran(site, page, "sphinx-markdown");
  assert.deepEqual([written.lesson, written.seconds], ["workers-as-tasks", 2]);
});
