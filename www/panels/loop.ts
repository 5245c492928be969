// The inside of the loop at the playhead.

import { html, nothing, type TemplateResult } from "lit";

import type { Message } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";

export function renderLoop(host: Host, messages: Messages): TemplateResult {
  const { moment, loopView } = host;
  const chip = (text: unknown) => html`<span class="chip">${text}</span>`;
  const named = (it: string | Message) => (typeof it === "string" ? it : messages.text(it.key, it.args));
  const row = (key: string, chips: TemplateResult[]) =>
    html`<dt>${messages.text(key)}</dt>
      <dd class=${key}>${chips.length > 0 ? chips : html`<span class="muted">${messages.text("loop-none")}</span>`}</dd>`;
  return html`<section class="card loop-card" part="loop" aria-label=${messages.text("region-loop")} aria-busy=${moment !== null && moment.loopView === null}>
    <h3>${messages.text("region-loop")}</h3>
    <div class="inside" tabindex="0" role="group" aria-label=${messages.text("region-loop")}><dl>
      ${row("loop-running", loopView?.running ? [chip(named(loopView.running))] : [])}
      ${row("loop-ready", firstOf(loopView?.ready ?? []).map((it) => chip(named(it))))}
      ${row(
        "loop-timers",
        firstOf(loopView?.timers ?? []).map(([until, it]) =>
          chip(html`${messages.seconds(until)} <span class="muted">${named(it)}</span>`),
        ),
      )}
      ${row(
        "loop-waiting",
        firstOf(loopView?.waiting ?? []).map(([task, state]) =>
          chip(html`${task} <span class="muted">${messages.text(state.key, state.args)}</span>`),
        ),
      )}
      ${loopView && loopView.queues.length > 0
        ? row("loop-queue", loopView.queues.map((count) => chip(messages.text("loop-items", { count }))))
        : nothing}
      ${loopView && loopView.threads.length > 0
        ? row(
            "loop-threads",
            firstOf(loopView.threads).map(([thread, task]) =>
              chip(html`${thread} <span class="muted">${task ?? messages.text("loop-idle")}</span>`),
            ),
          )
        : nothing}
    </dl></div>
  </section>`;
}

/** A panel lists this many of anything. */
function firstOf<T>(all: T[]): T[] {
  return all.slice(0, 24);
}
