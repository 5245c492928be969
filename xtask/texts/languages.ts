// The languages of the page, made of their Fluent files while the site is built. So no page has to read
// such files, and the page finds the languages in the site.

import { FluentResource } from "@fluent/bundle";

import { partOf } from "../../www/element/message_parts.ts";

type Pattern = FluentResource["body"][number]["value"];

/** The language whose messages stand in for those that another lacks. */
const STAND_IN = "en";

/**
 * Returns the files of the site's folder `languages`, as JSON by their names, of Fluent files by their
 * tags: `TAG` has the pattern of each message by its key, with the English one where the language lacks
 * it; `index` has the tag and the name of each language, English first. What is read later is in files of
 * its own, `TAG.PART`: `parameters` are the names of the parameters of each lesson, by its slug, whose help
 * goes where the lesson's account is.
 */
export function languageFiles(
  sources: Record<string, string>,
  parameters: Record<string, string[]> = {},
): Record<string, string> {
  const tags = Object.keys(sources).sort();
  tags.sort((a, b) => Number(b === STAND_IN) - Number(a === STAND_IN));
  const languages = tags.map((tag) => ({ tag, patterns: patternsOf(tag, sources[tag] ?? "") }));
  const [english] = languages;
  if (english?.tag !== STAND_IN) throw new Error(`there is no ${STAND_IN}.ftl`);
  const parts: Record<string, Record<string, Pattern>> = {};
  for (const { tag, patterns } of languages) {
    for (const [key, pattern] of new Map([...english.patterns, ...patterns])) {
      const help = /^parameter-(.+)-help$/.exec(key)?.[1] ?? "";
      const lessons = Object.keys(parameters).filter((slug) => parameters[slug]?.includes(help));
      for (const part of lessons.length > 0 ? lessons : [partOf(key)]) {
        (parts[part === null ? tag : `${tag}.${part}`] ??= {})[key] = pattern;
      }
    }
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]));
  files["index"] = JSON.stringify(languages.map(({ tag, patterns }) => [tag, nameOf(tag, patterns)]));
  return files;
}

/** Returns the language's own name for itself; its tag if the language does not say. */
function nameOf(tag: string, patterns: Map<string, Pattern>): string {
  const name = patterns.get("language-name");
  return typeof name === "string" ? name : tag;
}

/** Reads the messages of a language; fails on what the page could not say. */
function patternsOf(tag: string, source: string): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const { id, value, attributes } of new FluentResource(source).body) {
    if (value === null || Object.keys(attributes).length > 0) throw new Error(`${tag}.ftl: ${id} is more than a message`);
    patterns.set(id, value);
  }
  // What the parser cannot read, it leaves out.
  for (const [, key = ""] of source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)) {
    if (!patterns.has(key)) throw new Error(`${tag}.ftl: ${key} cannot be read`);
  }
  return patterns;
}
