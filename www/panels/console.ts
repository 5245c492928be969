// The console: what the program printed up to the playhead, and how it ended.

import { html, nothing, type TemplateResult } from "lit";

import { errorText } from "../editor/refusal_text.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";

/** The console shows this many lines; a longer one says how many there are more. */
const LINES_MAX = 500;

export function renderConsole(host: Host, messages: Messages): TemplateResult {
  // On paper are all lines, wherever the playhead stands.
  const printed = host.isPrinting ? host.lines : host.lines.slice(0, host.position?.printed ?? 0);
  const shown = host.isPrinting ? printed : printed.slice(-LINES_MAX);
  const more = printed.length - shown.length;
  return html`<section class="card console-card" part="console" aria-label=${messages.text("region-console")}>
    <h3>${messages.text("region-console")}${renderWallTime(host, messages)}</h3>
    <div class="console" tabindex="0" role="group" aria-label=${messages.text("region-console")}>
      ${more > 0 ? html`<p class="muted">${messages.text("console-more", { count: more })}</p>` : nothing}
      ${shown.length === 0 && !host.summary?.error
        ? html`<p class="muted">${messages.text("console-empty")}</p>`
        : nothing}
      <ol>
        ${shown.map(
          (line) => html`<li class=${line.isLog ? "log" : ""}>
            <span class="moment">${line.seconds.toFixed(2)}</span><span class="text">${line.text}</span>
            ${renderPicture(host, messages, line.text)}
          </li>`,
        )}
      </ol>
      ${renderErrors(host)} ${renderOutcome(host, messages)}
    </div>
  </section>`;
}

function renderWallTime(host: Host, messages: Messages): TemplateResult {
  const { summary } = host;
  return html`<span class="wall-time" aria-live="polite"
    >${summary
      ? html`${summary.outcome === "finished" ? nothing : html`${messages.text(`outcome-${summary.outcome}`)} · `}${messages.text("wall-time")} <b>${messages.seconds(summary.seconds)}</b>`
      : host.isRunning
        ? messages.text("wall-time-running")
        : nothing}</span
  >`;
}

/** Shows the picture whose address ends a line, as a crawl of posters prints them. */
function renderPicture(host: Host, messages: Messages, text: string): TemplateResult | typeof nothing {
  const { currentLesson, isLive, player } = host;
  const url = currentLesson?.fetches && /(https?:\/\/\S+\.(?:svg|png|jpe?g|webp|gif))$/i.exec(text)?.[1];
  if (!url) return nothing;
  // What has not come over the network now is not fetched: a recording may name any address.
  const source = player?.playground.recorded(url) || (isLive && player?.file === null && url);
  if (!source) return nothing;
  const alt = messages.text("poster-of", { text: text.slice(0, -url.length).trim() });
  return html`<img src=${source} alt=${alt} loading="lazy" width="40" height="60" />`;
}

/** What a program has written to its standard error. */
function renderErrors({ given, position, isPrinting }: Host): TemplateResult | typeof nothing {
  const errors = given.program?.errors;
  return errors && (position?.atEnd || isPrinting) ? html`<pre class="errors">${errors}</pre>` : nothing;
}

function renderOutcome(host: Host, messages: Messages): TemplateResult | typeof nothing {
  const error = host.summary?.error;
  if (!error || !(host.position?.atEnd || host.isPrinting)) return nothing;
  return html`<p class="refusal" role="alert">${errorText(messages, error)}</p>`;
}
