// The attributes of the element: how they are read, and what is said of one that makes no sense.

import { LitElement } from "lit";

import { refusalText } from "../editor/refusal_text.ts";
import type { ConsoleLine } from "./console_lines.ts";
import type { LessonInfo, LoopView, MomentView, Position, Refusal } from "./engine.ts";
import type { Messages } from "./messages.ts";
import type { Player } from "./player.ts";
import { versionOf } from "./version.ts";

/** The lesson that is shown where none is named, or one that there is not. */
export const DEFAULT_LESSON = "gather";

function formatParams(params: Record<string, string> | undefined): string {
  return new URLSearchParams(params).toString();
}

/** `params` is `name=value` pairs as an attribute, and an object as a property. */
export const paramsProperty = {
  reflect: true,
  converter: {
    fromAttribute: (text: string | null) => Object.fromEntries(new URLSearchParams(text ?? "")),
    toAttribute: formatParams,
  },
  hasChanged: (now: Record<string, string>, before?: Record<string, string>) =>
    formatParams(now) !== formatParams(before),
};

/** Splits given values into those that make sense, and the wrong ones of parameters, which stay in their fields. */
export function split(params: Record<string, string>, refusals: Refusal[], parameters: Set<string>) {
  const wrong = new Set(refusals.map(({ name }) => name));
  const values = Object.entries(params);
  return {
    params: Object.fromEntries(values.filter(([name]) => !wrong.has(name))),
    drafts: Object.fromEntries(values.filter(([name]) => wrong.has(name) && parameters.has(name))),
  };
}

/** The attributes, which are the state of the element; setters set them. */
export const properties = {
  lesson: { reflect: true },
  recording: { reflect: true },
  src: { reflect: true },
  params: paramsProperty,
  compare: { reflect: true },
  clock: { reflect: true },
  speed: { reflect: true },
  pace: { reflect: true },
  view: { reflect: true },
  code: { reflect: true },
  axis: { reflect: true },
  theme: { reflect: true },
  lang: { reflect: true },
  autorun: { type: Boolean, reflect: true },
};

/** The cards that share one place in a narrow element. */
export type Tab = "code" | "loop" | "console" | "values";

/** An element with these attributes; where an author sets none they are as here. Its playhead moves by these methods. */
export class Attributed extends LitElement {
  static override properties = properties;

  /** The lesson's slug. */
  lesson: string = DEFAULT_LESSON;
  /** The address of a recorded run, which is shown in place of a lesson. */
  recording = "";
  /** The address of a program of the author's own, which is shown in place of a lesson. */
  src = "";
  /** The values that differ from the lesson's own. */
  params: Record<string, string> = {};
  /** A second lesson, drawn below on the same scale: its slug, and behind a `?` its values. */
  compare = "";
  clock = "simulated";
  /** Seconds of the run per second, from 0.1 to 100. */
  speed = "1";
  /** How long playing rests at a stop: `time` is as the clock goes, `reading` as long as its sentence takes to read. */
  pace = "time";
  view = "full";
  /** In what the program is shown: `python`, `rust` or `none`. */
  code = "python";
  axis = "auto";
  theme = "auto";
  autorun = false;

  /** Of the cards that share one place in a narrow element, the one that is shown. */
  tab: Tab = "code";

  #loading: Promise<void> | undefined;

  /** Whether the element is being printed. */
  isPrinting = false;

  /** The tag of the language that is asked for. */
  protected get askedLanguage(): string {
    return this.lang || document.documentElement.lang || navigator.language;
  }

  /** Takes over that something is loaded before what is asked for can be shown. */
  protected awaits(loading: Promise<void>): void {
    this.#loading = loading.finally(() => (this.#loading = undefined));
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#loading) return isDone;
    await this.#loading;
    return this.getUpdateComplete();
  }

  /** Shows at once what has changed. */
  updateNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** Shows the element anew: there is more to be said. */
  protected readonly showAnew = (): void => this.requestUpdate();

  showTab(tab: Tab): void {
    this.tab = tab;
    this.requestUpdate();
  }

  /** Whether what is shown is not run here: it has no clock. */
  get isFixed(): boolean {
    return false;
  }

  get isLive(): boolean {
    return this.clock === "live" && !this.isFixed;
  }

  // ---- the run, as its player has it

  get player(): Player | undefined {
    return undefined;
  }

  get moment(): MomentView | null {
    return this.player?.moment ?? null;
  }

  get loopView(): LoopView | null {
    return this.player?.loopView ?? null;
  }

  get position(): Position | null {
    return this.player?.position ?? null;
  }

  get lines(): ConsoleLine[] {
    return this.player?.lines ?? [];
  }

  get isPlaying(): boolean {
    return this.player?.isPlaying ?? false;
  }

  get isRunning(): boolean {
    return this.player?.isRunning ?? false;
  }

  get hasRun(): boolean {
    return this.player?.hasRun ?? false;
  }

  /** Moves the playhead to a moment of the run, in seconds. */
  seek(seconds: number): void {
    this.player?.move((playground) => playground.seek(Number(seconds) || 0));
  }

  stepForward(): void {
    this.player?.step(1);
  }

  stepBack(): void {
    this.player?.step(-1);
  }

  /** Moves to the first stop at or after the next whole second of the run; to the end if there is none. */
  nextSecond(): void {
    this.player?.toNextSecond();
  }

  toStart(): void {
    this.player?.move((playground) => playground.toStart());
  }

  toEnd(): void {
    this.player?.move((playground) => playground.toEnd());
  }

  get shownSpeed(): number {
    return speedOf(this.speed);
  }

  /** Dispatches an event that leaves the element. */
  protected tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Returns a speed within its bounds; 1 for what is none. */
export function speedOf(text: string): number {
  const speed = Number(text);
  return speed >= 0.1 && speed <= 100 ? speed : 1;
}

/** The attributes that take one of a few words. */
const words = {
  clock: ["simulated", "live"],
  pace: ["time", "reading"],
  view: ["full", "compact", "timeline"],
  code: ["python", "rust", "none"],
  theme: ["auto", "light", "dark"],
  axis: ["auto", "elastic", "time", "order"],
};

/** Says of each attribute that makes no sense what would, in a sentence. */
export function noticesOf(
  messages: Messages,
  lessons: LessonInfo[],
  attributes: Attributed,
  refusals: Refusal[],
): string[] {
  const unknown = refusals.filter((refusal) => refusal.expected === "parameter");
  const notices = unknown.map((refusal) => refusalText(messages, refusal));
  const { lesson, compare, speed } = attributes;
  if (!lessons.some(({ slug }) => slug === lesson)) {
    notices.push(messages.text("refused-lesson", { value: lesson, instead: DEFAULT_LESSON }));
  }
  const other = versionOf(compare)?.lesson;
  if (other && !lessons.some(({ slug }) => slug === other)) {
    notices.push(messages.text("refused-compare", { value: other }));
  }
  if (speedOf(speed) !== Number(speed)) {
    notices.push(messages.text("refused-speed", { value: String(speed) }));
  }
  for (const [name, options] of Object.entries(words)) {
    const value = String(attributes[name as keyof typeof words]);
    if (!options.includes(value)) {
      notices.push(messages.text("refused-attribute", { name, value, options }));
    }
  }
  return notices;
}
