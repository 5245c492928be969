// The fields of a lesson's parameters: sliders, numbers, choices, lists of pages, addresses.

import { html, nothing, type TemplateResult } from "lit";

import type { Editing } from "./value_edits.ts";
import type { Parameter, Refusal } from "../element/engine.ts";
import { icons } from "../panels/icons.ts";
import type { Messages } from "../element/messages.ts";

/** What the fields show, and where a reader's change goes. */
export interface Fields {
  messages: Messages;
  /** The lesson's name. */
  lesson: string;
  parameters: Parameter[];
  /** What is in each field, right or wrong. */
  drafts: Record<string, string>;
  refusals: Refusal[];
  change(name: string, value: string): void;
}

/** A slider goes to here; what is longer is typed, and stretches it. */
const SLIDER_SECONDS_MAX = 10;

/** A wider range than this has no slider. */
const SLIDER_RANGE_MAX = 1000;

/** A list of pages has sliders for this many; the rest is in the text. */
const SLIDERS_MAX = 12;

export function renderParameters(fields: Fields): TemplateResult {
  if (fields.parameters.length === 0) {
    return html`<p class="muted">${fields.messages.text("parameters-none")}</p>`;
  }
  return html`${fields.parameters.map((parameter) => renderField(fields, parameter))}`;
}

/** The buttons that undo and redo. One that has nothing to do keeps the focus. */
export function renderUndo(editing: Editing, messages: Messages): TemplateResult {
  const { canUndo, canRedo } = editing.history;
  const button = (key: string, icon: unknown, can: boolean, click: () => void) =>
    html`<button type="button" class="icon" aria-label=${messages.text(key)} title=${messages.text(key)}
      aria-disabled=${!can} @click=${click}>${icon}</button>`;
  return html`<span class="undo">
    ${button("undo", icons.undo, canUndo, () => editing.undo())}
    ${button("redo", icons.redo, canRedo, () => editing.redo())}
  </span>`;
}

function renderField(fields: Fields, parameter: Parameter): TemplateResult {
  const { messages } = fields;
  const refusal = fields.refusals.find((refusal) => refusal.name === parameter.name);
  const help =
    messages.maybe(`lesson-${fields.lesson}-${parameter.name}-help`) ??
    messages.maybe(`parameter-${parameter.name}-help`) ??
    "";
  const label = messages.maybe(`parameter-${parameter.name}`) ?? parameter.name;
  return html`<div class="field field-${parameter.kind}">
    <label for="field-${parameter.name}" title=${help}>${label}</label>
    ${renderInput(fields, parameter, refusal !== undefined)}
    <p id="help-${parameter.name}" class=${refusal ? "refusal" : "help"}>
      ${refusal ? refusalText(messages, refusal) : help}
    </p>
  </div>`;
}

function renderInput(fields: Fields, parameter: Parameter, isWrong: boolean): TemplateResult {
  switch (parameter.kind) {
    case "choice":
      return renderChoice(fields, parameter);
    case "urls":
      return renderUrls(fields, parameter, isWrong);
    case "address":
      return renderText(fields, parameter, isWrong, "url");
    default:
      return renderNumber(fields, parameter, isWrong);
  }
}

function renderNumber(fields: Fields, parameter: Parameter, isWrong: boolean): TemplateResult {
  const value = fields.drafts[parameter.name] ?? parameter.default;
  const isSeconds = parameter.kind === "seconds";
  const usual = isSeconds ? Math.min(parameter.max, SLIDER_SECONDS_MAX) : parameter.max;
  const max = Math.min(parameter.max, Math.max(usual, Number(value) || 0));
  // A number that could be anything is typed, not slid to.
  const slides = max - parameter.min <= SLIDER_RANGE_MAX;
  return html`${!slides ? html`<span></span>` : renderSlider(fields, parameter.name, {
      value,
      min: parameter.min,
      max,
      step: parameter.step,
      label: parameter.name,
      set: (value) => fields.change(parameter.name, value),
    })}
    <span class="number">${renderText(fields, parameter, isWrong, "decimal")}${isSeconds
      ? html`<span class="unit" aria-hidden="true">${fields.messages.text("unit-seconds")}</span>`
      : nothing}</span>`;
}

