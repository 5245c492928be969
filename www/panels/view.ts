// What an element looks like: templates over its state, without state of their own.

import { html, nothing, type TemplateResult } from "lit";

import { renderCode } from "../editor/code.ts";
import { legendColors, type Summary } from "../element/engine.ts";
import { renderBeside, renderCompareChoice } from "../element/comparison.ts";
import { renderFacts } from "./tooltip.ts";
import { icons } from "./icons.ts";
import { onKey } from "./keys.ts";
import type { Messages } from "../element/messages.ts";
import { renderParameters, renderUndo } from "../editor/fields.ts";
import { renderKeys, renderZoom } from "./toolbar.ts";
import type { InterleavePlayground } from "../element/playground.ts";

type Host = InterleavePlayground;

const SPEEDS = ["0.1", "0.25", "0.5", "1", "2", "5", "10", "100"];

/** The console shows this many lines; a longer one says how many there are more. */
const LINES_MAX = 500;

export function renderPlayground(host: Host): TemplateResult {
  const { messages, currentLesson } = host;
  if (host.failure !== null || !messages || !currentLesson) return renderLoading(host);
  const full = host.view !== "compact" && host.view !== "timeline";
  const notices = [...host.notices, ...(host.extras.notice === null ? [] : [host.extras.notice])];
  return html`${notices.length > 0 ? html`<p class="notice" role="alert" lang=${messages.language}>${notices.join(" ")}</p>` : nothing}
    <div class="playground view-${host.view}" lang=${messages.language}>
    <div class="side">${full ? renderSource(host, messages) : nothing}
    ${host.view === "timeline"
      ? nothing
      : html`<section class="card parameters-card" aria-label=${messages.text("region-parameters")}>
          <h3>
            ${messages.text("region-parameters")}
            ${renderUndo(host.editing, messages)}
            ${Object.keys(host.params).length > 0 || host.refusals.length > 0
              ? html`<button type="button" class="quiet" @click=${() => host.editing.reset()}>
                  ${icons.reset} ${messages.text("reset")}
                </button>`
              : nothing}
          </h3>
          <div class="parameters" @change=${() => host.editing.history.settle()}>${renderParameters(fieldsOf(host, messages))}</div>
        </section>`}</div>
    ${renderTimeline(host, messages)} ${renderTelling(host, messages)}
    ${full
      ? html`${renderConsole(host, messages)} ${renderLoop(host, messages)} ${host.extras.renderStatistics(messages)}
          ${host.extras.renderTranscript(messages)}`
      : nothing}
  </div>`;
}

function renderLoading(host: Host): TemplateResult {
  // Until everything is there readers see what the author put between the tags.
  const failed =
    host.messages?.text("error-load", { message: host.failure ?? "" }) ??
    `Interleave could not be loaded: ${host.failure}. Reload the page to try again.`;
  return html`<slot></slot>${host.failure === null
      ? nothing
      : html`<p class="notice" role="alert">${failed}</p>`}`;
}

