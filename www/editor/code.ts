// The program beside the timeline, and the line of it that is lit.

import { html, nothing, type TemplateResult } from "lit";

import type { Word } from "./lesson_file.ts";

/** Renders a source with one line lit. */
export function renderCode(lines: Word[][], lit: number | null): TemplateResult {
  return html`<ol class="code">
    ${lines.map(
      (words, index) =>
        html`<li
          class=${index + 1 === lit ? "lit" : nothing}
          aria-current=${index + 1 === lit ? "step" : "false"}
        ><code>${words.map(renderWord)}${words.length === 0 ? "\n" : ""}</code></li>`,
    )}
  </ol>`;
}

function renderWord(word: Word): unknown {
  return typeof word === "string" ? word : html`<span class=${word[1]}>${word[0]}</span>`;
}

/** Keeps the lit line of a code in view. */
export class LitLine {
  #before: Element | null = null;
  #program = "";

  /**
   * Scrolls the code, and nothing around it, if another line is lit and not seen. Another program is
   * shown from its first line.
   */
  show(root: ParentNode, program: string): void {
    const scroller = root.querySelector<HTMLElement>(".code-scroller");
    if (scroller && program !== this.#program) scroller.scrollTop = 0;
    this.#program = program;
    const lit = root.querySelector<HTMLElement>(".code .lit");
    if (lit === this.#before) return;
    this.#before = lit;
    if (!scroller || !lit) return;
    const { offsetTop: top, offsetHeight: height } = lit;
    const { scrollTop, clientHeight } = scroller;
    const isSeen = top >= scrollTop && top + height <= scrollTop + clientHeight;
    if (!isSeen) scroller.scrollTop = top - clientHeight / 2;
  }
}
