// A reader writes a program: a listing is edited, runs a moment after the last key, and shows what is wrong where
// it is wrong.

import assert from "node:assert/strict";
import test from "node:test";

import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import type { InterleavePlayground } from "../../../www/element/playground.ts";

const site = useSite();

/** Opens a lesson, and its listing in the editor. */
async function edit(lesson: string): Promise<Playground> {
  const playground = await Playground.of(await site.open({ path: `${pathOf(lesson)}&code=python` }));
  const button = await playground.part(".code-card button.edit");
  await button.evaluate((button) => (button as HTMLElement).click());
  await playground.part(".cm-content");
  return playground;
}

/** Types at the end of the program. */
async function type(playground: Playground, text: string): Promise<void> {
  const { keyboard } = playground.page;
  await playground.handle.evaluate((element) => element.renderRoot.querySelector<HTMLElement>(".cm-content")?.focus());
  await keyboard.down("Control");
  await keyboard.press("End");
  await keyboard.up("Control");
  await keyboard.type(text);
}

/** Waits until a run is over that has printed a line as its last. */
async function printed(playground: Playground, line: string): Promise<void> {
  const isPrinted = (element: InterleavePlayground, line: string) => element.summary?.console.at(-1)?.text === line;
  await until(playground.page, isPrinted, playground.handle, line);
}

test("a listing is edited, runs by itself, and is left for the lesson again", async () => {
  const playground = await edit("workers-as-tasks");
  await type(playground, '\nprint("and more")\n');
  await printed(playground, "and more");
  const summary = await playground.summary();
  assert.equal(summary?.lesson, "workers_as_tasks.py");
  assert.equal(summary?.seconds, 2);
  assert.deepEqual(summary?.tasks.map(({ name, state }) => `${name} ${state}`), ["main returned", "worker_1 returned", "worker_2 returned"]);
  assert.match((await playground.handle.evaluate((element) => element.program)) ?? "", /print\("and more"\)\n$/);
  await site.screenshot(playground.page, "lab-edited");
  await playground.press("Back to the lesson");
  await playground.says(".code", /WORKER_1 = 1/);
  await until(playground.page, (element: InterleavePlayground) => element.summary?.lesson === "workers-as-tasks", playground.handle);
  assert.equal(await playground.handle.evaluate((element) => element.program), null);
});

test("what is no program is marked where it is wrong, and the picture before stays", async () => {
  const playground = await edit("workers-as-tasks");
  await type(playground, "\nprint(1)\n");
  await printed(playground, "1");
  await type(playground, "x = = 2\n");
  await playground.says(".code-card .refusal", /invalid syntax/);
  assert.equal(await playground.text(".editor .wrong-line"), "x = = 2");
  assert.equal((await playground.summary())?.console.at(-1)?.text, "1");
  const { keyboard } = playground.page;
  await keyboard.press("Backspace");
  for (let letter = 0; letter < "= 2".length; letter += 1) await keyboard.press("Backspace");
  await keyboard.type("2\nprint(x)\n");
  await printed(playground, "2");
  assert.deepEqual(await playground.texts(".code-card .refusal"), []);
});

test("what a program raises is told with its traceback, apart from what it prints", async () => {
  const playground = await edit("gather");
  await type(playground, '\nprint("before")\nraise ValueError("no")\n');
  await printed(playground, "before");
  const summary = await playground.summary();
  assert.equal(summary?.outcome, "raised");
  assert.deepEqual([summary?.error?.kind, summary?.error?.message], ["ValueError", "no"]);
  await playground.handle.evaluate((element) => element.toEnd());
  await playground.says(".console .errors", /^Traceback \(most recent call last\):[^]*ValueError: no\s*$/);
});

const RUNAWAYS: Record<string, string> = {
  "the module": "while True: pass",
  "a function": "def f():\n while 1: pass\nf()",
  "a coroutine": "import asyncio\nasync def f():\n while 1: pass\nasyncio.run(f())",
  "a generator": "def g():\n while 1: yield 1\nfor _ in g(): pass",
  "a comprehension": "import itertools\n[0 for _ in itertools.count() if 0]",
  "a callback": "import asyncio\nasync def f():\n asyncio.get_running_loop().call_soon(g)\n await asyncio.sleep(1)\ndef g():\n while 1: pass\nasyncio.run(f())",
  "a regular expression": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
  "a number": "10**10**8",
  "a sum": "sum(range(10**12))",
  "a loop that catches all": "import asyncio\nasync def f():\n while 1:\n  try:\n   while 1: pass\n  except BaseException: pass\nasyncio.run(f())",
};

