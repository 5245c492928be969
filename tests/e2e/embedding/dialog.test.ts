// The dialog that shares what is shown: the lines for other pages, how they look there, and a link.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { violations } from "../kit/accessible.ts";
import { isFirefox } from "../kit/browser.ts";
import { Playground } from "../kit/element.ts";
import { Front } from "../kit/front.ts";
import { useSite, type View } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { printed } from "./kit.ts";

const site = useSite();

/** Opens the dialog over what an address shows. */
async function open(view: View = {}): Promise<Page> {
  const page = await site.open({ path: "/#v=1&lesson=gather&code=python&lang=en", ...view });
  await Playground.of(page);
  await page.$eval("#embed", (button) => (button as HTMLElement).click());
  await page.waitForSelector("dialog[open]");
  await lines(page);
  return page;
}

/** Returns the lines that are shown, once they are there. */
async function lines(page: Page): Promise<string> {
  await until(page, () => document.querySelector("#embed-code")?.ariaBusy === "false");
  return page.$eval("#embed-code", (code) => code.textContent ?? "");
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.select(`#embed-choice-${name}`, value);
}

test("the HTML is that of the command, with its picture and its room", async () => {
  const page = await open();
  const html = printed("", "embed", "gather", "--site", site.origins.page);
  assert.equal(await lines(page), html);
  await choose(page, "theme", "dark");
  await choose(page, "lang", "zh-Hans");
  const chosen = printed("", "embed", "gather", "--site", site.origins.page, "--theme", "dark", "--lang", "zh-Hans");
  await until(page, (chosen: string) => document.querySelector("#embed-code")?.textContent === chosen, chosen);
});

test("what is chosen is in the lines of each kind, and the preview is the element", async () => {
  const page = await open({ path: "/#v=1&lesson=gather&code=python&lang=en&params=urls%3Durl_1%253A2" });
  await choose(page, "view", "timeline");
  await choose(page, "code", "rust");
  await page.click("#embed-choice-autorun");
  const found: Record<string, string> = {};
  for (const kind of ["html", "iframe", "markdown", "myst", "jupyter", "react"]) {
    await page.click(`#embed-tab-${kind}`);
    found[kind] = await lines(page);
  }
  const { origin } = new URL(page.url());
  const address = `${origin}/embed.html#lesson=gather&params=urls%3Durl_1%253A2&view=timeline&code=rust`;
  assert.match(found["html"] ?? "", /^<style>.*37em.*\n<interleave-playground lesson="gather" params="urls=url_1%3A2" view="timeline" code="rust">\n<svg /);
  assert.equal(
    found["iframe"],
    `<iframe src="${address.replaceAll("&", "&amp;")}" title="Four pages with gather" width="100%" height="480" loading="lazy" sandbox="allow-scripts"></iframe>\n`,
  );
  assert.equal(found["markdown"], '```interleave gather params="urls=url_1%3A2" view="timeline" code="rust" autorun=false\nFour pages with gather\n```\n');
  assert.ok(found["myst"]?.includes(`:::{iframe} ${address}\n`));
  const state = /^:::\{anywidget\} anywidget\.js\n(.*?)\n:::/s.exec(found["myst"] ?? "")?.[1] ?? "";
  assert.deepEqual(JSON.parse(state), { lesson: "gather", params: { urls: "url_1:2" }, view: "timeline", code: "rust" });
  assert.ok(found["jupyter"]?.includes(JSON.stringify(address)));
  assert.ok(found["react"]?.includes('params={"urls=url_1%3A2"}'));
  const preview = await page.$eval(".preview interleave-playground", ({ lesson, view, code, autorun, params }) => ({ lesson, view, code, autorun, params }));
  assert.deepEqual(preview, { lesson: "gather", view: "timeline", code: "rust", autorun: false, params: { urls: "url_1:2" } });
  // Another lesson comes with its own values.
  await page.click("#embed-tab-html");
  await choose(page, "what", "timeout");
  assert.ok((await lines(page)).includes('lesson="timeout"') && !(await lines(page)).includes("url_1"));
});

