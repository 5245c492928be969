// What an element looks like: templates over its state, without state of their own.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { renderConsole } from "./console.ts";
import { renderTools } from "./controls.ts";
import { renderLegend } from "./legend.ts";
import { renderLoop } from "./loop.ts";
import { renderMoment } from "./moment.ts";
import { renderParametersCard } from "./parameters.ts";
import { renderProgram } from "./program.ts";
import { renderTimeline } from "./timeline.ts";

/** What a view has besides the picture, its sentence and the legend. */
const VIEWS: Record<string, { code?: true; values?: true; tools?: true; rest?: true }> = {
  full: { code: true, values: true, tools: true, rest: true },
  article: { code: true },
  compact: { values: true, tools: true },
  timeline: { tools: true },
};

export function renderPlayground(host: Host, extras: Extras): TemplateResult {
  const { messages, currentLesson, player, given } = host;
  const isKnown = (currentLesson !== undefined && player !== undefined) || given.program !== null;
  const isThere = host.failure === null && messages !== undefined && isKnown;
  // Until everything is there, and has run if it is to, readers see what the author put between the tags.
  const isAwaited = isThere && host.isAwaited;
  return html`<div class="place" @transitionrun=${host.redress}></div>
    <div class="room"><div>${isThere && !isAwaited ? nothing : html`<slot></slot>`}<div class="shell ${isAwaited ? "awaited" : ""}"
      >${isThere ? renderAll(host, extras, messages) : renderFailure(host, extras)}</div></div></div>`;
}

function renderAll(host: Host, extras: Extras, messages: Messages): TemplateResult {
  const { given } = host;
  const view = host.view in VIEWS ? host.view : "full";
  // Of a program that has not run there is its text, and why.
  const isText = given.program?.run === null;
  // What stands around the picture comes with the frame after its first.
  const whole = host.isDrawn || host.isPrinting || isText;
  const { code, values, tools, rest: full } = (whole && VIEWS[view]) || {};
  // What a page tells of the lesson has its place beside the picture, and where that is narrow below it.
  const account = full ? html`<div class="account"><slot name="account"></slot></div>` : nothing;
  const notices = [...host.notices, ...(extras.notice === null ? [] : [extras.notice])];
  return html`${notices.length > 0 ? html`<p class="notice" part="notice" role="alert" lang=${messages.language}>${notices.join(" ")}</p>` : nothing}
    <div class="playground view-${view}" lang=${messages.language} data-tab=${host.tab}>
    <div class="player">
      <slot name="top"></slot>
      ${renderTimeline(host, extras, messages)}
      ${whole && !isText ? renderMoment(host, messages) : nothing}
      ${full && !isText && host.narrowness.isNarrow ? (host.narrowness.renderTabs?.(host, messages) ?? nothing) : nothing}
      <div class="side">
        ${code || isText ? renderProgram(host, extras, messages) : nothing}
        ${values && !given.program ? renderParametersCard(host, messages) : nothing}
        ${host.narrowness.isNarrow ? nothing : account}
      </div>
      ${full && !isText ? html`${renderLoop(host, messages)} ${renderConsole(host, messages)}` : nothing}
    </div>
    ${host.narrowness.isNarrow ? account : nothing}
    ${whole && !isText
      ? html`<section class="card tools-card" part="tools" aria-label=${messages.text("region-tools")}>
          ${renderLegend(host, messages)} ${tools ? renderTools(host, extras, messages) : nothing}
        </section>`
      : nothing}
    ${full && !isText ? html`${extras.renderStatistics(messages)} ${extras.renderTranscript(messages)}` : nothing}
  </div>`;
}

function renderFailure({ messages, failure }: Host, { notice }: Extras): TemplateResult | typeof nothing {
  if (failure === null && notice === null) return nothing;
  const said =
    failure === null
      ? notice
      : (messages?.text("error-load", { message: failure }) ??
        `Interleave could not be loaded: ${failure}. Reload the page to try again.`);
  return html`<p class="notice" part="notice" role="alert">${said}</p>`;
}
