// The buttons that zoom a timeline, the search for a task, and the list of keys: templates.

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
  return html`${(host.moment?.tasks ?? 0) > FOUND_BY_EYE ? renderFind(host, messages) : nothing}
    <span class="segments" role="group" aria-label=${messages.text("zoom")}>
      ${button("zoom-out", icons.zoomOut, zooming.zoomOut)}
      ${button("zoom-in", icons.zoomIn, zooming.zoomIn)}
      ${button("zoom-all", icons.showAll, zooming.showAll)}
    </span>
    <button type="button" class="question" aria-label=${messages.text("keys-title")} popovertarget="keys">?</button>`;
}

function renderFind(host: Host, messages: Messages): TemplateResult {
  const find = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    const input = event.target as HTMLInputElement;
    input.setAttribute("aria-invalid", String(!host.zooming.find(input.value)));
  };
  const name = messages.text("find-task");
  return html`<input type="search" class="find" placeholder=${name} aria-label=${name} @keydown=${find} />`;
}

const KEYS: [string[], string][] = [
  [["→", "←"], "keys-step"],
  [["Home", "End"], "keys-ends"],
  [["Space"], "keys-play"],
  [["W", "S"], "keys-zoom"],
  [["A", "D"], "keys-move"],
  [["Shift W", "Shift S"], "keys-rows"],
  [[",", "."], "keys-span"],
  [["X"], "keys-fold"],
  [["Shift X"], "keys-fold-all"],
  [["[", "]"], "keys-length"],
  [["Shift [", "Shift ]"], "keys-length-ten"],
  [["Ctrl Z", "Ctrl Y"], "keys-undo"],
  [["F"], "keys-fit"],
  [["0"], "keys-all"],
  [["?"], "keys-help"],
];

/** The list of keys, over the page until it is closed. */
export function renderKeys(messages: Messages): TemplateResult {
  const rows = KEYS.map(
    ([keys, what]) =>
      html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
        <dd>${messages.text(what)}</dd>`,
  );
  return html`<div class="keys" id="keys" popover role="dialog" aria-label=${messages.text("keys-title")}>
    <dl>${rows}</dl>
    <p class="muted">${messages.text("keys-pointer")}</p>
    <button type="button" class="quiet" popovertarget="keys">${messages.text("close")}</button>
  </div>`;
}
