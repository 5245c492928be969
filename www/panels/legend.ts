// The legend of the picture: what its colours and its signs mean.
//
// Colours are set as a property: an attribute `style` is refused where a page allows no styles but its own.

import { html, nothing, type TemplateResult } from "lit";

import { legendColors } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { icons } from "./icons.ts";

/** Each once of what is in the picture, and in the one that is compared. */
function both<T>(one: T[], two: T[] = []): T[] {
  return [...new Set([...one, ...two])];
}

/** What colours mean: those of spans that are drawn one by one, or of a crowd. */
export function renderStates(host: Host, messages: Messages, states: string[], isCrowd: boolean): TemplateResult[] {
  const colors = legendColors(host.shownTheme, isCrowd);
  return states.map(
    (state) =>
      html`<li>
        <i class=${state} .style=${`--ink:${colors[state] ?? ""}`}></i>${messages.text(`legend-${state}`)}
      </li>`,
  );
}

export function renderLegend(host: Host, messages: Messages): TemplateResult {
  const isCrowd = host.player?.isCrowd ?? false;
  const colors = legendColors(host.shownTheme, isCrowd);
  const other = host.comparison.moment;
  const states = both(host.moment?.states ?? ["running", "ready", "sleeping", "waiting"], other?.states);
  // Where a task blocks the loop there is one band, and no column to explain.
  const opens = host.shownAxis === "elastic" && !states.includes("blocking");
  return html`<ul class="legend" part="legend">
    ${renderStates(host, messages, states, isCrowd)}
    ${both(host.moment?.signs ?? [], other?.signs).map(
      (sign) =>
        html`<li>
          <span .style=${`color:${colors[sign] ?? ""}`}>${icons[sign]}</span>
          ${messages.text(`legend-${sign}`)}
        </li>`,
    )}
    <li>${messages.text("legend-endings")}</li>
    <li>${messages.text("legend-pale")}</li>
    ${opens ? html`<li class="moment">${messages.text("legend-moment")}</li>` : nothing}
  </ul>`;
}
