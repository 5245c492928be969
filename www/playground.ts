// `<interleave-playground>`: a thin shell over the compiled module.
//
// Attributes are the state; setters set attributes; changes are batched into one update. What is
// run, told and drawn is decided in Rust. This file starts runs, moves the playhead with one
// animation frame in flight, and puts answers into the page.

import { LitElement, type PropertyValues, type TemplateResult } from "lit";

import { TimelineCanvas, type Look } from "./canvas.ts";
import {
  Playground,
  labelKeys,
  loadEngine,
  loadNeighbours,
  type ConsoleLine,
  type Facts,
  type Lesson,
  type Neighbours,
  type Position,
  type Refusal,
  type Summary,
  type Telling,
} from "./engine.ts";
import { languageOf, loadMessages, type Messages } from "./messages.ts";
import { refusalText } from "./parameters.ts";
import { styles } from "./styles.ts";
import { renderPlayground } from "./view.ts";

export type Clock = "simulated" | "live";
export type Theme = "auto" | "light" | "dark";
export type View = "full" | "compact" | "timeline";

const DEFAULT_LESSON = "gather";

/** Reads `name=value` pairs; what is not a pair is a name with an empty value. */
function parseParams(text: string | null): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text ?? ""));
}

function formatParams(params: Record<string, string>): string {
  return new URLSearchParams(params).toString();
}

export class InterleavePlayground extends LitElement {
  static override styles = styles;

  static override properties = {
    lesson: { reflect: true },
    params: {
      reflect: true,
      converter: { fromAttribute: parseParams, toAttribute: formatParams },
      hasChanged: (now: Record<string, string>, before?: Record<string, string>) =>
        formatParams(now) !== formatParams(before ?? {}),
    },
    clock: { reflect: true },
    speed: { reflect: true },
    view: { reflect: true },
    axis: { reflect: true },
    theme: { reflect: true },
    lang: { reflect: true },
    autorun: { type: Boolean, reflect: true },
  };

  /** The lesson's slug. */
  declare lesson: string;
  /** The values that differ from the lesson's own. */
  declare params: Record<string, string>;
  declare clock: string;
  /** Seconds of the run a second, from 0.1 to 100. */
  declare speed: string;
  declare view: string;
  declare axis: string;
  declare theme: string;
  declare autorun: boolean;

  /** What is in the fields, right or wrong. Not part of the interface: the view reads it. */
  drafts: Record<string, string> = {};
  refusals: Refusal[] = [];
  lessons: Lesson[] | undefined;
  messages: Messages | undefined;
  telling: Telling | null = null;
  position: Position | null = null;
  lines: ConsoleLine[] = [];
  facts: { facts: Facts; x: number; y: number } | null = null;
  isPlaying = false;
  failure: string | null = null;
  /** Sentences about attributes that make no sense. */
  notices: string[] = [];