interface Slider {
  value: string;
  min: number;
  max: number;
  step: number;
  label: string;
  set(value: string): void;
}

function renderSlider(_fields: Fields, name: string, slider: Slider): TemplateResult {
  return html`<input
    type="range"
    data-name=${name}
    aria-label=${slider.label}
    min=${slider.min}
    max=${slider.max}
    step=${slider.step}
    .value=${slider.value}
    @input=${(event: Event) => slider.set(plain(inputOf(event).valueAsNumber))}
  />`;
}

function renderText(
  fields: Fields,
  parameter: Parameter,
  isWrong: boolean,
  mode: "decimal" | "url" | "text",
): TemplateResult {
  return html`<input
    type="text"
    id="field-${parameter.name}"
    inputmode=${mode}
    autocomplete="off"
    spellcheck="false"
    aria-invalid=${isWrong}
    aria-describedby="help-${parameter.name}"
    .value=${fields.drafts[parameter.name] ?? parameter.default}
    @input=${(event: Event) => fields.change(parameter.name, inputOf(event).value)}
  />`;
}

function renderChoice(fields: Fields, parameter: Parameter): TemplateResult {
  const value = fields.drafts[parameter.name] ?? parameter.default;
  return html`<select
    id="field-${parameter.name}"
    aria-describedby="help-${parameter.name}"
    @change=${(event: Event) =>
      fields.change(parameter.name, (event.target as HTMLSelectElement).value)}
  >
    ${parameter.options.map(
      (option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`,
    )}
  </select>`;
}

function renderUrls(fields: Fields, parameter: Parameter, isWrong: boolean): TemplateResult {
  const { messages } = fields;
  const urls = splitUrls(fields.drafts[parameter.name] ?? parameter.default);
  const change = (urls: string[]) => fields.change(parameter.name, urls.join(","));
  const rows = urls.slice(0, SLIDERS_MAX).map((url, index) => {
    const { name, seconds } = splitUrl(url);
    return html`<li>
      <span class="url" title=${url}>${url}</span>
      ${renderSlider(fields, parameter.name, {
        value: seconds,
        min: 0,
        max: Math.min(parameter.max, Math.max(SLIDER_SECONDS_MAX, Number(seconds) || 0)),
        step: parameter.step,
        label: messages.text("url-seconds", { url }),
        set: (value) => change(urls.with(index, `${name}_${value}`)),
      })}
      <button
        type="button"
        class="icon"
        aria-label=${messages.text("url-remove", { url })}
        ?disabled=${urls.length === 1}
        @click=${() => change(urls.toSpliced(index, 1))}
      >
        ${icons.remove}
      </button>
    </li>`;
  });
  const next = `url_${Math.min(SLIDER_SECONDS_MAX, urls.length + 1)}`;
  return html`${renderText(fields, parameter, isWrong, "text")}
    <ul class="urls">
      ${rows}
    </ul>
    <button
      type="button"
      class="add"
      ?disabled=${urls.length >= parameter.countMax}
      @click=${() => change([...urls, next])}
    >
      ${icons.add} ${messages.text("url-add")}
    </button>`;
}

function splitUrls(list: string): string[] {
  return list
    .split(",")
    .map((url) => url.trim())
    .filter((url) => url !== "");
}

/** Splits `url_1.5` into its name and its seconds; what has no number keeps its whole name. */
function splitUrl(url: string): { name: string; seconds: string } {
  const at = url.lastIndexOf("_");
  const seconds = url.slice(at + 1);
  return at >= 0 && /^[\d.]+$/.test(seconds)
    ? { name: url.slice(0, at), seconds }
    : { name: url, seconds: "0" };
}

/** Writes a slider's number as a reader would: `1.5`, not `1.5000000000000002`. */
function plain(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function inputOf(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}

/** Says what is wrong with a value and what would be right. */
export function refusalText(messages: Messages, refusal: Refusal): string {
  const { expected, options } = refusal;
  const key = expected === "parameter" && options.length === 0 ? "parameter-none" : expected;
  const { name, value, url, count } = refusal;
  const [min, max] = [String(refusal.min), String(refusal.max)];
  return (
    messages.maybe(`refused-${key}`, { name, value, url, count, min, max, options }) ??
    refusal.message
  );
}
