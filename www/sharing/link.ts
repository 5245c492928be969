// The link that shares what an element shows: how it is written. Every page loads this; what reads and packs
// links is in Rust, and is loaded with the first that is long.

import type { Attributed } from "../element/attributes.ts";
import type { Host } from "../element/host.ts";
import { addressOf, late } from "../element/loading.ts";

/** The parameters whose values are addresses to connect to. No link says them: who opens it did not choose them. */
const ADDRESS = /^(?:site|proxy)$/;

/** The longest link, behind its `#`, and from where on it is packed, in bytes: as in Rust. */
export const LINK_MAX = 65_536;
const PACKED_FROM = 1000;

let packing: ((fragment: string) => string) | undefined;

/** Loads what packs links. */
export async function loadPacking(): Promise<void> {
  packing = await late("packing", () => import("./packing.ts")).then(({ load }) => load());
}

/** Returns values without those that no link says. */
export function withoutAddresses(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !ADDRESS.test(name)));
}

/** Returns what is compared, a lesson with its values behind a `?`, without those that no link says. */
export function comparedWithout(compare: string): string {
  const [lesson = "", given = ""] = compare.split(/\?(.*)/s);
  const params = new URLSearchParams(withoutAddresses(Object.fromEntries(new URLSearchParams(given)))).toString();
  return params ? `${lesson}?${params}` : lesson;
}

/** What of an element a link says. */
export type Shared = Pick<
  Attributed & Host,
  "lesson" | "params" | "compare" | "code" | "axis" | "clock" | "view" | "given" | "position" | "messages"
>;

/** Writes what follows the `#`, without packing it; what is at its default is left out. */
export function fragmentOf({ lesson, params, compare, code, axis, clock, view, given, position, messages }: Shared): string {
  const { program } = given;
  const said = {
    lesson: program ? "" : lesson,
    program: program?.source ?? "",
    params: program ? "" : new URLSearchParams(withoutAddresses(params)).toString(),
    compare: comparedWithout(compare),
    code: code === "python" ? "" : code,
    axis: axis === "auto" ? "" : axis,
    clock: clock === "simulated" ? "" : clock,
    view: view === "full" ? "" : view,
    step: !program && position && position.stops > 0 ? String(position.stop + 1) : "",
    lang: messages?.language ?? "",
  };
  return `v=2&${new URLSearchParams(Object.entries(said).filter(([, value]) => value))}`;
}

/**
 * Returns the link to what an element shows, on the page that lies beside its scripts. A long one is packed,
 * once what packs is loaded: the first that is long asks for it.
 *
 * Throws a RangeError if it is longer than a link may be.
 */
export function linkOf(shown: Shared): string {
  const plain = fragmentOf(shown);
  if (plain.length >= PACKED_FROM && !packing) void loadPacking().catch(() => {});
  const fragment = packing?.(plain) ?? plain;
  if (fragment.length > LINK_MAX) throw new RangeError("what is shown is too long for a link");
  return `${pageAddress()}#${fragment}`;
}

/** Returns the address of the page beside the scripts. */
function pageAddress(): string {
  try {
    return addressOf("./").href;
  } catch {
    // All is in the one file that the reader has.
    return location.href.replace(/#.*/s, "");
  }
}
