// The controls: playing, stepping, the speed, what is compared with, and the exports.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderCompareChoice } from "./comparison.ts";
import { icons } from "./icons.ts";

const SPEEDS = ["0.1", "0.25", "0.5", "1", "2", "5", "10", "100"];

export function renderControls(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { position } = host;
  const button = (key: string, icon: unknown, click: () => void) =>
    html`<button type="button" class="icon" aria-label=${messages.text(key)} title=${messages.text(key)}
      ?disabled=${!host.hasRun} @click=${click}>${icon}</button>`;
  const playing = host.isPlaying;
  // A simulated run is hardly ever seen to go on; one of many tasks is.
  const stops = host.isRunning && !host.isLive;
  return html`<div class="controls">
    ${host.isLive
      ? html`<button type="button" class="primary" @click=${() => host.toggleRun()}>
          ${host.isRunning ? icons.stop : icons.play} ${messages.text(host.isRunning ? "stop" : "run")}
        </button>`
      : nothing}
    ${button("to-start", icons.toStart, () => host.toStart())}
    ${button("step-back", icons.stepBack, () => host.stepBack())}
    <button
      type="button"
      class=${host.isLive ? "play" : "primary play"}
      ?disabled=${host.isLive && host.isRunning}
      @click=${() => (stops ? host.stop() : host.togglePlay())}
    >
      ${stops ? icons.stop : playing ? icons.pause : icons.play}
      ${messages.text(stops ? "stop" : playing ? "pause" : "play")}
    </button>
    ${button("step-forward", icons.stepForward, () => host.stepForward())}
    ${button("to-end", icons.toEnd, () => host.toEnd())}
    <label class="choice"
      ><span class="hidden">${messages.text("speed")}</span>
      <select
        title=${messages.text(host.isLive && host.currentLesson?.fetches ? "speed-fixed" : "speed")}
        @change=${(event: Event) => {
          host.speed = (event.target as HTMLSelectElement).value;
        }}
      >
        ${(SPEEDS.includes(String(host.speed)) ? SPEEDS : [...SPEEDS, String(host.shownSpeed)]).map(
          (speed) =>
            html`<option value=${speed} ?selected=${Number(speed) === host.shownSpeed}>
              ${messages.text("speed-value", { speed })}
            </option>`,
        )}
      </select></label
    >
    ${renderCompareChoice(host, messages)}
    <span class="time"
      >${host.isRunning
        ? messages.seconds(position?.seconds ?? 0)
        : messages.text("time-of", {
            now: messages.seconds(position?.seconds ?? 0),
            end: messages.seconds(position?.endSeconds ?? 0),
          })}</span
    >
    ${extras.renderExport(messages)}
  </div>`;
}
