// The list of a timeline's keys, as readers see it: loaded when it is first asked for.

import { html, type TemplateResult } from "lit";

import type { Messages } from "../element/messages.ts";

/** The keys with what each does, as readers see them. */
const KEYS: [string[], string][] = [
  [["→", "←"], "keys-step"],
  [["↑", "↓"], "keys-lane"],
  [["N"], "keys-second"],
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
  [["/"], "keys-find"],
  [["F"], "keys-fit"],
  [["0"], "keys-all"],
  [["?"], "keys-help"],
];

/** What is in the list. */
export function renderKeys(messages: Messages): TemplateResult {
  const rows = KEYS.map(
    ([keys, what]) =>
      html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
        <dd>${messages.text(what)}</dd>`,
  );
  return html`<dl>${rows}</dl>
    <p class="muted">${messages.text("keys-pointer")}</p>
    <button type="button" class="quiet" popovertarget="keys">${messages.text("close")}</button>`;
}
