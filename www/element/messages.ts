// Messages in the reader's language, from the Fluent files in `languages/`, which the build has read.

import { FluentBundle, type FluentResource, type FluentVariable } from "@fluent/bundle";

import type { Message, MessageValue } from "./engine.ts";

export const languages = ["en", "zh-Hans"] as const;
export type Language = (typeof languages)[number];

/** Returns the language that fits a tag like `zh-CN` best. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith("zh") ? "zh-Hans" : "en";
}

/** The messages of one language. */
export class Messages {
  readonly #names: Intl.ListFormat;

  constructor(
    readonly language: Language,
    readonly bundle: FluentBundle,
  ) {
    this.#names = new Intl.ListFormat(language, { type: "conjunction" });
  }

  /** Returns a message with its arguments filled in; its key if there is no such message. */
  text(key: string, args: Record<string, MessageValue> = {}): string {
    const message = this.bundle.getMessage(key);
    if (!message?.value) return key;
    const filled: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(args)) filled[name] = this.#variable(value);
    return this.bundle.formatPattern(message.value, filled, []);
  }

  /** Returns a message that may be missing. */
  maybe(key: string, args: Record<string, MessageValue> = {}): string | undefined {
    return this.bundle.hasMessage(key) ? this.text(key, args) : undefined;
  }

  /** Returns sentences as one text. */
  say(phrases: Message[]): string {
    const space = this.language === "en" ? " " : "";
    return phrases.map(({ key, args }) => this.text(key, args)).join(space);
  }

  /** Writes seconds as the language does, with two decimals. */
  seconds(value: number): string {
    return this.text("seconds", { value: value.toFixed(2) });
  }

  #variable(value: MessageValue): FluentVariable {
    if (Array.isArray(value)) return this.#names.format(value);
    if (typeof value === "object") return this.seconds(value.seconds);
    return value;
  }
}

const loaded = new Map<Language, Promise<Messages>>();

/** Loads the messages of a language, once a page. */
export function loadMessages(language: Language): Promise<Messages> {
  const found = loaded.get(language);
  if (found) return found;
  const loading = load(language).catch((error: unknown) => {
    loaded.delete(language);
    throw error;
  });
  loaded.set(language, loading);
  return loading;
}

async function load(language: Language): Promise<Messages> {
  const answer = await fetch(new URL(`./languages/${language}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  // No marks for the direction of text: names go into a canvas and into code as they are.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const patterns = (await answer.json()) as Record<string, FluentResource["body"][number]["value"]>;
  const body = Object.entries(patterns).map(([id, value]) => ({ id, value, attributes: {} }));
  bundle.addResource({ body });
  return new Messages(language, bundle);
}
