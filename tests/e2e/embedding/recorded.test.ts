// A recorded run of a program of one's own is shown by the element and by the page, and runs nothing.

import assert from "node:assert/strict";
import test from "node:test";

import { violations } from "../kit/accessible.ts";
import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { open, printed, PROGRAM, recorded, serve } from "./kit.ts";

const site = useSite();
const tag = (attributes: string, inner = "") => `<interleave-playground ${attributes}>${inner}</interleave-playground>`;

test("the attribute shows the program, its run, its lines and its words, and runs nothing", async () => {
  const files = { "/articles/run.json": recorded() };
  const article = await open(site, tag('recording="run.json" autorun clock="live"', "<p>Without scripts.</p>"), files);
  await article.says(".wall-time", /2\.00/);
  const { handle } = article;
  const shown = await handle.evaluate(async (element) => {
    const { summary, program } = element;
    element.toStart();
    const lit: string[] = [];
    for (let step = 0; step < 40 && !element.position?.atEnd; step += 1) {
      await element.updateComplete;
      lit.push(element.renderRoot.querySelector(".code .lit")?.textContent?.trim() ?? "");
      element.stepForward();
    }
    await element.updateComplete;
    const code = [...element.renderRoot.querySelectorAll(".code li")].map((line) => (line.textContent ?? "").replace(/^\n$/, ""));
    const words = element.renderRoot.querySelectorAll(".code .hljs-keyword, .code .hljs-string").length;
    const console = [...element.renderRoot.querySelectorAll(".console .text")].map((line) => line.textContent);
    const ready = element.loopView !== null;
    return { summary, program, lit, code, words, console, ready, tabs: element.renderRoot.querySelectorAll(".parameters-card, .segments button[aria-pressed]").length };
  });
  assert.equal(shown.program, PROGRAM);
  assert.deepEqual(shown.code, PROGRAM.trimEnd().split("\n"));
  assert.ok(shown.words > 8, `${shown.words}`);
  assert.deepEqual(shown.console, ["got <item 0>", "got <item 1>"]);
  assert.equal(shown.summary?.lesson, "crawler.py");
  assert.deepEqual(shown.summary?.tasks.map(({ name, state }) => `${name} ${state}`), ["main returned", "producer returned"]);
  assert.ok(shown.ready);
  const source = new Set(PROGRAM.split("\n").map((line) => line.trim()));
  const lit = new Set(shown.lit.filter((line) => line !== ""));
  for (const line of ["await asyncio.sleep(1)", 'print("got", await queue.get())', "await producer"]) assert.ok(lit.has(line), [...lit].join("\n"));
  for (const line of lit) assert.ok(source.has(line), line);
  // Its values cannot be changed, and it is said what it is.
  assert.equal(shown.tabs, 0);
  assert.match((await article.texts(".own")).join(), /^A recorded run: .* nothing of it can be changed/);
  assert.deepEqual((await article.told()).map(({ type }) => type), ["interleave-finish"]);
  const asked = article.front.asked.filter((path) => /lessons\/|demo-site/.test(path));
  assert.deepEqual(asked, [], "a lesson was loaded");
  assert.deepEqual(await violations(article.page), []);
  await site.screenshot(article.page, "recorded-program");
});

test("sentences, transcript and every export are those of the command", async () => {
  const json = recorded();
  const article = await open(site, tag('recording="run.json"'), { "/articles/run.json": json });
  await article.says(".wall-time", /2\.00/);
  const exported = (format: string) =>
    article.handle.evaluate(async (element, format) => (await element.exportAs(format as "json")).text(), format);
  assert.equal(await exported("json"), json);
  assert.equal(await exported("chrome-trace"), printed(PROGRAM, "run", "crawler.py", "--format", "chrome-trace"));
  const svg = await exported("svg");
  assert.match(svg, /<title>crawler\.py<\/title>/);
  const text = await exported("text");
  assert.match(text, /^crawler\.py\n/);
  assert.match(text, / {4}\| got <item 1>/);
  await article.handle.evaluate((element) => element.renderRoot.querySelector<HTMLElement>(".transcript-card summary")?.click());
  await article.says(".transcript-card li", /producer/);
});

