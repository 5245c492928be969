// The example for MyST, built by it into HTML: the directives {anywidget} and {iframe}, as they are in the example and as
// the page's dialog writes them. MyST's own themes come from a server that is not a registry, so the page is put together
// by a theme of `tests/release/myst`, out of the renderers that those themes have.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { lines } from "../../../../www/page/embed_lines.ts";
import { useSite } from "../../kit/harness.ts";
import { released } from "../../kit/nginx.ts";
import { Example, ran } from "./kit.ts";

const site = useSite();

/** Returns the lesson that has run in the frame of a page. */
async function framed(page: Page): Promise<string | undefined> {
  const frame = await page.waitForFrame((frame) => frame.url().includes("/embed.html"));
  // It runs when it is seen.
  await (await frame.frameElement())?.scrollIntoView();
  const element = await frame.waitForSelector("interleave-playground");
  await frame.waitForFunction((element) => element?.summary, {}, element);
  return element?.evaluate((element) => element.summary?.lesson);
}

test("MyST has the element as a widget, and in a frame", async () => {
  const example = await Example.copy("myst", site);
  const programs = await example.python();
  await cp(released("dist", "npm", "anywidget.js"), join(example.folder, "anywidget.js"));
  await cp(join(process.env["INTERLEAVE_RELEASE_TOOLS"] ?? "", "myst"), join(example.folder, "theme"), { recursive: true });
  await example.run("npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", "theme");
  const settings = join(example.folder, "myst.yml");
  await writeFile(settings, (await readFile(settings, "utf8")).replace("book-theme", "./theme"));
  const build = () => example.run(join(programs, "myst"), "build", "--html", "--strict");
  await build();
  const page = await example.open(site, "_build/html");
  const summary = await ran(site, page, "myst");
  assert.deepEqual([summary.lesson, summary.seconds], ["workers-as-tasks", 2]);
  assert.equal(await framed(page), "queue-join");

  const attributes: [string, string][] = [["lesson", "workers-as-tasks"], ["params", "worker_1=3"], ["autorun", ""]];
  const written = lines.myst({ attributes, site: `${site.origins.page}/`, title: "Two workers" });
  await writeFile(join(example.folder, "index.md"), `# Two workers\n\n${written}`);
  await build();
  await page.reload();
  assert.equal((await ran(site, page, "myst-dialog")).seconds, 3);
  assert.equal(await framed(page), "workers-as-tasks");
});
