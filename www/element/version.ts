// A lesson with values, as the attribute `compare` names it.

import type { Messages } from "./messages.ts";

/** A lesson and the values that differ from its own. */
export interface Version {
  lesson: string;
  params: Record<string, string>;
}

/** Reads the attribute: a slug, and with other values than the lesson's own `slug?name=value&…`. */
export function versionOf(text: string): Version | null {
  const [lesson = "", params = ""] = text.split(/\?(.*)/s);
  return lesson ? { lesson, params: Object.fromEntries(new URLSearchParams(params)) } : null;
}

/** Writes a version as the attribute says it. */
export function nameOf({ lesson, params }: Version): string {
  const text = new URLSearchParams(params).toString();
  return text ? `${lesson}?${text}` : lesson;
}

/** Returns what a lesson is compared with, in words. */
export function titleOf(lesson: string, messages: Messages, version: Version): string {
  const title = messages.text(`lesson-${version.lesson}-title`);
  const params = Object.entries(version.params).map(([name, value]) => `${name} = ${value}`);
  const values = version.lesson === lesson && params.length === 0 ? [messages.text("compare-own")] : params;
  return values.length > 0 ? `${title} (${values.join(", ")})` : title;
}
