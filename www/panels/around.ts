// What stands around the picture: the sentence with its bar, the program, values, loop, console, legend and tools.
// It is loaded once the picture is drawn.

import type { CSSResult } from "lit";
import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { code } from "../styles/code.ts";
import { colours } from "../styles/colours.ts";
import { controls } from "../styles/controls.ts";
import { extras as cards } from "../styles/extras.ts";
import { panels } from "../styles/panels.ts";
import { parameters } from "../styles/parameters.ts";
import { places } from "../styles/places.ts";
import { rooms } from "../styles/rooms.ts";
import { telling } from "../styles/telling.ts";
import { timeline } from "../styles/timeline.ts";
import { renderConsole } from "./console.ts";
import { renderTools } from "./controls.ts";
import { renderLegend } from "./legend.ts";
import { renderLoop } from "./loop.ts";
import { renderMoment } from "./moment.ts";
import { renderParametersCard } from "./parameters.ts";
import { renderProgram } from "./program.ts";

export { onKey } from "./keys.ts";
export { renderStates } from "./legend.ts";
export { renderTooltip } from "./tooltip.ts";

/** The element's styles, in the order in which they apply. */
export const styles: CSSResult[] = [colours, rooms, controls, code, parameters, timeline, telling, panels, cards, places];

/** What a view has besides the picture, its sentence and the legend. */
const VIEWS: Record<string, { code?: true; values?: true; tools?: true; rest?: true }> = {
  full: { code: true, values: true, tools: true, rest: true },
  article: { code: true },
  compact: { values: true, tools: true },
  timeline: { tools: true },
};

/** Renders what is in the player with the picture. */
export function renderBeside(host: Host, extras: Extras, messages: Messages, view: string): TemplateResult {
  const { given, narrowness } = host;
  const isText = given.program?.run === null;
  const { code, values, rest: full } = VIEWS[view] ?? {};
  return html`${isText ? nothing : renderMoment(host, messages)}
    ${full && !isText && narrowness.isNarrow ? (narrowness.renderTabs?.(host, messages) ?? nothing) : nothing}
    <div class="side">
      ${code || isText ? renderProgram(host, extras, messages) : nothing}
      ${values && !given.program ? renderParametersCard(host, messages) : nothing}
      ${full && !narrowness.isNarrow ? renderAccount() : nothing}
    </div>
    ${full && !isText ? html`${renderLoop(host, messages)} ${renderConsole(host, messages)}` : nothing}`;
}

/** Renders what is below the player. */
export function renderBelow(host: Host, extras: Extras, messages: Messages, view: string): TemplateResult {
  const isText = host.given.program?.run === null;
  const { tools, rest: full } = VIEWS[view] ?? {};
  return html`${full && host.narrowness.isNarrow ? renderAccount() : nothing}
    ${isText
      ? nothing
      : html`<section class="card tools-card" part="tools" aria-label=${messages.text("region-tools")}>
          ${renderLegend(host, messages)} ${tools ? renderTools(host, extras, messages) : nothing}
        </section>`}
    ${full && !isText ? html`${extras.renderStatistics(messages)} ${extras.renderTranscript(messages)}` : nothing}`;
}

/** What a page tells of the lesson has its place beside the picture, and where that is narrow below it. */
function renderAccount(): TemplateResult {
  return html`<div class="account"><slot name="account"></slot></div>`;
}
