// The fields of a lesson's parameters: sliders, numbers, choices, lists of pages, addresses.

import { html, nothing, type TemplateResult } from "lit";

import type { ParameterInfo, Refusal } from "../element/engine.ts";
import { refusalText } from "./refusal_text.ts";
import { icons } from "../panels/icons.ts";
import type { Messages } from "../element/messages.ts";

/** What the fields show, and where a reader's change goes. */
export interface Fields {
  messages: Messages;
  /** The lesson's name. */
  lesson: string;
  parameters: ParameterInfo[];
  /** What is in each field, right or wrong. */
  texts: Record<string, string>;
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

function renderField(fields: Fields, parameter: ParameterInfo): TemplateResult {
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

function renderInput(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
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

function renderNumber(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  const value = fields.texts[parameter.name] ?? parameter.default;
  const isSeconds = parameter.kind === "seconds";
  const usual = isSeconds ? Math.min(parameter.max, SLIDER_SECONDS_MAX) : parameter.max;
  const max = Math.min(parameter.max, Math.max(usual, Number(value) || 0));
  // A number that could be anything is typed, not slid to.
  const slides = max - parameter.min <= SLIDER_RANGE_MAX;
  const slider = { value, min: parameter.min, max, label: parameter.name };
  return html`${slides ? renderSlider(fields, parameter, slider) : html`<span></span>`}
    <span class="number">${renderText(fields, parameter, isWrong, "decimal")}${isSeconds
      ? html`<span class="unit" aria-hidden="true">${fields.messages.text("unit-seconds")}</span>`
      : nothing}</span>`;
}

interface Slider {
  value: string;
  min: number;
  max: number;
  label: string;
  /** Returns the parameter's value where the slider is only a part of it. */
  within?(value: string): string;
}

function renderSlider({ change }: Fields, { name, step }: ParameterInfo, slider: Slider): TemplateResult {
  const { within = (value) => value } = slider;
  return html`<input
    type="range"
    data-name=${name}
    aria-label=${slider.label}
    min=${slider.min}
    max=${slider.max}
    step=${step}
    .value=${slider.value}
    @input=${(event: Event) => change(name, within(plain(inputOf(event).valueAsNumber)))}
  />`;
}

function renderText(
  fields: Fields,
  parameter: ParameterInfo,
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
    .value=${fields.texts[parameter.name] ?? parameter.default}
    @input=${(event: Event) => fields.change(parameter.name, inputOf(event).value)}
  />`;
}

function renderChoice(fields: Fields, parameter: ParameterInfo): TemplateResult {
  const value = fields.texts[parameter.name] ?? parameter.default;
  return html`<select
    id="field-${parameter.name}"
    data-shown=${value}
    aria-describedby="help-${parameter.name}"
    @change=${(event: Event) => fields.change(parameter.name, (event.target as HTMLSelectElement).value)}
  >
    ${parameter.options.map((option) => html`<option value=${option}>${option}</option>`)}
  </select>`;
}

function renderUrls(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  const { messages } = fields;
  const urls = splitUrls(fields.texts[parameter.name] ?? parameter.default);
  const change = (urls: string[]) => fields.change(parameter.name, urls.join(","));
  const rows = urls.slice(0, SLIDERS_MAX).map((url, index) => {
    const { name, seconds } = splitUrl(url);
    return html`<li>
      <span class="url" title=${url}>${url}</span>
      ${renderSlider(fields, parameter, {
        value: seconds,
        min: 0,
        max: Math.min(parameter.max, Math.max(SLIDER_SECONDS_MAX, Number(seconds) || 0)),
        label: messages.text("url-seconds", { url }),
        within: (value) => urls.with(index, `${name}_${value}`).join(","),
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
