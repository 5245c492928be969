// What an element looks like: templates over its state, without state of their own.

import { html, nothing, type TemplateResult } from "lit";

import type { Extras } from "../element/extras.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { around } from "./loaded.ts";
import { renderTimeline } from "./timeline.ts";

/** The views that an author may choose; the first is the usual one. */
const VIEWS = ["full", "article", "compact", "timeline"];

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
  const view = VIEWS.includes(host.view) ? host.view : "full";
  // Of a program that has not run there is its text, and why.
  const isText = host.given.program?.run === null;
  // What stands around the picture comes with a frame after its first.
  const panels = host.isDrawn || host.isPrinting || isText ? around() : undefined;
  const notices = [...host.notices, ...(extras.notice === null ? [] : [extras.notice])];
  return html`${notices.length > 0 ? html`<p class="notice" part="notice" role="alert" lang=${messages.language}>${notices.join(" ")}</p>` : nothing}
    <div class="playground view-${view}" lang=${messages.language} data-tab=${host.tab}>
    <div class="player">
      <slot name="top"></slot>
      ${renderTimeline(host, extras, messages)} ${panels?.renderBeside(host, extras, messages, view)}
    </div>
    ${panels?.renderBelow(host, extras, messages, view)}
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
