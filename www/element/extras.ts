// What few readers ask for: the statistics, the transcript, the exports, opening a recorded run, and changing
// a value in the code.
// Its code is loaded when a reader asks for one of them.

import { html, nothing, type ReactiveController, type TemplateResult } from "lit";

import type { ExportFormat } from "../export/formats.ts";
import type { CodeValues } from "../editor/code_values.ts";
import type { Exports } from "../export/menu.ts";
import { icons } from "../panels/icons.ts";
import { loadHands, loadLate } from "./engine.ts";
import type { Host } from "./host.ts";
import { Gone, late, Missing } from "./loading.ts";
import { LATE } from "./message_parts.ts";
import type { Messages } from "./messages.ts";
import type { Asked } from "../recording/given.ts";
import type { Statistics } from "../panels/statistics.ts";
import type { Transcript } from "../panels/transcript.ts";
import type { Playing } from "../lab/playing.ts";

/** What a card shows once it is open. */
interface Part {
  isOpen: boolean;
  render(messages: Messages): TemplateResult | typeof nothing;
}

/** How long an element is shown before what prints it is loaded, in milliseconds. */
const PAPER_MS = 2000;

export class Extras implements ReactiveController {
  #statistics: Statistics | undefined;
  #transcript: Transcript | undefined;
  #exports: Exports | undefined;
  /** What changes values in the code, once a pointer or the focus was on one. */
  codeValues: CodeValues | undefined;
  #codeValues: Promise<void> | undefined;
  #renderKeys: ((messages: Messages) => TemplateResult) | undefined;
  /** Whether what prepares the element for paper is loaded, or is to be soon. */
  #isPrepared = false;
  /** The menu of exports, once it was opened. */
  #menu: Exports | undefined;

  /** What plays programs, once there was one. */
  lab: Playing | undefined;

