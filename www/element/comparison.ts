// A second run below the first, on the same scale: another lesson, or this one as it was.
//
// Its picture shows the same stretch of time as the first, with the playhead at the same moment.
// It is painted in the frames of the first, so that the two move as one.

import { html, nothing, type TemplateResult } from "lit";

import { TimelineCanvas } from "../panels/canvas.ts";
import { wordsOf, type Facts, type Lesson, type Refusal } from "./engine.ts";
import { icons } from "../panels/icons.ts";
import type { Messages } from "./messages.ts";
import { refusalText } from "../editor/fields.ts";
import { Player, Refused } from "./player.ts";
import type { InterleavePlayground } from "./playground.ts";

/** A lesson and the values that differ from its own. */
export interface Version {
  lesson: string;
  params: Record<string, string>;
}

/** Reads the attribute: a slug, and with other values than the lesson's own `slug?name=value&…`. */
export function versionOf(text: string): Version | null {
  const [lesson = "", params = ""] = text.split(/\?(.*)/s);
  return lesson ? { lesson, params: Object.fromEntries(new URLSearchParams(params)) } : null;
}

/** Writes a version as the attribute says it. */
export function nameOf({ lesson, params }: Version): string {
  const text = new URLSearchParams(params).toString();
  return text ? `${lesson}?${text}` : lesson;
}

/** What an element lets only its own parts do. */
export interface ComparisonAccess {
  /** Returns all values of a version: what it says, and what the page knows of its neighbours. */
  given(version: Version): Record<string, string>;
  recording(): Uint8Array;
  /** Shows the facts of a span, at a place of the first picture. */
  point(facts: Facts | null, x: number, y: number): void;
}

export class Comparison {
  #player: Player | undefined;
  #canvas: TimelineCanvas | undefined;
  #run = "";
  /** What is wrong with the values of what is compared with. */
  refusals: Refusal[] = [];

  constructor(
    readonly host: InterleavePlayground,
    readonly access: ComparisonAccess,
  ) {}

  /** The lesson that is compared with, if there is one. */
  get lesson(): Lesson | undefined {
    const version = versionOf(this.host.compare);
    return version ? this.host.lessonNamed(version.lesson) : undefined;
  }

  /** How long the compared run took; null before it ended. */
  get seconds(): number | null {
    return this.#player?.summary?.seconds ?? null;
  }

