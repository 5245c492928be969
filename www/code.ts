// A program's source as lines of coloured words.
//
// Rust is what is shown first; what Python needs is loaded when Python is asked for.

import rust from "highlight.js/lib/languages/rust";
import { html, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { createLowlight } from "lowlight";

const lowlight = createLowlight({ rust });

/** The languages in which a lesson is shown. */
export type Language = "rust" | "python";

/** Loads the colours of Python, and returns the listings of the lessons. */
export async function loadPython(): Promise<Record<string, string>> {
  const { grammar, listings } = await import("./python.ts");
  lowlight.register({ python: grammar });
  return listings;
}

interface Word {
  text: string;
  kind: string;
}

type Nodes = ReturnType<typeof lowlight.highlight>["children"];

/** Splits a source into lines of words. The kinds are highlight.js's, like `hljs-keyword`. */
function coloured(source: string, language: Language): Word[][] {
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
  add(lowlight.highlight(language, source).children, "");
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

const known = new Map<string, Word[][]>();

/** How many sources are kept coloured; a slider makes many of a listing. */
const KNOWN_MAX = 50;

/** Renders a source with one line lit. */
export function renderCode(source: string, language: Language, lit: number | null): TemplateResult {
  let lines = known.get(source);
  if (!lines) {
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(source, (lines = coloured(source, language)));
  }
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
  #before: Element | null = null;

  /** Scrolls the code, and nothing around it, if another line is lit and not seen. */
  show(root: ParentNode): void {
    const scroller = root.querySelector<HTMLElement>(".code-scroller");
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
