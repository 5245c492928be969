// The script of the lab's worker: plays one program after the other, and hands their records over.
//
// The page says with its first message what the module and the library are, and with each later one what is to
// be played. It ends the worker where a program is not to go on.

import { endAs } from "../pkg/lab.js";
import { Instances } from "./instances.ts";
import type { ToLab, FromLab } from "./messages.ts";

/** What asyncio itself asks for, and is in no part of the library: a module that refuses stands in for it. */
const NOWHERE = new Set(["ssl"]);

/** Is thrown through a program that imports a module of the library that is not there yet. */
const MORE = new Error("more of the library");

let instances: Instances | undefined;
let hasMore = false;
/** What waits for the rest of the library. */
let waiting: Extract<ToLab, { kind: "play" }> | undefined;

function say(message: FromLab, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data }: MessageEvent<ToLab>) => {
  if (data.kind === "begin") {
    instances = new Instances(data.module, [data.library]);
  } else if (data.kind === "more") {
    hasMore = true;
    instances?.add(data.library);
    if (waiting) playOn(waiting);
    waiting = undefined;
  } else {
    playOn(data);
  }
};

/** Returns what a program counts as having raised whose interpreter can't go on: the class, and what is said of it. */
function raisedBy(error: unknown): [kind: string, message: string] {
  const said = String(error);
  if (/call stack|too much recursion/i.test(said)) return ["RecursionError", "maximum recursion depth exceeded"];
  if (/out of (?:memory|bounds)/i.test(said)) return ["MemoryError", "a program has 1024 MB of memory in a page"];
  return ["InterpreterError", "the interpreter failed; this is no fault of the program's: write it another way"];
}

function playOn(job: Extract<ToLab, { kind: "play" }>): void {
  const { file, source, run } = job;
  say({ kind: "began", run });
  let isCut = false;
  try {
    const played = instances?.play(file, source, {
      take: (part, isWhole) => say({ kind: "part", run, part, isWhole }, [part.buffer]),
      say: (text, seconds) => say({ kind: "error", run, text, seconds }),
      missing: (name) => {
        if (!hasMore && !NOWHERE.has(name)) throw MORE;
      },
      cut: (ending) => {
        isCut = true;
        say({ kind: "over", run, ending });
        throw new Error("the program was cut off");
      },
    });
    if (played && "fault" in played) return say({ kind: "fault", run, fault: played.fault });
    if (played) say({ kind: "over", run, ending: played.ending });
  } catch (error) {
    if (error === MORE) {
      waiting = job;
      return say({ kind: "needs more", run });
    }
    try {
      if (!isCut) endAs(...raisedBy(error));
    } catch {
      // What ends like this says so by throwing; what cannot even say it has failed.
    }
    if (!isCut) say({ kind: "failed", run, why: String(error) });
  }
  instances?.prepare();
}
