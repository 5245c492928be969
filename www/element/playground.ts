// `<interleave-playground>`: a thin shell over the compiled module.
//
// Attributes are the state; setters set attributes; changes are batched into one update. What is
// run, told and drawn is decided in Rust.

import type { PropertyValues, TemplateResult } from "lit";

import { Attributed, DEFAULT_LESSON, noticesOf, speedOf } from "./attributes.ts";
import { TimelineCanvas } from "../panels/canvas.ts";
import { LitLine } from "../editor/code.ts";
import { Comparison } from "./comparison.ts";
import { Editing } from "../editor/value_edits.ts";
import {
  loadEngine,
  type ConsoleLine,
  type Facts,
  type Lesson,
  type Position,
  type Refusal,
  type Summary,
  type Telling,
  wordsOf,
} from "./engine.ts";
import { Extras } from "./extras.ts";
import type { ExportKind } from "../export/menu.ts";
import { languageOf, loadMessages, type Messages } from "./messages.ts";
import { Assets } from "./assets.ts";
import { Player, Refused } from "./player.ts";
import { loadLessonFile } from "../editor/lesson_file.ts";
import { whenSeen } from "./visibility.ts";
import { SourceController, type Source } from "../editor/source.ts";
import { styles } from "../styles/element.ts";
import { ThemeController, type ShownTheme } from "./theme.ts";
import { renderPlayground } from "../panels/view.ts";
import { Zooming } from "../panels/zooming.ts";

export class InterleavePlayground extends Attributed {
  static override styles = styles;

  // What the view reads besides attributes; not part of the interface.

  /** What is in the fields, right or wrong. */
  drafts: Record<string, string> = {};
  refusals: Refusal[] = [];
  lessons: Lesson[] | undefined;
  messages: Messages | undefined;
  /** What is under the pointer, and where. */
  facts: { facts: Facts; x: number; y: number } | null = null;
  /** Why the element could not be loaded. */
  failure: string | null = null;
  /** Sentences about attributes that make no sense. */
  notices: string[] = [];

  #player: Player | undefined;
  #canvas: TimelineCanvas | undefined;
  #assets = new Assets();
  #unsee = () => {};
  #wantsRun = false;
  #isChecked = false;
  #litLine = new LitLine();
  #theme = new ThemeController(this);
  #source = new SourceController(this);

