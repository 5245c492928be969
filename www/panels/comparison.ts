// The second run below the first: its choice, its name, and by how much the two differ.

import { html, nothing, type TemplateResult } from "lit";

import { refusalText } from "../editor/refusal_text.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { nameOf, type Version, versionOf } from "../element/version.ts";
import { icons } from "./icons.ts";

/** Returns what is compared with, in words. */
function titleOf(host: Host, messages: Messages, version: Version): string {
  const title = messages.text(`lesson-${version.lesson}-title`);
  const params = Object.entries(version.params).map(([name, value]) => `${name} = ${value}`);
  const values = version.lesson === host.lesson && params.length === 0 ? [messages.text("compare-own")] : params;
  return values.length > 0 ? `${title} (${values.join(", ")})` : title;
}

/** Says by how much the first run is shorter, or longer, than the second. */
export function difference(messages: Messages, first: number, second: number): string {
  const [mine, other] = [messages.seconds(first), messages.seconds(second)];
  // As exact as it is written: what looks alike is alike.
  const by = Math.abs(Math.round(first * 100) - Math.round(second * 100)) / 100;
  if (by === 0) return messages.text("compare-same", { mine });
  const key = first < second ? "compare-shorter" : "compare-longer";
  return messages.text(key, { by: messages.seconds(by), mine, other });
}

/** The choice of what to compare with. */
export function renderCompareChoice(host: Host, messages: Messages): TemplateResult {
  const version = versionOf(host.compare);
  const own = nameOf({ lesson: host.lesson, params: host.params });
  const known = (host.lessons ?? []).filter(({ slug }) => slug !== host.lesson);
  const option = (value: string, text: string) =>
    html`<option value=${value}>${text}</option>`;
  const isKept = version !== null && !known.some(({ slug }) => slug === host.compare);
  return html`<label class="choice compare"
    ><span class="hidden">${messages.text("compare")}</span>
    <select
      data-shown=${version ? host.compare : ""}
      title=${messages.text("compare")}
      @change=${(event: Event) => {
        host.compare = (event.target as HTMLSelectElement).value;
      }}
    >
      <option value="">${messages.text("compare-none")}</option>
      ${isKept && version ? option(host.compare, titleOf(host, messages, version)) : nothing}
      ${own === host.compare ? nothing : option(own, messages.text("compare-keep"))}
      <optgroup label=${messages.text("page-lesson")}>
        ${known.map(({ slug }) => option(slug, messages.text(`lesson-${slug}-title`)))}
      </optgroup>
    </select></label
  >`;
}

/** The second picture, with its name and the difference. */
export function renderBeside(host: Host, messages: Messages): TemplateResult | typeof nothing {
  const version = versionOf(host.compare);
  if (!version || !host.lessons?.some(({ slug }) => slug === version.lesson)) return nothing;
  const title = titleOf(host, messages, version);
  const [first, second] = [host.summary?.seconds, host.comparison.seconds];
  const { refusals } = host.comparison;
  const wrong = refusals.map((refusal) => refusalText(messages, refusal)).join(" ");
  const said = first === undefined || second === null ? wrong : difference(messages, first, second);
  const { moment } = host.comparison;
  return html`<div class="beside">
    <p class="compared">
      <span>
        <span>${messages.text("compare-with", { title })}</span>
        <b class="difference" role="status">${said}</b>
      </span>
      <button type="button" class="icon" aria-label=${messages.text("compare-end")} title=${messages.text("compare-end")}
        @click=${() => {
          host.compare = "";
        }}>${icons.remove}</button>
    </p>
    <div class="scroller">
      <canvas height="0" role="img" aria-label="${title}. ${said}"></canvas>
      <div class="spacer"></div>
    </div>
    <p class="compared-said">${moment ? messages.say(moment.phrases) : nothing}</p>
  </div>`;
}