function renderSource(host: Host, messages: Messages): TemplateResult | typeof nothing {
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

function fieldsOf(host: Host, messages: Messages) {
  const parameters = host.currentLesson?.parameters ?? [];
  const drafts = Object.fromEntries(
    parameters.map(({ name }) => [name, host.drafts[name] ?? host.defaultOf(name)]),
  );
  const change = (name: string, value: string) => host.editing.change(name, value);
  const lesson = host.currentLesson?.slug ?? "";
  return { messages, lesson, parameters, drafts, refusals: host.refusals, change };
}

// ---- the timeline

function renderTimeline(host: Host, messages: Messages): TemplateResult {
  const { position } = host;
  const said = host.telling ? messages.say(host.telling.phrases) : "";
  const end = messages.seconds(position?.endSeconds ?? 0);
  const description = messages.text("timeline-description", {
    tasks: host.telling?.tasks ?? 0,
    time: end,
    said,
  });
  return html`<section class="card timeline-card" aria-label=${messages.text("region-timeline")}>
    <h3>
      ${messages.text("region-timeline")} ${host.extras.renderName(messages)}
      <span class="choices zoom">${renderZoom(host, messages)}</span>
      <span class="choices">${renderAxis(host, messages)} ${renderClock(host, messages)}</span>
    </h3>
    <div
      class="stage"
      role="slider"
      tabindex="0"
      aria-label=${messages.text("region-timeline")}
      aria-description=${messages.text("timeline-keys")}
      aria-valuemin="0"
      aria-valuemax=${position?.endSeconds ?? 0}
      aria-valuenow=${position?.seconds ?? 0}
      aria-valuetext="${messages.seconds(position?.seconds ?? 0)}. ${said || description}"
      @keydown=${(event: KeyboardEvent) => onKey(host, event)}
      @dragover=${host.extras.dragged}
      @dragleave=${host.extras.dragged}
      @drop=${host.extras.dropped}
    >
      <div class="scroller">
        <canvas height="0"></canvas>
        <div class="spacer"></div>
      </div>
      ${renderFacts(host, messages)}
      ${host.hasRun
        ? nothing
        : host.isRunning
          ? html`<p class="start muted" role="status">${messages.text("first-step")}</p>`
          : html`<button type="button" class="primary start" @click=${() => host.toggleRun()}>
            ${icons.play} ${messages.text("run")}
          </button>`}
    </div>
    ${renderBeside(host, messages)} ${renderKeys(messages)}
  </section>`;
}

function renderAxis(host: Host, messages: Messages): TemplateResult {
  const axes = ["elastic", "time", "order"];
  return html`<label class="choice"
    >${messages.text("axis")}
    <select
      @change=${(event: Event) => {
        host.axis = (event.target as HTMLSelectElement).value;
      }}
    >
      ${axes.map(
        (axis) =>
          html`<option value=${axis} ?selected=${axis === host.shownAxis}>
            ${messages.text(`axis-${axis}`)}
          </option>`,
      )}
    </select></label
  >`;
}

function renderClock(host: Host, messages: Messages): TemplateResult {
  const button = (clock: "simulated" | "live") =>
    html`<button
      type="button"
      aria-pressed=${host.clock === clock}
      title=${messages.text(`clock-${clock}-help`)}
      @click=${() => {
        host.stop();
        host.clock = clock;
      }}
    >
      ${messages.text(`clock-${clock}`)}
    </button>`;
  return html`<span class="segments" role="group" aria-label=${messages.text("clock")}>
    ${button("simulated")}${button("live")}
  </span>`;
}

// ---- what is said, and the controls

function renderTelling(host: Host, messages: Messages): TemplateResult {
  const { position, telling } = host;
  return html`<section class="card telling-card">
    ${renderLegend(host, messages)} ${renderControls(host, messages)}
    <div class="telling" aria-live=${host.isPlaying || host.isRunning ? "off" : "polite"}>
      <p class="when">
        ${position && position.steps > 0
          ? html`${messages.seconds(position.seconds)} ·
            ${messages.text("position", { step: position.step, steps: position.steps })}`
          : nothing}
      </p>
      <p class="said">${telling ? messages.say(telling.phrases) : nothing}</p>
    </div>
  </section>`;
}

function renderLegend(host: Host, messages: Messages): TemplateResult {
  const colors = legendColors(host.shownTheme) as Record<string, string>;
  const states = host.telling?.looks ?? ["running", "ready", "sleeping", "waiting"];
  // Where a task blocks the loop there is one band, and no column to explain.
  const opens = host.shownAxis === "elastic" && !states.includes("blocking");
  return html`<ul class="legend">
    ${states.map(
      (state) =>
        html`<li>
          <i class=${state} style="--ink:${colors[state] ?? ""}"></i>${messages.text(`legend-${state}`)}
        </li>`,
    )}
    ${(host.telling?.signs ?? []).map(
      (sign) =>
        html`<li>
          <span style="color:${colors[sign] ?? ""}">${icons[sign]}</span>
          ${messages.text(`legend-${sign}`)}
        </li>`,
    )}
    ${opens ? html`<li class="moment">${messages.text("legend-moment")}</li>` : nothing}
  </ul>`;
}

function renderControls(host: Host, messages: Messages): TemplateResult {
  const { position } = host;
  const button = (key: string, icon: unknown, click: () => void) =>
    html`<button type="button" class="icon" aria-label=${messages.text(key)} title=${messages.text(key)}
      ?disabled=${!host.hasRun} @click=${click}>${icon}</button>`;
  const playing = host.isPlaying;
  // A simulated run is hardly ever seen to go on; one of many tasks is.
  const stops = host.isRunning && !host.isLive;
  return html`<div class="controls">
    ${host.isLive
      ? html`<button type="button" class="primary" @click=${() => host.toggleRun()}>
          ${host.isRunning ? icons.stop : icons.play} ${messages.text(host.isRunning ? "stop" : "run")}
        </button>`
      : nothing}
    ${button("to-start", icons.toStart, () => host.toStart())}
    ${button("step-back", icons.stepBack, () => host.stepBack())}
    <button
      type="button"
      class=${host.isLive ? "play" : "primary play"}
      ?disabled=${host.isLive && host.isRunning}
      @click=${() => (stops ? host.stop() : host.togglePlay())}
    >
      ${stops ? icons.stop : playing ? icons.pause : icons.play}
      ${messages.text(stops ? "stop" : playing ? "pause" : "play")}
    </button>
    ${button("step-forward", icons.stepForward, () => host.stepForward())}
    ${button("to-end", icons.toEnd, () => host.toEnd())}
    <label class="choice"
      ><span class="hidden">${messages.text("speed")}</span>
      <select
        title=${messages.text(host.isLive && host.currentLesson?.fetches ? "speed-fixed" : "speed")}
        @change=${(event: Event) => {
          host.speed = (event.target as HTMLSelectElement).value;
        }}
      >
        ${(SPEEDS.includes(String(host.speed)) ? SPEEDS : [...SPEEDS, String(host.shownSpeed)]).map(
          (speed) =>
            html`<option value=${speed} ?selected=${Number(speed) === host.shownSpeed}>
              ${messages.text("speed-value", { speed })}
            </option>`,
        )}
      </select></label
    >
    ${renderCompareChoice(host, messages)}
    <span class="time"
      >${host.isRunning
        ? messages.seconds(position?.seconds ?? 0)
        : messages.text("time-of", {
            now: messages.seconds(position?.seconds ?? 0),
            end: messages.seconds(position?.endSeconds ?? 0),
          })}</span
    >
    ${host.extras.renderExport(messages)}
  </div>`;
}

// ---- the console

function renderConsole(host: Host, messages: Messages): TemplateResult {
  const printed = host.lines.slice(0, host.position?.printed ?? 0);
  const shown = printed.slice(-LINES_MAX);
  const more = printed.length - shown.length;
  return html`<section class="card console-card" aria-label=${messages.text("region-console")}>
    <h3>${messages.text("region-console")}${renderWallTime(host, messages)}</h3>
    <div class="console" tabindex="0" role="region" aria-label=${messages.text("region-console")}>
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
      ${renderOutcome(host, messages)}
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
  const url = /(https?:\/\/\S+\.(?:svg|png|jpe?g|webp|gif))$/i.exec(text)?.[1];
  if (!url) return nothing;
  const source = host.recordedPicture(url) || url;
  const alt = messages.text("poster-of", { text: text.slice(0, -url.length).trim() });
  return html`<img src=${source} alt=${alt} loading="lazy" width="40" height="60" />`;
}

function renderOutcome(host: Host, messages: Messages): TemplateResult | typeof nothing {
  const error = host.summary?.error;
  if (!error || !host.position?.atEnd) return nothing;
  return html`<p class="refusal" role="alert">${errorText(messages, error)}</p>`;
}

export function errorText(messages: Messages, error: NonNullable<Summary["error"]>): string {
  const { kind, message, about } = error;
  return (
    messages.maybe(`error-${kind}`, { about: about ?? "", message }) ??
    messages.text("error-other", { kind, message })
  );
}

// ---- the inside of the loop

function renderLoop(host: Host, messages: Messages): TemplateResult {
  const { telling } = host;
  const chip = (text: unknown) => html`<span class="chip">${text}</span>`;
  const row = (key: string, chips: TemplateResult[]) =>
    html`<dt>${messages.text(key)}</dt>
      <dd>${chips.length > 0 ? chips : html`<span class="muted">${messages.text("loop-nobody")}</span>`}</dd>`;
  return html`<section class="card loop-card" aria-label=${messages.text("region-loop")} aria-busy=${telling?.isRough ?? false}>
    <h3>${messages.text("region-loop")}</h3>
    <div class="inside" tabindex="0" role="region" aria-label=${messages.text("region-loop")}><dl>
      ${row("loop-running", telling?.running ? [chip(telling.running)] : [])}
      ${row("loop-ready", firstOf(telling?.ready ?? []).map(chip))}
      ${row(
        "loop-timers",
        firstOf(telling?.timers ?? []).map(([until, task]) =>
          chip(html`${messages.seconds(until)} <span class="muted">${task}</span>`),
        ),
      )}
      ${row(
        "loop-waiting",
        firstOf(telling?.waiting ?? []).map(([task, state]) =>
          chip(html`${task} <span class="muted">${messages.text(state.key, state.args)}</span>`),
        ),
      )}
      ${telling && telling.queues.length > 0
        ? row("loop-queue", telling.queues.map((count) => chip(messages.text("loop-items", { count }))))
        : nothing}
      ${telling && telling.threads.length > 0
        ? row(
            "loop-threads",
            firstOf(telling.threads).map(([thread, task]) =>
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
