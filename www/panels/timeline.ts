// The timeline: its picture, and what a reader chooses of it.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderBeside } from "./comparison.ts";
import { icons } from "./icons.ts";
import { onKey, renderKeys } from "./keys.ts";
import { renderZoom } from "./toolbar.ts";
import { renderTooltip } from "./tooltip.ts";

export function renderTimeline(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { position, moment } = host;
  const said = moment ? messages.say(moment.phrases) : "";
  const end = messages.seconds(position?.endSeconds ?? 0);
  const description = messages.text("timeline-description", {
    tasks: moment?.tasks ?? 0,
    time: end,
    said,
  });
  return html`<section class="card timeline-card" aria-label=${messages.text("region-timeline")}>
    <h3>
      ${messages.text("region-timeline")} ${extras.renderName(messages)}
      <span class="choices zoom">${renderZoom(host, messages)}</span>
      <span class="choices">${renderAxis(host, messages)} ${renderClock(host, messages)}</span>
    </h3>
    <div
      class="stage"
      role="slider"
      tabindex="0"
      aria-label=${messages.text("region-timeline")}
      aria-description=${messages.text("timeline-keys")}
      aria-valuemin="0"
      aria-valuemax=${position?.endSeconds ?? 0}
      aria-valuenow=${position?.seconds ?? 0}
      aria-valuetext="${messages.seconds(position?.seconds ?? 0)}. ${said || description}"
      @keydown=${(event: KeyboardEvent) => onKey(host, event)}
      @dragover=${extras.dragged}
      @dragleave=${extras.dragged}
      @drop=${extras.dropped}
    >
      <div class="scroller">
        <canvas height="0"></canvas>
        <div class="spacer"></div>
      </div>
      ${renderTooltip(host, messages)}
      ${host.hasRun
        ? nothing
        : host.isRunning
          ? html`<p class="start muted" role="status">${messages.text("first-step")}</p>`
          : html`<button type="button" class="primary start" @click=${() => host.toggleRun()}>
            ${icons.play} ${messages.text("run")}
          </button>`}
    </div>
    ${renderBeside(host, messages)} ${renderKeys(messages)}
  </section>`;
}

function renderAxis(host: Host, messages: Messages): TemplateResult {
  const axes = ["elastic", "time", "order"];
  return html`<label class="choice"
    >${messages.text("axis")}
    <select
      @change=${(event: Event) => {
        host.axis = (event.target as HTMLSelectElement).value;
      }}
    >
      ${axes.map(
        (axis) =>
          html`<option value=${axis} ?selected=${axis === host.shownAxis}>
            ${messages.text(`axis-${axis}`)}
          </option>`,
      )}
    </select></label
  >`;
}

function renderClock(host: Host, messages: Messages): TemplateResult {
  const button = (clock: "simulated" | "live") =>
    html`<button
      type="button"
      aria-pressed=${host.clock === clock}
      title=${messages.text(`clock-${clock}-help`)}
      @click=${() => {
        host.stop();
        host.clock = clock;
      }}
    >
      ${messages.text(`clock-${clock}`)}
    </button>`;
  return html`<span class="segments" role="group" aria-label=${messages.text("clock")}>
    ${button("simulated")}${button("live")}
  </span>`;
}
