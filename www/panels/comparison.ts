// The choice of what a run is compared with.

import { html, nothing, type TemplateResult } from "lit";

import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { nameOf, titleOf, versionOf } from "../element/version.ts";

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
      ${isKept && version ? option(host.compare, titleOf(host.lesson, messages, version)) : nothing}
      ${own === host.compare ? nothing : option(own, messages.text("compare-keep"))}
      <optgroup label=${messages.text("page-lesson")}>
        ${known.map(({ slug }) => option(slug, messages.text(`lesson-${slug}-title`)))}
      </optgroup>
    </select></label
  >`;
}
