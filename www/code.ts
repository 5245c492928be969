// A program's source as lines of coloured words.

import rust from "highlight.js/lib/languages/rust";
import { html, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { createLowlight } from "lowlight";

const lowlight = createLowlight({ rust });

interface Word {
  text: string;
  kind: string;
}

type Nodes = ReturnType<typeof lowlight.highlight>["children"];

/** Splits a source into lines of words. The kinds are highlight.js's, like `hljs-keyword`. */
function coloured(source: string): Word[][] {
  const lines: Word[][] = [[]];
  const add = (nodes: Nodes, kind: string): void => {
    for (const node of nodes) {
      if (node.type === "element") {
        const names = node.properties.className;
        add(node.children as Nodes, Array.isArray(names) ? names.join(" ") : kind);
      } else if (node.type === "text") {
        node.value.split("\n").forEach((text, index) => {
          if (index > 0) lines.push([]);
          if (text) lines.at(-1)?.push({ text, kind });
        });
      }
    }
  };
  add(lowlight.highlight("rust", source).children, "");
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

const known = new Map<string, Word[][]>();

/** Renders a source with one line lit. */
export function renderCode(source: string, lit: number | null): TemplateResult {
  let lines = known.get(source);
  if (!lines) known.set(source, (lines = coloured(source)));
  return html`<ol class="code">
    ${lines.map(
      (words, index) =>
        html`<li
          class=${classMap({ lit: index + 1 === lit })}
          aria-current=${index + 1 === lit ? "step" : "false"}
        ><code>${words.map(({ text, kind }) => (kind ? html`<span class=${kind}>${text}</span>` : text))}${words.length === 0 ? "\n" : ""}</code></li>`,
    )}
  </ol>`;
}

/** Keeps the lit line of a code in view. */
export class LitLine {
  #before: number | null = null;

  /** Scrolls the code, and nothing around it, if another line is lit and not seen. */
  show(root: ParentNode, line: number | null): void {
    if (line === this.#before) return;
    this.#before = line;
    const scroller = root.querySelector<HTMLElement>(".code-scroller");
    const lit = root.querySelector<HTMLElement>(".code .lit");
    if (!scroller || !lit) return;
    const { offsetTop: top, offsetHeight: height } = lit;
    const { scrollTop, clientHeight } = scroller;
    const isSeen = top >= scrollTop && top + height <= scrollTop + clientHeight;
    if (!isSeen) scroller.scrollTop = top - clientHeight / 2;
  }
}
