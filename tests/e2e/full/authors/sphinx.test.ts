// The example for Sphinx: a directive of thirty lines.

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
});