  readonly extras = new Extras(this, () => this.#player);
  readonly editing = new Editing(this, {
    player: () => this.#player,
    check: (params) => this.#check(params),
    // A change asks to see what it does.
    wantRun: () => (this.#wantsRun = !this.isLive),
    point: (facts, x, y) => this.#point(facts, x, y),
  });

  readonly zooming = new Zooming({
    player: () => this.#player,
    canvas: () => this.#canvas,
    point: (facts, x, y) => this.#point(facts, x, y),
  });

  readonly comparison = new Comparison(this, {
    given: ({ lesson, params }) => this.#assets.fill(this.lessonNamed(lesson), params),
    recording: () => this.#assets.recording,
    point: (facts, x, y) => this.#point(facts, x, y),
  });

  // ---- the interface

  /** The last run's summary; null before the first ended, and while one goes on or is to begin. */
  get summary(): Summary | null {
    return this.#wantsRun ? null : (this.#player?.summary ?? null);
  }

  /** Runs the lesson. Resolves with the summary when the run is over, however it ended. */
  async run(): Promise<Summary> {
    await this.#ready();
    await this.updateComplete;
    return this.#run();
  }

  /** Stops a run that goes on, and playing. */
  stop(): void {
    this.#player?.stop();
    this.requestUpdate();
  }

  /** Moves the playhead to a moment of the run, in seconds. */
  seek(seconds: number): void {
    this.#player?.move((playground) => playground.seek(Number(seconds) || 0));
  }

  stepForward(): void {
    this.#player?.move((playground) => playground.step(1));
  }

  stepBack(): void {
    this.#player?.move((playground) => playground.step(-1));
  }

  /** Writes the run as a file; runs the lesson first if nothing ran yet. */
  async exportAs(kind: ExportKind): Promise<Blob> {
    await this.#ready();
    return this.extras.exportAs(kind);
  }

  // ---- what the view reads

  get telling(): Telling | null {
    return this.#player?.telling ?? null;
  }

  get position(): Position | null {
    return this.#player?.position ?? null;
  }

  get lines(): ConsoleLine[] {
    return this.#player?.lines ?? [];
  }

  get isPlaying(): boolean {
    return this.#player?.isPlaying ?? false;
  }

  get isRunning(): boolean {
    return this.#player?.isRunning ?? false;
  }

  get hasRun(): boolean {
    return this.#player?.hasRun ?? false;
  }

  get isLive(): boolean {
    return this.clock === "live";
  }

  get currentLesson(): Lesson | undefined {
    return this.lessonNamed(this.lesson) ?? this.lessonNamed(DEFAULT_LESSON);
  }

  lessonNamed(slug: string): Lesson | undefined {
    return this.lessons?.find((lesson) => lesson.slug === slug);
  }

  /** The run that is shown, once the module is loaded. */
  get player(): Player | undefined {
    return this.#player;
  }

  /** The program that is shown, in Rust or in Python; none where nothing of it is. */
  get source(): Source | null {
    const { currentLesson, code } = this;
    if (!currentLesson || code === "none") return null;
    return this.#source.shown(currentLesson, code, this.#given(this.params), this.telling?.line ?? null);
  }

  get shownAxis(): string {
    return this.axis === "auto" ? (this.#player?.playground.axis ?? "elastic") : this.axis;
  }

  get shownTheme(): ShownTheme {
    return this.#theme.shown(this.theme);
  }

  get shownSpeed(): number {
    return speedOf(this.speed);
  }

  // ---- what the view asks

  /** Returns a parameter's value where the reader gave none. */
  defaultOf(name: string): string {
    return this.#assets.defaultOf(this.currentLesson, name);
  }

  togglePlay(): void {
    if (this.isPlaying) this.stop();
    else if (this.hasRun) this.#player?.play();
    else void this.#run();
    this.requestUpdate();
  }

  /** Runs or stops: on a live clock from the start, in real time. */
  toggleRun(): void {
    if (this.isRunning) this.stop();
    else void this.run();
  }

  toStart(): void {
    this.#player?.move((playground) => playground.toStart());
  }

  toEnd(): void {
    this.#player?.move((playground) => playground.toEnd());
  }

  recordedPicture(url: string): string {
    return this.#player?.playground.recorded(url) ?? "";
  }

  // ---- the life of the element

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsee = whenSeen(this, () => {
      // A live run is the reader's to start.
      this.#wantsRun = this.autorun && !this.isLive;
      this.requestUpdate();
    });
    void this.#ready();
  }

  /** Ends the run with everything that belongs to it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsee();
    this.#canvas?.release();
    this.#canvas = undefined;
    this.comparison.release();
    this.#player?.release();
    this.#player = undefined;
    this.#isChecked = false;
  }

  /** The tag of the reader's language. */
  get #language(): string {
    return this.lang || document.documentElement.lang || navigator.language;
  }

  /** Whether the page knows the neighbours of all that it shows. */
  get #isServed(): boolean {
    return [this.currentLesson, this.comparison.lesson].every((lesson) => this.#assets.serve(lesson));
  }

  /** Loads what is missing: the module, the messages of the language, the neighbours. */
  async #ready(): Promise<void> {
    const language = this.#language;
    try {
      // Of a lesson that nobody knows there is no file, and the default one is shown.
      const source = this.code === "none" ? undefined : loadLessonFile(this.lesson).catch(() => undefined);
      const [lessons, messages] = await Promise.all([loadEngine(), loadMessages(language), source]);
      this.lessons = lessons;
      if (!this.#isServed) await this.#assets.meet();
      // The language may have been changed meanwhile: the last wish counts.
      if (language !== this.#language) return await this.#ready();
      this.messages = messages;
      if (this.isConnected) this.#player ??= this.#makePlayer();
      this.#player?.playground.setRecording(this.#assets.recording);
      this.#player?.playground.setWords(wordsOf(messages));
      this.failure = null;
    } catch (error) {
      this.failure = String(error instanceof Error ? error.message : error);
      this.#tell("interleave-error", { code: "load", message: this.failure });
    }
    this.requestUpdate();
  }

  #makePlayer(): Player {
    return new Player({
      changed: () => this.requestUpdate(),
      tell: (type, detail) => this.#tell(type, detail),
      paint: () => {
        this.#canvas?.paint({ axis: this.axis, theme: this.shownTheme });
        this.comparison.paint();
        this.editing.painted();
      },
      rests: () => this.editing.rests,
      speed: () => this.shownSpeed,
    });
  }

  override willUpdate(changed: PropertyValues): void {
    this.dataset.theme = this.shownTheme;
    if (!this.#player || !this.messages) return;
    const { language, languages } = this.messages;
    if (changed.has("lang") && language !== languageOf(this.#language, languages)) void this.#ready();
    if (changed.has("lesson") || changed.has("params") || !this.#isChecked) this.#adoptParams();
    else if (["compare", "speed", "clock", "view", "code", "axis", "theme"].some((name) => changed.has(name))) this.#note([]);
    this.editing.follow(this.lesson);
    const isOther = changed.has("lesson") || changed.has("params") || changed.has("clock");
    this.#wantsRun ||= isOther && !this.extras.isOpening && (this.hasRun || this.isRunning);
    if (!this.#isServed) {
      void this.#ready();
      return;
    }
    if (!this.#wantsRun) return;
    this.#wantsRun = false;
    const lesson = this.currentLesson?.slug ?? DEFAULT_LESSON;
    if (!this.isLive) void this.#run();
    else if (!changed.has("clock")) this.#player.preview(lesson, this.#given(this.params));
  }

  protected override render(): TemplateResult {
    return renderPlayground(this);
  }

  override updated(): void {
    this.#adoptCanvas();
    this.#litLine.show(this.renderRoot, this.lesson + this.code);
    this.comparison.update();
    this.#player?.rendered();
  }

  /** Takes values from the attribute; those that make no sense are told and left out. */
  #adoptParams(): void {
    this.#isChecked = true;
    const refusals = this.#check(this.params);
    const known = new Set(this.currentLesson?.parameters.map((parameter) => parameter.name));
    this.refusals = refusals.filter((refusal) => known.has(refusal.name));
    this.drafts = { ...this.params };
    this.#note(refusals);
    if (refusals.length === 0) return;
    const wrong = new Set(refusals.map((refusal) => refusal.name));
    const right = Object.entries(this.params).filter(([name]) => !wrong.has(name));
    this.params = Object.fromEntries(right);
  }

  /** Says which attributes make no sense. */
  #note(refusals: Refusal[]): void {
    if (!this.messages || !this.lessons) return;
    const [before, notices] = [this.notices, noticesOf(this.messages, this.lessons, this, refusals)];
    this.notices = notices;
    if (notices.length === 0 || notices.join() === before.join()) return;
    this.#tell("interleave-error", { code: "attribute", message: notices.join(" ") });
  }

  #adoptCanvas(): void {
    const scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
    const player = this.#player;
    if (!scroller || !player || this.#canvas?.scroller === scroller) return;
    this.#canvas?.release();
    this.#canvas = new TimelineCanvas(scroller, player.playground, {
      moved: () => player.moved(),
      pointed: (facts, x, y) => this.#point(facts, x, y),
      resized: () => player.requestFrame(),
      editing: this.editing,
    });
  }

  #point(facts: Facts | null, x: number, y: number): void {
    if (facts === null && this.facts === null) return;
    this.facts = facts && { facts, x, y };
    this.requestUpdate();
  }

  // ---- runs

  #check(params: Record<string, string>): Refusal[] {
    const lesson = this.currentLesson?.slug ?? DEFAULT_LESSON;
    return (this.#player?.playground.check(lesson, this.#given(params)) ?? []) as Refusal[];
  }

  #given(params: Record<string, string>): Record<string, string> {
    return this.#assets.fill(this.currentLesson, params);
  }

  async #run(): Promise<Summary> {
    const [player, lesson] = [this.#player, this.currentLesson];
    if (!player || !lesson) throw new Error(this.failure ?? "the element is not in a page");
    const speed = this.isLive ? this.shownSpeed : undefined;
    try {
      return await player.run(lesson.slug, this.#given(this.params), speed);
    } catch (error) {
      if (error instanceof Refused) this.refusals = error.refusals;
      throw error;
    } finally {
      this.requestUpdate();
    }
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

