// The npm package, packed by npm and installed into a fresh project: its types are sound, Vite builds the project,
// the element runs in the page that comes of it, and the widget runs from its one file.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import test, { after, before } from "node:test";

import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { released } from "../../kit/nginx.ts";
import { until } from "../../kit/until.ts";

const site = useSite();
const TYPES: Record<string, string> = { ".js": "text/javascript", ".html": "text/html", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** A page of a notebook, before a widget is in it. */
const EMPTY = `<!doctype html><html lang="en"><title>A notebook</title><link rel="icon" href="data:,"><body></body></html>`;

/** The folder of `tests/release`, in which the tools are installed. */
const tools = process.env["INTERLEAVE_RELEASE_TOOLS"] ?? "";

let project = "";
let server: Server;
let origin = "";

before(async () => {
  project = await mkdtemp(join(tmpdir(), "interleave-vite-"));
  await cp(join(tools, "vite"), project, { recursive: true });
  await writeFile(join(project, "package.json"), `{"name": "fresh", "private": true, "type": "module"}`);
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const packed = run("npm", "pack", "--silent", released("dist", "npm")).trim();
  run("npm", "install", "--silent", "--offline", "--no-audit", "--no-fund", `./${packed}`);
  // Vite itself is not fetched once more.
  await symlink(join(tools, "node_modules/vite"), join(project, "node_modules/vite"));
  run("node", join(process.cwd(), "www/node_modules/typescript/bin/tsc"), "--project", project);
  run("node", join(tools, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error");
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/empty.html") return void response.setHeader("content-type", "text/html").end(EMPTY);
    const file = join(project, path.startsWith("/node_modules/") ? "" : "dist", path === "/" ? "index.html" : path);
    readFile(file).then(
      (content) => response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(async () => {
  server.close();
  await rm(project, { recursive: true, force: true });
});

test("the element runs in a page that Vite has built, with all that comes later", async () => {
  const page = await site.open({ path: origin });
  const playground = await Playground.of(page);
  assert.equal((await playground.ended()).seconds, 2);
  await until(page, () => document.title === "workers-as-tasks took 2 s");
  assert.equal(await page.evaluate(() => document.documentElement.dataset["widget"]), "function");
  await playground.set({ lang: "zh-Hans" });
  await playground.says(".bar", /下一步/);
  await playground.set({ lang: "en" });
  for (const lesson of ["queue-join", "movies-gather"]) {
    await playground.show(lesson);
    assert.equal((await playground.run()).outcome, "finished", lesson);
  }
  const size = await playground.handle.evaluate(async (element) => (await element.exportAs("svg")).size);
  assert.ok(size > 1000);
  let workers = 0;
  page.on("workercreated", () => (workers += 1));
  await playground.show("ten-thousand", { pages: "20000" });
  assert.equal((await playground.run()).taskCount, 20_001);
  assert.equal(workers, 1);
});

test("the widget shows what its model says, and tells it of the run", async () => {
  const page = await site.open({ path: `${origin}/empty.html` });
  await page.evaluate(async () => {
    // A notebook has the text of the module, and loads it from a blob.
    const text = await (await fetch("/node_modules/interleave-playground/anywidget.js")).text();
    const { default: widget } = (await import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })))) as {
      default: { render(given: { model: object; el: HTMLElement }): () => void };
    };
    const values: Record<string, unknown> = { lesson: "workers-as-tasks", params: { worker_1: 3 }, autorun: true };
    const heard = new Map<string, () => void>();
    const model = {
      get: (name: string) => values[name],
      set: (name: string, value: unknown) => void (values[name] = value),
      save_changes: () => {},
      on: (event: string, changed: () => void) => void heard.set(event, changed),
      off: (event: string) => void heard.delete(event),
    };
    document.body.replaceChildren();
    const leave = widget.render({ model, el: document.body });
    Object.assign(globalThis, { values, heard, leave });
  });
  const summary = () => (globalThis as unknown as { values: { summary?: { lesson: string; seconds: number } } }).values.summary;
  await until(page, summary);
  assert.equal((await page.evaluate(summary))?.seconds, 3);
  await page.evaluate(() => {
    const { values, heard } = globalThis as unknown as { values: Record<string, unknown>; heard: Map<string, () => void> };
    values["lesson"] = "queue-join";
    values["params"] = {};
    for (const name of ["lesson", "params"]) heard.get(`change:${name}`)?.();
  });
  await until(page, () => (globalThis as unknown as { values: { summary?: { lesson: string } } }).values.summary?.lesson === "queue-join");
  const left = await page.evaluate(() => {
    const { leave, heard } = globalThis as unknown as { leave: () => void; heard: Map<string, () => void> };
    leave();
    return [document.querySelectorAll("interleave-playground").length, heard.size];
  });
  assert.deepEqual(left, [0, 0]);
});

test("the package says its attributes as the element has them", async () => {
  const manifest = JSON.parse(await readFile(released("dist", "npm", "custom-elements.json"), "utf8"));
  const said = manifest.modules[0].declarations[0].attributes.map(({ name }: { name: string }) => name);
  const page = await site.open();
  const has = await page.evaluate(() => (customElements.get("interleave-playground") as unknown as { observedAttributes: string[] }).observedAttributes);
  assert.deepEqual([...said].sort(), [...has].sort());
});
