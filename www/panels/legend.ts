// The legend of the picture: what its colours and its signs mean.
//
// Colours are set as a property: an attribute `style` is refused where a page allows no styles but its own.

import { html, nothing, type TemplateResult } from "lit";

import { legendColors } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { icons } from "./icons.ts";

export function renderLegend(host: Host, messages: Messages): TemplateResult {
  const colors = legendColors(host.shownTheme);
  const states = host.moment?.states ?? ["running", "ready", "sleeping", "waiting"];
  // Where a task blocks the loop there is one band, and no column to explain.
  const opens = host.shownAxis === "elastic" && !states.includes("blocking");
  return html`<ul class="legend">
    ${states.map(
      (state) =>
        html`<li>
          <i class=${state} .style=${`--ink:${colors[state] ?? ""}`}></i>${messages.text(`legend-${state}`)}
        </li>`,
    )}
    ${(host.moment?.signs ?? []).map(
      (sign) =>
        html`<li>
          <span .style=${`color:${colors[sign] ?? ""}`}>${icons[sign]}</span>
          ${messages.text(`legend-${sign}`)}
        </li>`,
    )}
    ${opens ? html`<li class="moment">${messages.text("legend-moment")}</li>` : nothing}
  </ul>`;
}
