// The example for mdBook: the lines as they are, and a preprocessor that makes them of fences.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "../../kit/harness.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("mdBook has the element from a fence, and from lines in Markdown", async () => {
  const example = await Example.copy("mdbook", site);
  await example.run(process.env["INTERLEAVE_MDBOOK"] ?? "mdbook", "build");
  const page = await example.open(site, "book", "/workers.html");
  const summary = await ran(site, page, "mdbook");
  assert.deepEqual([summary.lesson, summary.seconds], ["workers-as-tasks", 2]);
  await page.goto(page.url().replace("workers", "queue"));
  assert.equal((await ran(site, page, "mdbook-lines")).lesson, "queue-join");
});
