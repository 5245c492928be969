// Recordings that are made to harm: they are refused with a sentence or shown, and ask for nothing.

import assert from "node:assert/strict";
import test from "node:test";

import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { open, printed, recorded } from "./kit.ts";

const site = useSite();

/** How many changed recordings are opened one after the other; ten thousand are read by the command's tests. */
const MUTATED = 300;

/** A program that prints, names and raises what must not be fetched. */
const PROGRAM = `import asyncio

async def main():
    print("poster https://evil.example/a.png")
    print("<img src=https://evil.example/b.png>")
    print("javascript:alert(1)//c.svg")
    await asyncio.create_task(asyncio.sleep(1), name="https://evil.example/d.png")
    raise ValueError("https://evil.example/e.webp")

asyncio.run(main())
`;

/** A recording that is consistent, whatever it prints: the command has read the same words from a program. */
function hostile(): string {
  try {
    return recorded(PROGRAM);
  } catch (error) {
    // A run that raises an error ends with another code, and is written all the same.
    return (error as { stdout: string }).stdout;
  }
}

/** Numbers by chance, the same for the same seed (mulberry32). */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Changes a recording: its bytes, one of its fields, or the record in it. */
function mutated(json: string, seed: number): string {
  const below = chances(seed);
  const kind = below(3);
  const cut = (text: string) => {
    const at = below(text.length);
    const put = ["", "0", "\\u0000", "A", text.slice(at, at + 9)][below(5)] ?? "";
    return text.slice(0, at) + put + text.slice(at + below(3));
  };
  if (kind === 0) return cut(json);
  const document = JSON.parse(json) as Record<string, unknown>;
  const names = Object.keys(document);
  const name = kind === 1 ? (names[below(names.length)] ?? "") : "recording";
  document[name] = kind === 1 ? [null, -1, 1e300, "https://evil.example/f.png", [], {}][below(6)] : cut(String(document["recording"]));
  return JSON.stringify(document);
}

test("no recording makes the page ask for anything", async () => {
  const crawl = printed("", "run", "movies-gather", "--set", "limit=2", "--set", "site=https://evil.example/", "--format", "json");
  const article = await open(site, '<interleave-playground lesson="timeout" autorun></interleave-playground>');
  const { page, handle } = article;
  await article.says(".wall-time", /5\.00/);
  const asked: string[] = [];
  const open1 = (json: string) =>
    handle.evaluate(async (element, json) => {
      const said = await element.extras.open(new File([json], "x.json")).then(() => null, String);
      element.toStart();
      await element.updateComplete;
      element.toEnd();
      await element.updateComplete;
      return said;
    }, json);
  // What opens recordings is loaded with the first one, and the lesson of the crawl with its own.
  const own = hostile();
  assert.equal(await open1(own), null);
  assert.equal(await open1(crawl), null);
  await until(page, (element: Element) => (element.shadowRoot?.querySelectorAll(".console li").length ?? 0) > 0, handle);
  // A little later every page loads what prepares it for paper.
  await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/paper-")));
  page.on("request", (request) => asked.push(request.url()));
  for (const json of [own, crawl]) {
    assert.equal(await open1(json), null);
    const shown = await handle.evaluate((element) => {
      const images = [...element.renderRoot.querySelectorAll("img")];
      return [images.map(({ src }) => src.slice(0, 20)), element.lines.map(({ text }) => text)];
    });
    assert.ok(shown[1]?.some((line) => line.includes("evil.example")), String(shown[1]));
    for (const source of shown[0] ?? []) assert.match(source, /^data:image/);
  }
  const said = { shown: 0, refused: 0 };
  for (let seed = 0; seed < MUTATED; seed += 1) {
    const refusal = await open1(mutated(seed % 2 ? own : crawl, seed));
    if (refusal === null) said.shown += 1;
    else assert.match(refusal, /“x\.json”/, `seed ${seed}`);
    if (refusal !== null) said.refused += 1;
  }
  assert.ok(said.refused > MUTATED / 2, JSON.stringify(said));
  assert.deepEqual(asked.filter((url) => !url.startsWith("data:")), []);
});
