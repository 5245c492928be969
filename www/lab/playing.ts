// Programs of one's own, as an element plays them: writing, running, stopping.
//
// A picture stays until the next is whole. What is written runs a moment after the last key, if it is a program.

import { html, nothing, type ReactiveController, type TemplateResult } from "lit";

import type { Word } from "../editor/lesson_file.ts";
import type { Summary } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import { late } from "../element/loading.ts";
import type { Messages } from "../element/messages.ts";
import { icons } from "../panels/icons.ts";
import type { Fault } from "../pkg/lab.js";
import { programOf, take } from "../recording/program.ts";
import { adopt } from "../styles/adopt.ts";
import { lab as styles } from "../styles/lab.ts";
import type { Editor } from "./editor.ts";
import { Lab } from "./lab.ts";

/** How long a reader has not written until what is written runs, in milliseconds. */
const PAUSE_MS = 300;

/** How long a run takes until it is said that it goes on, in milliseconds. */
const TOLD_MS = 400;

/** How much of what a program writes to its standard error is shown, in characters. */
const ERRORS_MAX = 20_000;

/** What the editor says, with the keys of the messages that say it. */
const PHRASES = {
  Find: "find",
  Replace: "replace",
  next: "find-next",
  previous: "find-previous",
  all: "find-all",
  "match case": "find-case",
  regexp: "find-expression",
  "by word": "find-words",
  replace: "replace-one",
  "replace all": "replace-all",
  close: "find-close",
  "Fold line": "fold",
  "Unfold line": "unfold",
};

/** A run gave way to another one, or to something else. */
class Left extends Error {
  override message = "something else is shown by now";
}

/** What the element lets this do besides. */
export interface PlayingAccess {
  /** Says something, or nothing any more, above the element. */
  note(notice: string | null): void;
  /** Says why something could not be done. */
  fail(error: unknown): void;
}

export class Playing implements ReactiveController {
  readonly #lab = new Lab();
  #editor: Editor | undefined;
  #Editor: typeof Editor | undefined;
  /** Whether the program can be written. */
  isOpen = false;
  fault: Fault | null = null;
  /** Whether a run has begun that is not over. */
  #isBusy = false;
  #pause = 0;
  #said = 0;

  constructor(
    readonly host: Host,
    readonly access: PlayingAccess,
  ) {
    host.addController(this);
    adopt(host, styles);
  }

  /** Whether something is known of the run that goes on. */
  get hasPart(): boolean {
    return this.#lab.hasPart;
  }

  // ---- running

  /** Runs the program that is shown. Resolves when the run is over, however it ended. */
  async run(): Promise<Summary> {
    window.clearTimeout(this.#pause);
    const { program } = this.host.given;
    if (!program) throw new Error("no program is shown");
    const { file, source } = program;
    this.access.note(null);
    this.#tell("interleave-start", { lesson: program.name });
    this.#begin();
    try {
      const played = await this.#lab.play(file, source);
      // Another run of it may have begun, and something else may be shown by now.
      if (this.#lab.isPlaying || this.host.given.program !== program) throw new Left();
      if ("fault" in played) return this.#refuse(played.fault);
      this.fault = null;
      await this.#show(file, source, played.errors);
      const { player } = this.host;
      if (!player) throw new Left();
      player.open(program.name, [file], played.recording, played.ending, null);
      const summary = await player.whenOver();
      if (played.errors) void this.host.updateComplete.then(() => this.#showErrors());
      return summary;
    } finally {
      if (!this.#lab.isPlaying) this.#end();
    }
  }

  /** Ends the run where it is; what was recorded of it is shown. */
  stop(): void {
    window.clearTimeout(this.#pause);
    this.#lab.stop();
  }

  /** Takes the text that ran as the program that is shown, with what it wrote to its standard error. */
  async #show(file: string, source: string, errors: string): Promise<void> {
    const { given } = this.host;
    const program = await programOf(file, source, { files: [file], params: {} });
    // The reader may have written on meanwhile.
    const written = this.#editor?.text ?? source;
    const shown = errors.length > ERRORS_MAX ? `${errors.slice(0, ERRORS_MAX)}…\n` : errors;
    given.program = { ...program, source: written, isWritten: true, lesson: given.program?.lesson ?? null, errors: shown };
  }

  /** Lets what went wrong be seen below all that was printed. */
  #showErrors(): void {
    const printed = this.host.renderRoot.querySelector(".console");
    printed?.scrollTo({ top: printed.scrollHeight });
  }

  #refuse(fault: Fault): never {
    this.fault = fault;
    this.host.requestUpdate();
    throw new SyntaxError(fault.message);
  }

  #begin(): void {
    this.#isBusy = true;
    window.clearTimeout(this.#said);
    // A short run is over before a reader could read that it goes on.
    this.#said = window.setTimeout(() => this.host.requestUpdate(), TOLD_MS);
    if (!this.host.hasRun) this.host.requestUpdate();
  }

  #end(): void {
    window.clearTimeout(this.#said);
    this.#isBusy = false;
    this.host.requestUpdate();
  }

  #tell(type: string, detail: unknown): void {
    this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  // ---- writing

  /** Lets the reader write: what is shown of a lesson becomes a program. */
  async edit(): Promise<void> {
    const { Editor } = await late("editor", () => import("./editor.ts"));
    this.#Editor = Editor;
    const { given, source, currentLesson } = this.host;
    if (!given.program && source && currentLesson) {
      const text = `${source.lines.map((words) => words.map(textOf).join("")).join("\n").trimEnd()}\n`;
      const program = await programOf(source.file, text, { files: [source.file], params: {} });
      await take(this.host, { ...program, isWritten: true, lesson: currentLesson.slug, errors: "" });
    }
    this.isOpen = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#editor?.focus();
  }

  /** Lets the reader write a program, beginning with a text. */
  async begin(name: string, text: string): Promise<void> {
    const { given, currentLesson } = this.host;
    this.stop();
    const lesson = given.program?.lesson ?? currentLesson?.slug ?? null;
    this.#close();
    await take(this.host, { ...(await programOf(name, text, null)), isWritten: true, lesson, errors: "" });
    this.host.requestUpdate();
    this.host.empty();
    if (this.host.editable) await this.edit();
  }

  /** Leaves what was written for the lesson that it was. */
  back(): void {
    this.stop();
    this.#close();
    this.host.given.leave();
    // The button that was pressed is gone.
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(".code-card .edit")?.focus());
  }

  #close(): void {
    [this.isOpen, this.fault] = [false, null];
    this.#editor?.release();
    this.#editor = undefined;
  }

