// The program beside the timeline, in Rust or in Python.

import { html, nothing, type TemplateResult } from "lit";

import { renderCode } from "../editor/code.ts";
import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import type { Word } from "../editor/lesson_file.ts";
import type { Source } from "../editor/source.ts";
import { icons } from "./icons.ts";

/** How long the button says that the code was copied, in milliseconds. */
const COPIED_MS = 1500;

export function renderProgram(host: Host, extras: Extras, messages: Messages): TemplateResult | typeof nothing {
  const { source } = host;
  if (!source) return nothing;
  const button = (code: string, name: string) =>
    html`<button
      type="button"
      aria-pressed=${source.language === code}
      @click=${() => {
        host.code = code;
      }}
    >
      ${name}
    </button>`;
  const pointed = host.codePointer.linesOf(source);
  return html`<section class="card code-card" part="code" aria-label=${messages.text("region-code")}>
    <h3>
      ${host.isFixed
        ? nothing
        : html`<span class="segments" role="group" aria-label=${messages.text("code-language")}>
            ${button("python", "Python")}${button("rust", "Rust")}
          </span>`}
      <span class="file">${source.file}</span>
      ${host.editable && source.language === "python" && !(host.given.program && extras.lab)
        ? html`<button type="button" class="quiet edit" @click=${extras.edit}>${messages.text("program-edit")}</button>`
        : nothing}
      <button type="button" class="quiet copy" @click=${(event: Event) => void copy(event, source, messages)}>
        ${icons.copy} <span>${messages.text("code-copy")}</span>
      </button>
    </h3>
    ${extras.lab?.renderActions(messages) ?? nothing}
    ${host.given.program?.run && !host.given.program.isWritten ? html`<p class="own">${messages.text("open-recorded")}</p>` : nothing}
    ${extras.lab?.isOpen ? extras.lab.renderEditor() : html`<div class="code-scroller" tabindex="0" role="group" aria-label=${messages.text("region-code")}
      @focusin=${extras.onCode} @focusout=${extras.onCode} @keydown=${extras.onCode} @click=${extras.onCode}
      @pointerdown=${extras.onCode}
      @pointerover=${(event: PointerEvent) => {
        host.codePointer.over(event);
        extras.onCode(event);
      }}
      @pointerleave=${() => host.codePointer.leave()}>
      ${renderCode(source.lines, source.lit, pointed, (word) => renderValue(extras, word))}
    </div>`}
  </section>`;
}

/** A value that can be changed where it stands: a number by keys and drags, too. */
function renderValue(extras: Extras, [text, kind, id = "", label]: Exclude<Word, string>): TemplateResult {
  const opened = extras.codeValues?.renderOpen(id);
  if (opened) return opened;
  const isNumber = kind.endsWith("number");
  return html`<span class="value ${kind}" role=${isNumber ? "spinbutton" : "button"} tabindex="0" data-value=${id}
    aria-valuenow=${isNumber ? text : nothing} aria-label=${isNumber ? label : `${label} = ${text}`}>${text}</span>`;
}

/** Puts the program on the clipboard, without what is no part of the file, and says so. */
async function copy(event: Event, { lines }: Source, messages: Messages): Promise<void> {
  const label = (event.currentTarget as HTMLElement).querySelector("span");
  const textOf = (word: Word) => (typeof word === "string" ? word : word[1].startsWith("inlay") ? "" : word[0]);
  const text = lines.map((words) => words.map(textOf).join(""));
  await navigator.clipboard.writeText(`${text.join("\n").trimEnd()}\n`);
  if (!label) return;
  label.textContent = messages.text("code-copied");
  setTimeout(() => (label.textContent = messages.text("code-copy")), COPIED_MS);
}
