// The program beside the timeline, in Rust or in Python.

import { html, nothing, type TemplateResult } from "lit";

import { renderCode } from "../editor/code.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";

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
  return html`<section class="card code-card" aria-label=${messages.text("region-code")}>
    <h3>
      ${messages.text("region-code")}
      <span class="segments" role="group" aria-label=${messages.text("code-language")}>
        ${button("rust", "Rust")}${button("python", "Python")}
      </span>
      <span class="file">${source.file}</span>
    </h3>
    <div class="code-scroller" tabindex="0" role="region" aria-label=${messages.text("region-code")}>
      ${renderCode(source.lines, source.lit)}
    </div>
  </section>`;
}
