// The program beside the timeline, and the line of it that is lit.

import { html, type TemplateResult } from "lit";

import type { Word } from "./lesson_file.ts";

/** Renders a value that can be changed where it stands. */
export type RenderValue = (word: Exclude<Word, string>) => TemplateResult;

/** Renders a source with one line lit, and those marked whose spans are under the pointer. */
export function renderCode(
  lines: Word[][],
  lit: number | null,
  pointed: number[],
  renderValue: RenderValue,
): TemplateResult {
  const renderWord = (word: Word): unknown => {
    if (typeof word === "string") return word.split(/(?<=\()/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`));
    const [text, kind, id] = word;
    return id === undefined ? html`<span class=${kind}>${text}</span>` : renderValue(word);
  };
  return html`<ol class="code">
    ${lines.map(
      (words, index) =>
        html`<li
          class="in-${indentOf(words)}${index + 1 === lit ? " lit" : ""}${pointed.includes(index + 1) ? " pointed" : ""}"
          data-line=${index + 1}
          aria-current=${index + 1 === lit ? "step" : "false"}
        ><code>${words.map(renderWord)}${words.length === 0 ? "\n" : ""}</code></li>`,
    )}
  </ol>`;
}

/** Returns how deep a line is indented, in fours of blanks: what is wrapped of it hangs deeper. */
function indentOf([first]: Word[]): number {
  const text = typeof first === "string" ? first : (first?.[0] ?? "");
  return Math.min(8, Math.floor((text.length - text.trimStart().length) / 4));
}

/** Keeps the lit line of a code in view. */
export class LitLine {
  #before: Element | null = null;
  #program = "";
  #scroller: HTMLElement | null = null;
  /** Where the code gets less room, as beside a question, the line may go out of sight. */
  readonly #observer = new ResizeObserver(() => this.#reveal());

  /**
   * Scrolls the code, and nothing around it, if another line is lit and not seen. Another program is
   * shown from its first line.
   */
  show(root: ParentNode, program: string): void {
    const scroller = root.querySelector<HTMLElement>(".code-scroller");
    if (scroller && program !== this.#program) scroller.scrollTop = 0;
    this.#program = program;
    if (scroller !== this.#scroller) {
      this.#observer.disconnect();
      if (scroller) this.#observer.observe(scroller);
      this.#scroller = scroller;
    }
    const lit = root.querySelector<HTMLElement>(".code .lit");
    if (lit === this.#before) return;
    this.#before = lit;
    this.#reveal();
  }

  #reveal(): void {
    const [scroller, lit] = [this.#scroller, this.#scroller?.querySelector<HTMLElement>(".lit")];
    if (!scroller || !lit) return;
    const { offsetTop: top, offsetHeight: height } = lit;
    const { scrollTop, clientHeight } = scroller;
    const isSeen = top >= scrollTop && top + height <= scrollTop + clientHeight;
    // In the middle, but never so low that the end of a wrapped line is out of sight.
    const lowest = top + height - clientHeight;
    if (!isSeen) scroller.scrollTop = Math.min(top, Math.max(top - clientHeight / 2, lowest));
  }
}