for (const [name, source] of Object.entries(RUNAWAYS)) {
  test(`a program without end is stopped, with what was recorded: ${name}`, async () => {
    const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
    const text = `print("begun")\n${source}\n`;
    await playground.handle.evaluate((element, text) => {
      element.program = text;
    }, text);
    await playground.says(".start", /Run this program/);
    const stopped = await playground.handle.evaluate(async (element) => {
      const run = element.run();
      // Loading it takes a while the first time.
      for (;;) {
        await new Promise((done) => setTimeout(done, 300));
        if (element.extras.lab?.hasPart) break;
      }
      const began = performance.now();
      element.stop();
      const summary = await run;
      return { took: performance.now() - began, summary };
    });
    assert.equal(stopped.summary.outcome, "stopped");
    assert.deepEqual(stopped.summary.console.map(({ text }) => text), ["begun"]);
    // The one bound of time that is promised.
    assert.ok(stopped.took < 200, `${stopped.took} ms`);
  });
}

test("a page that is loaded again shows the program, and runs it when the reader says so", async () => {
  const playground = await edit("gather");
  const { page } = playground;
  await type(playground, '\nprint("kept")\n');
  await printed(playground, "kept");
  // The address follows a moment after the run, packed once what packs is loaded.
  const isWritten = (element: InterleavePlayground) =>
    location.hash.includes("kept") || location.hash === new URL(element.shareUrl()).hash;
  await until(page, isWritten, playground.handle);
  await page.reload();
  const handle = await page.waitForSelector("interleave-playground");
  await until(page, (element: Partial<InterleavePlayground>) => /print\("kept"\)/.test(element.program ?? ""), handle);
  const [summary, isOffered] = await page.$eval("interleave-playground", (element) => [
    element.summary,
    element.renderRoot.querySelector(".start")?.textContent?.trim(),
  ]);
  assert.deepEqual([summary, isOffered], [null, "Run this program"]);
  await page.$eval("interleave-playground", (element) => element.renderRoot.querySelector<HTMLElement>(".start")?.click());
  await until(page, (element: Partial<InterleavePlayground>) => element.summary?.console.at(-1)?.text === "kept", handle);
});

test("Tab indents, and leaves the editor after Escape", async () => {
  const playground = await edit("gather");
  await type(playground, "\n");
  const { keyboard } = playground.page;
  const text = () => playground.handle.evaluate((element) => element.renderRoot.querySelector(".cm-content")?.textContent ?? "");
  const before = await text();
  await keyboard.press("Tab");
  assert.equal(await text(), `${before}    `);
  await keyboard.press("Escape");
  await keyboard.press("Tab");
  const isInside = await playground.handle.evaluate((element) => element.shadowRoot?.activeElement?.matches(".cm-content") ?? false);
  assert.equal(isInside, false);
});

test("a file of Python is opened where it is dropped", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  await playground.handle.evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File(['print("dropped")\n'], "mine.py", { type: "text/x-python" }));
    const target = element.renderRoot.querySelector(".stage");
    for (const type of ["dragover", "drop"]) target?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
  });
  await playground.part(".cm-content");
  await playground.says(".code-card .file", /^mine\.py$/);
  assert.equal(await playground.handle.evaluate((element) => element.program), 'print("dropped")\n');
  await playground.press("Run this program");
  await printed(playground, "dropped");
});

test("a lesson that is opened while a program runs is what is shown", async () => {
  const playground = await edit("gather");
  const { page } = playground;
  await type(playground, "\nwhile True: pass\n");
  await until(page, (element: InterleavePlayground) => element.extras.lab?.hasPart === true, playground.handle);
  await page.$eval('#course a[data-lesson="tasks"]', (link) => (link as HTMLElement).click());
  await until(page, (element: InterleavePlayground) => element.summary?.lesson === "tasks", playground.handle);
  // What was stopped comes back in no later turn.
  await playground.painted();
  await until(page, () => location.hash.includes("lesson=tasks"));
  assert.deepEqual([await playground.handle.evaluate((element) => element.program), (await playground.summary())?.lesson], [null, "tasks"]);
});

test("a script gives a program and runs it in one go", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const printed = await playground.handle.evaluate(async (element) => {
    const texts: string[] = [];
    for (const text of ["one", "two"]) {
      element.program = `print("${text}")\n`;
      const { console } = await element.run();
      texts.push(...console.map(({ text }) => text));
    }
    return texts;
  });
  assert.deepEqual(printed, ["one", "two"]);
});

const ENDS: Record<string, [source: string, kind: string]> = {
  "coroutines that await each other without end": ["import asyncio\nasync def f(n): await f(n + 1)\nasyncio.run(f(0))", "RecursionError"],
  "a value that is nested too deeply": ["x = []\nfor i in range(100000): x = [x]\nrepr(x)", "RecursionError"],
  "a thread, of which there is one": ["import asyncio, time\nasync def f(): await asyncio.to_thread(time.sleep, 1)\nasyncio.run(f())", "RuntimeError"],
};

for (const [name, [source, kind]] of Object.entries(ENDS)) {
  test(`a program ends as it would, with what it printed: ${name}`, async () => {
    const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
    const summary = await playground.handle.evaluate(async (element, text) => {
      element.program = text;
      return element.run();
    }, `print("begun")\n${source}\n`);
    assert.deepEqual([summary.outcome, summary.error?.kind], ["raised", kind]);
    assert.equal(summary.console[0]?.text, "begun");
  });
}
