// Changing a value where it stands in the code: loaded when a pointer, or the focus, is first on one.
//
// A number goes up and down by keys, and along with a pointer that drags it. Enter, a click or a tap makes a
// small field of a value. What is typed there is checked before it becomes an edit like any other, so a wrong
// value changes nothing, and a sentence beside it says what would be right.
//
//    closed ──Enter, click──► open ──Enter──► closed, changed     open ──Escape──► closed, as it was
//    closed ──drag──► dragged ──drop──► closed

import { html, nothing, type TemplateResult } from "lit";

import { joinPages, PlayheadAfter, splitPages, type ParameterInfo, type Refusal } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import { adopt } from "../styles/adopt.ts";
import { codeValues } from "../styles/code_values.ts";
import { refusalText, secondsText } from "./refusal_text.ts";
import { valuesOf } from "./values.ts";

/** By how many steps keys change a number. */
const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** How far a pointer moves for a step, and how far it moves at least to be no click. */
const [STEP_PX, STILL_PX] = [6, 4];

/** A value that can be changed. */
interface Place {
  id: string;
  parameter: ParameterInfo;
  /** Of a page's seconds, their place in the list's parts. */
  at: number | undefined;
}

export class CodeValues {
  /** The value that is open, and what is in its field. */
  #open: (Place & { text: string; refusal: Refusal | undefined }) | undefined;
  /** Whether the last press was a drag: then the click that follows opens nothing. */
  #wasDragged = false;

  constructor(readonly host: Host) {
    adopt(host, codeValues);
  }

  /** Takes what happens to a value, or to the field that was made of it. */
  take(event: Event, element: HTMLElement): void {
    const place = this.#placeOf(element.dataset["value"] ?? "");
    if (!place) return;
    // The value that a field takes the place of loses the focus, too.
    const isField = element.classList.contains("value-field");
    if (event instanceof KeyboardEvent) return isField ? this.#keyInField(event) : this.#key(event, place);
    if (event.type === "focusout" && isField) return this.#commit(false);
    if (isField) return;
    if (event.type === "pointerdown") this.#press(event as PointerEvent, element, place);
    else if (event.type === "click" && !this.#wasDragged) this.#openAt(place);
  }

  /** Renders the field of a value that is open; of any other nothing. */
  renderOpen(id: string): TemplateResult | undefined {
    const open = this.#open;
    if (!open || open.id !== id || !this.host.messages) return undefined;
    const { parameter, text, refusal } = open;
    const name = this.#nameOf(open);
    const { messages } = this.host;
    const why = refusal && (open.at === undefined ? refusalText(messages, refusal) : secondsText(messages, text, parameter.max));
    const said = refusal && html`<span class="value-said" id="value-said" role="alert">${why}</span>`;
    if (parameter.kind === "choice") {
      return html`<select class="value-field" data-value=${id} aria-label=${name} @change=${(event: Event) => {
          open.text = (event.target as HTMLSelectElement).value;
          this.#commit(true);
        }}>${parameter.options.map((option) => html`<option ?selected=${option === text}>${option}</option>`)}</select>`;
    }
    return html`<input class="value-field" type="text" data-value=${id} aria-label=${name} autocomplete="off"
        spellcheck="false" inputmode=${parameter.kind === "address" ? "url" : "decimal"}
        aria-invalid=${refusal !== undefined} aria-describedby=${refusal ? "value-said" : nothing}
        size=${Math.max(4, text.length + 1)} .value=${text} @input=${(event: Event) => {
          open.text = (event.target as HTMLInputElement).value;
          this.host.requestUpdate();
        }} />${said}`;
  }

  // ---- what is meant

  #placeOf(id: string): Place | undefined {
    const [name, at] = id.split(".");
    const parameter = this.host.currentLesson?.parameters.find((parameter) => parameter.name === name);
    return parameter && { id, parameter, at: at === undefined ? undefined : Number(at) };
  }

