// Changing a lesson's values: by a field, by dragging the end of a sleep, by a key; and back again.
//
// Rust decides which sleep is meant and which value puts its end under the pointer. Whatever the way,
// a change goes into `params`, and the element runs the lesson.

import type { Facts, Lesson, Playground, Refusal } from "../element/engine.ts";
import { History, type Kept, type Params } from "./history.ts";
import type { Messages } from "../element/messages.ts";
import type { Player } from "../element/player.ts";

/** What editing needs of its element. */
export interface EditHost extends EventTarget {
  params: Params;
  drafts: Params;
  refusals: Refusal[];
  readonly currentLesson: Lesson | undefined;
  readonly messages: Messages | undefined;
  defaultOf(name: string): string;
  requestUpdate(): void;
}

/** What an element lets only its own parts do. */
export interface EditAccess {
  player(): Player | undefined;
  check(params: Params): Refusal[];
  /** Asks to see what a change does. */
  wantRun(): void;
  /** Shows the facts of a span beside a place of the picture. */
  point(facts: Facts | null, x: number, y: number): void;
}

/** A drag that goes on. */
interface Drag {
  name: string;
  before: Kept;
  /** Where the pointer took the grip, where it is, and where it was when a value was asked for. */
  from: number;
  x: number;
  seen: number;
  y: number;
}

/** A pointer that moves less far means the grip, and not another value. */
const STILL_PX = 2;

export class Editing {
  readonly history = new History();
  /** What was done last, for those who hear the page. */
  said = "";
  /** What is dragged, what it is now, and where the pointer is. */
  dragged: { name: string; value: string; x: number; y: number } | null = null;

  #lesson: string | undefined;
  #drag: Drag | undefined;
  #frame = 0;
  /** Whether an edit on the picture was not painted yet. */
  #isFresh = false;

