// The run behind one element: starting it, following it, and moving its playhead.
//
// There is never more than one animation frame under way. A frame tells the story as far as the
// run has come, moves the playhead if the run is played, and paints. Of a long story it tells a
// slice; others are told between two frames, whenever the browser has nothing more urgent to do. What
// is painted meanwhile is gone with the next slice, so it is painted now and then.

import { runAway } from "./worker_run.ts";
import {
  Playground,
  type ConsoleLine,
  type Ended,
  linesOf,
  type Position,
  type Refusal,
  summaryOf,
  type Summary,
  type Telling,
} from "./engine.ts";

/** What a player tells its element. */
export interface PlayerHost {
  /** Something that is shown has changed. */
  changed(): void;
  /** Dispatches an event to whoever listens to the element. */
  tell(type: string, detail: unknown): void;
  /** Paints the picture as it is now. */
  paint(): void;
  /** Whether nothing is to be shown of a run before it is over. */
  rests(): boolean;
  /** Seconds of the run per second. */
  speed(): number;
}

/** Values that make no sense, and so nothing was run. */
export class Refused extends RangeError {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join("; "));
  }
}

/** How the loop looks where nothing was looked at yet. */
const NOTHING_INSIDE = { running: null, ready: [], timers: [], waiting: [], queues: [], threads: [] };

/** The longest that a frame plays on: a page that was hidden goes on where it was. */
const FRAME_SECONDS_MAX = 0.25;

/** While a long story is told, its picture is painted every so many milliseconds, or when it is asked for. */
const PICTURE_MS = 100;

export class Player {
  readonly playground = new Playground();
  telling: Telling | null = null;
  position: Position | null = null;
  lines: ConsoleLine[] = [];
  /** Null before the first run ended, and while one goes on. */
  summary: Summary | null = null;
  isPlaying = false;
  /** How many runs there were: whoever reads on of one sees that another has begun. */
  runs = 0;
  /** The file whose run is shown, if it is one. */
  file: string | null = null;

  #frame = 0;
  #frameBefore: number | undefined;
  #stepBefore = -1;
  /** Ends the last worker, if it has not ended. */
  #endWorker = () => {};
  #running: { resolve(summary: Summary): void } | undefined;
  /** Whether the run is over, and waits for the end of its story. */
  #isEnding = false;
  /** Whether the story is not told as far as the run has come. */
  #isBehind = false;
  /** Whose messages come between frames, each to tell a slice; at most one is under way. */
  readonly #slices = new MessageChannel();
  #isSliceAsked = false;
  /** Whether all was taken over that the story says at the playhead. */
  #isRead = false;
  /** When the picture was painted last. */
  #paintedMs = 0;

  constructor(readonly host: PlayerHost) {
    this.#slices.port1.onmessage = () => this.#tellSlice();
  }

