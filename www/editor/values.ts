// The values of a lesson as they are kept: in one way each, however they were typed.

import { readValues, type LessonInfo } from "../element/engine.ts";
import type { Params } from "./history.ts";

/**
 * Returns the values of a lesson by their names; what is not given is as the lesson starts with it, and what
 * makes no sense is as it was given. Under the names in upper case they are as the Python listing has them.
 */
export function valuesOf(lesson: LessonInfo | undefined, given: Params): Record<string, string> {
  const { slug = "", parameters = [] } = lesson ?? {};
  const read = readValues(slug, parameters.map(({ name, default: start }) => given[name] ?? start));
  const names = parameters.flatMap(({ name }) => [name, name.toUpperCase()]);
  return Object.fromEntries(names.map((name, index) => [name, read[index] ?? ""]));
}
