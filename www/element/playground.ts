// `<interleave-playground>`: a thin shell over the compiled module.
//
// Attributes are the state; setters set attributes; changes are batched into one update. What is
// run, said and drawn is decided in Rust.

import type { PropertyValues, TemplateResult } from "lit";

import { LitLine } from "../editor/code.ts";
import { CodePointer } from "../editor/code_pointer.ts";
import type { Params } from "../editor/history.ts";
import { loadLessonFile } from "../editor/lesson_file.ts";
import { refusalText } from "../editor/refusal_text.ts";
import { SourceController, type Source } from "../editor/source.ts";
import { type Edit, ValueEdits } from "../editor/value_edits.ts";
import type { ExportFormat } from "../export/formats.ts";
import { TimelineCanvas } from "../panels/canvas.ts";
import { showChoices } from "../panels/choices.ts";
import { renderPlayground } from "../panels/view.ts";
import { Zooming } from "../panels/zooming.ts";
import { styles } from "../styles/element.ts";
import { Assets } from "./assets.ts";
import { DEFAULT_LESSON, mayBeLesson, noticesOf, split } from "./attributes.ts";
import { Comparison } from "./comparison.ts";
import { Given } from "../recording/given.ts";
import { loadEngine, PlayheadAfter, type LessonInfo, type Refusal, type Summary } from "./engine.ts";
import { Extras } from "./extras.ts";
import type { Host } from "./host.ts";
import { labelTextsOf } from "./label_texts.ts";
import { languageOf, loadMessages, type Messages } from "./messages.ts";
import { Narrowness } from "./narrowness.ts";
import { dwellOf } from "./pace.ts";
import { Player, Refused } from "./player.ts";
import type { Request } from "./player_host.ts";
import { Pointed } from "../editor/pointed.ts";
import { inTurn, whenClose } from "./place/near.ts";
import { type Dress, ThemeController, type ShownTheme } from "./place/theme.ts";
import { Played } from "./played.ts";

/** How long it takes until one that is far away is prepared, in milliseconds. */
const FAR_MS = 2000;

/** The attributes besides the values of which something may be said. */
const NOTED = ["strange", "compare", "speed", "pace", "clock", "view", "code", "axis", "theme"];

export class InterleavePlayground extends Played implements Host {
  static override styles = styles;

  drafts: Params = {};
  refusals: Refusal[] = [];
  lessons: LessonInfo[] | undefined;
  messages: Messages | undefined;
  failure: string | null = null;
  notices: string[] = [];

