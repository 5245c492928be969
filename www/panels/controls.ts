// The controls: stepping and playing in one bar, and below it what fewer readers ask for.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderCompareChoice } from "./comparison.ts";
import { icons } from "./icons.ts";
import { renderAxis, renderClock, renderZoom } from "./toolbar.ts";

const SPEEDS = ["0.1", "0.25", "0.5", "1", "2", "5", "10", "100"];

/** The pace that is none of the clock's. */
const READING = "reading";

/** The bar under the sentence: back, on, play, and on by a second. */
export function renderBar(host: Host, messages: Messages): TemplateResult {
  // A button that leads nowhere keeps the focus.
  const button = (key: string, name: string, content: unknown, click: () => void, isOver = false) =>
    html`<button type="button" class=${name} aria-label=${messages.text(key)} title=${messages.text(key)}
      ?disabled=${!host.hasRun} aria-disabled=${isOver ? "true" : nothing} @click=${click}>${content}</button>`;
  const atEnd = host.hasRun && !host.isRunning && host.position?.atEnd === true;
  // At the end there is no second more: there a page may lead on.
  const leadsOn = atEnd && host.querySelector('[slot="onward"]:not([hidden])') !== null;
  const words = (key: string) => html`<span class="words">${messages.text(key)}</span>`;
  return html`<div class="bar${host.isLive ? " live" : ""}${leadsOn ? " ends" : ""}" part="controls">
    ${host.isLive
      ? html`<button type="button" class="primary" @click=${() => host.toggleRun()}>
          ${host.isRunning ? icons.stop : icons.play} ${messages.text(host.isRunning ? "stop" : "run")}
        </button>`
      : nothing}
    ${button("step-back", "back", html`${icons.stepBack}${words("step-back")}`, () => host.stepBack())}
    ${button("step-forward", host.isLive || leadsOn ? "next" : "primary next", messages.text("step-forward"), () => host.stepForward(), atEnd)}
    ${host.isLive && !host.hasRun ? nothing : renderPlay(host, messages)}
    ${leadsOn
      ? html`<slot name="onward"></slot>`
      : button("next-second", "second", html`${icons.nextSecond}${words("next-second")}`, () => host.nextSecond())}
  </div>`;
}

function renderPlay(host: Host, messages: Messages): TemplateResult {
  // A simulated run is hardly ever seen to go on; one of many tasks is.
  const stops = host.isRunning && !host.isLive;
  const playing = host.isPlaying;
  return html`<button
    type="button"
    class="play"
    ?disabled=${host.isLive && host.isRunning}
    @click=${() => (stops ? host.stop() : host.togglePlay())}
  >
    ${stops ? icons.stop : playing ? icons.pause : icons.play}
    <span>${messages.text(stops ? "stop" : playing ? "pause" : "play")}</span>
  </button>`;
}

/** What fewer readers ask for: the ends, the pace, a comparison, zooming, the axis, the clock, the exports. */
export function renderTools(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { position } = host;
  const button = (key: string, icon: unknown, click: () => void) =>
    html`<button type="button" class="icon" aria-label=${messages.text(key)} title=${messages.text(key)}
      ?disabled=${!host.hasRun} @click=${click}>${icon}</button>`;
  return html`<div class="controls">
    <span class="group">
      ${button("to-start", icons.toStart, () => host.toStart())}${button("to-end", icons.toEnd, () => host.toEnd())}
    </span>
    <span class="time"
      >${host.isRunning
        ? messages.seconds(position?.seconds ?? 0)
        : messages.text("time-of", {
            now: messages.seconds(position?.seconds ?? 0),
            end: messages.seconds(position?.endSeconds ?? 0),
          })}</span
    >
    ${renderPace(host, messages)} ${renderAxis(host, messages)}
    ${host.isFixed ? nothing : html`${renderClock(host, messages)} ${renderCompareChoice(host, messages)}`}
    <span class="group">${renderZoom(host, messages)}${extras.renderExport(messages)}</span>
    ${extras.renderName(messages)}
  </div>`;
}

/** The choice of how Play goes on: as a reader reads, or as the clock goes, at a speed. */
function renderPace(host: Host, messages: Messages): TemplateResult {
  const speed = String(host.speed);
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, String(host.shownSpeed)];
  // A live run goes as its clock does.
  const reads = host.pace === READING && !host.isLive;
  const isFixed = host.isLive && host.currentLesson?.fetches;
  const take = (value: string) => {
    if (value !== READING) host.speed = value;
    host.pace = value === READING ? READING : "time";
  };
  return html`<label class="choice"
    ><span class="hidden">${messages.text("pace")}</span>
    <select
      class="pace"
      data-shown=${reads ? READING : host.shownSpeed}
      title=${messages.text(isFixed ? "speed-fixed" : "pace")}
      @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
    >
      ${host.isLive ? nothing : html`<option value=${READING}>${messages.text("pace-reading")}</option>`}
      <optgroup label=${messages.text("pace-time")}>
        ${speeds.map(
          (speed) =>
            html`<option value=${speed}>${messages.text("speed-value", { speed })}</option>`,
        )}
      </optgroup>
    </select></label
  >`;
}