test("what is copied is what is shown, and that is told", async (context) => {
  if (isFirefox) return context.skip("this version of Firefox gives scripts no clipboard to read");
  const page = await open();
  await page.browserContext().overridePermissions(site.origins.page, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  for (const [button, text] of [
    ["#copy", await lines(page)],
    ["#copy-link", await page.$eval("#embed-link", (field) => (field as HTMLInputElement).value)],
  ] as const) {
    await page.click(button);
    await until(page, (button: string) => document.querySelector(button)?.textContent === "Copied", button);
    assert.equal(await page.$eval("#embed-dialog [role=status]", (status) => status.textContent), "Copied");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  }
});

test("the HTML in an article of another origin shows its picture without scripts, and runs with them", async (context) => {
  if (isFirefox) return context.skip("this version of Firefox cannot be told to run no scripts");
  const html = await lines(await open());
  const pages = { "/article.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">${html}</html>` };
  const front = await Front.open(site.origins.page, { pages });
  try {
    const page = await site.open({ path: "about:blank" });
    await page.setJavaScriptEnabled(false);
    await page.goto(`${front.origin}/article.html`);
    const height = await page.$eval("svg.interleave-still", (svg) => svg.getBoundingClientRect().height);
    assert.ok(height > 100, `the picture is ${height} px high`);
    await page.setJavaScriptEnabled(true);
    await page.goto(`${front.origin}/article.html`);
    await until(page, () => document.querySelector("interleave-playground")?.summary?.seconds === 4);
  } finally {
    await front.stop();
  }
});

test("the link opens to the same picture in a fresh profile", async () => {
  const page = await open({ path: "/#v=1&lesson=gather&code=rust&lang=en&axis=time&step=5&params=urls%3Durl_2%252Curl_1" });
  const link = await page.$eval("#embed-link", (field) => (field as HTMLInputElement).value);
  const picture = (page: Page) =>
    page.$eval("interleave-playground", async (element) => (await element.exportAs("svg")).text());
  const again = await Playground.of(await site.open({ path: new URL(link).pathname + new URL(link).hash }));
  await again.says(".when", /step 5 of/);
  assert.equal(await picture(again.page), await picture(page));
});

test("the code of a link is large, black on white in the dark, and one that is too long is told", async () => {
  const page = await open({ theme: "dark" });
  await page.click("#embed-qr");
  await page.waitForSelector("#embed-dialog .code svg");
  const { width, fills } = await page.$eval("#embed-dialog .code svg", (svg) => ({
    width: svg.getBoundingClientRect().width,
    fills: [...svg.children].map((part) => getComputedStyle(part).fill),
  }));
  assert.ok(width >= 400, `${width} px`);
  assert.deepEqual(fills, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  const urls = Array.from({ length: 180 }, (_, index) => `url_${index}:${(index % 50) + 1}.${index % 9}`).join(",");
  const params = new URLSearchParams({ urls }).toString();
  const long = await open({ path: `/#${new URLSearchParams({ v: "1", lesson: "gather", code: "python", lang: "en", params })}` });
  await long.click("#embed-qr");
  await until(long, () => document.querySelector("#embed-dialog .code")?.textContent?.includes("too long"));
});

test("keys go through the tabs, stay in the dialog, and close it", async () => {
  const page = await open();
  await page.focus("#embed-tab-html");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "embed-tab-iframe");
  assert.match(await lines(page), /^<iframe/);
  await page.keyboard.press("End");
  assert.match(await lines(page), /^import "interleave-playground/);
  await page.keyboard.press("Home");
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector("dialog"));
  assert.equal(await page.$$eval("interleave-playground", (all) => all.length), 1);
});

for (const [name, view] of [
  ["on a desk", {}],
  ["dark", { theme: "dark" }],
  ["in a hand", { width: 390, height: 844, isPhone: true }],
  ["in colours of the system", { isForced: true }],
  ["in Chinese", { path: "/#v=1&lesson=gather&code=python&lang=zh-Hans" }],
] as [string, View][]) {
  test(`the dialog breaks no rule of accessibility ${name}`, async () => {
    const page = await open(view);
    for (const kind of ["html", "iframe", "markdown", "myst", "jupyter", "react"]) {
      await page.click(`#embed-tab-${kind}`);
      await site.screenshot(page, `dialog ${name} ${kind}`);
    }
    await page.$eval("#embed-dialog", (dialog) => (dialog.scrollTop = 0));
    await page.click("#embed-qr");
    await page.waitForSelector("#embed-dialog .code svg");
    await site.screenshot(page, `dialog ${name} code`);
    assert.deepEqual(await violations(page), []);
    const { scrollWidth, clientWidth } = await page.$eval("#embed-dialog", ({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
  });
}
