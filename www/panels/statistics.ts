// The statistics of a run: a table of times, the chart of concurrency, and the critical path.
//
// They are loaded and counted when a reader opens them, and over some frames if the tasks are many.

import { html, nothing, type TemplateResult } from "lit";

import { Count, type PathLink, type Summary, type TaskTimes, type TimesTable } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { adopt } from "../styles/adopt.ts";
import { statistics } from "../styles/statistics.ts";

/** The table lists this many tasks, the path this many links. */
const LISTED_MAX = 40;

const CHART_HEIGHT = 64;

export class Statistics {
  isOpen = false;
  /** Whether the path is lit in the picture. */
  isLit = false;
  counted: TimesTable | null = null;
  path: PathLink[] = [];
  #frame = 0;
  #run: Summary | null = null;
  /** What is counted of the run. */
  #count = new Count();

  constructor(readonly element: Host) {
    adopt(element, statistics);
  }

  render(messages: Messages): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    if (!this.element.summary) return html`<p class="muted">${messages.text("statistics-none")}</p>`;
    return renderFigures(this, messages);
  }

  /** Lights the critical path, or puts it out. */
  light(isLit: boolean): void {
    this.isLit = isLit;
    this.element.player?.playground.lightPath(isLit);
    this.element.requestUpdate();
  }

  /** Takes over another run, and counts it if the card is open. */
  update(): void {
    const { summary, player } = this.element;
    if (summary !== this.#run) {
      this.#run = summary;
      this.counted = null;
      this.path = [];
      this.#count.free();
      this.#count = new Count();
      if (summary) player?.playground.lightPath(this.isLit);
    }
    if (this.isOpen && summary && !this.counted) this.#countOn();
    else this.#paint();
  }

  release(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #readPath(): PathLink[] {
    const playground = this.element.player?.playground;
    if (!playground) return [];
    playground.lightPath(true);
    const path = playground.path(LISTED_MAX + 1);
    playground.lightPath(this.isLit);
    return path;
  }

  #countOn(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const playground = this.element.player?.playground;
      if (!playground || !this.element.summary) return;
      const isRough = playground.countSome(this.#count);
      const isRougher = this.#paint();
      if (isRough || isRougher) return this.#countOn();
      this.counted = playground.statistics(this.#count, LISTED_MAX);
      this.path = this.#readPath();
      this.element.requestUpdate();
    });
  }

  /** Paints the chart. Returns whether it is not counted to the end. */
  #paint(): boolean {
    const canvas = this.element.renderRoot.querySelector<HTMLCanvasElement>(".chart");
    const playground = this.element.player?.playground;
    const width = canvas?.parentElement?.clientWidth ?? 0;
    const cx = canvas?.getContext("2d", { alpha: false });
    if (!this.isOpen || !canvas || !cx || !playground || width <= 0) return false;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(CHART_HEIGHT * ratio);
    canvas.style.height = `${CHART_HEIGHT}px`;
    cx.setTransform(ratio, 0, 0, ratio, 0, 0);
    return playground.paintChart(this.#count, cx, width, CHART_HEIGHT, this.element.shownTheme);
  }
}

// ---- what they look like

const COLUMNS = ["steps", "running", "ready", "sleeping", "waiting"] as const;

function renderFigures(figures: Statistics, messages: Messages): TemplateResult {
  const { counted } = figures;
  const { summary } = figures.element;
  const seconds = summary?.seconds ?? 0;
  const most = counted?.mostAtOnce ?? 0;
  const average = counted && seconds > 0 ? counted.sum.alive / seconds : 0;
  // Threads are not tasks.
  const states = (figures.element.moment?.states ?? []).filter((state) => !["working", "idle"].includes(state));
  const said = messages.text("statistics-concurrency", {
    most,
    average: average.toFixed(1),
  });
  return html`<div class="figures">
    <h4>${messages.text("statistics-chart")}</h4>
    <p class="muted">${seconds === 0 ? messages.text("statistics-no-time") : counted ? said : messages.text("loading")}</p>
    <div ?hidden=${seconds === 0}>
      <div class="scale">
        <p class="most muted" aria-hidden="true"><span>${counted ? most : nothing}</span><span>0</span></p>
        <div>
          <canvas class="chart" role="img" aria-label=${said}></canvas>
          <p class="ends muted"><span>${messages.seconds(0)}</span><span>${messages.seconds(seconds)}</span></p>
        </div>
      </div>
      <ul class="legend">${figures.element.renderStates?.(figures.element, messages, states, true)}</ul>
    </div>
    ${renderPath(figures, messages)} ${counted ? renderTable(messages, counted, summary?.taskCount ?? 0) : nothing}
  </div>`;
}

function renderPath(figures: Statistics, messages: Messages): TemplateResult {
  const { path, isLit, element } = figures;
  const more = path.length > LISTED_MAX;
  return html`<h4>
      ${messages.text("statistics-path")}
      <button type="button" aria-pressed=${isLit} @click=${() => figures.light(!isLit)}>
        ${messages.text("statistics-light")}
      </button>
    </h4>
    <p class="muted">${messages.text(path.length > 0 ? "statistics-path-help" : "statistics-path-none")}</p>
    <ol class="path">
      ${path.slice(0, LISTED_MAX).map(
        (link) => html`<li>
          <button type="button" class="quiet" @click=${() => element.seek(link.from)}>${messages.seconds(link.from)}</button>
          <span>${link.task} ${messages.text(link.state.key, link.state.args)}</span>
          <b>${messages.seconds(link.to - link.from)}</b>
        </li>`,
      )}
    </ol>
    ${more ? html`<p class="muted">${messages.text("statistics-path-more")}</p>` : nothing}`;
}

function renderTable(messages: Messages, { tasks, sum }: TimesTable, count: number): TemplateResult {
  const cells = (times: TaskTimes) =>
    COLUMNS.map((name) => html`<td>${name === "steps" ? times.steps : messages.seconds(times[name])}</td>`);
  const more = count - tasks.length;
  return html`<h4>${messages.text("statistics-times")}</h4>
    <div class="table" tabindex="0" role="region" aria-label=${messages.text("statistics-times")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${messages.text("statistics-task")}</th>
            ${COLUMNS.map((name) => html`<th scope="col">${messages.text(`statistics-${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tasks.map((row) => html`<tr><th scope="row">${row.task}</th>${cells(row)}</tr>`)}
          ${more > 0
            ? html`<tr><td class="muted" colspan="6">${messages.text("statistics-more", { count: more })}</td></tr>`
            : nothing}
        </tbody>
        <tfoot>
          <tr><th scope="row">${messages.text("statistics-sum")}</th>${cells(sum)}</tr>
        </tfoot>
      </table>
    </div>`;
}
