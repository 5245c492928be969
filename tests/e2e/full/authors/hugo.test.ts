// The example for Hugo: a shortcode.

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";

import { useSite } from "../../kit/harness.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("a shortcode puts a lesson into a page of Hugo", async () => {
  const example = await Example.copy("hugo", site);
  const programs = await example.python();
  await example.run(join(programs, "hugo"), "--quiet", "--panicOnWarning");
  const page = await example.open(site, "public");
  const summary = await ran(site, page, "hugo");
  assert.deepEqual([summary.lesson, summary.seconds], ["workers-as-tasks", 2]);
});
