// The element in pages that allow little: no styles but the page's own, no texts that become HTML but by
// the policies that README.md names. Nothing that it does is reported.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import { isFirefox } from "../kit/browser.ts";
import { Playground } from "../kit/element.ts";
import { Front, pageOf } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";

/** The policies of the element, and the one of the library that it renders with. */
const POLICIES = "lit-html interleave-worker interleave-html";

const site = useSite();
const fronts: Front[] = [];
after(() => Promise.all(fronts.map((front) => front.stop())));

/** Opens a page with a policy, which keeps what is reported. */
async function open(path: string, policy: (origin: string) => string): Promise<[Page, Playground]> {
  const script = "/reports.js";
  const keeps = `globalThis.reports = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, sample, blockedURI, sourceFile }) =>
      reports.push([violatedDirective, blockedURI, sample, sourceFile].join(" ")));`;
  const head = `<script src="${script}"></script>`;
  const own = async (path: string) => (await (await fetch(site.origins.page + path)).text()).replace("<head>", `<head>${head}`);
  const tag = (lesson: string) => `<interleave-playground lesson="${lesson}" autorun></interleave-playground>`;
  const front = await Front.open(site.origins.page, {
    pages: { "/": await own("/"), "/embed.html": await own("/embed.html"), "/article.html": pageOf(tag("workers-as-tasks"), 'lang="en"', head) },
    scripts: { [script]: keeps },
    headers: (origin) => ({ "content-security-policy": policy(origin) }),
  });
  fronts.push(front);
  const page = await site.open({ path: `${front.origin}${path}` });
  return [page, await Playground.of(page)];
}

async function reports(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports);
}

function strict(origin: string): string {
  return `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${origin};
    img-src 'self' data:`.replace(/\s+/g, " ");
}

/** Goes through what a reader does. */
async function useAll(page: Page, playground: Playground): Promise<void> {
  await playground.seek(0);
  await playground.key("Tab");
  for (const name of ["Next step", "Next second", "Play", "Pause", "To the end"]) await playground.press(name);
  const canvas = await playground.part("canvas");
  await canvas.hover();
  for (const card of [".figures-card summary", ".transcript-card summary"]) await (await playground.part(card)).evaluate((summary) => (summary as HTMLElement).click());
  await until(page, (element: Element) => element.shadowRoot?.querySelector(".figures table, .figures p"), playground.handle);
  await (await playground.part(".export")).click();
  await until(page, (element: Element) => element.shadowRoot?.querySelector(".menu:popover-open"), playground.handle);
  await playground.key("Escape");
  for (const format of ["svg", "png", "json", "text", "chrome-trace"] as const) {
    const size = await playground.handle.evaluate(async (element, format) => (await element.exportAs(format)).size, format);
    assert.ok(size > 0, format);
  }
  await (await playground.part(".question")).click();
  await playground.key("Escape");
  await playground.set({ compare: "workers-in-turn", code: "rust" });
  await playground.painted();
  await playground.set({ lang: "zh-Hans" });
  await playground.says(".bar", /下一步/);
  await playground.set({ compare: "", lang: "en", lesson: "queue-join" });
  await playground.says(".file", /queue_join/);
  await playground.settled();
  // A million tasks are run in a worker.
  await playground.show("ten-thousand", { pages: "50000" });
  await playground.run();
  await playground.show("workers-as-tasks", { worker_1: "0.2", worker_2: "0.1" }, "live");
  await playground.run();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
}

for (const path of ["/", "/article.html", "/embed.html#lesson=workers-as-tasks&lang=en"]) {
  test(`nothing is reported where a page allows no styles but its own: ${path}`, async () => {
    const [page, playground] = await open(path, strict);
    await useAll(page, playground);
    assert.deepEqual(await reports(page), []);
    const swatches = await playground.handle.evaluate((element) =>
      [...element.renderRoot.querySelectorAll(".legend i")].map((part) => getComputedStyle(part).backgroundColor),
    );
    assert.ok(new Set(swatches).size >= 3, swatches.join());
  });
}

test("the page goes through its chapter, its course and its dialog without a report", async () => {
  const [page, playground] = await open("/", strict);
  await page.select("#language", "zh-Hans");
  await playground.says(".bar", /下一步/);
  await page.select("#language", "en");
  await page.select("#theme", "dark");
  await page.click("#embed");
  await until(page, () => document.querySelector("dialog[open]"));
  await playground.key("Escape");
  await page.click('#course [data-lesson="words"]');
  await until(page, () => document.querySelector("#words .picture"));
  assert.deepEqual(await reports(page), []);
});

test("where trusted types are required nothing is reported, and a crawl is read", async (context) => {
  if (isFirefox) return context.skip("this version of Firefox knows of no trusted types");
  const [page, playground] = await open("/article.html", (origin) => {
    return `${strict(origin)}; require-trusted-types-for 'script'; trusted-types ${POLICIES}`;
  });
  await useAll(page, playground);
  // The pages of the crawl are read as those of a live one are.
  await playground.show("movies-gather");
  const summary = await playground.run();
  assert.equal(summary.outcome, "finished");
  assert.ok(summary.console.length > 10, "the pages were read");
  assert.deepEqual(await reports(page), []);
});
