// A second run below the first, on the same scale: another lesson, or this one as it was.
//
// Its picture shows the same stretch of time as the first, with the playhead at the same moment: the first
// walks through the stops of both and leads. It is painted in the frames of the first, so that the two move
// as one. A page loads this when it first compares.

import { TimelineCanvas } from "../panels/canvas.ts";
import { textScale } from "../panels/text_scale.ts";
import { PlayheadAfter, type Message, type MomentView, type Playground, type Refusal, type SpanFacts, type Waits } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import { labelTextsOf } from "../element/label_texts.ts";
import { Player } from "../element/player.ts";
import { type Version, versionOf } from "../element/version.ts";

/** What an element lets only its own parts do. */
export interface ComparisonAccess {
  /** Returns all values of a version: what it says, and what the page knows of addresses. */
  given(version: Version): Record<string, string>;
  replay(): Uint8Array;
  /** Shows the facts of a span, at a place of the first picture. */
  point(facts: SpanFacts | null, x: number, y: number, why: Message | null): void;
  readonly waits: Waits;
}

export class SecondRun {
  #player: Player | undefined;
  #canvas: TimelineCanvas | undefined;
  #run = "";
  /** How many stops of the compared run the first knows of. */
  #stops = 0;
  /** What is wrong with the values of what is compared with. */
  refusals: Refusal[] = [];

  constructor(
    readonly host: Host,
    readonly access: ComparisonAccess,
  ) {}

  /** The second picture, once there is something in it. */
  get playground(): Playground | undefined {
    return this.#player?.hasRun ? this.#player.playground : undefined;
  }

  /** How long the compared run took; null before it ended. */
  get seconds(): number | null {
    return this.#player?.summary?.seconds ?? null;
  }

  /** What the compared run says at the playhead. */
  get moment(): MomentView | null {
    return this.#player?.moment ?? null;
  }

  /** Brings the compared run to the moment of the first. */
  lead(): void {
    const [first, player] = [this.host.player, this.#player];
    if (!first || !player?.hasRun) return;
    first.playground.lead(player.playground);
    player.takeOver();
  }

  /** Runs what is compared with, if it is another than before; ends it if nothing is. */
  update(): void {
    const { host, access } = this;
    const version = versionOf(host.compare);
    const lesson = version && host.lessons?.some(({ slug }) => slug === version.lesson);
    const first = host.player;
    if (!version || !lesson || !first || !host.messages) return this.release();
    this.#player ??= new Player({
      changed: () => host.requestUpdate(),
      tell: () => {},
      paint: () => this.paint(),
      rests: () => false,
      speed: () => 1,
      dwell: () => null,
      compared: () => undefined,
      lead: () => {},
    });
    this.#player.playground.setLabelTexts(labelTextsOf(host.messages));
    const given = access.given(version);
    const run = JSON.stringify([version.lesson, given]);
    if (run !== this.#run) {
      this.#run = run;
      this.#player.playground.setReplay(access.replay());
      const values = { lesson: version.lesson, params: given, speed: undefined };
      const { refusals } = this.#player.start({ kind: "run", ...values, playhead: PlayheadAfter.AtEnd });
      this.refusals = refusals;
      if (refusals.length > 0) host.requestUpdate();
    }
    this.#adoptCanvas(this.#player, first);
    const { stops } = this.#player.position ?? { stops: 0 };
    if (stops === this.#stops) return;
    // The steps of both are counted.
    this.#stops = stops;
    first.takeOver();
  }

  #adoptCanvas(player: Player, first: Player): void {
    const scroller = this.host.renderRoot.querySelector<HTMLElement>(".beside .scroller");
    if (!scroller || this.#canvas?.scroller === scroller) return;
    this.#canvas?.release();
    this.#canvas = new TimelineCanvas(scroller, player.playground, {
      // The playhead moves in both runs.
      moved: () => first.move((playground) => playground.follow(player.playground)),
      pointed: (facts, x, y) =>
        this.access.point(facts, x, y + this.#belowFirst(scroller), facts?.isFixed ? { key: "edit-compared", args: {} } : null),
      resized: () => first.requestFrame(),
      isPhone: () => this.host.narrowness.isNarrow,
      waits: this.access.waits,
    });
  }

  /** Returns how far below the first picture the second is. */
  #belowFirst(scroller: HTMLElement): number {
    const top = (element: Element | null) => element?.getBoundingClientRect().top ?? 0;
    return (top(scroller) - top(this.host.renderRoot.querySelector(".stage"))) / textScale();
  }

  /** Paints the second picture as the first is now. */
  paint(): void {
    const [first, player, canvas] = [this.host.player, this.#player, this.#canvas];
    if (!first || !player?.hasRun || !canvas) return;
    const [one, two] = [first.playground, player.playground];
    two.lieBeside(one);
    one.lead(two);
    canvas.paint({ axis: this.host.axis, theme: this.host.shownTheme, dress: this.host.dress });
    if (one.lieBeside(two)) first.requestFrame();
    if (two.isRough) player.requestFrame();
  }

  release(): void {
    if (!this.#player) return;
    this.#canvas?.release();
    this.#player.release();
    [this.#canvas, this.#player, this.#run, this.#stops] = [undefined, undefined, "", 0];
    this.host.player?.playground.lieAlone();
    this.host.player?.moved();
  }
}