  #playground: Playground | undefined;
  #canvas: TimelineCanvas | undefined;
  #frame = 0;
  #frameBefore: number | undefined;
  #summary: Summary | null = null;
  #running: { resolve(summary: Summary): void; promise: Promise<Summary> } | undefined;
  #stepBefore = -1;
  #neighbours: Neighbours | null = null;
  #seen: IntersectionObserver | undefined;
  #wantsRun = false;
  #media = [
    window.matchMedia("(prefers-color-scheme: dark)"),
    window.matchMedia("(forced-colors: active)"),
  ];
  #mediaChanged = (): void => this.requestUpdate();

  constructor() {
    super();
    this.lesson = DEFAULT_LESSON;
    this.params = {};
    this.clock = "simulated";
    this.speed = "1";
    this.view = "full";
    this.axis = "auto";
    this.theme = "auto";
    this.autorun = false;
  }

  // ---- the interface

  /** The last run's summary; null before the first ended, and while one goes on. */
  get summary(): Summary | null {
    return this.#summary;
  }

  /** Runs the lesson. Resolves with the summary when the run is over, however it ended. */
  async run(): Promise<Summary> {
    await this.#ready();
    await this.updateComplete;
    return this.#run();
  }

  /** Stops a run that goes on, and playing. */
  stop(): void {
    this.isPlaying = false;
    if (this.#playground?.isRunning) {
      this.#playground.stop();
      this.#finish();
    }
    this.requestUpdate();
  }

  /** Moves the playhead to a moment of the run, in seconds. */
  seek(seconds: number): void {
    this.#moved((playground) => playground.seek(Number(seconds) || 0));
  }

  stepForward(): void {
    this.#moved((playground) => playground.step(1));
  }

  stepBack(): void {
    this.#moved((playground) => playground.step(-1));
  }

  // ---- what the view asks

  get currentLesson(): Lesson | undefined {
    return this.lessons?.find((lesson) => lesson.slug === this.lesson) ?? this.lessons?.find((lesson) => lesson.slug === DEFAULT_LESSON);
  }

  get isRunning(): boolean {
    return this.#playground?.isRunning ?? false;
  }

  get isLive(): boolean {
    return this.clock === "live";
  }

  get hasRun(): boolean {
    return (this.position?.steps ?? 0) > 0;
  }

  get speedNumber(): number {
    const speed = Number(this.speed);
    return speed >= 0.1 && speed <= 100 ? speed : 1;
  }

  get shownAxis(): string {
    return this.axis === "auto" ? (this.#playground?.axis ?? "elastic") : this.axis;
  }

  get shownTheme(): Look["theme"] {
    const [dark, forced] = this.#media;
    if (forced?.matches) return "forced";
    if (this.theme === "light" || this.theme === "dark") return this.theme;
    return dark?.matches ? "dark" : "light";
  }

  get hasChanges(): boolean {
    return Object.keys(this.params).length > 0 || this.refusals.length > 0;
  }

  /** Takes a reader's change of a field. A wrong value is refused at the field. */
  changeParameter(name: string, value: string): void {
    const playground = this.#playground;
    if (!playground) return;
    this.drafts = { ...this.drafts, [name]: value };
    const known = new Map(this.currentLesson?.parameters.map((parameter) => [parameter.name, this.defaultOf(parameter.name)]));
    const changed = Object.entries(this.drafts).filter(([name, value]) => known.get(name) !== value);
    this.refusals = playground.check(this.lesson, this.#given(Object.fromEntries(changed))) as Refusal[];
    if (this.refusals.length === 0) this.params = Object.fromEntries(changed);
    this.requestUpdate();
  }

  /** Returns a parameter's value where the reader gave none. */
  defaultOf(name: string): string {
    const parameter = this.currentLesson?.parameters.find((parameter) => parameter.name === name);
    const neighbour = { site: this.#neighbours?.demo, proxy: this.#neighbours?.proxy }[name];
    return neighbour ? `${neighbour}/` : (parameter?.default ?? "");
  }

  resetParameters(): void {
    this.drafts = {};
    this.refusals = [];
    this.params = {};
    this.requestUpdate();
  }

  togglePlay(): void {
    if (this.isPlaying) {
      this.isPlaying = false;
    } else if (this.hasRun) {
      if (this.position?.atEnd) this.#playground?.toStart();
      this.isPlaying = true;
      this.#frameBefore = undefined;
      this.#requestFrame();
    } else {
      void this.#run();
    }
    this.requestUpdate();
  }

  /** Runs from the page: on a live clock, from the start and in real time. */
  runFromPage(): void {
    this.isPlaying = false;
    if (this.isRunning) this.stop();
    else void this.run();
  }

  toStart(): void {
    this.#moved((playground) => playground.toStart());
  }

  toEnd(): void {
    this.#moved((playground) => playground.toEnd());
  }

  recordedPicture(url: string): string {
    return this.#playground?.recorded(url) ?? "";
  }

  onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const actions: Record<string, () => void> = {
      ArrowRight: () => this.stepForward(),
      ArrowLeft: () => this.stepBack(),
      ArrowUp: () => this.stepForward(),
      ArrowDown: () => this.stepBack(),
      Home: () => this.toStart(),
      End: () => this.toEnd(),
      " ": () => this.togglePlay(),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  // ---- the life of the element

  override connectedCallback(): void {
    super.connectedCallback();
    for (const media of this.#media) media.addEventListener("change", this.#mediaChanged);
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#seen?.disconnect();
      if (this.autorun && !this.isLive) {
        this.#wantsRun = true;
        this.requestUpdate();
      }
    });
    this.#seen.observe(this);
    void this.#ready();
  }

  /** Ends the run with everything that belongs to it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const media of this.#media) media.removeEventListener("change", this.#mediaChanged);
    this.#seen?.disconnect();
    this.stop();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#canvas?.release();
    this.#canvas = undefined;
    this.#playground?.free();
    this.#playground = undefined;
  }

  async #ready(): Promise<void> {
    try {
      const language = languageOf(this.lang || document.documentElement.lang || navigator.language);
      const [lessons, messages, neighbours] = await Promise.all([
        loadEngine(),
        loadMessages(language),
        loadNeighbours(),
      ]);
      this.lessons = lessons;
      this.messages = messages;
      this.#neighbours = neighbours;
      if (this.isConnected && !this.#playground) this.#playground = new Playground();
      this.#playground?.setWords(this.#words(messages));
      this.failure = null;
    } catch (error) {
      this.failure = String(error instanceof Error ? error.message : error);
      this.#tellError("load", this.failure);
    }
    this.requestUpdate();
  }

  #words(messages: Messages): string[] {
    const holes = { name: "{name}", count: "{count}", seconds: "{seconds}" };
    return labelKeys().map((key) => messages.text(key, holes));
  }

  override willUpdate(changed: PropertyValues): void {
    this.dataset.theme = this.shownTheme;
    if (changed.has("lang") && changed.get("lang") !== undefined) void this.#ready();
    if (!this.#playground || !this.messages) return;
    if (changed.has("lesson") || !this.#checked) this.#checkAttributes(changed.has("lesson"));
    else if (changed.has("params")) this.#adoptParams();
    else if (changed.has("speed") || changed.has("clock") || changed.has("view")) this.#note();
    const isOther = changed.has("lesson") || changed.has("params") || changed.has("clock");
    if (this.#wantsRun || (isOther && (this.hasRun || this.#wasLive))) {
      this.#wantsRun = false;
      // A live run is the reader's to start: a change only clears what no longer fits.
      if (!this.isLive) void this.#run();
      else if (changed.has("lesson") || changed.has("params")) void this.#preview();
    }
  }

  #checked = false;
  #wasLive = false;

  #checkAttributes(isOther: boolean): void {
    this.#checked = true;
    if (isOther) this.refusals = [];
    this.#adoptParams();
    this.#note();
  }

  /** Takes values from the attribute; those that make no sense are told and left out. */
  #adoptParams(): void {
    const refusals = this.#playground?.check(this.currentLesson?.slug ?? "", this.#given(this.params)) as Refusal[];
    const known = new Set(this.currentLesson?.parameters.map((parameter) => parameter.name));
    this.refusals = refusals.filter((refusal) => known.has(refusal.name));
    this.drafts = { ...this.params };
    this.#note(refusals);
    if (refusals.length > 0) {
      const wrong = new Set(refusals.map((refusal) => refusal.name));
      const right = Object.entries(this.params).filter(([name]) => !wrong.has(name));
      this.params = Object.fromEntries(right);
    }
  }

  /** Says which attributes make no sense. */
  #note(refusals: Refusal[] = []): void {
    const { messages, lessons } = this;
    if (!messages || !lessons) return;
    const notices = refusals.filter((refusal) => refusal.expected === "parameter").map((refusal) => refusalText(messages, refusal));
    if (!lessons.some((lesson) => lesson.slug === this.lesson)) {
      notices.push(messages.text("refused-lesson", { value: this.lesson, instead: DEFAULT_LESSON }));
    }
    if (String(this.speedNumber) !== String(Number(this.speed))) {
      notices.push(messages.text("refused-speed", { value: String(this.speed) }));
    }
    const attributes: Record<string, string[]> = {
      clock: ["simulated", "live"],
      view: ["full", "compact", "timeline"],
      theme: ["auto", "light", "dark"],
      axis: ["auto", "elastic", "time", "order"],
    };
    for (const [name, options] of Object.entries(attributes)) {
      const value = String(this[name as "clock"]);
      if (!options.includes(value)) {
        notices.push(messages.text("refused-attribute", { name, value, options }));
      }
    }
    this.notices = notices;
    if (notices.length > 0) this.#tellError("attribute", notices.join(" "));
  }

  protected override render(): TemplateResult {
    return renderPlayground(this);
  }

  override updated(): void {
    this.#adoptCanvas();
    this.#requestFrame();
  }

  #adoptCanvas(): void {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>("canvas");
    if (!canvas || !this.#playground) return;
    if (this.#canvas?.canvas === canvas) return;
    this.#canvas?.release();
    const scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
    const spacer = this.renderRoot.querySelector<HTMLElement>(".spacer");
    if (!scroller || !spacer) return;
    this.#canvas = new TimelineCanvas(canvas, scroller, spacer, this.#playground, {
      moved: () => {
        this.isPlaying = false;
        this.#requestFrame();
      },
      pointed: (facts, x, y) => {
        const changed = (facts === null) !== (this.facts === null) || facts !== null;
        this.facts = facts && { facts, x, y };
        if (changed) this.requestUpdate();
      },
      resized: () => this.#requestFrame(),
    });
  }

  // ---- runs

  /** Fills in the neighbours of the page for what the reader did not give. */
  #given(params: Record<string, string>): Record<string, string> {
    const given = { ...params };
    for (const { name } of this.currentLesson?.parameters ?? []) {
      if (name === "site" || name === "proxy") given[name] ??= this.defaultOf(name);
    }
    return given;
  }

  #run(): Promise<Summary> {
    const playground = this.#playground;
    const lesson = this.currentLesson;
    if (!playground || !lesson) return Promise.reject(new Error(this.failure ?? "not connected"));
    if (playground.isRunning) this.stop();
    this.isPlaying = false;
    this.#summary = null;
    this.#stepBefore = -1;
    this.lines = [];
    let resolve: (summary: Summary) => void = () => {};
    const promise = new Promise<Summary>((resolved) => (resolve = resolved));
    const running = { resolve, promise };
    this.#running = running;
    this.#tell("interleave-start", { lesson: lesson.slug });
    this.#wasLive = this.isLive;
    const over = () => {
      if (this.#running === running) this.#finish();
    };
    const speed = this.isLive ? this.speedNumber : undefined;
    const refusals = playground.run(lesson.slug, this.#given(this.params), speed, over) as Refusal[];
    if (refusals.length > 0) {
      this.refusals = refusals;
      this.#running = undefined;
      return Promise.reject(new RangeError(refusals.map((refusal) => refusal.message).join("; ")));
    }
    if (!playground.isRunning) this.#finish();
    this.#readStory();
    this.requestUpdate();
    return promise;
  }

  /** Shows the simulated run of what a live clock will run, until it does. */
  async #preview(): Promise<void> {
    const playground = this.#playground;
    const lesson = this.currentLesson;
    if (!playground || !lesson) return;
    playground.run(lesson.slug, this.#given(this.params), undefined, () => this.#requestFrame());
    this.#summary = null;
    this.#stepBefore = -1;
    this.lines = [];
    this.requestUpdate();
  }

  #finish(): void {
    const playground = this.#playground;
    const running = this.#running;
    this.#running = undefined;
    if (!playground) return;
    playground.refresh();
    this.#readStory();
    this.#summary = playground.summary() as Summary | null;
    this.requestUpdate();
    if (!running || !this.#summary) return;
    running.resolve(this.#summary);
    this.#tell("interleave-finish", this.#summary);
    const error = this.#summary.error;
    if (error) this.#tellError(error.kind, error.message);
  }

  #readStory(): void {
    const playground = this.#playground;
    if (!playground) return;
    const position = playground.position() as Position;
    this.position = position;
    this.lines.push(...(playground.lines(this.lines.length) as ConsoleLine[]));
    if (position.step !== this.#stepBefore || this.isRunning) {
      this.telling = playground.telling() as Telling | null;
    }
    if (position.step !== this.#stepBefore && position.steps > 0) {
      this.#stepBefore = position.step;
      this.#tell("interleave-step", { step: position.step, seconds: position.seconds });
    }
  }

  #moved(move: (playground: Playground) => void): void {
    if (!this.#playground) return;
    this.isPlaying = false;
    move(this.#playground);
    this.#readStory();
    this.requestUpdate();
  }

  // ---- frames

  /** Asks for a frame; there is never more than one under way. */
  #requestFrame(): void {
    if (this.#frame === 0 && this.isConnected) {
      this.#frame = requestAnimationFrame((now) => this.#drawFrame(now));
    }
  }

  #drawFrame(now: number): void {
    this.#frame = 0;
    const playground = this.#playground;
    if (!playground) return;
    const passed = Math.min(0.25, (now - (this.#frameBefore ?? now)) / 1000);
    this.#frameBefore = now;
    if (playground.isRunning) playground.refresh();
    if (this.isPlaying) playground.advance(passed, this.speedNumber);
    const before = JSON.stringify(this.position);
    this.#readStory();
    if (this.isPlaying && this.position?.atEnd) {
      this.isPlaying = false;
      this.requestUpdate();
    }
    this.#canvas?.paint({ axis: this.axis, theme: this.shownTheme });
    if (this.isPlaying || playground.isRunning) this.#requestFrame();
    if (JSON.stringify(this.position) !== before) this.requestUpdate();
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #tellError(code: string, message: string): void {
    this.#tell("interleave-error", { code, message });
  }
}