test("what cannot be shown is told of in one sentence, and what was shown stays", async () => {
  const json = recorded();
  const document = JSON.parse(json) as { recording: string; program: { source: string } };
  const bytes = Buffer.from(document.recording, "base64");
  bytes[3] = 99;
  const files = {
    "/articles/run.json": json,
    "/articles/text.json": "<!doctype html>",
    "/articles/cut.json": json.slice(0, 4000),
    "/articles/short.json": JSON.stringify({ ...document, recording: document.recording.slice(0, 400) }),
    "/articles/version.json": JSON.stringify({ ...document, recording: bytes.toString("base64") }),
    "/articles/source.json": JSON.stringify({ ...document, program: { ...document.program, file: "other.py" } }),
    "/articles/large.json": JSON.stringify({ ...document, program: { ...document.program, source: "#".repeat(1_000_001) } }),
    "/articles/none.json": JSON.stringify({ ...document, program: undefined }),
  };
  const article = await open(site, tag('recording="run.json"'), files);
  site.allow(article.page, /404/);
  await article.says(".wall-time", /2\.00/);
  const cases: [string, string, RegExp][] = [
    ["nowhere.json", "recording-missing", /“nowhere\.json” could not be loaded \(404/],
    ["text.json", "recording-none", /“text\.json” is not a recording/],
    ["cut.json", "recording-none", /“cut\.json” is not a recording/],
    ["short.json", "recording-damaged", /“short\.json” is damaged/],
    ["version.json", "recording-version", /another version of Interleave \(format 99\)/],
    ["source.json", "recording-damaged", /is damaged/],
    ["large.json", "recording-large", /is too large/],
    ["none.json", "recording-lesson", /is a recording of crawler\.py, .* does not have the program/],
  ];
  for (const [name, code, sentence] of cases) {
    const before = (await article.told()).length;
    await article.handle.evaluate((element, name) => element.setAttribute("recording", name), name);
    await article.says(".notice", sentence);
    const told = (await article.told()).slice(before);
    assert.deepEqual(told.map(({ type, detail }) => [type, detail.code]), [["interleave-error", code]], name);
    assert.match(told[0]?.detail.message ?? "", sentence);
    assert.deepEqual(await article.texts(".code-card .file"), ["crawler.py"]);
    assert.match((await article.texts(".wall-time")).join(), /2\.00/);
  }
  await article.handle.evaluate((element) => element.setAttribute("recording", "run.json?again"));
  await until(article.page, (element: Element) => !element.shadowRoot?.querySelector(".notice"), article.handle);
});

test("a first recording that is missing leaves what is between the tags", async () => {
  const article = await open(site, tag('recording="nowhere.json" autorun', "<p>Without scripts.</p>"));
  site.allow(article.page, /404/);
  await article.says(".notice", /could not be loaded/);
  const state = await article.handle.evaluate((element) => [element.querySelector("p")?.checkVisibility(), element.summary]);
  assert.deepEqual(state, [true, null]);
});

test("the attribute is changed and removed, and a recording of a lesson is shown and can be edited", async () => {
  const lesson = printed("", "run", "workers-as-tasks", "--set", "worker_1=0.5", "--format", "json");
  const article = await open(site, tag('recording="run.json" lesson="gather"'), { "/articles/run.json": recorded(), "/articles/lesson.json": lesson });
  const { handle } = article;
  await article.says(".wall-time", /2\.00/);
  await handle.evaluate((element) => element.setAttribute("recording", "lesson.json"));
  await article.says(".tools-card .file", /lesson\.json/);
  assert.deepEqual(await handle.evaluate(({ lesson, params, program }) => ({ lesson, params, program })), { lesson: "workers-as-tasks", params: { worker_1: "0.5" }, program: null });
  await handle.evaluate((element) => element.setAttribute("recording", "run.json"));
  await article.says(".code-card .file", /crawler\.py/);
  await handle.evaluate((element) => element.removeAttribute("recording"));
  await article.says(".code-card .file", /workers_as_tasks\.py/);
  await until(article.page, (element: { summary: { lesson: string } | null }) => element.summary?.lesson === "workers-as-tasks", handle);
});

test("an element that is moved shows its recording again", async () => {
  const article = await open(site, `<main></main>${tag('recording="run.json"')}`, { "/articles/run.json": recorded() });
  await article.says(".wall-time", /2\.00/);
  await article.handle.evaluate((element) => {
    element.remove();
    document.querySelector("main")?.append(element);
  });
  await article.says(".code-card .file", /crawler\.py/);
  await article.says(".wall-time", /2\.00/);
});

test("a recording is fetched from another origin that allows it, and refused with a sentence otherwise", async () => {
  const allowed = await serve(site, { "/run.json": recorded() }, { "access-control-allow-origin": "*" });
  const refused = await serve(site, { "/run.json": recorded() });
  const article = await open(site, tag(`recording="${allowed.origin}/run.json"`));
  site.allow(article.page, /CORS|Failed to load resource|ERR_FAILED/);
  await article.says(".wall-time", /2\.00/);
  await article.handle.evaluate((element, address) => element.setAttribute("recording", address), `${refused.origin}/run.json`);
  await article.says(".notice", /“run\.json” could not be loaded/);
});

test("the page opens a recording of a program, and a lesson takes its place", async () => {
  const playground = await Playground.of(await site.open({ path: "/#v=1&lesson=gather&code=python" }));
  const { page, handle } = playground;
  await handle.evaluate((element, contents) => element.extras.open(new File([contents], "run.json")), recorded());
  await playground.says(".code-card .file", /crawler\.py/);
  await until(page, () => document.querySelector("#title")?.textContent === "crawler.py");
  const hidden = ["#summary", "#why", "#docs", "#question"];
  assert.deepEqual(await page.evaluate((all) => all.map((part) => document.querySelector(part)?.checkVisibility() ?? false), hidden), hidden.map(() => false));
  await site.screenshot(page, "recorded-program-page");
  await page.evaluate(() => document.querySelector<HTMLElement>('#course [data-lesson="gather"]')?.click());
  await until(page, () => document.querySelector("#title")?.textContent === "Four pages with gather");
  await playground.says(".code-card .file", /gather\.py/);
  assert.equal((await playground.ended()).lesson, "gather");
});

test("a phone, the dark, and Chinese", async () => {
  const files = { "/articles/run.json": recorded() };
  const view = { width: 390, height: 844, theme: "dark", isPhone: true };
  const article = await open(site, tag('recording="run.json" lang="zh-Hans"'), files, view);
  await article.says(".own", /录制/);
  assert.equal((await article.texts("[role=tab]")).length, 3);
  await site.screenshot(article.page, "recorded-program-phone");
});
