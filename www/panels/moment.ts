// What is said at the playhead, with the bar that moves it.

import { html, nothing, type TemplateResult } from "lit";

import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderBar } from "./controls.ts";

export function renderMoment(host: Host, messages: Messages): TemplateResult {
  const { position, moment } = host;
  const { told, playground: compared } = host.comparison;
  // A run in real time is the reader's to start.
  const begins = host.isLive && !host.isRunning;
  const selected = moment?.selected;
  return html`<section class="card telling-card" part="sentence" aria-label=${messages.text("region-moment")}>
    <div class="telling" tabindex=${host.narrowness.isNarrow ? 0 : nothing} aria-live=${host.isPlaying || host.isRunning ? "off" : "polite"}>
      <p class="when">
        ${position && position.steps > 0
          ? html`${messages.seconds(position.seconds)} ·
            ${messages.text("position", { step: position.step, steps: position.steps })}
            ${compared ? html`· <span class="whose">${messages.text(position.ofCompared ? "compare-below" : "compare-above")}</span>` : nothing}`
          : nothing}
        ${selected ? html`<span class="selected">${selected.task} ${messages.text(selected.state.key, selected.state.args)}</span>` : nothing}
      </p>
      <p class="said">${told ? messages.say(told.phrases) : begins ? messages.text("run-live") : nothing}</p>
    </div>
    ${renderBar(host, messages)}
  </section>`;
}
