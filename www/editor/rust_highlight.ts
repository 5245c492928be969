// The colours of Rust. Only the build of the site needs them.

import grammar from "highlight.js/lib/languages/rust";

import { colouring } from "./highlight.ts";

export const rustWords = colouring(grammar);
