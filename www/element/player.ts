// The run behind one element: a state machine.
//
// A run is started by one call of the module, which checks the values, runs them, and answers with a
// snapshot: the state and all that is shown. Later snapshots say how far the run has come.
//
//               1             2
//     any ────────► running ◄────► lagging
//                    │    │ 3      │ 3             any ────► released
//                    │ 4  └──► reading                   5
//                    ▼         │ 4
//                   over ◄─────┘
//
//   empty     nothing was run
//   running   the run goes on, and its story is read as far
//   lagging   the run goes on, and its story is not read as far
//   reading   the run is over, and its story is not read to the end
//   over      the run is over, and its story is read to the end
//   released  the element is gone
//
//   1  `start`, `open`    values are run, or a recorded run is shown; a short run is over at once
//   2  `#draw`            a frame reads more of the story, or less, than the run has added
//   3  `#draw`, `stop`    the run ends: by itself, or because it is stopped
//   4  `#draw`, `#slice`  the rest of the story is read: there is a summary
//   5  `release`
//
// The first four are made by `#take`. Of a long story a frame reads a slice; others are read between two
// frames. What is painted meanwhile is gone with the next slice, so it is painted now and then.

import { type ConsoleLine, linesOf } from "./console_lines.ts";
import {
  aroundOf,
  Playground,
  type Ending,
  type LoopView,
  type MomentView,
  type Position,
  type Refusal,
  type RunState,
  type Snapshot,
  type Started, type Summary, type QuestionView,
} from "./engine.ts";
import { Frames } from "./frames.ts";
import type { PlayerHost, Request } from "./player_host.ts";
import { once } from "./loading.ts";
import { isOther, selectedIn } from "./seen_change.ts";

type State = RunState | "released";

type RunInWorker = typeof import("./worker_run.ts").runInWorker;

/** The states that may follow each, but for a start, after which any may be, and a release. */
const NEXT: Record<State, RunState[]> = {
  empty: [],
  running: ["lagging", "reading", "over"],
  lagging: ["running", "reading", "over"],
  reading: ["over"],
  over: [],
  released: [],
};

/** What is shown: a run, one that shows beforehand what a live clock will run, or a recorded one. */
type Kind = "run" | "preview" | "recording";

/** Values that make no sense, and so nothing was run. */
export class Refused extends RangeError {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join("; "));
  }
}

/** The longest that a frame plays on: a page that was hidden goes on where it was. */
const FRAME_SECONDS_MAX = 0.25;

/** The least that two moments of a run are apart, in seconds. */
const TICK_S = 1e-9;

/** While a long story is read, its picture is painted every so many milliseconds, or when it is asked for. */
const PICTURE_MS = 100;

export class Player {
  readonly playground = new Playground();
  position: Position | null = null;
  moment: MomentView | null = null;
  /** The inside of the loop, where it was worked out last. */
  loopView: LoopView | null = null;
  lines: ConsoleLine[] = [];
  /** How the run ended; null while it goes on. */
  ended: Summary | null = null;
  isPlaying = false;
  /** The axis of the picture that was painted last. */
  axis = "elastic";
  /** Whether that picture has the colours of a crowd. */
  isCrowd = false;
  /** What is compared where nothing is. */
  readonly #nothing = new Playground();
  /** How many runs there were, by which a reader of one sees another. */
  runs = 0;
  /** The file whose run is shown, if it is one. */
  file: string | null = null;

  #state: State = "empty";
  #kind: Kind = "run";
  /** The promises of the summary. */
  #waiting: ((summary: Summary) => void)[] = [];
  /** Ends the last worker, if it has not ended. */
  #endWorker = () => {};
  #step = -1;
  /** For how many seconds playing has rested at its stop. */
  #rested = 0;
  #frameBefore: number | undefined;
  /** When the picture was painted last. */
  #paintedMs = 0;
  /** Whether the picture of a run was painted. */
  #hasPicture = false;
  readonly #frames = new Frames({ draw: (now) => this.#draw(now), slice: () => this.#slice() });

  constructor(readonly host: PlayerHost) {}

  get isRunning(): boolean {
    return this.#goesOn || (this.#state === "reading" && this.#kind !== "preview");
  }

  /** Null before the first run ended, while one goes on, and for a preview. */
  get summary(): Summary | null {
    return this.#kind === "preview" ? null : this.ended;
  }

  /** What a reader may be asked about the run before seeing it, with the right answer; null without one. */
  get question(): QuestionView | null {
    return this.hasRun && !this.isRunning ? (aroundOf(this.playground)?.question() ?? null) : null;
  }

  get hasRun(): boolean {
    return (this.position?.steps ?? 0) > 0;
  }

  // ---- runs

