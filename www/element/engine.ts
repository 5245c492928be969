// The compiled module, loaded once a page. What it takes and answers has the types that are made of
// Rust's (`src/browser/border`).

import init, { lessonCatalogue, type LessonInfo } from "../pkg/runtime.js";
import { once } from "./loading.ts";

export * from "../pkg/runtime.js";

/** Loads the module and returns the lessons. Elements of a page share one module. */
export function loadEngine(): Promise<LessonInfo[]> {
  return once("engine", async () => {
    await init();
    return lessonCatalogue();
  });
}