  constructor(
    readonly host: EditHost,
    readonly access: EditAccess,
  ) {
    host.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent));
  }

  // ---- by a field

  /** Takes a reader's change. A wrong value is refused at the field. `group`: see `History`. */
  change(name: string, value: string, group: string | null = name): void {
    const { host, access } = this;
    if (!this.#playground || !host.currentLesson) return;
    host.drafts = { ...host.drafts, [name]: value };
    const isOther = ([name, value]: [string, string]) => value !== host.defaultOf(name);
    const changed = Object.fromEntries(Object.entries(host.drafts).filter(isOther));
    host.refusals = access.check(changed);
    if (host.refusals.length === 0) {
      this.history.take(changed, group);
      host.params = changed;
      access.wantRun();
    }
    host.requestUpdate();
  }

  reset(): void {
    this.#give({});
    this.host.drafts = {};
    this.host.refusals = [];
  }

  /** Takes over the values, whoever set them. Another lesson begins a history of its own. */
  follow(lesson: string): void {
    if (lesson === this.#lesson) return this.history.take(this.host.params);
    this.#lesson = lesson;
    this.history.begin(this.host.params);
  }

  // ---- by a key

  /** Makes the selected sleep longer by some steps, or shorter. */
  lengthen(by: number, isHeld: boolean): void {
    const edit = this.#playground?.lengthenSelected(by) as { name: string; value: string } | null | undefined;
    if (!edit) return this.#say("edit-none");
    if (!isHeld) this.history.settle();
    this.#show(edit.name, edit.value, "key");
    this.#sayValue(edit.name, edit.value);
  }

  undo(): void {
    this.#go(this.history.undo(), "undone");
  }

  redo(): void {
    this.#go(this.history.redo(), "redone");
  }

  // ---- by a pointer

  /** Takes the grip at a place of the picture. Returns whether there is one. */
  grab(x: number, y: number, targetPx: number): boolean {
    const name = this.#playground?.grab(x, y, targetPx);
    if (!name) return false;
    this.history.settle();
    const drag = { name, before: this.history.kept(), from: x, x, seen: x, y };
    this.#drag = drag;
    window.addEventListener("keydown", this.#takeBack, { capture: true });
    this.#shown(drag, this.host.params[name] ?? this.host.defaultOf(name));
    return true;
  }

  /** Moves what is dragged. The lesson runs at most once a frame, and not before it ran. */
  drag(x: number): void {
    if (!this.#drag) return;
    this.#drag.x = x;
    if (this.#frame === 0) this.#pull();
  }

  /** Lets go of what is dragged, or takes the drag back. Returns whether anything was dragged. */
  drop(isTakenBack = false): boolean {
    const drag = this.#drag;
    // One that was taken back was dragged.
    if (!drag) return true;
    this.#drag = undefined;
    this.dragged = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    window.removeEventListener("keydown", this.#takeBack, { capture: true });
    this.#playground?.letGo();
    if (drag.seen === drag.from && !isTakenBack) return false;
    this.#isFresh = true;
    if (isTakenBack) this.#takeOver(this.history.restore(drag.before));
    this.history.settle();
    this.#sayValue(drag.name, this.host.params[drag.name] ?? this.host.defaultOf(drag.name));
    this.access.player()?.moved();
    return true;
  }

  /** Whether the page stays as it is: while an end is dragged each picture that is shown is whole. */
  get rests(): boolean {
    return this.#drag !== undefined && (this.access.player()?.isRunning ?? false);
  }

  /** Takes over that the picture was painted: what is told beside it goes to its place. */
  painted(): void {
    if (!this.#isFresh || this.#drag || this.access.player()?.isRunning) return;
    this.#isFresh = false;
    const edited = this.#playground?.editedFacts() as { facts: Facts; x: number; y: number } | null;
    if (edited) this.access.point(edited.facts, edited.x, edited.y);
  }

  get #playground(): Playground | undefined {
    return this.access.player()?.playground;
  }

  #pull(): void {
    const [drag, playground] = [this.#drag, this.#playground];
    if (!drag || !playground) return;
    if (drag.seen === drag.from && Math.abs(drag.x - drag.from) < STILL_PX) return;
    this.#frame = requestAnimationFrame(() => this.#pullOn());
    drag.seen = drag.x;
    const value = playground.dragTo(drag.x);
    if (value !== this.dragged?.value) this.#show(drag.name, value, "drag");
    if (value !== this.dragged?.value || drag.x !== this.dragged.x) this.#shown(drag, value);
  }

  /** Pulls on if the pointer has moved since, or the value is not found yet. */
  #pullOn(): void {
    this.#frame = 0;
    const [drag, player] = [this.#drag, this.access.player()];
    if (!drag || !player) return;
    if (player.isRunning) this.#frame = requestAnimationFrame(() => this.#pullOn());
    else if (drag.x !== drag.seen || player.playground.dragsOn(drag.x)) this.#pull();
  }

  readonly #takeBack = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.drop(true);
  };

  // ---- and what follows

  /** Changes a value where it is seen: the playhead stays. */
  #show(name: string, value: string, group: string): void {
    this.#playground?.keepPlayhead();
    this.#isFresh = true;
    this.change(name, value, `${group} ${name}`);
  }

  #shown({ name, x, y }: Drag, value: string): void {
    this.dragged = { name, value, x, y };
    this.host.requestUpdate();
  }

  #give(params: Params): void {
    this.host.params = params;
    this.host.requestUpdate();
  }

  #go(params: Params | undefined, said: string): void {
    if (!params || this.#drag) return;
    this.#takeOver(params);
    this.#say(said);
  }

  /** Takes values that were there before: the playhead stays. */
  #takeOver(params: Params): void {
    if (params !== this.host.params) this.#playground?.keepPlayhead();
    this.#isFresh = true;
    this.#give(params);
  }

  #sayValue(name: string, value: string): void {
    const seconds = this.host.messages?.seconds(Number(value)) ?? value;
    this.#say("edited", { name, seconds });
  }

  #say(key: string, args: Record<string, string> = {}): void {
    this.said = this.host.messages?.text(key, args) ?? "";
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
}

/** Says whether text is typed into something. */
function isText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return ["text", "search"].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
