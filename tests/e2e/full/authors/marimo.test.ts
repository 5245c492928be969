// The example for marimo, run as an app: a slider of marimo's sets a value of the widget, and what the run took comes
// back into another cell.

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";

import { useSite } from "../../kit/harness.ts";
import { until } from "../../kit/until.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

test("an app of marimo shows the widget, and has the run's summary", async () => {
  const example = await Example.copy("marimo", site);
  const programs = await example.widget();
  const address = await example.serve(join(programs, "marimo"), "run", "tutorial.py", "--headless", "--no-token", "--host=127.0.0.1");
  const page = await site.open({ path: address, height: 1200 });
  // Its page asks for fonts and the like of its own.
  site.allow(page, /./);
  await ran(site, page, "marimo");
  await until(page, () => document.body.innerText.includes("The run took 2 s."));
  const slider = await page.waitForSelector("pierce/[role=slider]");
  await slider?.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await until(page, () => document.body.innerText.includes("The run took 3 s."));
  assert.equal((await ran(site, page, "marimo-longer")).seconds, 3);
});