  /** Runs values in place of the run before, unless they are refused: then that goes on. */
  start(request: Request): Started {
    const { playground } = this;
    const { kind, lesson, params, speed, playhead } = request;
    const over = () => this.#slice();
    const started = playground.run(lesson, params, speed, playhead, over);
    if (!started.snapshot) return started;
    if (started.stopped) this.#end(started.stopped);
    this.#forget(kind);
    if (kind === "run") this.host.tell("interleave-start", { lesson });
    this.#take(started.snapshot, "start");
    if (!started.inWorker) return started;
    const failed = () => {
      this.#forget(kind);
      this.#take(playground.runHere(over), "start");
    };
    this.#startWorker((run) => run({ lesson, params }, playground, over, failed), failed);
    return started;
  }

  /** Starts a worker with the script that is loaded for it, unless the run has ended by then. */
  #startWorker(start: (run: RunInWorker) => () => void, failed: () => void): void {
    let isEnded = false;
    this.#endWorker = () => (isEnded = true);
    once("worker", () => import("./worker_run.ts")).then(
      ({ runInWorker }) => isEnded || (this.#endWorker = start(runInWorker)),
      () => isEnded || failed(),
    );
  }

  /** Runs values. Resolves when the run is over, however it ended. */
  async run(request: Request): Promise<Summary> {
    const { snapshot, refusals } = this.start(request);
    if (!snapshot) throw new Refused(refusals);
    return this.whenOver();
  }

