// Messages in the reader's language, from the Fluent files in `languages/`, which the build has read.

import { FluentBundle, FluentNumber, type FluentResource, type FluentVariable } from "@fluent/bundle";

import type { Message, MessageValue } from "./engine.ts";
import { once, readTexts } from "./loading.ts";
import { partOf } from "./message_parts.ts";

export { AROUND } from "./message_parts.ts";

/** The languages of the site, each with its own name; the first is English. */
export type Languages = readonly (readonly [tag: string, name: string])[];

/** Returns the language that fits a tag like `zh-CN` best; English if none does. */
export function languageOf(tag: string, languages: Languages): string {
  // Most readers' language is the only one of its kind here; what is likely takes a browser a while to say.
  const kindOf = (tag: string) => tag.split("-", 1)[0]?.toLowerCase();
  const alike = languages.filter(([known]) => kindOf(known) === kindOf(tag));
  if (alike.length === 1 && alike[0]) return alike[0][0];
  const wanted = partsOf(tag);
  let best = { tag: "en", score: 0 };
  for (const [tag] of languages) {
    // The language must be the same; then the script counts, the region, and the tag to the letter.
    const same = partsOf(tag).map((part, index) => part === wanted[index]);
    const [language, script, region, letters] = same.map(Number) as [number, number, number, number];
    const score = language * (1 + 4 * script + 2 * region + letters);
    if (score > best.score) best = { tag, score };
  }
  return best.tag;
}

/** Returns language, script and region of a tag, the likely ones where the tag does not say, and itself. */
function partsOf(tag: string): (string | undefined)[] {
  try {
    const locale = new Intl.Locale(tag);
    const { language, script, region } = locale.maximize();
    return [language, script, region, locale.baseName];
  } catch {
    // This is the tag of no language.
    return [];
  }
}

/** Languages with digits of their own. */
const OWN_DIGITS = /^(?:ar|as|bn|ckb|dz|fa|mr|my|ne|ps|sa|ur)\b/;

/** Below this a whole number is its digits. The formatter of a browser takes a while to be made. */
const PLAIN_MAX = 1000;

class PlainNumber extends FluentNumber {
  override toString(): string {
    return String(this.value);
  }
}

/** The messages of one language. */
export class Messages {
  #names: Intl.ListFormat | undefined;
  /** The parts that were asked for because something of them was to be said. */
  readonly #asked = new Set<string>();
  readonly #met = new Set<string>();
  /** What is to be done once there is more to say. */
  readonly onMore = new Set<() => void>();

  constructor(
    readonly language: string,
    readonly bundle: FluentBundle,
    /** All that a reader may choose from. */
    readonly languages: Languages,
  ) {}

  /**
   * Returns a message with its arguments filled in; its key if there is no such message. One of a part
   * that is not loaded yet is empty until it is.
   */
  text(key: string, args: Record<string, MessageValue> = {}): string {
    const message = this.bundle.getMessage(key);
    if (!message?.value) return this.#ask(key) ? "" : key;
    const filled: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(args)) filled[name] = this.#variable(value);
    return this.bundle.formatPattern(message.value, filled, []);
  }

  /** Returns a message that may be missing. */
  maybe(key: string, args: Record<string, MessageValue> = {}): string | undefined {
    if (this.bundle.hasMessage(key)) return this.text(key, args);
    this.#ask(key);
    return undefined;
  }

  /** Asks for the part of a message, if it has one that was not asked for. Returns whether it is on its way. */
  #ask(key: string): boolean {
    const part = partOf(key);
    if (part === null || this.#asked.has(part)) return part !== null && !this.#met.has(part);
    this.#asked.add(part);
    this.loadMore(part).then(
      () => this.onMore.forEach((more) => more()),
      // Once the page is online again it is asked for anew.
      () => this.#asked.delete(part),
    );
    return true;
  }

  /** Loads a part of the messages that is not needed at first: see `partOf`. */
  async loadMore(name: string): Promise<void> {
    if (this.#met.has(name)) return;
    this.add(await readTexts(`languages/${this.language}.${name}`));
    this.#met.add(name);
  }

  /** Says whether a part is there. */
  has(name: string): boolean {
    return this.#met.has(name);
  }

  /** Adds messages, by their keys. */
  add(patterns: unknown): void {
    const entries = Object.entries(patterns as Record<string, FluentResource["body"][number]["value"]>);
    this.bundle.addResource({ body: entries.map(([id, value]) => ({ id, value, attributes: {} })) });
  }

  /** Returns sentences as one text. */
  say(phrases: Message[]): string {
    return phrases.map(({ key, args }) => this.text(key, args)).join(this.text("sentence-space"));
  }

  /** Writes seconds as the language does, with two decimals. */
  seconds(value: number): string {
    return this.text("seconds", { value: value.toFixed(2) });
  }

  /** Lists names as the language does; Chinese has blanks between its own words and others. */
  #list(names: string[]): string {
    this.#names ??= new Intl.ListFormat(this.language, { type: "conjunction" });
    const parts = this.#names.formatToParts(names);
    return parts.map(({ type, value }) => (type === "literal" && value === "和" ? " 和 " : value)).join("");
  }

  #variable(value: MessageValue): FluentVariable {
    if (Array.isArray(value)) return this.#list(value);
    if (typeof value === "object") return this.seconds(value.seconds);
    const isPlain = Number.isInteger(value) && Math.abs(Number(value)) < PLAIN_MAX;
    return isPlain && !OWN_DIGITS.test(this.language) ? new PlainNumber(Number(value)) : value;
  }
}

/** Loads the messages of the language that fits a tag best, with parts of them. */
export async function loadMessages(tag: string, parts: readonly string[] = []): Promise<Messages> {
  // English is there, whatever the list says: who reads English does not wait for the list.
  if (/^en\b/i.test(tag)) readTexts("languages/en").catch(() => {});
  const languages = (await readTexts("languages/index")) as Languages;
  const language = languageOf(tag, languages);
  // One does not wait for the other.
  for (const part of parts) readTexts(`languages/${language}.${part}`).catch(() => {});
  const messages = await once(`messages ${language}`, () => load(language, languages));
  await Promise.all(parts.map((part) => messages.loadMore(part)));
  return messages;
}

async function load(language: string, languages: Languages): Promise<Messages> {
  // No marks for the direction of text: names go into a canvas and into code as they are.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const messages = new Messages(language, bundle, languages);
  messages.add(await readTexts(`languages/${language}`));
  return messages;
}
