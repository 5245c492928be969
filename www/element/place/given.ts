// What a page gives as a property, in the form that the attribute has.
//
// Frameworks set properties where plain pages set attributes. A property takes what its attribute takes, and
// the values that scripts have at hand; null and undefined are the default. None of them makes it throw.

/** Values of parameters by their names. */
export type Params = Record<string, string>;

/** A value of a parameter that is none. */
export interface Strange {
  name: string;
  value: string;
}

/** What stands between the items of a list, and between the parts of an item: `url_1:2.5,url_2`. */
const SEPARATORS = [",", ":"];

/** Returns any value as text. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/** Returns a value of a parameter as text: texts, numbers, booleans, lists, and what says itself what it is. */
function valueOf(value: unknown, depth = 0): string | null {
  if (Array.isArray(value)) {
    const items = value.map((item) => valueOf(item, depth + 1));
    return depth < SEPARATORS.length && !items.includes(null) ? items.join(SEPARATORS[depth]) : null;
  }
  if (value === null || /^(?:undefined|symbol|function)$/.test(typeof value)) return null;
  const text = textOf(value);
  return typeof value === "object" && /^(?:object$|\[object )/.test(text) ? null : text;
}

/** Values as they were taken: they stay as they are, so that what is set anew is seen to be new. */
const taken = new WeakSet<Params>();

function entriesOf(given: unknown): [string, unknown][] {
  if (typeof given === "string") return [...new URLSearchParams(given)];
  if (typeof given !== "object" || given === null) throw new TypeError();
  const isList = Symbol.iterator in given;
  return Object.entries(isList ? Object.fromEntries(given as Iterable<[string, unknown]>) : given);
}

/** Takes values of parameters: as the attribute has them, as an object, or as pairs. */
export function takeParams(given: unknown): { params: Params; strange: Strange[] } {
  if (taken.has(given as Params)) return { params: given as Params, strange: [] };
  const [values, strange]: [[string, string][], Strange[]] = [[], []];
  try {
    for (const [name, value] of entriesOf(given ?? "")) {
      const text = valueOf(value);
      if (text !== null) values.push([name, text]);
      else if (value !== null && value !== undefined) strange.push({ name, value: textOf(value) });
    }
  } catch {
    strange.push({ name: "params", value: textOf(given) });
  }
  const params = Object.freeze(Object.fromEntries(values));
  taken.add(params);
  return { params, strange };
}

/** Takes whether something is so: as attributes say it, by being there, and as scripts do. */
export function takeFlag(given: unknown): boolean {
  return given === "" || Boolean(given);
}