  /** Ends the run with everything that belongs to it. */
  release(): void {
    this.stop();
    this.#finishNow();
    cancelAnimationFrame(this.#frame);
    this.summary = null;
    // No frame is asked for any more.
    this.#frame = -1;
    this.#slices.port1.close();
    this.playground.free();
  }

  get isRunning(): boolean {
    return this.#frame >= 0 && (this.playground.isRunning || this.#isEnding);
  }

  get hasRun(): boolean {
    return (this.position?.steps ?? 0) > 0;
  }

  /** Runs a lesson, live if a speed is given. Resolves when the run is over, however it ended. */
  run(lesson: string, params: Record<string, string>, speed: number | undefined): Promise<Summary> {
    this.stop();
    this.#finishNow();
    this.#forget();
    this.host.tell("interleave-start", { lesson });
    return new Promise((resolve, reject) => {
      const running = { resolve };
      this.#running = running;
      const over = () => {
        if (this.#running === running) this.#finish();
      };
      const refusals = this.#begin(lesson, params, speed, over);
      if (refusals.length > 0) {
        this.#running = undefined;
        reject(new Refused(refusals));
        return;
      }
      if (!this.playground.isRunning) this.#finish();
      if (this.host.rests()) this.requestFrame();
      else this.#changed();
    });
  }

  /** Begins a run, in a worker if it makes many tasks. `over` is called if it is not over then. */
  #begin(
    lesson: string,
    params: Record<string, string>,
    speed: number | undefined,
    over: () => void,
  ): Refusal[] {
    const { playground } = this;
    const here = () => playground.run(lesson, params, speed, over) as Refusal[];
    const module = speed === undefined && (playground.runAway(lesson, params) as WebAssembly.Module | null);
    if (!module) return here();
    this.#endWorker = runAway({ module, lesson, params }, playground, over, () => {
      this.#forget();
      here();
      if (!playground.isRunning) over();
    });
    return [];
  }

  /** Shows the simulated run of what a live clock will run, until it does. */
  preview(lesson: string, params: Record<string, string>): void {
    this.stop();
    this.#finishNow();
    this.#forget();
    this.#begin(lesson, params, undefined, () => this.requestFrame());
    this.#isBehind = this.playground.refresh();
    this.#changed();
  }

  /** Shows a recorded run, which a file has. */
  open(lesson: string, recording: Uint8Array, ending: object, file: string): void {
    this.stop();
    this.#finishNow();
    this.#forget();
    if (!this.playground.open(lesson, recording, ending)) return;
    this.file = file;
    this.#running = { resolve: () => {} };
    this.#finish();
    this.#changed();
  }

  /** Stops a run that goes on, and playing. */
  stop(): void {
    this.isPlaying = false;
    this.#endWorker();
    if (this.isRunning) {
      this.playground.stop();
      this.#finish();
    }
  }

  /** Moves the playhead, and with it what is seen. */
  move(move: (playground: Playground) => void): void {
    this.isPlaying = false;
    move(this.playground);
    this.playground.followPlayhead();
    this.#changed();
  }

  /** Takes over that the playhead was moved, in the picture or along with it. */
  moved(): void {
    this.isPlaying = false;
    this.#changed();
  }

  /** Plays from where the playhead stands, or from the start if it stands at the end. */
  play(): void {
    if (this.position?.atEnd) this.playground.toStart();
    this.isPlaying = true;
    this.#frameBefore = undefined;
    this.requestFrame();
  }

  /** Asks for a frame, if none is under way. */
  requestFrame(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#draw(now));
  }

  #draw(now: number): void {
    this.#frame = 0;
    const passed = (now - (this.#frameBefore ?? now)) / 1000;
    this.#frameBefore = now;
    if (this.#isEnding || this.#isBehind || this.playground.isRunning) this.#tell();
    if (this.#isTelling) this.#askSlice();
    if (this.host.rests()) return this.requestFrame();
    if (this.isPlaying) {
      this.playground.advance(Math.min(passed, FRAME_SECONDS_MAX), this.host.speed());
      this.playground.followPlayhead();
      this.#isRead = false;
    }
    const [before, wasLooking] = [this.position, this.telling?.isRough ?? false];
    // Whoever zooms or moves along looks at a picture in which nothing else has changed.
    if (!this.#isRead || wasLooking) this.#read();
    if (this.isPlaying && this.position?.atEnd) this.isPlaying = false;
    this.host.paint();
    this.#paintedMs = performance.now();
    const after = this.position;
    const moved =
      before?.seconds !== after?.seconds ||
      before?.step !== after?.step ||
      before?.steps !== after?.steps ||
      before?.atEnd !== after?.atEnd;
    const isLooking = this.telling?.isRough ?? false;
    if (moved || isLooking !== wasLooking) this.host.changed();
    const goesOn = !this.#isTelling && (this.isRunning || isLooking || this.playground.isRough);
    if (this.isPlaying || goesOn) this.requestFrame();
  }

  /** Takes over that the element is rendered: what is told on is painted soon in any case. */
  rendered(): void {
    if (!this.#isTelling) this.requestFrame();
  }

  get #isTelling(): boolean {
    return this.#isBehind || this.#isEnding;
  }

  #askSlice(): void {
    if (this.#isSliceAsked) return;
    this.#isSliceAsked = true;
    this.#slices.port2.postMessage(null);
  }

  #tellSlice(): void {
    this.#isSliceAsked = false;
    if (this.#frame < 0) return;
    if (this.#isTelling) this.#tell();
    if (this.#isTelling) this.#askSlice();
    if (!this.#isTelling || performance.now() - this.#paintedMs > PICTURE_MS) this.requestFrame();
  }

  /** Tells a slice of the story. */
  #tell(): void {
    if (this.#isEnding) this.#finish();
    else this.#isBehind = this.playground.refresh();
    this.#isRead = false;
  }

  #forget(): void {
    this.#isBehind = false;
    this.runs += 1;
    this.summary = this.file = null;
    this.lines = [];
    this.#stepBefore = -1;
  }

  /** Tells the rest of a run that is over, however long that takes: whoever waits for it is told. */
  #finishNow(): void {
    while (this.#isEnding) this.#finish();
  }

  /** Ends a run that is over: at once, or in the frame that tells the last of its story. */
  #finish(): void {
    this.#isEnding = this.playground.refresh();
    if (this.#isEnding) return this.#askSlice();
    const running = this.#running;
    this.#running = undefined;
    this.#changed();
    this.summary = this.#summary();
    if (!running || !this.summary) return;
    running.resolve(this.summary);
    this.host.tell("interleave-finish", this.summary);
    const error = this.summary.error;
    if (error) this.host.tell("interleave-error", { code: error.kind, message: error.message });
  }

  #summary(): Summary | null {
    const ended = this.playground.summary() as Ended | null;
    if (!ended) return null;
    const read = () => this.playground.taskTexts();
    const few = this.playground.isLarge ? undefined : read();
    // Many names are put together only if somebody reads them, and while they are there.
    const summary = summaryOf(ended, this.lines, () => {
      if (!few && this.summary !== summary) throw new Error("the tasks of a large run can be read only until the next run starts");
      return few ?? read();
    });
    return summary;
  }

  #changed(): void {
    this.#read();
    this.host.changed();
  }

  /** Takes over what the story says at the playhead. */
  #read(): void {
    this.#isRead = true;
    const position = this.playground.position() as Position;
    this.position = position;
    for (const line of linesOf(this.playground.lines(this.lines.length))) this.lines.push(line);
    const isOther = position.step !== this.#stepBefore;
    // What was read of the last step before the run was over lacks its end.
    if (isOther || this.summary === null || this.telling?.isRough) {
      const telling = this.playground.telling() as Telling | null;
      // The inside of the loop of many tasks is worked out over some frames.
      this.telling = telling?.isRough ? { ...NOTHING_INSIDE, ...this.telling, ...telling } : telling;
    }
    if (isOther && position.steps > 0) {
      this.#stepBefore = position.step;
      this.host.tell("interleave-step", { step: position.step, seconds: position.seconds });
    }
  }
}