  async whenOver(): Promise<Summary> {
    return this.summary ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Shows a run that is over: of a lesson, or of a program with its files. Null as its end is a stop, as `file` none. */
  open(lesson: string, files: string[], recording: Uint8Array, ending: Ending | null, file: string | null): void {
    this.finish();
    if (!this.playground.open(lesson, files, recording, ending)) return;
    this.#forget(file === null ? "run" : "recording");
    this.file = file;
    this.#take(this.playground.snapshot(0), "start");
  }

  /** Stops a run that goes on, and playing. */
  stop(): void {
    this.isPlaying = false;
    this.#endWorker();
    if (!this.isRunning) return;
    this.playground.stop();
    this.takeOver();
  }

  /** Ends the run with everything that belongs to it. */
  release(): void {
    this.finish();
    this.#frames.release();
    this.#state = "released";
    this.ended = null;
    this.playground.free();
    this.#nothing.free();
  }

  // ---- the playhead

  /** Moves the playhead, and with it what is seen. */
  move(move: (playground: Playground) => void): void {
    move(this.playground);
    this.playground.followPlayhead();
    this.moved();
  }

  /** Takes over that the playhead was moved, in the picture or along with it. */
  moved(): void {
    this.isPlaying = false;
    this.takeOver();
    this.requestFrame();
  }

  /** Moves the playhead by a number of stops, forward or back. */
  step(by: number): void {
    this.move((playground) => playground.step(this.#compared, by));
  }

  /** Plays from where the playhead stands, or from the start if it stands at the end. */
  play(): void {
    if (this.position?.atEnd) this.playground.toStart();
    this.isPlaying = true;
    this.#rested = 0;
    this.#frameBefore = undefined;
    this.requestFrame();
  }

  /** Moves to the first stop at or after the next whole second of the run; to the end if there is none. */
  toNextSecond(): void {
    const next = Math.floor((this.position?.seconds ?? 0) + TICK_S) + 1;
    this.move((playground) => playground.seek(next - TICK_S));
    this.step(1);
    if ((this.position?.seconds ?? next) < next) this.move((playground) => playground.toEnd());
  }

  // ---- turns

  /** Asks for a frame, if none is under way. */
  requestFrame(): void {
    this.#frames.ask();
  }

  /** Takes over that the element is rendered: what is read on is painted soon in any case. */
  rendered(): void {
    if (this.#isBehind) return;
    // The first picture of a run waits for no frame: there is none before it to go on from, and it has another height.
    if (!this.#hasPicture && this.hasRun) this.#draw(performance.now());
    else this.requestFrame();
  }

  #draw(now: number): void {
    const passed = (now - (this.#frameBefore ?? now)) / 1000;
    this.#frameBefore = now;
    if (this.#isOpen) this.playground.refresh();
    if (this.isPlaying) {
      this.#playOn(Math.min(passed, FRAME_SECONDS_MAX));
    }
    // While a reader zooms or moves along, nothing else in the picture changes.
    if (this.#isOpen || this.isPlaying || this.#isLooking) this.takeOver();
    if (this.#isBehind) this.#frames.askSlice();
    if (this.host.rests()) return this.requestFrame();
    this.host.paint();
    this.#paintedMs = performance.now();
    this.#hasPicture ||= this.hasRun;
    this.#showDrawn();
    const goesOn = !this.#isBehind && (this.#isOpen || this.#isLooking || this.playground.isRough);
    if (this.isPlaying || goesOn) this.requestFrame();
  }

  /** Takes over which axis and which colours the picture has: what is said of it is said of what is drawn. */
  #showDrawn(): void {
    const { axis, isCrowd } = this.playground;
    if (axis === this.axis && isCrowd === this.isCrowd) return;
    [this.axis, this.isCrowd] = [axis, isCrowd];
    this.host.changed();
  }

  /** Plays on for some seconds: as the clock goes, or from stop to stop. */
  #playOn(seconds: number): void {
    const { playground } = this;
    const dwell = this.host.dwell();
    if (dwell === null) {
      playground.advance(this.#compared, seconds, this.host.speed());
    } else {
      this.#rested += seconds;
      if (this.#rested < dwell) return;
      this.#rested = 0;
      const { step, steps } = this.position ?? { step: 0, steps: 0 };
      if (step < steps) playground.step(this.#compared, 1);
      else playground.toEnd();
    }
    playground.followPlayhead();
  }

  /** Reads a slice of the story, between two frames or when the run is over. */
  #slice(): void {
    if (!this.#isOpen) return;
    const isBehind = this.playground.refresh();
    if (isBehind) this.#frames.askSlice();
    else if (!this.playground.isRunning) this.takeOver();
    if (!isBehind || performance.now() - this.#paintedMs > PICTURE_MS) this.requestFrame();
  }

  // ---- the transitions

  get #goesOn(): boolean {
    return this.#state === "running" || this.#state === "lagging";
  }

  /** Whether the story is not read as far as the run has come. */
  get #isBehind(): boolean {
    return this.#state === "lagging" || this.#state === "reading";
  }

  get #compared(): Playground {
    return this.host.compared() ?? this.#nothing;
  }

  /** Whether there is more to come. */
  get #isOpen(): boolean {
    return this.#goesOn || this.#isBehind;
  }

  /** Whether the inside of the loop is worked out, over some frames. */
  get #isLooking(): boolean {
    return this.moment !== null && this.moment.loopView === null;
  }

  /** Takes over how far the run has come, and where the playhead is. */
  takeOver(): void {
    this.host.lead();
    this.#take(this.playground.snapshot(this.lines.length), "go on");
  }

  /** Makes the transition that a snapshot tells of, and takes over what is shown. */
  #take(snapshot: Snapshot, how: "start" | "go on"): void {
    const { state, summary } = snapshot;
    const isKnown = how === "start" || state === this.#state || NEXT[this.#state].includes(state);
    if (!isKnown) throw new Error(`a run that is ${this.#state} cannot be ${state}`);
    this.#state = state;
    if (this.#isBehind) this.#frames.askSlice();
    else if (this.#goesOn || how === "start") this.requestFrame();
    // While an end is dragged each picture that is shown is whole.
    if (this.host.rests()) return;
    if (this.#show(snapshot) || how === "start" || summary) this.host.changed();
    if (summary) this.#end(summary);
  }

  /** Takes over what is shown. Returns whether a reader sees a difference. */
  #show({ position, lines }: Snapshot): boolean {
    const moment = aroundOf(this.playground)?.moment() ?? null;
    const [before, wasLooking, selected] = [this.position, this.#isLooking, selectedIn(this.moment)];
    [this.position, this.moment, this.loopView] = [position, moment, moment?.loopView ?? this.loopView];
    for (const line of linesOf(lines)) this.lines.push(line);
    if (position.atEnd) this.isPlaying = false;
    if (position.step !== this.#step && position.steps > 0) {
      this.#step = position.step;
      this.host.tell("interleave-step", { step: position.step, seconds: position.seconds });
    }
    const isSame = wasLooking === this.#isLooking && selected === selectedIn(moment);
    return before === null || isOther(before, position) || !isSame;
  }

  /** Resolves the promises that wait for the end of a run. */
  #end(summary: Summary): void {
    this.ended = summary;
    if (this.#kind === "preview") return;
    for (const resolve of this.#waiting.splice(0)) resolve(summary);
    this.host.tell("interleave-finish", summary);
    if (summary.error) this.host.tell("interleave-error", { code: summary.error.kind, message: summary.error.message });
  }

  #forget(kind: Kind): void {
    this.#endWorker();
    this.#kind = kind;
    this.runs += 1;
    this.isPlaying = false;
    this.ended = this.file = null;
    this.lines = [];
    this.#step = -1;
  }

  /** Stops the run and reads the rest of its story, however long that takes, and resolves its promises. */
  finish(): void {
    this.stop();
    if (!this.isRunning) return;
    while (this.playground.refresh());
    this.takeOver();
  }
}
