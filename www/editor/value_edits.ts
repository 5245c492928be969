// Changing a lesson's values: by a field, by dragging the end of a sleep, by a key; and back again.
//
// Rust decides which sleep is meant and which value puts its end under the pointer. Whatever the way,
// a change is an *edit* that waits for the element's next update, which runs it and says what came of
// it. So many changes in one turn are one edit, and one run.
//
//    idle ──grab──► dragging ──drop──► fresh ──painted──► idle,  and by a key: idle ──► fresh
//
//   dragging  the end of a sleep is under a pointer
//   fresh     an edit on the picture was not painted yet; then its facts go to its place

import {
  type Hands,
  handsOf,
  loadLate,
  PlayheadAfter,
  type Edit as LengthEdit,
  type LessonInfo,
  type Message,
  type Playground,
  type Refusal,
  type SpanFacts,
  type Waits,
  withHands,
} from "../element/engine.ts";
import type { Player } from "../element/player.ts";
import type { PointedSpan } from "./pointed_span.ts";
import { History, type Kept, type Params } from "./history.ts";
import { valuesOf } from "./values.ts";

/** What edits need of their element. */
export interface EditHost extends EventTarget {
  readonly currentLesson: LessonInfo | undefined;
  /** The values that differ from the lesson's own. */
  params: Params;
  /** Texts in fields that are no values yet. */
  drafts: Params;
  readonly refusals: Refusal[];
  defaultOf(name: string): string;
  requestUpdate(): void;
}

/** What an element lets only its own parts do. */
export interface EditAccess {
  player(): Player | undefined;
  /** Shows the facts of a span beside a place of the picture. */
  point(facts: SpanFacts | null, x: number, y: number, why?: Message | null): void;
  readonly waits: Waits;
}

/** An edit that waits for the element's update. */
export interface Edit {
  /** Changes of one group are undone together: see `History`. */
  group: string | null;
  playhead: PlayheadAfter;
}

/** A drag that goes on. */
interface Drag {
  state: "dragging";
  /** What it began with, and what it has come to. */
  first: LengthEdit;
  edit: LengthEdit;
  before: Kept;
  /** Where the pointer took the handle, where it is, and where it was when a value was asked for. */
  from: number;
  x: number;
  seen: number;
  y: number;
  /** Whether the picture of the last value is not painted yet. */
  isAhead: boolean;
}

/** A pointer that moves less far means the handle, and not another value. */
const STILL_PX = 2;

export class ValueEdits {
  readonly history = new History();
  /** What waits for the element's update. */
  waiting: Edit | null = null;
  /** What was done last, for screen readers. */
  said: Message | null = null;
  /** Whether that is to be seen, too: there is no span beside which it could stand. */
  isTold = false;
  /** What is dragged, as it is now, and where the pointer is. */
  dragged: { edit: LengthEdit; x: number; y: number } | null = null;
  /** What is typed into a field, as it is typed: until the field is left, it stays so. */
  typed: { id: string; text: string; before: Params } | null = null;

  #lesson: string | undefined;
  #picture: Drag | { state: "idle" | "fresh" } = { state: "idle" };

