// The compiled module, loaded once a page. What it takes and answers has the types that are made of
// Rust's (`src/browser/border`).

import { initSync, lessonCatalogue, type LessonInfo, Playground as Whole } from "../pkg/runtime.js";
import { addPart } from "../files/part.ts";
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

/**
 * The calls whose code is in the part of what stands around a picture: see `AROUND_CALLS` there. `hasHandle` is one,
 * too; all that asks it comes after that part, but for a finger.
 */
type AroundCall = "moment" | "question";

/** The calls that take a second playground. */
type PairCall = "advance" | "follow" | "lead" | "lieBeside" | "step";

/** What can be done with a playground before its other parts are loaded. */
export interface Playground extends Omit<Whole, AroundCall | HandCall | PairCall> {
  advance(compared: Playground, seconds: number, speed: number): void;
  follow(compared: Playground): void;
  lead(compared: Playground): void;
  lieBeside(other: Playground): boolean;
  step(compared: Playground, by: number): void;
}

export const Playground = Whole as new () => Playground;

/** What a reader does with a playground by pointer, wheel and keys. There are none until they are loaded. */
export type Hands = Pick<Whole, HandCall>;

/** What is said of a run and asked about it. There is nothing until its picture is drawn. */
export type Around = Pick<Whole, AroundCall | "hasHandle">;

/** The files of the parts. */
const [AROUND, HANDS, LESSONS] = ["around_bg.wasm", "hands_bg.wasm", "lessons_bg.wasm"] as const;

function loadFirst() {
  return once("first", async () => initSync({ module: await compileModule() }) as unknown as WebAssembly.Exports);
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
  await addPart(part, first);
}

let isAroundThere = false;

/** Loads the part of the module with what stands around a picture. */
export function loadAround(): Promise<void> {
  return once("around", async () => {
    await loadPart(AROUND);
    isAroundThere = true;
  });
}

/** Returns what is said of a playground, if that is loaded. */
export function aroundOf(playground: Playground | undefined): Around | undefined {
  return isAroundThere ? (playground as Whole | undefined) : undefined;
}

let areHandsThere = false;

/** Loads the part of the module with the hands. It needs what stands around a picture. */
export function loadHands(): Promise<void> {
  return once("hands", async () => {
    await Promise.all([loadPart(HANDS), loadAround()]);
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
    await Promise.all([loadPart(LESSONS), loadHands()]);
  });
}

/** Loads the parts that a run in a worker needs, in the order in which they are added to the first. */
export async function partsForWorker(): Promise<WebAssembly.Module[]> {
  await loadHands();
  return Promise.all([AROUND, HANDS].map((file) => compileModule(file)));
}
