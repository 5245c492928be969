// What stands beside a position in the picture: the facts of a span, or the value that is dragged.

import { html, nothing, type TemplateResult } from "lit";

import type { Host } from "../element/host.ts";
import type { PointedSpan } from "../editor/pointed_span.ts";
import type { Messages } from "../element/messages.ts";
import { textScale } from "./text_scale.ts";

/** From the middle of a bar up to the value that is dragged. */
const ABOVE_PX = 52;

export function renderTooltip(host: Host, messages: Messages): TemplateResult {
  const { said, isTold, dragged } = host.edits;
  const text = said && messages.text(said.key, said.args);
  return html`<p class="hidden" role="status">${text}</p>
    ${dragged
      ? renderDragged(dragged, messages)
      : host.facts
        ? renderBeside(host, host.facts, messages)
        : isTold
          ? html`<div class="facts told">${text}</div>`
          : nothing}`;
}

type Dragged = NonNullable<Host["edits"]["dragged"]>;

function renderDragged({ edit: { label: name, seconds }, x, y }: Dragged, messages: Messages): TemplateResult {
  // Above the bar: a finger is below.
  const left = `clamp(4px, ${x * textScale() - 44}px, calc(100% - 130px))`;
  const text = messages.text("edited", { name, seconds: { seconds } });
  return html`<div class="facts dragged" .style=${`left:${left};top:${y * textScale() - ABOVE_PX}px`}>${text}</div>`;
}

function renderBeside(host: Host, { facts, x, y, why }: PointedSpan, messages: Messages): TemplateResult {
  // The line of the code that is shown, in whichever language that is.
  const line = facts.line === null ? 0 : (host.source?.shownLine(facts.line) ?? 0);
  const [from, to] = [messages.seconds(facts.from), messages.seconds(facts.to ?? 0)];
  const when =
    facts.to === null
      ? messages.text("fact-from", { from })
      : from === to
        ? messages.text("fact-at", { at: from })
        : `${messages.text("fact-from-to", { from, to })} · ${messages.seconds(facts.to - facts.from)}`;
  const more = [
    when,
    ...facts.more.map(({ key, args }) => messages.text(key, args)),
    ...(line ? [messages.text("fact-line", { line })] : []),
  ];
  // Beside the pointer, and never over the edge.
  const left = `clamp(4px, ${x * textScale() + 14}px, calc(100% - var(--facts-width) - 4px))`;
  return html`<div class="facts" .style=${`left:${left};top:${y * textScale() + 14}px`}>
    <b>${facts.task}</b> ${messages.text(facts.state.key, facts.state.args)}<br />
    <span class="muted">${more.join(" · ")}</span>
    ${why && html`<p>${messages.text(why.key, why.args)}</p>`}
  </div>`;
}