  constructor(
    readonly host: EditHost,
    readonly access: EditAccess,
  ) {
    host.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent));
  }

  // ---- the way of an edit

  /** Takes a reader's change of a value: of a field, if nothing else is said. */
  readonly change = (name: string, value: string, edit?: Edit): void => {
    this.host.drafts = { ...this.host.drafts, [name]: value };
    this.waiting = edit ?? { group: name, playhead: PlayheadAfter.Kept };
    this.host.requestUpdate();
  };

  /** Takes what a reader types into a field, and the value that it gives a parameter. */
  readonly type = (id: string, text: string, name: string, value: string): void => {
    this.typed = { id, text, before: this.typed?.id === id ? this.typed.before : this.host.params };
    this.change(name, value);
  };

  /** Takes that a field is left: what was typed there is shown as it is kept. */
  leave(): void {
    if (!this.typed) return;
    this.typed = null;
    this.host.requestUpdate();
  }

  /** The values that are known to be wrong and stay in their fields: they hold no other change up. */
  get wrong(): Refusal[] {
    const { drafts, refusals } = this.host;
    return refusals.filter(({ name, value }) => drafts[name] === value);
  }

  /** Returns the values that a reader asks for, as they are kept: those that differ from the lesson's own. */
  get proposed(): Params {
    const { currentLesson, params, drafts } = this.host;
    const wrong = new Set(this.wrong.map(({ name }) => name));
    const right = Object.entries(drafts).filter(([name]) => !wrong.has(name));
    const values = { ...params, ...Object.fromEntries(right) };
    const kept = valuesOf(currentLesson, values);
    const all = Object.keys(values).map((name): [string, string] => [name, kept[name] ?? values[name] ?? ""]);
    return Object.fromEntries(all.filter(([name, value]) => value !== this.host.defaultOf(name)));
  }

  /** Returns what waits, which is the element's from now on. */
  take(): Edit | null {
    const edit = this.waiting;
    this.waiting = null;
    return edit;
  }

  /** Takes over the values that are shown, from a reader or from the host. Another lesson has a history of its own. */
  settle(lesson: string, edit: Edit | null): void {
    const { params } = this.host;
    if (lesson === this.#lesson) this.history.take(params, edit?.group ?? null);
    else this.history.begin(params);
    this.#lesson = lesson;
  }

  // ---- back, and on again

  reset(): void {
    this.#give({});
  }

  undo(): void {
    this.#go(() => this.history.undo(), "undone");
  }

  redo(): void {
    this.#go(() => this.history.redo(), "redone");
  }

  #go(go: () => Params | undefined, said: string): void {
    if (this.#drag) return;
    const params = go();
    if (!params) return;
    this.#giveBack(params);
    this.#say({ key: said, args: {} });
  }

  /** Takes values that were there before: the playhead stays. */
  #giveBack(params: Params): void {
    this.#picture = { state: "fresh" };
    if (params !== this.host.params) this.waiting = { group: null, playhead: PlayheadAfter.Kept };
    this.#give(params);
  }

  #give(params: Params): void {
    [this.host.params, this.host.drafts] = [params, {}];
    this.host.requestUpdate();
  }

  // ---- by a key

  /** Makes the selected sleep longer by some steps, or shorter. */
  lengthen(by: number, isHeld: boolean): void {
    const playground = this.#playground;
    if (!playground) return void this.#refuse();
    withHands(playground, (hands) => playground === this.#playground && this.#lengthen(hands, by, isHeld), this.access.waits);
  }

  #lengthen(hands: Hands, by: number, isHeld: boolean): void {
    const edit = hands.lengthenSelected(by);
    if (!edit) return void this.#refuse();
    if (!isHeld) this.history.settle();
    this.#picture = { state: "fresh" };
    this.change(edit.name, edit.value, { group: `key ${edit.label}`, playhead: PlayheadAfter.Kept });
    this.#sayValue(edit);
  }

  /** Says why the length of the selected span cannot be changed, beside the span. */
  async #refuse(): Promise<void> {
    await loadLate();
    const found = this.#playground?.whyFixed(-1, -1);
    if (found) this.access.point(found.facts, found.x, found.y, found.why);
    this.#say(found?.why ?? { key: "edit-nothing", args: {} });
    this.isTold = !found;
  }

  /** Adds to a sleep that is pointed at why its end cannot be dragged. */
  async explain(pointed: PointedSpan): Promise<void> {
    await loadLate();
    const { lane, span } = pointed.facts;
    pointed.why = this.#playground?.whyFixed(lane, span)?.why ?? null;
    this.host.requestUpdate();
  }

  /** Undoes and redoes, unless the focus is where text has an undo of its own. */
  #key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.composedPath()[0])) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.undo();
    else if (key === "z" || (key === "y" && !event.shiftKey)) this.redo();
    else return;
    event.preventDefault();
  }

  // ---- by a pointer

  /** Takes the handle at a place of the picture. Returns whether there is one. */
  grab(x: number, y: number, targetPx: number): boolean {
    const first = this.#hands?.grab(x, y, targetPx);
    if (!first) return false;
    this.history.settle();
    const before = this.history.kept();
    this.#picture = { state: "dragging", first, edit: first, before, from: x, x, seen: x, y, isAhead: false };
    window.addEventListener("keydown", this.#takeBack, { capture: true });
    this.#shown(this.#picture);
    return true;
  }

  /** Moves what is dragged. The lesson runs at most once a frame, and not before it ran. */
  drag(x: number): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.x = x;
    if (!drag.isAhead) this.#pull(drag);
  }

  /** Lets go of what is dragged, or takes the drag back. Returns whether anything was dragged. */
  drop(isTakenBack = false): boolean {
    const drag = this.#drag;
    // One that was taken back was dragged.
    if (!drag) return true;
    this.dragged = null;
    this.#picture = { state: "idle" };
    window.removeEventListener("keydown", this.#takeBack, { capture: true });
    this.#hands?.letGo();
    if (drag.seen === drag.from && !isTakenBack) return false;
    this.#picture = { state: "fresh" };
    if (isTakenBack) this.#giveBack(this.history.restore(drag.before));
    this.history.settle();
    this.#sayValue(isTakenBack ? drag.first : drag.edit);
    this.access.player()?.moved();
    return true;
  }

  /** Whether the page stays as it is: while an end is dragged each picture that is shown is whole. */
  get rests(): boolean {
    return this.#drag !== undefined && (this.access.player()?.isRunning ?? false);
  }

  /** Takes over that the picture was painted: drags on, or tells beside it what was edited. */
  painted(): void {
    const [drag, player] = [this.#drag, this.access.player()];
    if (!player || player.isRunning) return;
    if (drag) {
      drag.isAhead = false;
      // Beyond the picture, and for a value that is no more than likely, there is another by now.
      if (drag.x !== drag.seen || (drag.seen !== drag.from && this.#hands?.dragsOn(drag.x))) this.#pull(drag);
    } else if (this.#picture.state === "fresh") {
      this.#picture = { state: "idle" };
      const edited = this.#hands?.editedFacts();
      if (edited) this.access.point(edited.facts, edited.x, edited.y);
    }
  }

  /** Asks for the value that puts the end under the pointer. */
  #pull(drag: Drag): void {
    const [player, { edit, x }] = [this.access.player(), drag];
    if (!player || (drag.seen === drag.from && Math.abs(x - drag.from) < STILL_PX)) return;
    drag.seen = x;
    drag.isAhead = true;
    drag.edit = this.#hands?.dragTo(x) ?? edit;
    const { name, value, label } = drag.edit;
    if (value !== edit.value) {
      this.change(name, value, { group: `drag ${label}`, playhead: PlayheadAfter.Kept });
    }
    if (value !== edit.value || x !== this.dragged?.x) this.#shown(drag);
    player.requestFrame();
  }

  readonly #takeBack = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.drop(true);
  };

  get #drag(): Drag | undefined {
    return this.#picture.state === "dragging" ? this.#picture : undefined;
  }

  get #playground(): Playground | undefined {
    return this.access.player()?.playground;
  }

  /** What drags is there before anything is dragged. */
  get #hands(): Hands | undefined {
    return handsOf(this.#playground);
  }

  // ---- what is said of it

  #shown({ edit, x, y }: Drag): void {
    this.dragged = { edit, x, y };
    this.host.requestUpdate();
  }

  #sayValue({ label: name, seconds }: LengthEdit): void {
    this.#say({ key: "edited", args: { name, seconds: { seconds } } });
  }

  #say(said: Message): void {
    [this.said, this.isTold] = [said, false];
    this.host.requestUpdate();
  }
}

/** Says whether text is typed into something. */
function isText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return ["text", "search"].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