  #listOf({ parameter: { name } }: Place): string {
    const { currentLesson, params } = this.host;
    return valuesOf(currentLesson, { [name]: params[name] ?? this.host.defaultOf(name) })[name] ?? "";
  }

  #textOf(place: Place): string {
    const { at } = place;
    return at === undefined ? this.#listOf(place) : (splitPages(this.#listOf(place))[at] ?? "");
  }

  #nameOf(place: Place): string {
    const { at, parameter } = place;
    const url = at === undefined ? undefined : splitPages(this.#listOf(place))[at - 1];
    return url === undefined ? parameter.name : (this.host.messages?.text("url-seconds", { url }) ?? url);
  }

  // ---- changing it

  /** Returns the value of the parameter with a text at a place. */
  #valueWith(place: Place, text: string): string {
    const { at } = place;
    return at === undefined ? text : joinPages(splitPages(this.#listOf(place)).with(at, text));
  }

  #change(place: Place, text: string, how: string): void {
    const { name } = place.parameter;
    const edit = { group: `${how} ${place.id}`, playhead: PlayheadAfter.Kept };
    this.host.edits.change(name, this.#valueWith(place, text), edit);
  }

  #step(place: Place, text: string, by: number): string | undefined {
    const { kind, min, max, step } = place.parameter;
    const now = Number(text);
    if (kind === "choice" || kind === "address" || Number.isNaN(now)) return undefined;
    const next = Math.min(max, Math.max(min, now + by * step));
    return String(Math.round(next * 1000) / 1000);
  }

  /** Returns by how many steps a key changes a number; with Shift arrows go as far as pages do. */
  #stepsOf({ key, shiftKey }: KeyboardEvent): number | undefined {
    const by = STEPS[key];
    return by !== undefined && shiftKey ? Math.sign(by) * 10 : by;
  }

  #key(event: KeyboardEvent, place: Place): void {
    const by = this.#stepsOf(event);
    const next = by === undefined ? undefined : this.#step(place, this.#textOf(place), by);
    if (next !== undefined) {
      if (!event.repeat) this.host.edits.history.settle();
      this.#change(place, next, "key");
    } else if (event.key === "Enter" || event.key === " ") this.#openAt(place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Follows a pointer that drags a number along its line. */
  #press(event: PointerEvent, element: HTMLElement, place: Place): void {
    this.#wasDragged = false;
    const first = this.#textOf(place);
    if (event.button !== 0 || this.#step(place, first, 0) === undefined) return;
    const released = new AbortController();
    const { signal } = released;
    const follow = (moved: PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return;
      const by = moved.clientX - event.clientX;
      if (Math.abs(by) < STILL_PX && !this.#wasDragged) return;
      if (!this.#wasDragged) this.host.edits.history.settle();
      this.#wasDragged = true;
      const next = this.#step(place, first, Math.round(by / STEP_PX) * (moved.shiftKey ? 10 : 1));
      if (next !== undefined && next !== this.#textOf(place)) this.#change(place, next, "pull");
    };
    const drop = (dropped: PointerEvent) => {
      if (dropped.pointerId !== event.pointerId) return;
      released.abort();
      this.host.edits.history.settle();
    };
    element.setPointerCapture(event.pointerId);
    window.addEventListener("pointermove", follow, { signal });
    window.addEventListener("pointerup", drop, { signal });
    window.addEventListener("pointercancel", drop, { signal });
  }

  // ---- the field

  #openAt(place: Place): void {
    this.#open = { ...place, text: this.#textOf(place), refusal: undefined };
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const field = this.#find(".value-field");
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    });
  }

  #keyInField(event: KeyboardEvent): void {
    const open = this.#open;
    if (!open) return;
    const by = this.#stepsOf(event);
    const next = by === undefined ? undefined : this.#step(open, open.text, by);
    if (event.key === "Enter") this.#commit(true);
    else if (event.key === "Escape") this.#close(true);
    else if (next !== undefined && open.parameter.kind !== "choice") open.text = next;
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
  }

  /** Changes the value to what is in its field, or says what is wrong with that. */
  #commit(isKept: boolean): void {
    const [open, { player, lesson, params, messages }] = [this.#open, this.host];
    if (!open) return;
    const { name } = open.parameter;
    const value = this.#valueWith(open, open.text);
    const refusals = player?.playground.check(lesson, { ...params, [name]: value }) ?? [];
    open.refusal = refusals.find((refusal) => refusal.name === name);
    if (open.refusal) {
      this.host.requestUpdate();
      // How that is said is loaded when it is to be said.
      const loading = messages?.loadMore("rare") ?? Promise.resolve();
      return this.host.waits(loading.catch(() => {}).then(() => this.host.requestUpdate()));
    }
    if (open.text !== this.#textOf(open)) {
      this.host.edits.history.settle();
      this.#change(open, open.text, "type");
    }
    this.#close(isKept);
  }

  /** Makes a value of the field again, with the focus if the field had it. */
  #close(isKept: boolean): void {
    const id = this.#open?.id;
    this.#open = undefined;
    this.host.requestUpdate();
    if (isKept) void this.host.updateComplete.then(() => this.#find(`[data-value="${id}"]`)?.focus());
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}
