// A program of one's own in an article: its text is shown, and it runs here when the reader or the author says so.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "../kit/harness.ts";
import { type Article, open, PROGRAM, recorded } from "./kit.ts";

const site = useSite();
const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Claims that the text of a program is shown, coloured, and that it has not run. */
async function isShown(article: Article, file: string, text: string): Promise<void> {
  await article.says(".start", /Run this program/);
  assert.deepEqual(await article.texts(".code-card .file"), [file]);
  const code = await article.handle.evaluate((element) => {
    const lines = [...element.renderRoot.querySelectorAll(".code li")];
    return lines.map((line) => (line.textContent ?? "").replace(/^\n$/, "")).join("\n");
  });
  assert.equal(code, text.trimEnd());
  const [words, program, summary] = await article.handle.evaluate((element) => [
    element.renderRoot.querySelectorAll(".code .hljs-keyword").length,
    element.program,
    element.summary,
  ]);
  assert.ok(Number(words) > 5);
  assert.equal(program, text);
  assert.equal(summary, null);
  const types = (await article.told()).map(({ type }) => type);
  assert.ok(!types.includes("interleave-start"), types.join());
}

test("src, fetched from beside the page", async () => {
  const tag = '<interleave-playground src="../programs/my%20crawl.py"></interleave-playground>';
  const article = await open(site, tag, { "/programs/my%20crawl.py": PROGRAM });
  await isShown(article, "my crawl.py", PROGRAM);
  await site.screenshot(article.page, "own-program");
  site.allow(article.page, /404/);
  await article.handle.evaluate((element) => element.setAttribute("src", "nowhere.py"));
  await article.says(".notice", /“nowhere\.py” could not be loaded \(404/);
  assert.deepEqual(await article.texts(".code-card .file"), ["my crawl.py"]);
  assert.deepEqual((await article.told()).map(({ detail }) => detail.code), ["recording-missing"]);
});

test("a pre between the tags, where nothing else is named", async () => {
  const pre = `<pre>\n${quoted(PROGRAM)}</pre>`;
  const article = await open(site, `<interleave-playground>${pre}</interleave-playground>`);
  await isShown(article, "program.py", PROGRAM);
  const visible = await article.handle.evaluate((element) => element.querySelector("pre")?.checkVisibility());
  assert.equal(visible, false);
  const lesson = await open(site, `<interleave-playground lesson="timeout" autorun>${pre}</interleave-playground>`);
  await lesson.says(".wall-time", /5\.00/);
  assert.deepEqual(await lesson.texts(".code-card .file"), ["timeout.py"]);
});

test("the property, which a script sets and takes back", async () => {
  const article = await open(site, '<interleave-playground lesson="timeout" autorun></interleave-playground>');
  await article.says(".wall-time", /5\.00/);
  const before = (await article.told()).length;
  await article.handle.evaluate((element, text) => (element.program = text), PROGRAM);
  await article.says(".start", /Run this program/);
  assert.equal((await article.told()).length, before);
  assert.deepEqual(await article.texts(".code-card .file"), ["program.py"]);
  await article.handle.evaluate((element) => (element.program = null));
  await article.says(".code-card .file", /timeout\.py/);
  await article.says(".wall-time", /5\.00/);
});

test("a recording goes before a program of a script, that before src, and src before a lesson", async () => {
  const files = { "/articles/run.json": recorded(), "/articles/a.py": "import a\n" };
  const tag = '<interleave-playground lesson="gather" src="a.py" recording="run.json" autorun></interleave-playground>';
  const article = await open(site, tag, files);
  await article.says(".code-card .file", /crawler\.py/);
  await article.handle.evaluate((element) => (element.program = "import b\n"));
  await article.handle.evaluate((element) => element.removeAttribute("recording"));
  await article.says(".code-card .file", /program\.py/);
  await article.handle.evaluate((element) => (element.program = null));
  await article.says(".code-card .file", /a\.py/);
  await article.handle.evaluate((element) => element.removeAttribute("src"));
  await article.says(".code-card .file", /gather\.py/);
});

test("a program of the author's runs at once if it is to, and another when the reader presses its button", async () => {
  const pre = `<pre>\n${quoted(PROGRAM)}</pre>`;
  const article = await open(site, `<interleave-playground autorun>${pre}</interleave-playground>`);
  await article.says(".wall-time", /\d\.\d\d s/);
  const waits = await open(site, `<interleave-playground>${pre}</interleave-playground>`);
  await waits.says(".start", /Run this program/);
  await waits.handle.evaluate((element) => element.renderRoot.querySelector<HTMLElement>(".start")?.click());
  await waits.says(".wall-time", /\d\.\d\d s/);
  const summaries = await Promise.all([article, waits].map(({ handle }) => handle.evaluate((element) => element.summary)));
  assert.deepEqual(summaries[0], summaries[1]);
  assert.equal(summaries[0]?.outcome, "finished");
  assert.deepEqual((await waits.told()).map(({ type }) => type).filter((type) => type !== "interleave-step"), ["interleave-start", "interleave-finish"]);
});
