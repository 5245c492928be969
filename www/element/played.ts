// The element as something that is played: what its player shows, and what moves the playhead.

import type { CSSResult } from "lit";

import { linkOf } from "../sharing/link.ts";
import { Attributed } from "./attributes.ts";
import { around, loadAround } from "../panels/loaded.ts";
import type { Summary } from "./engine.ts";
import type { Host } from "./host.ts";
import { AROUND } from "./message_parts.ts";
import type { Player } from "./player.ts";
import type { Asked, Given } from "../recording/given.ts";
import { wear } from "../styles/adopt.ts";
import type { Extras } from "./extras.ts";
import { textOf } from "./place/given.ts";

export abstract class Played extends Attributed {
  /** The run that is shown, once the module is loaded. */
  abstract get player(): Player | undefined;

  abstract get messages(): Host["messages"];

  /** Takes that the page has changed how the element is to look. */
  abstract readonly redress: () => void;

  /** Takes that the element was moved without being taken out. */
  connectedMoveCallback(): void {
    this.redress();
  }

  /** What is shown in place of a lesson. */
  abstract readonly given: Given;

  abstract run(): Promise<Summary>;

  /** The program of one's own that is shown, as a text; null for none. A script may give one. */
  get program(): string | null {
    return this.given.program?.source ?? null;
  }

  set program(text: string | null) {
    this.given.text = text == null ? null : String(text);
    this.requestUpdate();
  }

  /**
   * Returns the link that shows on the site's page what is shown here, at this step. Throws a RangeError if that is
   * too long for a link.
   */
  shareUrl(): string {
    return linkOf(this);
  }

  override get isFixed(): boolean {
    return this.given.isOwn;
  }

  /** Runs or stops: on a live clock from the start, in real time. */
  toggleRun(): void {
    if (this.isRunning) this.stop();
    else void this.run().catch(() => {});
  }

  /** Stops a run that goes on, and playing. */
  stop(): void {
    this.player?.stop();
    this.extras.lab?.stop();
    this.requestUpdate();
  }

  /** Offers the program that is shown to be run. What an author has put into a page runs at once, if it is to. */
  async offer(kind: Asked["kind"]): Promise<void> {
    const lab = await this.extras.loadLab();
    this.requestUpdate();
    if (this.autorun && (kind === "src" || kind === "pre")) void lab.run().catch(this.extras.fail);
  }

  /** Moves the playhead to a moment of the run, in seconds; beyond an end to that end. */
  seek(seconds: number): void {
    const given: unknown = seconds;
    const to = toNumber(given);
    if (Number.isNaN(to)) {
      const args = { value: textOf(given), max: String(this.position?.endSeconds ?? 0) };
      // Until it is loaded how that is said, there is what was meant.
      const message = this.messages?.text("refused-seconds", args) || "seconds";
      return this.tell("interleave-error", { code: "argument", message });
    }
    const within = Math.min(Math.max(to, 0), this.position?.endSeconds ?? 0);
    this.player?.move((playground) => playground.seek(within));
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

  // ---- what stands around the picture

  abstract readonly extras: Extras;

  /** Whether the picture has been drawn once, and what stands around it is there. */
  isDrawn = false;
  /** Whether what stands around it is asked for. */
  #isDrawing = false;
  #isDressed = false;

  /** The parts of the messages that are needed besides what a picture needs. */
  protected get parts(): string[] {
    return this.#isDrawing ? [AROUND] : [];
  }

  get renderStates(): Host["renderStates"] {
    return around()?.renderStates;
  }

  protected override get styles(): CSSResult[] {
    return around()?.styles ?? super.styles;
  }

  /** Takes over that the picture is drawn: what stands around it comes then. */
  protected drawn(): void {
    if (this.isDrawn || this.#isDrawing) return;
    this.#isDrawing = true;
    // The element is complete when all of it is there.
    const frame = new Promise<void>((done) => setTimeout(done));
    const loading = frame.then(() => this.surround());
    this.awaits(loading.then(() => this.#complete(), (error: unknown) => this.#miss(error)));
  }

  /** Loads what stands around the picture. */
  async surround(): Promise<void> {
    for (let said; said !== this.messages; ) {
      said = this.messages;
      // The language may be another by then.
      if (said) await loadAround(said);
    }
    if (this.#isDressed) return;
    this.#isDressed = true;
    wear(this.renderRoot as ShadowRoot, this.styles);
  }

  #complete(): void {
    this.isDrawn = true;
    this.requestUpdate();
    // What is said at the playhead could not be told before.
    this.player?.takeOver();
  }

  #miss(error: unknown): void {
    const again = () => {
      this.#isDrawing = false;
      this.drawn();
    };
    this.extras.miss(error, again);
  }

  // ---- what the panels read

  get moment(): Host["moment"] {
    return this.player?.moment ?? null;
  }

  get loopView(): Host["loopView"] {
    return this.player?.loopView ?? null;
  }

  get position(): Host["position"] {
    return this.player?.position ?? null;
  }

  get lines(): Host["lines"] {
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

  /** Whether a reader has seen the element. */
  protected isSeen = false;

  get isAwaited(): boolean {
    return this.autorun && !this.isSeen && !this.isPrinting && !this.isLive && !this.given.isOther && !this.hasRun && !this.isRunning;
  }

  get shownAxis(): string {
    return this.player?.axis ?? "elastic";
  }
}

/** Returns what a page means by seconds: a number, or its text; NaN for what is neither. */
function toNumber(given: unknown): number {
  const text = textOf(given).trim();
  return text === "" ? NaN : Number(text);
}
