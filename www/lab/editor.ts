// The editor of a program: CodeMirror, in the colours of the element.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

import type { Fault } from "../pkg/lab.js";

/** What an editor tells. */
export interface EditorHost {
  /** The text that is shown and heard of it. */
  name: string;
  /** The words for what the editor itself says, by its own. */
  phrases: Record<string, string>;
  /** The text is another. */
  changed(text: string): void;
  /** The reader asks for a run now. */
  run(): void;
}

/** What is lit: a line, from 1; and where the program is wrong. */
interface Marks {
  lit: number | null;
  fault: Fault | null;
}

const setMarks = StateEffect.define<Marks>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let next = shown.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) next = decorated(transaction.state, effect.value);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorated({ doc }: EditorState, { lit, fault }: Marks): DecorationSet {
  const found = [];
  const isThere = (line: number) => line >= 1 && line <= doc.lines;
  if (lit !== null && isThere(lit)) {
    found.push(Decoration.line({ class: "lit", attributes: { "aria-current": "step" } }).range(doc.line(lit).from));
  }
  if (fault) {
    const line = doc.line(Math.min(Math.max(fault.line, 1), doc.lines));
    found.push(Decoration.line({ class: "wrong-line" }).range(line.from));
    const from = Math.min(line.from + Math.max(fault.column - 1, 0), line.to);
    // A place at the end of a line is the last letter of it.
    const [begin, end] = from < line.to ? [from, wordEnd(doc.sliceString(from, line.to), from)] : [Math.max(line.from, line.to - 1), line.to];
    if (begin < end) found.push(Decoration.mark({ class: "wrong" }).range(begin, end));
  }
  return Decoration.set(found, true);
}

function wordEnd(rest: string, from: number): number {
  return from + (/^\w+/.exec(rest)?.[0].length ?? 1);
}

/** The colours that listings have. */
const colours = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], class: "hljs-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "hljs-string" },
  { tag: tags.number, class: "hljs-number" },
  { tag: [tags.bool, tags.null], class: "hljs-literal" },
  { tag: [tags.lineComment, tags.blockComment], class: "hljs-comment" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: "hljs-title" },
]);

export class Editor {
  readonly view: EditorView;
  #marks: Marks = { lit: null, fault: null };

  constructor(parent: HTMLElement, text: string, readonly host: EditorHost) {
    const root = parent.getRootNode() as ShadowRoot;
    this.view = new EditorView({ state: EditorState.create({ doc: text, extensions: this.#extensions() }), parent, root });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Puts another text in place of the one that is there; Undo brings that back. */
  setText(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus(): void {
    this.view.focus();
  }

  /** Lights a line, and keeps it in view; marks where the program is wrong. */
  mark(marks: Marks): void {
    const { lit, fault } = this.#marks;
    if (marks.lit === lit && marks.fault === fault) return;
    this.#marks = marks;
    const effects: StateEffect<unknown>[] = [setMarks.of(marks)];
    const { doc } = this.view.state;
    // While a reader writes, what is seen stays.
    if (marks.lit !== lit && marks.lit !== null && marks.lit <= doc.lines && !this.view.hasFocus) {
      effects.push(EditorView.scrollIntoView(doc.line(marks.lit).from, { y: "nearest", yMargin: 24 }));
    }
    this.view.dispatch({ effects });
  }

  release(): void {
    this.view.destroy();
  }

  #extensions(): Extension {
    const { host } = this;
    const run = () => {
      host.run();
      return true;
    };
    // Escape lets Tab go on to what is next, once.
    let leaves = false;
    const leave = () => {
      leaves = true;
      return false;
    };
    return [
      lineNumbers(),
      foldGutter(),
      history(),
      drawSelection(),
      indentUnit.of("    "),
      indentOnInput(),
      bracketMatching(),
      highlightSelectionMatches(),
      search({ top: true }),
      python(),
      syntaxHighlighting(colours),
      marks,
      EditorView.lineWrapping,
      EditorState.phrases.of(host.phrases),
      EditorView.contentAttributes.of({ "aria-label": host.name, spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
      keymap.of([
        { key: "Mod-Enter", run },
        { key: "Escape", run: leave },
        { ...indentWithTab, run: (view) => !leaves && (indentWithTab.run?.(view) ?? false), shift: (view) => !leaves && (indentWithTab.shift?.(view) ?? false) },
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...defaultKeymap,
      ]),
      EditorView.domEventHandlers({
        focus: () => void (leaves = false),
        // Keys of the element are letters here.
        keydown: (event) => event.stopPropagation(),
        keyup: (event) => void (event.key !== "Escape" && event.key !== "Tab" && event.key !== "Shift" && (leaves = false)),
      }),
      EditorView.updateListener.of((update) => update.docChanged && host.changed(update.state.doc.toString())),
    ];
  }
}
