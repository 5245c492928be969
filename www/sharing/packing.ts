// Reading and packing links: in the module that few pages load.

import { fetchFile, once } from "../element/loading.ts";
import init, { packLink, readLink } from "../pkg/exports.js";

/** Loads the module that writes runs to files, and reads links. */
export async function loadModule(): Promise<void> {
  await once("exports module", () => init({ module_or_path: fetchFile("exports_bg.wasm") }));
}

/** Loads what packs links, and returns it. */
export async function load(): Promise<(fragment: string) => string> {
  await loadModule();
  return packLink;
}

/** What a link shows, and what of it was left out; as Rust says it. */
export interface Reading {
  link: {
    lesson: string;
    program: string;
    params: [name: string, value: string][];
    compare: string;
    code: string;
    axis: string;
    clock: string;
    view: string;
    step?: number;
    lang?: string;
  };
  notices: { kind: "newer" | "broken" | "large" | "unknown" | "address" | "step"; about?: string }[];
}

/** Reads what follows the `#` of a link, once the module is loaded. */
export function read(fragment: string): Reading {
  return readLink(fragment) as Reading;
}
