// A language is one file: the page finds a made-up one by itself, and says in English what it lacks.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { languageOf } from "../../www/element/messages.ts";
import { languageFiles } from "../../xtask/texts/languages.ts";
import { pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

/** The folder of the languages, from that of the checkout, in which the tests run. */
const FOLDER = "www/languages";

/** The file of a made-up language. The file lacks nearly every message. */
const MADE_UP = `
language-name = Xish
lesson-gather-title = Xgather
`;

/** Returns the sources of all languages by their tags, with those of made-up ones. */
function sources(more: Record<string, string> = {}): Record<string, string> {
  const found = readdirSync(FOLDER).map((file) => [basename(file, ".ftl"), readFileSync(join(FOLDER, file), "utf8")]);
  return { ...(Object.fromEntries(found) as Record<string, string>), ...more };
}

/** Opens the page as if the site had been built with these languages. */
async function open(languages: Record<string, string>): Promise<Page> {
  const files = languageFiles(languages);
  const page = await site.open({ path: pathOf("gather") });
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const [, name = ""] = /\/languages-\w+\/(.+)\.json$/.exec(request.url()) ?? [];
    const body = files[name];
    void (body === undefined ? request.continue() : request.respond({ contentType: "application/json", body }));
  });
  await page.reload();
  return page;
}

test("a made-up language is there to be chosen, and English stands in for what it lacks", async () => {
  const page = await open(sources({ xx: MADE_UP }));
  const playground = await Playground.of(page);
  const names = await page.$$eval("#language option", (options) => options.map(({ text, value }) => [value, text]));
  assert.deepEqual(names, [
    ["en", "English"],
    ["xx", "Xish"],
    ["zh-Hans", "简体中文"],
  ]);
  const embed = await page.$eval("#embed", (button) => button.textContent);
  await page.select("#language", "xx");
  await page.waitForFunction(() => document.querySelector("#title")?.textContent === "Xgather");
  assert.equal(await page.$eval("#embed", (button) => button.textContent), embed);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "xx");
  assert.equal(await page.$eval("#language", (select) => (select as HTMLSelectElement).value), "xx");
  await playground.painted();
  assert.equal(await playground.handle.evaluate((element) => element.messages?.language), "xx");
});

test("the site has each language of the folder", async () => {
  const index = await (await fetch(site.origins.page)).text();
  const [, folder] = /href="(languages-\w+)\/index\.json"/.exec(index) ?? [];
  const answer = await fetch(new URL(`/${folder}/index.json`, site.origins.page));
  const languages = (await answer.json()) as [string, string][];
  assert.deepEqual(languages.map(([tag]) => tag).sort(), Object.keys(sources()).sort());
  for (const [tag] of languages) {
    assert.ok((await fetch(new URL(`/${folder}/${tag}.json`, site.origins.page))).ok, tag);
  }
});

test("a tag finds the language that fits it best", () => {
  const check = (tag: string, wanted: string, tags: string[]) =>
    assert.equal(languageOf(tag, tags.map((tag) => [tag, tag])), wanted, tag);
  const shipped = ["en", "zh-Hans"];
  for (const tag of ["zh", "zh-CN", "zh-Hans-SG", "zh-TW", "ZH-cn"]) check(tag, "zh-Hans", shipped);
  for (const tag of ["en", "en-GB", "de", "", "not a tag", "zhx"]) check(tag, "en", shipped);
  const many = ["en", "pt", "pt-BR", "zh-Hans", "zh-Hant"];
  check("zh-TW", "zh-Hant", many);
  check("zh-HK", "zh-Hant", many);
  check("zh-CN", "zh-Hans", many);
  check("pt-BR", "pt-BR", many);
  check("pt-AO", "pt", many);
});

test("a file that the page could not say is refused, by its name", () => {
  const refused = (source: string, sentence: RegExp) =>
    assert.throws(() => languageFiles(sources({ xx: source })), sentence);
  refused("a = b\n  .title = c\n", /xx\.ftl: a is more than a message/);
  refused("a = { $b\n", /xx\.ftl: a cannot be read/);
  assert.throws(() => languageFiles({ xx: MADE_UP }), /there is no en\.ftl/);
});
