// The element alone in a page, for frames in pages of others (`embed.html`).
//
// Its attributes are in the address, after the `#`. The page that has the frame is told how high the element is.
// It may be anyone's, and so may the address: it cannot name a site that is crawled, nor a proxy.

import "../element/define.ts";

import { properties } from "../element/attributes.ts";
import { loadMessages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";

/** What an address may be long, in letters. */
const LONGEST = 65_536;

/** How high the screen is taken to be, in CSS pixels: a frame is as high as what is in it. */
const SCREEN_PX = 720;

/** The values of a lesson that name a place in the network. */
const PLACES = ["site", "proxy"];

/** The attributes that name a file. */
const FILES = ["recording", "src"];

/** What an address says: attributes, and what of it is not followed. */
interface Said {
  attributes: Map<string, string>;
  refused: Set<string>;
}

/** Returns values without those that an address must not give, whose names are noted. */
function harmless(values: string, refused: Set<string>): string {
  const pairs = new URLSearchParams(values);
  for (const name of PLACES) {
    if (pairs.has(name)) refused.add(name);
    pairs.delete(name);
  }
  return pairs.toString();
}

/** Tells whether a text names a file that the web serves. */
function isFile(address: string): boolean {
  return URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
}

/** Reads what follows the `#`. */
function read(hash: string): Said {
  const said: Said = { attributes: new Map(), refused: new Set() };
  const state = new URLSearchParams(hash.length > LONGEST ? "" : hash.replace(/^#/, ""));
  for (const [name, value] of state) {
    const isKnown = Object.hasOwn(properties, name) && !(FILES.includes(name) && !isFile(value));
    if (!isKnown) {
      said.refused.add(name);
    } else if (name === "params") {
      said.attributes.set(name, harmless(value, said.refused));
    } else if (name === "compare") {
      const [lesson = "", ...values] = value.split("?");
      const kept = harmless(values.join("?"), said.refused);
      said.attributes.set(name, kept ? `${lesson}?${kept}` : lesson);
    } else {
      said.attributes.set(name, value);
    }
  }
  // A frame runs by itself unless its address says that it waits.
  if (state.get("autorun") === "false") said.attributes.delete("autorun");
  else said.attributes.set("autorun", "");
  return said;
}

/** Shows what the address says. */
function show(element: InterleavePlayground): void {
  const { attributes, refused } = read(location.hash);
  const root = document.documentElement;
  root.lang = attributes.get("lang") ?? navigator.language;
  root.dataset["theme"] = attributes.get("theme") ?? "auto";
  for (const name of Object.keys(properties)) {
    const value = attributes.get(name);
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  void note(element, refused);
}

/** Says what of the address is not followed. */
async function note(element: InterleavePlayground, refused: Set<string>): Promise<void> {
  if (refused.size === 0) return element.extras.note(null);
  const messages = await loadMessages(document.documentElement.lang);
  await messages.loadMore("rare");
  await element.updateComplete;
  element.extras.note(messages.text("refused-name", { name: [...refused].join(", ") }));
}

let told = 0;

/** Tells the page around how high the frame has to be, in CSS pixels. */
function tellHeight(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told || height === 0) return;
  told = height;
  window.parent.postMessage({ type: "interleave-height", height }, "*");
}

Object.defineProperty(window, "innerHeight", { get: () => SCREEN_PX });
const playground = document.createElement("interleave-playground") as InterleavePlayground;
show(playground);
document.body.append(playground);
window.addEventListener("hashchange", () => show(playground));
if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
