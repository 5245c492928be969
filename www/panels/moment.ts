// What is said at the playhead, with the legend of the picture above it.

import { html, nothing, type TemplateResult } from "lit";

import { legendColors } from "../element/engine.ts";
import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderControls } from "./controls.ts";
import { icons } from "./icons.ts";

export function renderMoment(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { position, moment } = host;
  return html`<section class="card telling-card">
    ${renderLegend(host, messages)} ${renderControls(host, extras, messages)}
    <div class="telling" aria-live=${host.isPlaying || host.isRunning ? "off" : "polite"}>
      <p class="when">
        ${position && position.steps > 0
          ? html`${messages.seconds(position.seconds)} ·
            ${messages.text("position", { step: position.step, steps: position.steps })}`
          : nothing}
      </p>
      <p class="said">${moment ? messages.say(moment.phrases) : nothing}</p>
    </div>
  </section>`;
}

function renderLegend(host: Host, messages: Messages): TemplateResult {
  const colors = legendColors(host.shownTheme);
  const states = host.moment?.states ?? ["running", "ready", "sleeping", "waiting"];
  // Where a task blocks the loop there is one band, and no column to explain.
  const opens = host.shownAxis === "elastic" && !states.includes("blocking");
  return html`<ul class="legend">
    ${states.map(
      (state) =>
        html`<li>
          <i class=${state} style="--ink:${colors[state] ?? ""}"></i>${messages.text(`legend-${state}`)}
        </li>`,
    )}
    ${(host.moment?.signs ?? []).map(
      (sign) =>
        html`<li>
          <span style="color:${colors[sign] ?? ""}">${icons[sign]}</span>
          ${messages.text(`legend-${sign}`)}
        </li>`,
    )}
    ${opens ? html`<li class="moment">${messages.text("legend-moment")}</li>` : nothing}
  </ul>`;
}
