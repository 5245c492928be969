// The compiled module, loaded once a page. What it takes and answers has the types that are made of
// Rust's (`src/browser/border`).

import init, { lessonCatalogue, type LessonInfo, Playground as Whole } from "../pkg/runtime.js";
import { compileModule, once } from "./loading.ts";

export * from "../pkg/runtime.js";

/** The calls whose code is in the part of the hands: `HAND_CALLS` of `xtask/src/build/parts.rs`. */
type HandCall =
  | "dragTo"
  | "dragsOn"
  | "editedFacts"
  | "foldAt"
  | "grab"
  | "growRows"
  | "hover"
  | "layOutWhole"
  | "lengthenSelected"
  | "letGo"
  | "panBy"
  | "pointAtLine"
  | "seekTo"
  | "select"
  | "selectNext"
  | "showAll"
  | "showSelected"
  | "toggleFold"
  | "toggleFolds"
  | "zoomAtPlayhead"
  | "zoomBy";

/** The calls that take a second playground. */
type PairCall = "advance" | "follow" | "lead" | "lieBeside" | "step";

/** What can be done with a playground before its hands are loaded. */
export interface Playground extends Omit<Whole, HandCall | PairCall> {
  advance(compared: Playground, seconds: number, speed: number): void;
  follow(compared: Playground): void;
  lead(compared: Playground): void;
  lieBeside(other: Playground): boolean;
  step(compared: Playground, by: number): void;
}

export const Playground = Whole as new () => Playground;

/** What a reader does with a playground by pointer, wheel and keys. There are none until they are loaded. */
export type Hands = Pick<Whole, HandCall>;

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

async function loadPart(file: string): Promise<void> {
  const [first, part] = await Promise.all([loadFirst(), compileModule(file)]);
  await WebAssembly.instantiate(part, { first: { ...first } });
}

let areHandsThere = false;

/** Loads the part of the module with the hands. */
export function loadHands(): Promise<void> {
  return once("hands", async () => {
    await loadPart("hands_bg.wasm");
    areHandsThere = true;
  });
}

/** Returns the hands of a playground, if they are loaded. */
export function handsOf(playground: Playground | undefined): Hands | undefined {
  return areHandsThere ? (playground as Whole | undefined) : undefined;
}

/** Takes over that something that was asked for is loaded first, and says it if that fails. */
export type Waits = (loading: Promise<void>) => void;

/** Does something with the hands of a playground: at once if they are loaded, and else once they are. */
export function withHands(playground: Playground, use: (hands: Hands) => void, waits: Waits): void {
  const hands = handsOf(playground);
  if (hands) use(hands);
  else waits(loadHands().then(() => use(playground as Whole)));
}

/** Loads the part with the lessons that readers do not meet first, and what few ask for. It needs the hands. */
export function loadLate(): Promise<void> {
  return once("late", async () => {
    await Promise.all([loadPart("lessons_bg.wasm"), loadHands()]);
  });
}