  #changed(text: string): void {
    const { program } = this.host.given;
    if (!program) return;
    program.source = text;
    window.clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.#runWritten(), PAUSE_MS);
  }

  async #runWritten(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      // What is wrong with the text stands beside it, and what was left is not missed.
      if (!(error instanceof SyntaxError || error instanceof Left)) this.access.fail(error);
    }
  }

  // ---- the life of the element

  hostUpdated(): void {
    const { given, renderRoot } = this.host;
    if (this.isOpen && !given.program) this.#close();
    const parent = renderRoot.querySelector<HTMLElement>(".editor");
    if (!this.isOpen || !parent || !this.#Editor || !given.program) return;
    if (this.#editor && !parent.contains(this.#editor.view.dom)) {
      // What was written was shown elsewhere before.
      parent.append(this.#editor.view.dom);
    }
    this.#editor ??= new this.#Editor(parent, given.program.source, {
      name: this.host.messages?.text("region-code") ?? "",
      phrases: this.#phrases(),
      changed: (text) => this.#changed(text),
      run: () => void this.#runWritten(),
    });
    if (this.#editor.text !== given.program.source) this.#editor.setText(given.program.source);
    this.#editor.mark({ lit: this.fault ? null : (this.host.source?.lit ?? null), fault: this.fault });
  }

  /** What the editor says by itself, in the reader's language. */
  #phrases(): Record<string, string> {
    const { messages } = this.host;
    const said = (key: string) => messages?.text(`program-${key}`) ?? key;
    return Object.fromEntries(Object.entries(PHRASES).map(([phrase, key]) => [phrase, said(key)]));
  }

  hostDisconnected(): void {
    // One that is moved keeps all of it.
    queueMicrotask(() => this.host.isConnected || this.#release());
  }

  #release(): void {
    window.clearTimeout(this.#pause);
    this.#lab.release();
    this.#close();
  }

  // ---- what the panels show

  /** What a reader can do with the program: run it, write it, go back to the lesson. */
  renderActions(messages: Messages): TemplateResult | typeof nothing {
    const { program } = this.host.given;
    if (!program) return nothing;
    const isBusy = this.#isBusy;
    const run = () => {
      // A button that says Run and whose run has begun meanwhile stops nothing.
      if (isBusy) this.stop();
      else if (!this.#isBusy) void this.#runWritten();
    };
    return html`<p class="actions">
      <button type="button" class="primary run" @click=${run}>
        ${isBusy ? icons.stop : icons.play} ${messages.text(isBusy ? "stop" : "program-run")}
      </button>
      ${this.isOpen || !this.host.editable
        ? nothing
        : html`<button type="button" class="edit" @click=${() => void this.edit().catch(this.access.fail)}>${messages.text("program-edit")}</button>`}
      ${program.lesson ? html`<button type="button" class="back-to-lesson" @click=${() => this.back()}>${messages.text("program-back")}</button>` : nothing}
      <span class="progress" role="status">${isBusy ? messages.text(this.#lab.isLoaded ? "program-goes-on" : "program-loading") : nothing}</span>
    </p>
    ${this.fault
      ? html`<p class="refusal" role="alert">${messages.text("program-wrong", { line: this.fault.line, message: this.fault.message })}</p>`
      : nothing}`;
  }

  renderEditor(): TemplateResult {
    return html`<div class="editor" part="editor"></div>`;
  }
}

/** Returns what of a word is in the file. */
function textOf(word: Word): string {
  return typeof word === "string" ? word : word[1].startsWith("inlay") ? "" : word[0];
}
