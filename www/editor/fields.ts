// The fields of a lesson's parameters: sliders, numbers, choices, lists of pages, addresses.

import { html, nothing, type TemplateResult } from "lit";

import { joinPages, splitPages, type ParameterInfo, type Refusal } from "../element/engine.ts";
import { refusalText, secondsText } from "./refusal_text.ts";
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
  /** The values of the run, which sliders show. */
  values: Record<string, string>;
  /** What is typed into a field, as long as it is. */
  typed: { id: string; text: string } | null;
  refusals: Refusal[];
  change(name: string, value: string): void;
  type(id: string, text: string, name: string, value: string): void;
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
  const isHere = refusal && wrongPage(fields, parameter) === null;
  return html`<div class="field field-${parameter.kind}">
    <label for="field-${parameter.name}" title=${help}>${label}</label>
    ${renderInput(fields, parameter, refusal !== undefined)}
    <p id="help-${parameter.name}" class=${isHere ? "refusal" : "help"}>
      ${isHere ? refusalText(messages, refusal) : help}
    </p>
  </div>`;
}

function renderInput(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  switch (parameter.kind) {
    case "choice":
      return renderChoice(fields, parameter, isWrong);
    case "urls":
      return renderUrls(fields, parameter, isWrong);
    case "address":
      return renderText(fields, parameter, isWrong, "url");
    default:
      return renderNumber(fields, parameter, isWrong);
  }
}

function renderNumber(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  const { name, kind } = parameter;
  // What is wrong moves no slider.
  const value = fields.values[name] ?? parameter.default;
  const isSeconds = kind === "seconds";
  const max = isSeconds ? secondsMax(parameter, value) : parameter.max;
  // A number that could be anything is typed, not slid to.
  const slides = max - parameter.min <= SLIDER_RANGE_MAX;
  const slider = { value, min: parameter.min, max, label: name };
  return html`${slides ? renderSlider(fields, parameter, slider) : html`<span></span>`}
    ${withUnit(fields, isSeconds, renderText(fields, parameter, isWrong, "decimal"))}`;
}

/** The longest to which a slider goes. */
function secondsMax({ max }: ParameterInfo, value: string | undefined): number {
  return Math.min(max, Math.max(SLIDER_SECONDS_MAX, Number(value) || 0));
}

function withUnit({ messages }: Fields, isSeconds: boolean, input: TemplateResult): TemplateResult {
  return html`<span class="number">${input}${isSeconds
    ? html`<span class="unit" aria-hidden="true">${messages.text("unit-seconds")}</span>`
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

/** A field that is typed into. One of a page is named by its label, and the others by their own. */
function renderText(
  { typed, texts, type }: Fields,
  { name, default: start }: ParameterInfo,
  isWrong: boolean,
  mode: "decimal" | "url" | "text",
  row?: { id: string; label: string; text: string; within(text: string): string },
): TemplateResult {
  const { id = name, label = nothing, text = texts[name] ?? start, within = (text: string) => text } = row ?? {};
  const about = row && !isWrong ? name : id;
  return html`<input
    type="text"
    id="field-${id}"
    inputmode=${mode}
    autocomplete="off"
    spellcheck="false"
    aria-label=${label}
    aria-invalid=${isWrong}
    aria-describedby="help-${about}"
    .value=${typed?.id === id ? typed.text : text}
    @input=${(event: Event) => type(id, inputOf(event).value, name, within(inputOf(event).value))}
  />`;
}

function renderChoice(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  // What is no option cannot be chosen: the choice is that of the run.
  const { [parameter.name]: value = parameter.default } = isWrong ? fields.values : fields.texts;
  return html`<select
    id="field-${parameter.name}"
    data-shown=${value}
    aria-invalid=${isWrong}
    aria-describedby="help-${parameter.name}"
    @change=${(event: Event) => fields.change(parameter.name, (event.target as HTMLSelectElement).value)}
  >
    ${parameter.options.map((option) => html`<option value=${option}>${option}</option>`)}
  </select>`;
}

/** A list of pages: the list as it is written, and for each page its name, a slider and a number. */
function renderUrls(fields: Fields, parameter: ParameterInfo, isWrong: boolean): TemplateResult {
  const { messages } = fields;
  const { name } = parameter;
  const right = splitPages(fields.values[name] ?? "");
  const wrong = wrongPage(fields, parameter);
  // Of a list that makes no sense there are no rows: they stay those of the values.
  const isKept = isWrong && wrong === null && right.length > 0;
  const parts = isKept ? right : splitPages(fields.texts[name] ?? parameter.default);
  const change = (parts: string[]) => fields.change(name, joinPages(parts));
  const rows = parts.slice(0, 2 * SLIDERS_MAX).flatMap((url, index) => {
    if (index % 2 > 0) return [];
    const at = index + 1;
    const text = parts[at] ?? "";
    const value = right.length === parts.length ? right[at] : text;
    const label = messages.text("url-seconds", { url });
    const within = (value: string) => joinPages(parts.with(at, value));
    const isRefused = wrong === at;
    return html`<li>
      <span class="url" title=${url}>${url}</span>
      ${renderSlider(fields, parameter, {
        value: value ?? "",
        min: 0,
        max: secondsMax(parameter, value),
        label,
        within,
      })}
      ${withUnit(fields, true, renderText(fields, parameter, isRefused, "decimal", { id: `${name}-${at}`, label, text, within }))}
      <button
        type="button"
        class="icon"
        aria-label=${messages.text("url-remove", { url })}
        ?disabled=${parts.length === 2}
        @click=${() => change(parts.toSpliced(index, 2))}
      >
        ${icons.remove}
      </button>
      ${isRefused
        ? html`<p id="help-${name}-${at}" class="refusal">${secondsText(messages, text, parameter.max)}</p>`
        : nothing}
    </li>`;
  });
  const next = parts.length / 2 + 1;
  return html`${renderText(fields, parameter, isWrong, "text")}
    <ul class="urls">
      ${rows}
    </ul>
    <button
      type="button"
      class="add"
      ?disabled=${next > parameter.countMax}
      @click=${() => change([...parts, `url_${next}`, String(Math.min(SLIDER_SECONDS_MAX, next))])}
    >
      ${icons.add} ${messages.text("url-add")}
    </button>`;
}

/** Returns the place of the seconds that are wrong in a list of pages; null where none are. */
function wrongPage({ refusals, texts }: Fields, { name, kind }: ParameterInfo): number | null {
  const urls = kind === "urls" ? refusals.filter((refusal) => refusal.name === name).map(({ url }) => url.replace(/\s/g, "")) : [];
  const parts = urls.length > 0 ? splitPages(texts[name] ?? "") : [];
  const at = parts.findIndex((seconds, index) => index % 2 > 0 && index < 2 * SLIDERS_MAX && urls.includes(`${parts[index - 1]}:${seconds}`));
  return at < 0 ? null : at;
}

/** Writes a slider's number as a reader would: `1.5`, not `1.5000000000000002`. */
function plain(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function inputOf(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}
