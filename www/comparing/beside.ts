// The second run below the first: its picture, its name, and by how much the two differ. Loaded when a reader
// compares.

import { html, nothing, type TemplateResult } from "lit";

import { refusalText } from "../editor/refusal_text.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { titleOf, versionOf } from "../element/version.ts";
import { adopt } from "../styles/adopt.ts";
import { comparison } from "../styles/comparison.ts";
import { icons } from "../panels/icons.ts";

export { SecondRun } from "./second_run.ts";

/** Says by how much the first run is shorter, or longer, than the second. */
function difference(messages: Messages, first: number, second: number): string {
  const [mine, other] = [messages.seconds(first), messages.seconds(second)];
  // As exact as it is written: what looks alike is alike.
  const by = Math.abs(Math.round(first * 100) - Math.round(second * 100)) / 100;
  if (by === 0) return messages.text("compare-same", { mine });
  const key = first < second ? "compare-shorter" : "compare-longer";
  return messages.text(key, { by: messages.seconds(by), mine, other });
}

/** The elements that have the styles. */
const dressed = new WeakSet<ParentNode>();

/** The second picture, with its name and the difference. */
export function renderBeside(host: Host, messages: Messages): TemplateResult | typeof nothing {
  const version = versionOf(host.compare);
  if (!version || !host.lessons?.some(({ slug }) => slug === version.lesson)) return nothing;
  if (!dressed.has(host.renderRoot)) adopt(host, comparison);
  dressed.add(host.renderRoot);
  const title = titleOf(host.lesson, messages, version);
  const [first, second] = [host.summary?.seconds, host.comparison.seconds];
  const { refusals } = host.comparison;
  const wrong = refusals.map((refusal) => refusalText(messages, refusal)).join(" ");
  const said = first === undefined || second === null ? wrong : difference(messages, first, second);
  const { moment } = host.comparison;
  return html`<div class="beside">
    <p class="compared">
      <span>
        <span>${messages.text("compare-with", { title })}</span>
        <b class="difference" role="status">${said}</b>
      </span>
      <button type="button" class="icon" aria-label=${messages.text("compare-end")} title=${messages.text("compare-end")}
        @click=${() => {
          host.compare = "";
        }}>${icons.remove}</button>
    </p>
    <div class="scroller">
      <canvas height="0" role="img" aria-label="${title}. ${said}"></canvas>
      <div class="spacer"></div>
    </div>
    <p class="compared-said">${moment ? messages.say(moment.phrases) : nothing}</p>
  </div>`;
}
