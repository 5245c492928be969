// A trace viewer opens what is exported: speedscope, served by this test and on this machine alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, extname, join } from "node:path";
import test, { after, before } from "node:test";

import type { Page } from "puppeteer-core";

import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

const FOLDER = join(
  dirname(createRequire(import.meta.url).resolve("speedscope/package.json")),
  "dist/release",
);

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

/** What the viewer loads as its profile. */
let profile = "";
let server: Server;

before(() => {
  server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://viewer").pathname;
    const type = { "content-type": TYPES[extname(name)] ?? "application/octet-stream" };
    if (name === "/profile.json") {
      response.writeHead(200, type).end(profile);
      return;
    }
    // Only what the package has in its one folder.
    readFile(join(FOLDER, name.slice(1).replaceAll("/", "_") || "index.html")).then(
      (content) => response.writeHead(200, name === "/" ? { "content-type": "text/html" } : type).end(content),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
after(() => new Promise((closed) => server.close(closed)));

/** Opens a trace in the viewer, and waits until it shows its first picture. */
async function view(trace: string): Promise<Page> {
  profile = trace;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const path = `${origin}/#profileURL=${encodeURIComponent(`${origin}/profile.json`)}`;
  const page = await site.open({ path });
  // It draws with WebGL, which is slow here, and says so.
  site.allow(page, /WebGL/);
  // What it cannot read it says in a dialog, behind which nothing goes on.
  await page.waitForFunction(
    () => document.querySelector("canvas") !== null && document.body.innerText.includes("(pid 1)"),
  );
  return page;
}

/** Returns the profiles that the viewer lists, each with its name and its length. */
async function profiles(page: Page): Promise<string[]> {
  await page.keyboard.press("t");
  return page.evaluate(() => {
    const rows = document.body.innerText.split("\n").map((row) => /^\d+\t(.*)\t(.*)$/.exec(row));
    return rows.flatMap((row) => (row ? [`${row[1]}: ${row[2]}`] : []));
  });
}

/** Returns a lesson as a trace, and what a viewer is to list of it: tasks and threads, in order. */
async function exported(lesson: string, threads: string[]): Promise<{ trace: string; names: string[] }> {
  const playground = await Playground.of(await site.open({ path: pathOf(lesson) }));
  return playground.handle.evaluate(async (element, threads) => {
    const trace = await (await element.exportAs("chrome-trace")).text();
    const tasks = element.summary?.tasks.map(({ name }) => name) ?? [];
    const named = (name: string, index: number) => `interleave (pid 1), ${name} (tid ${index + 1})`;
    return { trace, names: [...tasks, ...threads].map(named) };
  }, threads);
}

for (const [lesson, threads] of [
  ["workers-as-tasks", []],
  ["producer-consumer", []],
  ["cancel-and-errors", []],
  ["scheduled-not-started", []],
  ["blocking-in-a-task", []],
  ["threads", ["thread_0", "thread_1"]],
] as [string, string[]][]) {
  test(`speedscope shows ${lesson}`, async () => {
    const { trace, names } = await exported(lesson, threads);
    const page = await view(trace);
    const listed = await profiles(page);
    await site.screenshot(page, `speedscope-${lesson}`);
    const told = listed.map((profile) => profile.split(": ")[0] ?? "");
    assert.deepEqual(told.sort(), names.sort());
  });
}
