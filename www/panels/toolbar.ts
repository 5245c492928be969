// What a reader chooses of a timeline: how far it is zoomed, its axis, its clock, and a task to find.

import { html, nothing, type TemplateResult } from "lit";

import { icons } from "./icons.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";

/** Up to this many tasks a reader finds by eye. */
const FOUND_BY_EYE = 12;

export function renderZoom(host: Host, messages: Messages): TemplateResult {
  const { zooming } = host;
  const button = (key: string, icon: unknown, click: () => void) =>
    html`<button type="button" aria-label=${messages.text(key)} title=${messages.text(key)}
      ?disabled=${!host.hasRun} @click=${click}>${icon}</button>`;
  const finds = zooming.isFinding || (host.moment?.tasks ?? 0) > FOUND_BY_EYE;
  return html`${finds ? renderFind(host, messages) : nothing}
    <span class="segments" role="group" aria-label=${messages.text("zoom")}>
      ${button("zoom-out", icons.zoomOut, zooming.zoomOut)}
      ${button("zoom-in", icons.zoomIn, zooming.zoomIn)}
      ${button("zoom-all", icons.showAll, zooming.showAll)}
    </span>
    <button type="button" class="question" aria-label=${messages.text("keys-title")} popovertarget="keys">?</button>`;
}

function renderFind(host: Host, messages: Messages): TemplateResult {
  const find = async (event: KeyboardEvent) => {
    // Back to where the key was pressed that leads here.
    if (event.key === "Escape") host.renderRoot.querySelector<HTMLElement>(".stage")?.focus();
    if (event.key !== "Enter") return;
    const input = event.target as HTMLInputElement;
    input.setAttribute("aria-invalid", String(!(await host.zooming.find(input.value))));
  };
  const name = messages.text("find-task");
  return html`<input type="search" class="find" placeholder=${name} aria-label=${name} @keydown=${find} />`;
}

export function renderAxis(host: Host, messages: Messages): TemplateResult {
  const axes = ["elastic", "time", "order"];
  return html`<label class="choice"
    ><span class="hidden">${messages.text("axis")}</span>
    <select
      class="axis"
      data-shown=${host.shownAxis}
      title=${messages.text("axis")}
      @change=${(event: Event) => {
        host.axis = (event.target as HTMLSelectElement).value;
      }}
    >
      ${axes.map(
        (axis) =>
          html`<option value=${axis}>${messages.text(`axis-${axis}`)}</option>`,
      )}
    </select></label
  >`;
}

export function renderClock(host: Host, messages: Messages): TemplateResult {
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
