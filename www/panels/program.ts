// The program beside the timeline, in Rust or in Python.

import { html, nothing, type TemplateResult } from "lit";

import { renderCode } from "../editor/code.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import type { Source } from "../editor/source.ts";
import { icons } from "./icons.ts";

/** How long the button says that the code was copied, in milliseconds. */
const COPIED_MS = 1500;

export function renderProgram(host: Host, messages: Messages): TemplateResult | typeof nothing {
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
  return html`<section class="card code-card" aria-label=${messages.text("region-code")}>
    <h3>
      <span class="segments" role="group" aria-label=${messages.text("code-language")}>
        ${button("python", "Python")}${button("rust", "Rust")}
      </span>
      <span class="file">${source.file}</span>
      <button type="button" class="quiet copy" @click=${(event: Event) => void copy(event, source, messages)}>
        ${icons.copy} <span>${messages.text("code-copy")}</span>
      </button>
    </h3>
    <div class="code-scroller" tabindex="0" role="group" aria-label=${messages.text("region-code")}
      @pointerover=${(event: PointerEvent) => host.codePointer.over(event)}
      @pointerleave=${() => host.codePointer.leave()}>
      ${renderCode(source.lines, source.lit, pointed)}
    </div>
  </section>`;
}

/** Puts the program on the clipboard, and says so. */
async function copy(event: Event, { lines }: Source, messages: Messages): Promise<void> {
  const label = (event.currentTarget as HTMLElement).querySelector("span");
  const text = lines.map((words) => words.map((word) => (typeof word === "string" ? word : word[0])).join(""));
  await navigator.clipboard.writeText(`${text.join("\n").trimEnd()}\n`);
  if (!label) return;
  label.textContent = messages.text("code-copied");
  setTimeout(() => (label.textContent = messages.text("code-copy")), COPIED_MS);
}
