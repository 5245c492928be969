// The compiled module, loaded once a page. What it takes and answers has the types that are made of
// Rust's (`src/browser/border`).

import init, { lessonCatalogue, type LessonInfo } from "../pkg/runtime.js";

export * from "../pkg/runtime.js";

let loading: Promise<LessonInfo[]> | undefined;

/** Loads the module and returns the lessons. Elements of a page share one module. */
export function loadEngine(): Promise<LessonInfo[]> {
  loading ??= init()
    .then(() => lessonCatalogue())
    .catch((error: unknown) => {
      // The next element, or the next try, loads again.
      loading = undefined;
      throw error;
    });
  return loading;
}
