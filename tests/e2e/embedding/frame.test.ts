// `embed.html` in a frame of a page on another origin, which allows the frame nothing but scripts.

import assert from "node:assert/strict";
import test from "node:test";

import type { Frame, Page } from "puppeteer-core";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";
import { until } from "../kit/until.ts";

const site = useSite();
const hosts = new Hosts(site);

/** Follows what frames tell of their heights, as authors do, and keeps all that was told. */
const FOLLOWS = `globalThis.heights = [];
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "interleave-height") return;
    heights.push(data.height);
    for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.style.height = data.height + "px";
  });`;

interface Framed {
  page: Page;
  frame: Frame;
}

/** Opens a page whose frame shows what an address says. */
async function open(hash: string, width = 700): Promise<Framed> {
  const embed = `${site.origins.page}/embed.html#${hash.replaceAll("&", "&amp;")}`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">
    <style>body { margin: 0 } iframe { display: block; border: 0; width: ${width}px; height: 150px }</style><script>${FOLLOWS}</script></head>
    <body><iframe title="A run" sandbox="allow-scripts" src="${embed}"></iframe><p>Below</p></body></html>`;
  const page = await hosts.openAsWritten(html, { width: Math.max(width, 500) });
  // A frame that has no origin does not learn of the proxy that runs beside the site.
  site.allow(page, /interleave\.json/);
  const handle = await page.waitForSelector("iframe");
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("the page has no frame");
  return { page, frame };
}

/** Waits until the frame's element has run, and returns its summary. */
async function summary(frame: Frame): Promise<{ lesson: string; seconds: number }> {
  const ran = () => document.querySelector<InterleavePlayground>("interleave-playground")?.summary;
  await until(frame as unknown as Page, ran);
  const found = await frame.evaluate(ran);
  assert.ok(found);
  return found;
}

/** Waits until the frame is as high as what is in it, and returns how high that is. */
async function rests(page: Page, frame: Frame): Promise<number> {
  const measure = () => frame.evaluate(() => [innerWidth, document.documentElement.scrollHeight, document.querySelector("interleave-playground")?.getBoundingClientRect().height ?? 0]);
  let before = "";
  for (let turn = 0; turn < 50; turn += 1) {
    const [width, scroll, height = 0] = await measure();
    const outer = await page.$eval("iframe", (frame) => frame.clientHeight);
    const now = JSON.stringify([width, scroll, height, outer]);
    if (now === before && outer === Math.ceil(height) && outer === scroll) return outer;
    before = now;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the frame comes to no rest: ${before}`);
}

test("a frame that may run scripts and nothing else shows the run that its address says", async () => {
  const { page, frame } = await open("lesson=workers-as-tasks&params=worker_1%3D3&view=article&lang=zh-Hans&theme=dark&code=rust");
  assert.equal((await summary(frame)).seconds, 3);
  const seen = await frame.evaluate(() => {
    const element = document.querySelector<InterleavePlayground>("interleave-playground");
    const names = ["lesson", "view", "lang", "theme", "code"];
    return { origin, lang: document.documentElement.lang, values: names.map((name) => element?.getAttribute(name)), notice: element?.extras.notice };
  });
  assert.deepEqual(seen.values, ["workers-as-tasks", "article", "zh-Hans", "dark", "rust"]);
  assert.deepEqual([seen.origin, seen.lang, seen.notice], ["null", "zh-Hans", null]);
  await rests(page, frame);
  await site.screenshot(page, "frame-dark-chinese");
});

for (const width of [320, 700, 1000]) {
  test(`the page is told how high the element is: ${width} px`, async () => {
    for (const view of ["full", "article", "timeline"]) {
      const { page, frame } = await open(`lesson=workers-as-tasks&view=${view}&lang=en`, width);
      assert.equal((await summary(frame)).seconds, 2);
      const height = await rests(page, frame);
      assert.ok(height > (view === "full" ? 500 : 200) && height < 2400, `${view}: ${height}`);
      const heights = await page.evaluate(() => (globalThis as unknown as { heights: number[] }).heights);
      assert.equal(heights.at(-1), height);
      // What goes back and forth would never end.
      assert.ok(heights.length < 12, heights.join(" "));
      await site.keep(`frame-${view}-${width}`, await page.screenshot({ fullPage: true }));
    }
  });
}

test("another address in the same frame shows another run", async () => {
  const { page, frame } = await open("lesson=workers-as-tasks&view=timeline&params=worker_1%3D3");
  assert.equal((await summary(frame)).seconds, 3);
  await page.$eval("iframe", (frame) => void (frame.src = `${frame.src.split("#")[0]}#lesson=workers-in-turn&lang=zh-Hans`));
  const shown = () => {
    const element = document.querySelector<InterleavePlayground>("interleave-playground");
    return element?.summary?.lesson === "workers-in-turn" && element.view === "full";
  };
  await until(frame as unknown as Page, shown);
  assert.equal((await summary(frame)).seconds, 3);
  await rests(page, frame);
});

test("an address that waits does not run", async () => {
  const { frame } = await open("lesson=workers-as-tasks&autorun=false&lang=en");
  await until(frame as unknown as Page, () => document.querySelector("interleave-playground")?.shadowRoot?.querySelector("canvas"));
  assert.equal(await frame.$eval("interleave-playground", (element) => (element as InterleavePlayground).summary), null);
});

test("an address that is made to harm does none, and it is said what is not followed", async () => {
  const evil = encodeURIComponent("https://evil.example/");
  const values = encodeURIComponent(`proxy=${evil}&site=${evil}&limit=2`);
  const { page, frame } = await open(
    `lesson=movies-gather&lang=en&params=${values}&compare=${encodeURIComponent(`movies-gather?site=${evil}`)}&onclick=alert(1)&constructor=1&__proto__=2&recording=javascript:alert(1)&src=data:text/plain,x&style=color:red`,
  );
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await summary(frame);
  const element = await frame.waitForSelector("interleave-playground");
  assert.ok(element);
  await until(frame as unknown as Page, () => document.querySelector<InterleavePlayground>("interleave-playground")?.extras.notice);
  const seen = await frame.evaluate(() => {
    const element = document.querySelector("interleave-playground") as InterleavePlayground;
    return { names: element.getAttributeNames(), notice: element.extras.notice, params: { ...element.params }, compare: element.compare };
  });
  assert.equal(seen.notice, "An address cannot set site, proxy, onclick, constructor, __proto__, recording, src, style.");
  assert.deepEqual([seen.params, seen.compare], [{ limit: "2" }, "movies-gather"]);
  for (const name of ["onclick", "style", "recording", "src"]) assert.ok(!seen.names.includes(name), name);
  assert.deepEqual(asked.filter((address) => address.includes("evil")), []);
});

test("what makes no sense in an address is told of by the element, and the default is shown", async () => {
  for (const hash of ["lesson=nonsense&lang=en&speed=x", "%%%&lang=en", `lesson=${"a".repeat(70_000)}`, "lesson=gather&lang=%00%ff&params=%26%26%3D"]) {
    const { page, frame } = await open(hash);
    site.allow(page, /404.*nonsense\.json/);
    assert.equal((await summary(frame)).lesson, "gather", hash.slice(0, 40));
  }
});