  /** What was told of attributes that make no sense. */
  #noted = "";
  /** What the next update does with the values. */
  #due: "nothing" | "check" | "run" = "check";
  #player: Player | undefined;
  /** What is to be shown in place of a lesson, until it is. */
  #shown: Promise<void> | undefined;
  #canvas: TimelineCanvas | undefined;
  #unsee = () => {};
  /** Whether a reader is near enough that the element is built. */
  #isNear = false;
  readonly assets = new Assets();
  readonly #litLine = new LitLine();
  readonly #theme = new ThemeController(this);
  readonly narrowness = new Narrowness(this);
  readonly #source = new SourceController(this);
  readonly pointed = new Pointed(this);
  readonly extras = new Extras(this);
  readonly waits = (loading: Promise<void>): void => this.awaits(loading.catch(this.extras.fail));
  readonly #access = { player: () => this.#player, point: this.pointed.point, waits: this.waits };
  readonly edits = new ValueEdits(this, this.#access);
  readonly zooming = new Zooming({ ...this.#access, canvas: () => this.#canvas });
  readonly codePointer = new CodePointer(this);
  readonly given = new Given(this, {
    showLesson: () => this.#due = this.autorun || this.#isShown ? "run" : "check",
    load: (asked) => (this.#shown = this.#ready().then(() => this.extras.show(asked))),
  });
  readonly comparison = new Comparison(this, {
    given: ({ params }) => this.assets.fill(this.comparison.lesson, params),
    replay: () => this.assets.replay,
    ...this.#access,
  });

  // ---- the interface

  /** The last run's summary; null before the first ended, and while one goes on or is to begin. */
  get summary(): Summary | null {
    const isDue = this.#due === "run" || this.edits.waiting !== null;
    return isDue && !this.isLive ? null : (this.#player?.summary ?? null);
  }

  /** Runs the lesson. Resolves with the summary when the run is over, however it ended. */
  async run(): Promise<Summary> {
    await this.telling("run", this.#come().then(() => this.updateComplete).then(() => this.#shown));
    return this.#run();
  }

  /** Writes the run as a file; runs the lesson first if nothing ran yet. */
  async exportAs(format: ExportFormat): Promise<Blob> {
    return this.telling("export", this.#come().then(() => this.extras.exportAs(format)));
  }

  // ---- what the panels read

  override get player(): Player | undefined { return this.#player; }

  get currentLesson(): LessonInfo | undefined {
    return this.given.isOwn ? undefined : this.assets.served(this.#asked, this.comparison.lesson, this.code);
  }

  get facts(): Host["facts"] { return this.pointed.facts; }

  get source(): Source | null {
    const { currentLesson, code } = this;
    if (code === "none") return null;
    const { line = null, returns = false } = this.moment ?? {};
    if (!currentLesson) return this.given.program?.sourceAt(line) ?? null;
    return this.#source.shown(currentLesson, code, this.#given(this.params), line, returns);
  }

  get dress(): Dress { return this.#theme.dress; }

  /** Takes that the page has changed how the element is to look. */
  readonly redress = (): void => this.#theme.changed();

  get shownTheme(): ShownTheme {
    return this.isPrinting ? "light" : this.#theme.shown(this.theme);
  }

  // ---- what the panels ask

  defaultOf(name: string): string {
    return this.assets.defaultOf(this.currentLesson, name);
  }

  togglePlay(): void {
    if (this.isPlaying) this.stop();
    else if (this.hasRun) this.#player?.play();
    else void this.run().catch(() => {});
    this.requestUpdate();
  }

  // ---- the life of the element

  override connectedCallback(): void {
    super.connectedCallback();
    this.messages?.onMore.add(this.showAnew);
    this.given.update(new Map());
    const isFirst = document.querySelector(this.localName) === this;
    const near = () => {
      this.#isNear = true;
      if (!isFirst || this.messages) void this.#ready();
    };
    this.#unsee = whenClose(this, { near, seen: () => this.seen() });
    // The first of a page waits for no frame; those far away are prepared in case the page is printed.
    if (isFirst) void this.#ready();
    else AbortSignal.timeout(FAR_MS).addEventListener("abort", () => this.isConnected && void this.#ready());
  }

  seen(): void {
    this.isSeen = true;
    if (this.autorun && !this.isLive && !this.#isShown && !this.given.isOther) this.#due = "run";
    this.requestUpdate();
  }

  /** Ends the run with everything that belongs to it, unless the element is moved. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.messages?.onMore.delete(this.showAnew);
    this.#unsee();
    // One that is moved is in its new place by now.
    if (this.isConnected) return;
    this.#player?.finish();
    // One that is taken out and put back at once keeps what it shows.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  #leave(): void {
    this.#release();
    this.#isNear = this.isSeen = false;
    this.given.forget();
    this.#due = "check";
  }

  /** Builds the element wherever it stands: a script asks for it. */
  async #come(): Promise<void> {
    if (!this.isConnected) throw new Error("the element is not in a page");
    this.#isNear = true;
    await this.#ready();
  }

  build(): void {
    if (!this.isConnected || !this.messages) return;
    this.#isNear = true;
    (this.#player ??= this.#makePlayer()).playground.setLabelTexts(labelTextsOf(this.messages));
  }

  /** Whether the page has what all lessons that are shown need. */
  get #isServed(): boolean { return this.assets.serve(this.#asked, this.comparison.lesson, this.code); }

  /** Loads what is missing: the module, the messages of the language, the addresses and the crawl. */
  async #ready(): Promise<void> {
    const language = this.askedLanguage;
    try {
      // Of a lesson that is not known there is no file.
      const isNamed = this.code !== "none" && !this.given.isOwn && mayBeLesson(this.lesson, this.lessons);
      const source = isNamed && loadLessonFile(this.lesson).catch(() => undefined);
      const [lessons, messages] = await Promise.all([loadEngine(), loadMessages(language, this.parts), source, this.narrowness.meet()]);
      this.lessons = lessons;
      await this.assets.meet(this.#asked, this.comparison.lesson, this.code, messages);
      if (language !== this.askedLanguage) return await this.#ready(); // The last wish counts.
      [this.messages, this.failure] = [messages, null];
      messages.onMore.add(this.showAnew);
      if (this.#player) this.build();
      else if (this.#isNear) await inTurn(() => this.build());
    } catch (error) {
      const message = String(error instanceof Error ? error.message : error);
      if (this.#player) this.extras.miss(error, () => void this.#ready());
      else this.failure = message;
      this.tell("interleave-error", { code: "load", message });
    }
    this.requestUpdate();
  }

  empty(): void {
    if (!this.#player || !this.#isShown) return;
    this.#release();
    void this.#ready();
  }

  #release(): void {
    this.#canvas?.release();
    this.#canvas = undefined;
    this.comparison.release();
    this.#player?.release();
    this.#player = undefined;
  }

  #makePlayer(): Player {
    return new Player({
      changed: () => this.requestUpdate(),
      tell: (type, detail) => this.tell(type, detail),
      paint: () => {
        this.#canvas?.paint({ axis: this.axis, theme: this.shownTheme, dress: this.dress });
        this.comparison.paint();
        this.edits.painted();
        this.drawn();
      },
      rests: () => this.edits.rests,
      speed: () => this.shownSpeed,
      dwell: () => (this.pace === "reading" ? dwellOf(this.messages, this.comparison.told) / this.shownSpeed : null),
      ...this.comparison.walk,
    });
  }

  override willUpdate(changed: PropertyValues): void {
    this.dataset.theme = this.shownTheme;
    this.given.update(changed);
    if (!this.#player || !this.messages) return;
    const { language, languages } = this.messages;
    if (changed.has("lang") && language !== languageOf(this.askedLanguage, languages)) void this.#ready();
    if (changed.has("lesson") || changed.has("params")) {
      [this.drafts, this.refused] = [{}, []];
      this.#owe("values");
    }
    // A reader's edit asks to see what it does.
    if (this.edits.waiting) this.#due = "run";
    if (changed.has("clock")) this.#owe("clock");
    if (!this.#isServed) return void ((changed.has("lesson") || changed.has("code") || !this.assets.hasFailed) && this.awaits(this.#ready()));
    this.assets.equip(this.#player.playground);
    const [due, edit] = [this.#due, this.edits.take()];
    this.#due = "nothing";
    // A live run is the reader's to start; until then there may be a preview.
    const runs = due === "run" && !(this.isLive && (changed.has("clock") || !this.#isShown));
    if (due !== "nothing") this.#adopt(edit, runs ? "run" : "check");
    else if (NOTED.some((name) => changed.has(name))) this.#note(this.refused);
    this.edits.settle(this.lesson, edit);
  }

  protected override render(): TemplateResult {
    return renderPlayground(this, this.extras);
  }

  override updated(): void {
    showChoices(this.renderRoot);
    this.#adoptCanvas();
    this.#litLine.show(this.renderRoot, this.lesson + this.code);
    if (this.#isServed) this.comparison.update();
    this.#player?.rendered();
  }

  #adoptCanvas(): void {
    const scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
    const player = this.#player;
    if (!scroller || !player || this.#canvas?.scroller === scroller) return;
    this.#canvas?.release();
    this.#canvas = new TimelineCanvas(scroller, player.playground, {
      moved: () => player.moved(),
      pointed: this.pointed.point,
      resized: () => player.requestFrame(),
      isPhone: () => this.narrowness.isNarrow,
      waits: this.waits,
      edits: this.edits,
    });
  }

  // ---- values

  /** Whether there is anything to be shown anew. */
  get #isShown(): boolean { return this.hasRun || this.isRunning; }

  /** Makes other values, or another clock, due to be checked, and run if something ran before. */
  #owe(what: "values" | "clock"): void {
    if (this.#isShown && !this.given.isOpening) this.#due = "run";
    else if (what === "values" && this.#due === "nothing") this.#due = "check";
  }

  /** Takes the values of a reader's edit, or those of the attribute, if they make sense. */
  #adopt(edit: Edit | null, how: "check" | "run"): void {
    const { player, params: before } = this;
    const wrong = edit ? this.edits.wrong : [];
    if (edit) this.params = this.edits.proposed;
    const request = this.#requestOf(this.isLive ? "preview" : "run", edit?.playhead);
    if (!player || !request) return;
    const { refusals } = how === "run" ? player.start(request) : { refusals: player.playground.check(request.lesson, request.params) };
    if (!edit && refusals.length === 0 && this.refused.length > 0) return this.#note(this.refused);
    this.refused = edit ? [] : refusals;
    this.refusals = [...wrong, ...refusals.filter(({ name }) => this.#parameters.has(name))];
    if (refusals.length === 0) {
      this.drafts = Object.fromEntries(wrong.map(({ name, value }) => [name, value]));
    } else if (edit) {
      // What is wrong stays in its field, and nothing is left of what it was while it was typed.
      this.awaits((this.messages?.loadMore("rare") ?? Promise.resolve()).catch(() => {}));
      this.params = this.edits.typed?.before ?? before;
      if (this.params !== before && how === "run") player.start({ ...request, params: this.#given(this.params) });
      return this.tell("interleave-error", { code: "value", message: refusals.map(this.#said).join(" ") });
    } else {
      // Wrong values of an attribute are named in a notice and left out.
      ({ params: this.params, drafts: this.drafts } = split(this.params, refusals, this.#parameters));
      if (how === "run") player.start({ ...request, params: this.#given(this.params) });
    }
    this.#note(refusals);
  }

  get #parameters(): Set<string> { return new Set(this.currentLesson?.parameters.map(({ name }) => name)); }
  readonly #said = (refusal: Refusal): string => (this.messages ? refusalText(this.messages, refusal) : refusal.message);

  /** Says what makes no sense: of attributes above the element, of values at their fields. */
  #note(refusals: Refusal[]): void {
    const { messages, lessons } = this;
    if (!messages || !lessons) return;
    const notices = noticesOf(messages, lessons, this, refusals);
    const wrong = refusals.filter(({ name }) => this.#parameters.has(name));
    if (notices.length + wrong.length > 0 && !messages.has("rare")) {
      // How that is said is loaded first.
      return this.awaits(messages.loadMore("rare").then(() => this.#note(refusals), () => {}));
    }
    this.notices = notices;
    const message = [...notices, ...wrong.map(this.#said)].join(" ");
    if (message !== "" && message !== this.#noted) this.tell("interleave-error", { code: "attribute", message });
    this.#noted = message;
    this.requestUpdate();
  }

  #given(params: Params): Params {
    return this.assets.fill(this.currentLesson, params);
  }

  /** The lesson that the attribute names; the default one if there is no such lesson. */
  get #asked(): LessonInfo | undefined {
    const named = (name: string) => this.lessons?.find(({ slug }) => slug === name);
    return this.given.isOwn ? undefined : named(this.lesson) ?? named(DEFAULT_LESSON);
  }

  // ---- runs

  #requestOf(kind: Request["kind"], playhead = PlayheadAfter.AtEnd): Request | undefined {
    const lesson = this.currentLesson?.slug;
    if (lesson === undefined) return undefined;
    const speed = kind === "run" && this.isLive ? this.shownSpeed : undefined;
    return { kind, lesson, params: this.#given(this.params), speed, playhead };
  }

  async #run(): Promise<Summary> {
    const [player, request] = [this.#player, this.#requestOf("run")];
    if (this.isFixed) return this.telling("run", this.extras.loadLab().then((lab) => lab.run()));
    if (!player || !request) throw new Error(this.failure ?? "the element is not in a page");
    try {
      return await this.telling("run", player.run(request));
    } catch (error) {
      if (error instanceof Refused) this.refusals = error.refusals;
      this.requestUpdate();
      throw error;
    }
  }
}
