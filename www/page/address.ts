// The address: what it says of the page, and how it is written.
//
// What follows the `#` is `name=value` pairs. `v=1` is their version. Addresses of before had no `code`,
// and showed Rust, and no `step`, and showed the end of the run: they still do. Links that are shared are `v=2`
// (`www/sharing/link.ts`): a plain one is read here, so that nothing else is shown first.

import { comparedWithout, LINK_MAX, withoutAddresses } from "../sharing/link.ts";
import type { InterleavePlayground } from "../element/playground.ts";

const VERSION = "1";

/** The chapter that is no lesson, as the address names it. */
export const WORDS = "words";

/** What an address says. */
export interface Address {
  /** A lesson's slug, or the chapter of the words; empty for what the page shows by itself. */
  lesson: string;
  params: Record<string, string>;
  compare: string;
  code: string;
  axis: string;
  clock: string;
  view: string;
  /** A program that is shown in place of a lesson. */
  program?: string;
  /** The number of the stop, from 1; null for the end of the run. */
  step: number | null;
  /** The language of the texts; null for the reader's. */
  lang: string | null;
}

/** Reads what follows the `#`; null if it is no address of the page, or has to be unpacked. */
export function readAddress(hash: string): Address | null {
  const state = new URLSearchParams(hash.replace(/^#/, ""));
  const isLink = state.get("v") === "2" && !state.has("z") && !state.has("program") && hash.length <= LINK_MAX;
  if (state.get("v") !== VERSION && !isLink) return null;
  const step = Number(state.get("step"));
  return {
    lesson: state.get("lesson") ?? "",
    params: withoutAddresses(Object.fromEntries(new URLSearchParams(state.get("params") ?? ""))),
    compare: comparedWithout(state.get("compare") ?? ""),
    code: state.get("code") ?? (isLink ? "python" : "rust"),
    axis: state.get("axis") ?? "auto",
    clock: state.get("clock") ?? "simulated",
    view: state.get("view") ?? "full",
    // What is no number of a step is the first: the end would give the run away.
    step: state.has("step") ? Math.min(2 ** 31, Math.max(1, Math.trunc(step) || 1)) : null,
    lang: state.get("lang"),
  };
}

/** Writes an address; what is as in a lesson that was just opened is left out. */
export function writeAddress(address: Address): string {
  const { lesson, params, compare, code, axis, clock, view, step, lang } = address;
  const state = new URLSearchParams({ v: VERSION, lesson });
  if (lesson !== WORDS) {
    const values = new URLSearchParams(params).toString();
    if (values) state.set("params", values);
    if (compare) state.set("compare", compare);
    state.set("code", code);
    if (axis !== "auto") state.set("axis", axis);
    if (clock !== "simulated") state.set("clock", clock);
    if (view !== "full") state.set("view", view);
    if (step !== null) state.set("step", String(step));
  }
  if (lang !== null) state.set("lang", lang);
  return `#${state}`;
}

/** Returns the address of what an element shows. */
export function addressOf(playground: InterleavePlayground, lang: string): Address {
  const { lesson, params, compare, code, axis, clock, view, position } = playground;
  const values = { params: withoutAddresses(params), compare: comparedWithout(compare) };
  return { lesson, ...values, code, axis, clock, view, lang, step: position && position.stops > 0 ? position.stop + 1 : null };
}

/** Keeps a program that the reader has written in the address, as far as that can be so long. */
export function writeProgram(playground: InterleavePlayground): void {
  if (!playground.given.program?.isWritten) return;
  try {
    history.replaceState(null, "", new URL(playground.shareUrl()).hash);
  } catch {
    // Nothing is lost but what a page that is loaded again would show.
  }
}
