// What an address says that few addresses say, and what of it makes no sense: loaded when a page is opened by one.

import type { Messages } from "../element/messages.ts";
import { withoutAddresses } from "../sharing/link.ts";
import { loadModule, read, type Reading } from "../sharing/packing.ts";
import type { Address } from "./address.ts";

/** What came by an address. */
export interface Met {
  /** What the page is to show; null if it shows that already, or nothing of the address can be shown. */
  address: Address | null;
  /** A sentence for each thing that makes no sense; of a lesson and its values the element says it. */
  notices: string[];
}

/** Reads an address anew, and says what of it makes no sense. */
export async function meet(hash: string, isShown: boolean, messages: Messages): Promise<Met> {
  const state = new URLSearchParams(hash.replace(/^#/, ""));
  // How it is said is loaded when there is something to say.
  const load = () => Promise.all([messages.loadMore("rare"), messages.loadMore("embed")]);
  if (state.get("v") === "1") {
    if (noticesOf(state, messages).length > 0) await load();
    return { address: null, notices: noticesOf(state, messages) };
  }
  await loadModule();
  const { link, notices } = read(hash);
  if (notices.length > 0 || link.lang !== undefined) await load();
  const isWhole = notices.some(({ kind }) => kind === "newer" || kind === "broken" || kind === "large");
  const said = notices.map((notice) => sentenceOf(notice, messages));
  if (link.lang !== undefined) said.push(...languageNotice(link.lang, messages));
  if (isShown || isWhole) return { address: null, notices: said };
  const { step = null, lang = null, params, ...rest } = link;
  return { address: { ...rest, step, lang, params: Object.fromEntries(params) }, notices: said };
}

function sentenceOf({ kind, about = "" }: Reading["notices"][number], messages: Messages): string {
  if (kind === "step") return messages.text("refused-step", { value: about });
  return messages.text(`embed-link-${kind}`, { name: about });
}

/** Says what of an address of before makes no sense. */
function noticesOf(state: URLSearchParams, messages: Messages): string[] {
  const given = (name: string) => state.get(name) ?? "";
  const notices = state.has("lang") ? languageNotice(given("lang"), messages) : [];
  const isStep = /^\s*\+?\d*[1-9]\d*\s*$/.test(given("step"));
  if (state.has("step") && !isStep) notices.push(messages.text("refused-step", { value: given("step") }));
  const params = Object.fromEntries(new URLSearchParams(given("params")));
  const compared = Object.fromEntries(new URLSearchParams(given("compare").split(/\?(.*)/s)[1] ?? ""));
  const refused = [params, compared].flatMap((values) => {
    const kept = withoutAddresses(values);
    return Object.keys(values).filter((name) => !(name in kept));
  });
  for (const name of new Set(refused)) notices.push(messages.text("embed-link-address", { name }));
  return notices;
}

/** Says that there is no such language. */
function languageNotice(value: string, messages: Messages): string[] {
  const tags = messages.languages.map(([tag]) => tag);
  if (tags.some((tag) => kindOf(tag) === kindOf(value))) return [];
  return [messages.text("refused-attribute", { name: "lang", value, options: tags })];
}

/** Returns the language of a tag, without its script and region. */
function kindOf(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}