  /** Runs what is compared with, if it is another than before; ends it if nothing is. */
  update(): void {
    const { host, access, lesson } = this;
    const version = versionOf(host.compare);
    const first = host.player;
    if (!version || !lesson || !first || !host.messages) return this.release();
    this.#player ??= new Player({
      changed: () => host.requestUpdate(),
      tell: () => {},
      paint: () => this.paint(),
      rests: () => false,
      speed: () => 1,
    });
    this.#player.playground.setWords(wordsOf(host.messages));
    const given = access.given(version);
    const run = JSON.stringify([version.lesson, given]);
    if (run !== this.#run) {
      this.#run = run;
      this.refusals = [];
      this.#player.playground.setRecording(access.recording());
      this.#player.run(version.lesson, given, undefined).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        this.refusals = error.refusals;
        host.requestUpdate();
      });
    }
    this.#adoptCanvas(this.#player, first);
  }

  #adoptCanvas(player: Player, first: Player): void {
    const scroller = this.host.renderRoot.querySelector<HTMLElement>(".beside .scroller");
    if (!scroller || this.#canvas?.scroller === scroller) return;
    this.#canvas?.release();
    this.#canvas = new TimelineCanvas(scroller, player.playground, {
      // Whoever moves the playhead here moves it in both.
      moved: () => first.move((playground) => playground.follow(player.playground)),
      pointed: (facts, x, y) => this.access.point(facts, x, y + this.#belowFirst(scroller)),
      resized: () => first.requestFrame(),
    });
  }

  /** Returns how far below the first picture the second is. */
  #belowFirst(scroller: HTMLElement): number {
    const top = (element: Element | null) => element?.getBoundingClientRect().top ?? 0;
    return top(scroller) - top(this.host.renderRoot.querySelector(".stage"));
  }

  /** Paints the second picture as the first is now. */
  paint(): void {
    const [first, player, canvas] = [this.host.player, this.#player, this.#canvas];
    if (!first || !player?.hasRun || !canvas) return;
    const [one, two] = [first.playground, player.playground];
    two.lieBeside(one);
    two.follow(one);
    canvas.paint({ axis: this.host.axis, theme: this.host.shownTheme });
    if (one.lieBeside(two)) first.requestFrame();
    if (two.isRough) player.requestFrame();
  }

  release(): void {
    if (!this.#player) return;
    this.#canvas?.release();
    this.#player.release();
    [this.#canvas, this.#player, this.#run] = [undefined, undefined, ""];
    this.host.player?.playground.lieAlone();
    this.host.player?.requestFrame();
  }
}

// ---- what it looks like

/** Returns what is compared with, in words. */
function titleOf(host: InterleavePlayground, messages: Messages, version: Version): string {
  const title = messages.text(`lesson-${version.lesson}-title`);
  const params = Object.entries(version.params).map(([name, value]) => `${name} = ${value}`);
  const values = version.lesson === host.lesson && params.length === 0 ? [messages.text("compare-own")] : params;
  return values.length > 0 ? `${title} (${values.join(", ")})` : title;
}

/** Says by how much the first run is shorter, or longer, than the second. */
export function difference(messages: Messages, first: number, second: number): string {
  const [mine, other] = [messages.seconds(first), messages.seconds(second)];
  // As exact as it is written: what looks alike is alike.
  const by = Math.abs(Math.round(first * 100) - Math.round(second * 100)) / 100;
  if (by === 0) return messages.text("compare-same", { mine });
  const key = first < second ? "compare-shorter" : "compare-longer";
  return messages.text(key, { by: messages.seconds(by), mine, other });
}

/** The choice of what to compare with. */
export function renderCompareChoice(host: InterleavePlayground, messages: Messages): TemplateResult {
  const version = versionOf(host.compare);
  const own = nameOf({ lesson: host.lesson, params: host.params });
  const known = (host.lessons ?? []).filter(({ slug }) => slug !== host.lesson);
  const option = (value: string, text: string) =>
    html`<option value=${value} ?selected=${value === host.compare}>${text}</option>`;
  const isKept = version !== null && !known.some(({ slug }) => slug === host.compare);
  return html`<label class="choice compare"
    ><span class="hidden">${messages.text("compare")}</span>
    <select
      title=${messages.text("compare")}
      @change=${(event: Event) => {
        host.compare = (event.target as HTMLSelectElement).value;
      }}
    >
      <option value="" ?selected=${!version}>${messages.text("compare-none")}</option>
      ${isKept && version ? option(host.compare, titleOf(host, messages, version)) : nothing}
      ${own === host.compare ? nothing : option(own, messages.text("compare-keep"))}
      <optgroup label=${messages.text("page-lesson")}>
        ${known.map(({ slug }: Lesson) => option(slug, messages.text(`lesson-${slug}-title`)))}
      </optgroup>
    </select></label
  >`;
}

/** The second picture, with its name and the difference. */
export function renderBeside(host: InterleavePlayground, messages: Messages): TemplateResult | typeof nothing {
  const version = versionOf(host.compare);
  if (!version || !host.lessons?.some(({ slug }) => slug === version.lesson)) return nothing;
  const title = titleOf(host, messages, version);
  const [first, second] = [host.summary?.seconds, host.comparison.seconds];
  const { refusals } = host.comparison;
  const wrong = refusals.map((refusal) => refusalText(messages, refusal)).join(" ");
  const said = first === undefined || second === null ? wrong : difference(messages, first, second);
  return html`<div class="beside">
    <p class="compared">
      <span>
        <span>${messages.text("compare-with", { title })}</span>
        <b class="difference" role="status">${said}</b>
      </span>
      <button type="button" class="icon" aria-label=${messages.text("compare-end")} title=${messages.text("compare-end")}
        @click=${() => {
          host.compare = "";
        }}>${icons.remove}</button>
    </p>
    <div class="scroller">
      <canvas height="0" role="img" aria-label="${title}. ${said}"></canvas>
      <div class="spacer"></div>
    </div>
  </div>`;
}
