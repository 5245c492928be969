// The tabs of a narrow element: code, loop, console and values share one place.

import { html, type TemplateResult } from "lit";

import type { Tab } from "../element/attributes.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";

/** The tabs in their order, each with the key of its name. */
const TABS: [Tab, string][] = [
  ["code", "tab-code"],
  ["loop", "tab-loop"],
  ["console", "tab-console"],
  ["values", "tab-values"],
];

/** By how many tabs a key moves. */
const MOVES: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

export function renderTabs(host: Host, messages: Messages): TemplateResult {
  // A program of one's own has no values.
  const tabs = host.given.program ? TABS.filter(([tab]) => tab !== "values") : TABS;
  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(([tab]) => tab === host.tab);
    const [tab] = tabs.at((at + by) % tabs.length) ?? TABS[0]!;
    host.showTab(tab);
    const list = event.currentTarget as HTMLElement;
    void host.updateComplete.then(() => list.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${messages.text("tabs")} @keydown=${move}>
    ${tabs.map(
      ([tab, key]) => html`<button
        type="button"
        role="tab"
        aria-selected=${tab === host.tab}
        tabindex=${tab === host.tab ? 0 : -1}
        @click=${() => host.showTab(tab)}
      >${messages.text(key)}</button>`,
    )}
  </div>`;
}
