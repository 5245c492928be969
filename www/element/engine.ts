// The compiled module, loaded once a page. What it takes and answers has the types that are made of
// Rust's (`src/browser/border`).

import init, { lessonCatalogue, type LessonInfo } from "../pkg/runtime.js";
import { compileModule, fetchFile, once } from "./loading.ts";

export * from "../pkg/runtime.js";

function loadFirst() {
  return once("first", () => init({ module_or_path: compileModule() }));
}

/** Loads the module and returns the lessons. Elements of a page share one module. */
export function loadEngine(): Promise<LessonInfo[]> {
  return once("engine", async () => {
    await loadFirst();
    return lessonCatalogue();
  });
}

/** Loads the second part of the module: the lessons that readers do not meet first, and what few ask for. */
export function loadLate(): Promise<void> {
  return once("late", async () => {
    const [first, second] = await Promise.all([loadFirst(), fetchFile("lessons_bg.wasm")]);
    await WebAssembly.instantiateStreaming(second, { first: { ...first } });
  });
}
