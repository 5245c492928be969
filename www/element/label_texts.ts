// The texts of a picture's labels, in the order in which the modules take them.

import { labelKeys } from "./engine.ts";
import type { Messages } from "./messages.ts";

/** Returns the texts of a picture's labels, with holes for what Rust fills in. */
export function labelTextsOf(messages: Messages): string[] {
  const holes = { name: "{name}", count: "{count}", seconds: "{seconds}" };
  return labelKeys().map((key) => messages.text(key, holes));
}
