// The lesson's parameters, with what undoes their changes.

import { html, nothing, type TemplateResult } from "lit";

import { type Fields, renderParameters } from "../editor/fields.ts";
import { valuesOf } from "../editor/values.ts";
import type { ValueEdits } from "../editor/value_edits.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { icons } from "./icons.ts";

export function renderParametersCard(host: Host, messages: Messages): TemplateResult {
  const { edits } = host;
  const isChanged = Object.keys(host.params).length > 0 || host.refusals.length > 0;
  const title = messages.text("region-parameters");
  return html`<section class="card parameters-card" part="values" aria-label=${title}>
    <h3>
      ${title} ${renderUndo(edits, messages)}
      ${isChanged
        ? html`<button type="button" class="quiet" @click=${() => edits.reset()}>
            ${icons.reset} ${messages.text("reset")}
          </button>`
        : nothing}
    </h3>
    <div class="parameters" @change=${() => edits.history.settle()} @focusout=${() => edits.leave()}>${renderParameters(fieldsOf(host, messages))}</div>
  </section>`;
}

function fieldsOf(host: Host, messages: Messages): Fields {
  const { params, drafts, edits, refusals } = host;
  const { slug: lesson = "", parameters = [] } = host.currentLesson ?? {};
  const texts = parameters.map(({ name }) => [name, drafts[name] ?? params[name] ?? host.defaultOf(name)]);
  const { typed, change, type } = edits;
  const values = valuesOf(host.currentLesson, params);
  return { messages, lesson, parameters, texts: Object.fromEntries(texts), values, typed, refusals, change, type };
}

/** The buttons that undo and redo. One that has nothing to do keeps the focus. */
function renderUndo(edits: ValueEdits, messages: Messages): TemplateResult {
  const { canUndo, canRedo } = edits.history;
  const button = (key: string, icon: unknown, can: boolean, click: () => void) =>
    html`<button type="button" class="icon" aria-label=${messages.text(key)} title=${messages.text(key)}
      aria-disabled=${!can} @click=${click}>${icon}</button>`;
  return html`<span class="undo">
    ${button("undo", icons.undo, canUndo, () => edits.undo())}
    ${button("redo", icons.redo, canRedo, () => edits.redo())}
  </span>`;
}
