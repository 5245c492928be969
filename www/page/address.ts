// The address: what it says of the page, and how it is written.
//
// What follows the `#` is `name=value` pairs. `v=1` is their version. Addresses of before had no `code`,
// and showed Rust, and no `step`, and showed the end of the run: they still do.

import type { Messages } from "../element/messages.ts";
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
  /** The number of the stop, from 1; null for the end of the run. */
  step: number | null;
  /** The language of the texts; null for the reader's. */
  lang: string | null;
}

/** Reads what follows the `#`; null if it is no address of the page. */
export function readAddress(hash: string): Address | null {
  const state = new URLSearchParams(hash.replace(/^#/, ""));
  if (state.get("v") !== VERSION) return null;
  const step = Number(state.get("step"));
  return {
    lesson: state.get("lesson") ?? "",
    params: Object.fromEntries(new URLSearchParams(state.get("params") ?? "")),
    compare: state.get("compare") ?? "",
    code: state.get("code") ?? "rust",
    axis: state.get("axis") ?? "auto",
    clock: state.get("clock") ?? "simulated",
    // What is no number of a step is the first: the end would give the run away.
    step: state.has("step") ? Math.min(2 ** 31, Math.max(1, Math.trunc(step) || 1)) : null,
    lang: state.get("lang"),
  };
}

/** Says what of an address makes no sense, in a sentence each; of a lesson and its values the element says it. */
export function addressNotices(hash: string, messages: Messages): string[] {
  const state = new URLSearchParams(hash.replace(/^#/, ""));
  const given = (name: string) => state.get(name) ?? "";
  const isKnown = {
    // Any other fragment may be that of a link within a page.
    v: !state.has("v") || given("v") === VERSION,
    lang: !state.has("lang") || messages.languages.some(([tag]) => kindOf(tag) === kindOf(given("lang"))),
  };
  const options = { v: [VERSION], lang: messages.languages.map(([tag]) => tag) };
  const wrong = (["v", "lang"] as const).filter((name) => !isKnown[name]);
  const notices = wrong.map((name) => messages.text("refused-attribute", { name, value: given(name), options: options[name] }));
  const isStep = /^\s*\+?\d*[1-9]\d*\s*$/.test(given("step"));
  if (isKnown.v && state.has("step") && !isStep) notices.push(messages.text("refused-step", { value: given("step") }));
  return notices;
}

/** Returns the language of a tag, without its script and region. */
function kindOf(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** Writes an address; what is as in a lesson that was just opened is left out. */
export function writeAddress(address: Address): string {
  const { lesson, params, compare, code, axis, clock, step, lang } = address;
  const state = new URLSearchParams({ v: VERSION, lesson });
  if (lesson !== WORDS) {
    const values = new URLSearchParams(params).toString();
    if (values) state.set("params", values);
    if (compare) state.set("compare", compare);
    state.set("code", code);
    if (axis !== "auto") state.set("axis", axis);
    if (clock !== "simulated") state.set("clock", clock);
    if (step !== null) state.set("step", String(step));
  }
  if (lang !== null) state.set("lang", lang);
  return `#${state}`;
}

/** Returns the address of what an element shows. */
export function addressOf(playground: InterleavePlayground, lang: string): Address {
  const { lesson, params, compare, code, axis, clock, position } = playground;
  return { lesson, params, compare, code, axis, clock, lang, step: position && position.stops > 0 ? position.stop + 1 : null };
}
