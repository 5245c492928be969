// What stands around a picture, once it is loaded: when the first picture of a page is drawn.

import { loadAround as loadPart } from "../element/engine.ts";
import { late } from "../element/loading.ts";
import { AROUND } from "../element/message_parts.ts";
import type { Messages } from "../element/messages.ts";

export type Around = typeof import("./around.ts");

let loaded: Around | undefined;

/** Returns what stands around a picture, if it is loaded. */
export function around(): Around | undefined {
  return loaded;
}

/** Loads what stands around a picture, and what is said there in a language. */
export async function loadAround(messages: Messages): Promise<void> {
  const script = import("./around.ts").catch(() => late("around", () => import("./around.ts")));
  const [panels] = await Promise.all([script, loadPart(), messages.loadMore(AROUND)]);
  loaded = panels;
}
