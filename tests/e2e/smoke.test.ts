// The page opens, has its title, and knows the element.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "./kit/harness.ts";

const site = useSite();

test("the page has its title and defines the element", async () => {
  const page = await site.open();
  assert.match(await page.title(), /Interleave/);
  await page.waitForFunction(() => customElements.get("interleave-playground") !== undefined);
});
