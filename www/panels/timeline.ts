// The timeline: its picture, and what a reader chooses of it.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { SCROLLS } from "../element/place/keys.ts";
import { icons } from "./icons.ts";
import { around } from "./loaded.ts";

export function renderTimeline(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { position, moment } = host;
  const { told } = host.comparison;
  const said = told ? messages.say(told.phrases) : "";
  const end = messages.seconds(position?.endSeconds ?? 0);
  const description = messages.text("timeline-description", {
    tasks: moment?.tasks ?? 0,
    time: end,
    said,
  });
  return html`<section class="card timeline-card" part="timeline" aria-label=${messages.text("region-timeline")}>
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
      @keydown=${(event: KeyboardEvent) => takeKey(host, event)}
      @dragover=${extras.dragged}
      @dragleave=${extras.dragged}
      @drop=${extras.dropped}
    >
      <div class="scroller">
        <canvas height="0"></canvas>
        <div class="spacer"></div>
      </div>
      ${around()?.renderTooltip(host, messages)}
      ${host.hasRun
        ? nothing
        : host.isRunning
          ? html`<p class="start muted" role="status">${messages.text("first-step")}</p>`
          : host.isFixed && !host.given.program
            ? nothing
            : html`<button type="button" class="primary start" @click=${() => host.toggleRun()}>
            ${icons.play} ${messages.text(host.isFixed ? "program-run" : "run")}
          </button>`}
    </div>
    ${host.comparison.render(messages)} ${extras.renderKeys(messages)}
  </section>`;
}

/** Takes a key: at once if what keys do is loaded, and else once it is. */
function takeKey(host: Host, event: KeyboardEvent): void {
  const known = around();
  if (known) return known.onKey(host, event);
  // The page would scroll meanwhile.
  if (SCROLLS.test(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) event.preventDefault();
  host.waits(host.surround().then(() => around()?.onKey(host, event)));
}
