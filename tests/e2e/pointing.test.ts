// Code and picture know each other: a line under the pointer lights its spans, and a span its line. The
// code can be copied, and no line of it is cut.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

async function open(code: string, width = 1280): Promise<Playground> {
  return Playground.of(await site.open({ width, path: `/#v=1&lesson=workers-as-tasks&code=${code}&step=1` }));
}

/** Returns what the picture looks like. */
async function picture(playground: Playground): Promise<string> {
  await playground.settled();
  return playground.handle.evaluate((element) => element.renderRoot.querySelector("canvas")?.toDataURL() ?? "");
}

/** Returns the number of the first line whose text fits. */
async function lineOf(playground: Playground, pattern: RegExp): Promise<number> {
  const lines = await playground.texts(".code li");
  const index = lines.findIndex((line) => pattern.test(line.replaceAll("\n", "")));
  assert.ok(index >= 0, `no line is ${pattern}`);
  return index + 1;
}

for (const [code, sleep, comment] of [
  ["python", /await asyncio\.sleep/, /^import asyncio/],
  ["rust", /sleep\(seconds\)/, /^use /],
] as const) {
  test(`a line under the pointer lights its spans: ${code}`, async () => {
    const playground = await open(code);
    const plain = await picture(playground);
    const line = async (pattern: RegExp) => playground.part(`.code li:nth-child(${await lineOf(playground, pattern)})`);
    await (await line(sleep)).hover();
    assert.notEqual(await picture(playground), plain, "no span is lit");
    await (await line(comment)).hover();
    assert.equal(await picture(playground), plain, "spans of no line are lit");
    await (await line(sleep)).hover();
    await playground.page.mouse.move(5, 5);
    assert.equal(await picture(playground), plain, "spans stay lit");
  });

  test(`a span under the pointer lights its line: ${code}`, async () => {
    const playground = await open(code);
    const box = await (await playground.part("canvas")).boundingBox();
    assert.ok(box);
    const lit = new Set<string>();
    for (let y = 40; y < box.height; y += 15) {
      await playground.page.mouse.move(box.x + box.width * 0.42, box.y + y);
      await playground.painted();
      for (const text of await playground.texts(".code .pointed")) lit.add(text.replace(/\s+/g, " "));
    }
    assert.ok([...lit].some((text) => sleep.test(text)), [...lit].join("\n"));
    await playground.page.mouse.move(5, 5);
    await playground.painted();
    assert.deepEqual(await playground.texts(".code .pointed"), []);
  });
}

test("the code is copied as it stands", async () => {
  const playground = await open("python");
  const context = playground.page.browserContext();
  await context.overridePermissions(site.origins.page, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  await playground.page.bringToFront();
  await playground.press("Copy");
  await playground.says(".copy", /Copied/);
  const copied = await playground.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^"""The same two workers as tasks: both sleep at the same time\."""\n\nimport asyncio\n/);
  assert.match(copied, /\n    task_1 = asyncio\.create_task\(worker\("worker_1", WORKER_1\), name="worker_1"\)\n/);
  assert.match(copied, /[^\n]\n$/);
});

for (const width of [320, 390, 1280]) {
  test(`long lines are wrapped, and hang: ${width} px`, async () => {
    const playground = await open("python", width);
    const lines = await playground.handle.evaluate((element) => {
      const scroller = element.renderRoot.querySelector<HTMLElement>(".code-scroller");
      if (!scroller) throw new Error("there is no code");
      const wrapped = [...element.renderRoot.querySelectorAll<HTMLElement>(".code li code")].flatMap((code) => {
        const blanks = /^ */.exec(code.innerText)?.[0].length ?? 0;
        const range = document.createRange();
        range.selectNodeContents(code);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
        const [first, last] = [boxes[0], boxes.at(-1)];
        if (!first || !last || last.top < first.bottom - 4) return [];
        const letter = parseFloat(getComputedStyle(code).fontSize) * 0.6;
        // Where the code of the first line begins, and where the last begins.
        const lasts = boxes.filter(({ top }) => Math.abs(top - last.top) < 4);
        return [{ first: first.left + blanks * letter, last: Math.min(...lasts.map(({ left }) => left)), letter }];
      });
      return { wrapped, cut: scroller.scrollWidth - scroller.clientWidth };
    });
    assert.equal(lines.cut, 0);
    assert.ok(lines.wrapped.length > 0, "no line is wrapped");
    for (const { first, last, letter } of lines.wrapped) {
      assert.ok(Math.abs(last - first - 2 * letter) < letter, `it hangs by ${(last - first) / letter} letters`);
    }
  });
}