  /** Why a file could not be written or opened. */
  notice: string | null = null;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.#statistics?.update();
    this.#transcript?.show();
    // A browser that prints waits for nothing, and the first view not for what prints.
    if (!this.host.messages || this.#isPrepared) return;
    this.#isPrepared = true;
    AbortSignal.timeout(PAPER_MS).addEventListener("abort", () => void this.#loadPaper());
  }

  hostDisconnected(): void {
    this.#statistics?.release();
  }

  /** Writes the run as a file. */
  async exportAs(format: ExportFormat): Promise<Blob> {
    return (await this.#loadExports()).exportAs(format);
  }

  /** Shows the run that a file holds; if it holds none, the run before stays. */
  async open(file: Blob): Promise<void> {
    await (await this.#loadExports()).open(file);
  }

  /** Shows what is asked for in place of a lesson; if that cannot be, what is shown stays, and it is said why. */
  async show(asked: Asked): Promise<void> {
    try {
      const [{ show }] = await Promise.all([late("recording", () => import("../recording/show.ts")), this.#loadRare(), this.host.surround()]);
      await show(this.host, asked);
      this.note(null);
    } catch (error) {
      if (!this.host.given.isAsked(asked)) return;
      if (error instanceof Missing) return this.miss(() => void this.show(asked));
      this.fail(error);
    }
  }

  /** Loads what plays programs. */
  async loadLab(): Promise<Playing> {
    const [{ Playing }] = await Promise.all([late("lab", () => import("../lab/playing.ts")), this.#loadRare()]);
    return (this.lab ??= new Playing(this.host, this));
  }

  /** Lets the reader change the program. */
  readonly edit = (): void => void this.loadLab().then((lab) => lab.edit()).catch(this.fail);

  /** Says something, or nothing any more, above the element. */
  note(notice: string | null): void {
    this.notice = notice;
    this.host.requestUpdate();
    if (notice === null) return;
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector(".notice")?.scrollIntoView({ block: "nearest" }),
    );
  }

  /**
   * Says that a part could not be loaded, and tries again once the reader is online; what stands stays. A part
   * that is gone comes with the page that is there now.
   */
  miss(error: unknown, retry?: () => void): void {
    const isGone = error instanceof Gone;
    const said = this.host.messages?.text(isGone ? "part-gone" : "part-missing") ?? null;
    this.note(said);
    if (isGone) return;
    const again = () => {
      if (this.notice === said) this.note(null);
      retry?.();
    };
    window.addEventListener("online", again, { once: true });
  }

  /** Says why something that a reader asked for could not be done. */
  readonly fail = (error: unknown): void => {
    if (error instanceof Missing) this.miss(error);
    else this.note(error instanceof Error ? error.message : String(error));
    // What was refused has a name for programs; an error of the browser has a number.
    const { code, message } = error as { code?: unknown; message?: string };
    if (typeof code !== "string") return;
    this.host.dispatchEvent(new CustomEvent("interleave-error", { detail: { code, message }, bubbles: true, composed: true }));
  };

  /** Waits for what a reader asked for. Returns whether it is done; if not, it is said why. */
  async tried(doing: Promise<unknown>): Promise<boolean> {
    try {
      await doing;
      this.note(null);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  // ---- what the view shows

  renderStatistics(messages: Messages): TemplateResult {
    const load = async () => {
      const [{ Statistics }] = await Promise.all([late("statistics", () => import("../panels/statistics.ts")), loadLate()]);
      return (this.#statistics ??= new Statistics(this.host));
    };
    return this.#renderCard("figures", messages.text("region-statistics"), messages, this.#statistics, load);
  }

  renderTranscript(messages: Messages): TemplateResult {
    const load = async () =>
      (this.#transcript ??= new (await late("transcript", () => import("../panels/transcript.ts"))).Transcript(this.host));
    return this.#renderCard("transcript", messages.text("region-transcript"), messages, this.#transcript, load);
  }

  /** The list of keys, over the page until it is closed. */
  renderKeys(messages: Messages): TemplateResult {
    const load = async () => {
      this.#renderKeys ??= (await late("keys", () => import("../panels/key_list.ts"))).renderKeys;
      this.host.requestUpdate();
    };
    const fail = (error: unknown) => this.fail(error);
    return html`<div class="keys" id="keys" popover role="dialog" aria-label=${messages.text("keys-title")}
      @beforetoggle=${() => void load().catch(fail)}>${this.#renderKeys?.(messages) ?? nothing}</div>`;
  }

  /** A card that is closed until a reader opens it, and empty until what is in it was loaded. */
  #renderCard(
    name: string,
    title: string,
    messages: Messages,
    part: Part | undefined,
    load: () => Promise<Part>,
  ): TemplateResult {
    const toggled = (event: Event) => void this.#toggle(event.target as HTMLDetailsElement, load);
    return html`<section class="card ${name}-card" part=${name} aria-label=${title}>
      <details @toggle=${toggled}>
        <summary><h3>${icons.stepForward} ${title}</h3></summary>
        ${part?.render(messages) ?? nothing}
      </details>
    </section>`;
  }

  renderExport(messages: Messages): TemplateResult {
    const name = messages.text("export");
    return html`<button type="button" class="icon export" aria-label=${name} title=${name} aria-haspopup="menu"
        aria-expanded=${this.#menu?.isOpen ?? false}
        @click=${(event: Event) => void this.#openMenu(event.currentTarget as HTMLElement)}>
        ${icons.export}
      </button>
      ${this.#menu?.render(messages) ?? nothing}`;
  }

  /** Returns the name of the file whose run is shown, if it is one. */
  renderName(messages: Messages): TemplateResult | typeof nothing {
    const file = this.host.player?.file;
    return file ? html`<span class="file">${messages.text("recorded-run", { file })}</span>` : nothing;
  }

  /** Lets a file be dropped. */
  readonly dragged = (event: DragEvent): void => {
    const hasFile = event.dataTransfer?.types.includes("Files") ?? false;
    (event.currentTarget as Element).classList.toggle("dropping", hasFile && event.type === "dragover");
    if (hasFile) event.preventDefault();
  };

  readonly dropped = (event: DragEvent): void => {
    this.dragged(event);
    const file = event.dataTransfer?.files[0];
    if (file) this.open(file).catch((error: unknown) => this.fail(error));
  };

  /** Takes what happens to a value in the code. */
  readonly onCode = (event: Event): void => {
    const value = (event.target as Element).closest<HTMLElement>("[data-value]");
    if (!value) return;
    const take = () => this.codeValues?.take(event, value);
    if (this.codeValues) return take();
    this.#codeValues ??= late("code values", () => import("../editor/code_values.ts")).then(({ CodeValues }) => {
      this.codeValues = new CodeValues(this.host);
    });
    // A press is over by the time; the click that follows it is not.
    this.#codeValues.then(() => event.type !== "pointerdown" && take()).catch((error: unknown) => {
      this.#codeValues = undefined;
      this.fail(error);
    });
  };

  // ---- loading

  async #toggle(details: HTMLDetailsElement, load: () => Promise<Part>): Promise<void> {
    try {
      await this.#loadRare();
      const part = await load();
      part.isOpen = details.open;
      this.note(null);
      this.host.requestUpdate();
    } catch (error) {
      details.open = false;
      this.fail(error);
    }
  }

  async #openMenu(button: HTMLElement): Promise<void> {
    try {
      this.#menu = await this.#loadExports();
      this.note(null);
      this.host.requestUpdate();
      await this.host.updateComplete;
      this.#menu.toggle(button);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Loads what prepares the element for paper; while that fails, later. */
  async #loadPaper(): Promise<void> {
    try {
      if (!this.host.isConnected) throw new Error("the element was removed");
      const [{ Paper }] = await Promise.all([late("paper", () => import("../export/paper.ts")), loadHands(), this.host.surround()]);
      new Paper(this.host);
    } catch {
      this.#isPrepared = false;
    }
  }

  /** Loads what is said in what few readers ask for, and the code behind it. */
  async #loadRare(): Promise<void> {
    const { messages } = this.host;
    await Promise.all([messages?.loadMore("rare"), messages?.loadMore(LATE), loadLate()]);
  }

  async #loadExports(): Promise<Exports> {
    const [{ Exports }] = await Promise.all([late("menu", () => import("../export/menu.ts")), this.#loadRare()]);
    this.#exports ??= new Exports(this.host, {
      note: (notice) => this.note(notice),
      fail: (error) => this.fail(error),
      write: async (name, text) => (await this.loadLab()).begin(name, text),
    });
    return this.#exports;
  }
}
