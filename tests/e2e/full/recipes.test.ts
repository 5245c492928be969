// Looks in a page for the lesson and the language that the build has added to a copy of the sources
// as CONTRIBUTING says (`xtask/src/checks/recipes.rs`).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import test, { after, before } from "node:test";

import type { Browser, Page } from "puppeteer-core";

import { launch } from "../kit/browser.ts";
import { pathOf, Playground, printed } from "../kit/element.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves the folder of the copy's site as any server of files does. */
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = path === "/" ? "index.html" : path.slice(1);
  readFile(join(process.env["INTERLEAVE_RECIPES"] ?? "", file)).then(
    (content) => response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain").end(content),
    () => response.writeHead(404).end(),
  );
});

let browser: Browser;
let origin = "";

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  assert.ok(address && typeof address === "object");
  origin = `http://127.0.0.1:${address.port}`;
  browser = await launch();
});

after(async () => {
  await browser.close();
  server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  // Wide enough for the list of lessons.
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(origin + path);
  return page;
}

/** Moves the playhead to the step that ends with the sleep: the one before the loop waits for it. */
async function sleepBegins(playground: Playground): Promise<void> {
  await playground.seek(0.2);
  await playground.handle.evaluate((element) => element.stepBack());
  await playground.painted();
}

test("the made-up lesson is offered in its group, runs, and is shown in Rust and in Python", async () => {
  const page = await open("/");
  const playground = await Playground.of(page);
  const link = await page.$eval('#course a[data-lesson="made-up"]', (link) => [
    link.textContent,
    link.closest("ul")?.previousElementSibling?.textContent,
  ]);
  assert.deepEqual(link, ["A made-up lesson", "A real crawl"]);
  await page.click('#course a[data-lesson="made-up"]');
  await playground.press("Rust");
  await page.waitForFunction((element) => element.summary?.lesson === "made-up", {}, playground.handle);
  await page.waitForFunction(() => document.querySelector("#summary")?.textContent === "main pauses once.");
  const summary = await playground.run();
  assert.deepEqual(printed(summary), ["before", "after"]);
  assert.equal(summary.seconds, 1.5);
  await sleepBegins(playground);
  assert.match(await playground.text(".code .lit"), /sleep\(made_up_pause\)\.await/);
  await playground.fill("made_up_pause", "0.5");
  await playground.press("Python");
  await playground.says(".file", /^made_up\.py$/);
  await playground.says(".code", /MADE_UP_PAUSE = 0\.5 {2}# parameter/);
  await sleepBegins(playground);
  assert.match(await playground.text(".code .lit"), /await asyncio\.sleep\(MADE_UP_PAUSE\)/);
});

test("the made-up language is offered under its own name, and spoken", async () => {
  const page = await open(pathOf("gather"));
  await Playground.of(page);
  assert.equal(await page.$eval('#language option[value="xx"]', (option) => option.textContent), "Xish");
  await page.select("#language", "xx");
  await page.waitForFunction(() => document.querySelector("#title")?.textContent === "Xgather");
  assert.equal(await page.$eval("#embed", (button) => button.textContent), "Xembed");
});
