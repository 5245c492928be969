// The attributes of the element: how they are read, and what is said of one that makes no sense.

import { type CSSResult, LitElement, type PropertyDeclaration } from "lit";

import { refusalText } from "../editor/refusal_text.ts";
import { wear } from "../styles/adopt.ts";
import type { LessonInfo, Refusal } from "./engine.ts";
import type { Messages } from "./messages.ts";
import { type Params, type Strange, takeFlag, takeParams, textOf } from "./place/given.ts";
import { keepKeys } from "./place/keys.ts";
import { versionOf } from "./version.ts";

/** The lesson that is shown where none is named, or one that there is not. */
export const DEFAULT_LESSON = "gather";

/** Says whether there may be a lesson of this name: there is one, if the lessons are known. */
export function mayBeLesson(name: string, lessons: LessonInfo[] | undefined): boolean {
  return lessons?.some(({ slug }) => slug === name) ?? /^[a-z-]+$/.test(name);
}

/** What each attribute is where an author says nothing. */
const DEFAULTS = {
  lesson: DEFAULT_LESSON,
  recording: "",
  src: "",
  compare: "",
  clock: "simulated",
  speed: "1",
  pace: "time",
  view: "full",
  code: "python",
  axis: "auto",
  theme: "auto",
  lang: "",
};

function formatParams(params: Params | undefined): string {
  return new URLSearchParams(params).toString();
}

/** A property takes what its attribute takes; one that is as an author who says nothing has it has no attribute. */
function textProperty(initial: string) {
  const toAttribute = (value: string) => (value === initial ? null : value);
  return {
    reflect: true,
    converter: { fromAttribute: (text: string | null) => text, toAttribute },
    take: (given: unknown) => (given === null || given === undefined ? initial : textOf(given)),
  };
}

/** `params` is `name=value` pairs as an attribute, and an object as a property. */
const paramsProperty = {
  reflect: true,
  converter: {
    fromAttribute: (text: string | null) => text,
    toAttribute: (params: Params) => formatParams(params) || null,
  },
  hasChanged: (now: Params, before?: Params) => formatParams(now) !== formatParams(before),
};

/** Splits given values into those that make sense, and the wrong ones of parameters, which stay in their fields. */
export function split(params: Params, refusals: Refusal[], parameters: Set<string>) {
  const wrong = new Set(refusals.map(({ name }) => name));
  const values = Object.entries(params);
  return {
    params: Object.fromEntries(values.filter(([name]) => !wrong.has(name))),
    drafts: Object.fromEntries(values.filter(([name]) => wrong.has(name) && parameters.has(name))),
  };
}

/** The attributes, which are the state of the element; setters set them. */
export const properties = {
  ...Object.fromEntries(Object.entries(DEFAULTS).map(([name, initial]) => [name, textProperty(initial)])),
  params: paramsProperty,
  autorun: { type: Boolean, reflect: true, take: takeFlag },
  editable: { type: Boolean, reflect: true, take: takeFlag },
};

/** The cards that share one place in a narrow element. */
export type Tab = "code" | "loop" | "console" | "values";

interface Taking extends PropertyDeclaration {
  take?(given: unknown, element: Attributed): unknown;
}

/** An element with these attributes; where an author sets none they are as here. */
export class Attributed extends LitElement {
  static override properties = properties;

  /** The lesson's slug. */
  declare lesson: string;
  /** The address of a recorded run, which is shown in place of a lesson. */
  declare recording: string;
  /** The address of a program of the author's own, which is shown in place of a lesson. */
  declare src: string;
  /** The values that differ from the lesson's own. */
  declare params: Params;
  /** A second lesson, drawn below on the same scale: its slug, and behind a `?` its values. */
  declare compare: string;
  declare clock: string;
  /** Seconds of the run per second, from 0.1 to 100. */
  declare speed: string;
  /** How long playing rests at a stop: `time` is as the clock goes, `reading` as long as its sentence takes to read. */
  declare pace: string;
  declare view: string;
  /** In what the program is shown: `python`, `rust` or `none`. */
  declare code: string;
  declare axis: string;
  declare theme: string;
  declare lang: string;
  declare autorun: boolean;
  /** Whether a reader may change the code. */
  declare editable: boolean;
  /** What was given as values of parameters and is none. */
  strange: Strange[] = [];

  /** Of the cards that share one place in a narrow element, the one that is shown. */
  tab: Tab = "code";

  /** What is loaded before all is shown that is asked for. */
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    keepKeys(this);
    Object.assign(this, DEFAULTS, { params: {}, autorun: false });
  }

  /** Lets each property take what its attribute takes, and what scripts have at hand. */
  static override getPropertyDescriptor(name: PropertyKey, key: string | symbol, options: Taking) {
    const own = super.getPropertyDescriptor(name, key, options);
    const take = options.take ?? ((given: unknown, element: Attributed) => element.#takeParams(given));
    return {
      ...own,
      set(this: Attributed, given: unknown) {
        own?.set?.call(this, take(given, this));
      },
    } as typeof own;
  }

  #takeParams(given: unknown): Params {
    const { params, strange } = takeParams(given);
    const before = this.strange;
    this.strange = strange;
    if (strange.length + before.length > 0) this.requestUpdate("strange", before);
    return params;
  }

  /** The styles that are there by now. */
  protected get styles(): CSSResult[] {
    return (this.constructor as typeof LitElement).elementStyles as CSSResult[];
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    wear(root, this.styles);
    return root;
  }

  /** Takes that the element is in another document, as a page puts it into a window of its own. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.createRenderRoot();
  }

  /** What was wrong of the values that are given, and is left out: it is told until others come. */
  protected refused: Refusal[] = [];

  /** Whether the element is being printed. */
  isPrinting = false;

  /** The tag of the language that is asked for. */
  protected get askedLanguage(): string {
    return this.lang || document.documentElement.lang || navigator.language;
  }

  /** Takes over that something is loaded before what is asked for can be shown. */
  protected awaits(loading: Promise<void>): void {
    const all = Promise.allSettled([this.#loading, loading]).then(() => {
      if (this.#loading === all) this.#loading = undefined;
    });
    this.#loading = all;
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

  get shownSpeed(): number {
    return speedOf(this.speed);
  }

  /** Tells the page, too, of what a method refuses. */
  protected async telling<T>(code: string, doing: Promise<T>): Promise<T> {
    try {
      return await doing;
    } catch (error) {
      this.tell("interleave-error", { code, message: textOf(error instanceof Error ? error.message : error) });
      throw error;
    }
  }

  /** Dispatches an event that leaves the element. */
  tell(type: string, detail: unknown): void {
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
  view: ["full", "article", "compact", "timeline"],
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
  const notices = refusals.map((refusal) => {
    const said = refusalText(messages, refusal);
    if (refusal.expected === "parameter") return said;
    // At its field such a sentence needs no name, and among others it does.
    return messages.text("refused-value", { name: messages.maybe(`parameter-${refusal.name}`) ?? refusal.name, said });
  });
  const { lesson, compare, speed, strange } = attributes;
  for (const { name, value } of strange) notices.push(messages.text("refused-given", { name, value }));
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
