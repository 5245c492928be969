// The menu of exports: the formats in which a run is written to a file, and the way back.

import { html, nothing, type TemplateResult } from "lit";

import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { icons } from "../panels/icons.ts";
import { openRecording, readyOf } from "../recording/open.ts";
import { adopt } from "../styles/adopt.ts";
import { menu } from "../styles/menu.ts";
import { type ExportFormat, type FormatInfo, formatNamed, formats } from "./formats.ts";
import { write } from "./write.ts";

/** What an element lets only its exports do. */
export interface ExportAccess {
  /** Says something, or nothing any more, above the element. */
  note(notice: string | null): void;
  /** Says why something could not be done. */
  fail(error: unknown): void;
  /** Lets the reader write a program, beginning with a text. */
  write(name: string, text: string): Promise<void>;
}

/** What a new program begins with. */
const NEW = `import asyncio


async def worker(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} is done")


async def main():
    await asyncio.gather(worker("one", 1), worker("two", 2))


asyncio.run(main())
`;

/** The longest program that is opened, in bytes. */
const PROGRAM_BYTES_MAX = 1e6;

export class Exports {
  isOpen = false;

  constructor(
    readonly host: Host,
    readonly access: ExportAccess,
  ) {
    adopt(host, menu);
  }

  // ---- what it does

  /** Writes the run as a file; runs the lesson first if nothing ran yet. */
  async exportAs(name: ExportFormat): Promise<Blob> {
    const format = formatNamed(name);
    const { host } = this;
    if (!host.hasRun && !host.isRunning) await host.run();
    const [player, messages] = readyOf(host);
    if (host.isRunning) throw new Error(messages.text("export-running"));
    return write(format, host, player, messages);
  }

  /** Shows the run or the program that a file holds. One that cannot be shown leaves everything as it was. */
  async open(file: Blob): Promise<void> {
    if (file instanceof File && /\.pyw?$/i.test(file.name)) return this.#openProgram(file);
    await openRecording(this.host, file, file instanceof File ? file.name : "");
    this.access.note(null);
  }

  async #openProgram(file: File): Promise<void> {
    const { messages } = this.host;
    if (file.size > PROGRAM_BYTES_MAX) throw new RangeError(messages?.text("open-large", { file: file.name }));
    const read = new TextDecoder("utf-8", { fatal: true });
    const bytes = await file.arrayBuffer();
    let text;
    try {
      text = read.decode(bytes);
    } catch {
      throw new RangeError(messages?.text("program-unread", { file: file.name }));
    }
    await this.access.write(file.name, text);
    this.access.note(null);
  }

  /** Writes a file and gives it to the reader. */
  async #download({ name, extension }: FormatInfo): Promise<void> {
    this.#give(await this.exportAs(name), extension);
  }

  #give(blob: Blob, extension: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    const { currentLesson, given } = this.host;
    const own = given.program?.name.replace(/\.py$/, "");
    link.download = `${currentLesson?.slug ?? own ?? "run"}.${extension}`;
    link.click();
    // A browser has taken the file over by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** Gives the reader the program that is shown. */
  #save(): void {
    this.#give(new Blob([this.host.given.program?.source ?? ""], { type: "text/x-python" }), "py");
  }

  /** Lets the reader choose a file. */
  #choose(): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,.py,application/json,text/x-python";
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) this.#try(this.open(file));
    });
    input.click();
  }

  #try(doing: Promise<void>): void {
    this.access.note(null);
    doing.catch((error: unknown) => this.access.fail(error));
  }

  // ---- the menu

  render(messages: Messages): TemplateResult {
    const { host } = this;
    const item = (key: string, icon: unknown, isOff: boolean, choose: () => void) =>
      html`<button
        type="button"
        role="menuitem"
        tabindex="-1"
        ?disabled=${isOff}
        @click=${() => {
          this.#close();
          choose();
        }}
      >
        ${icon} ${messages.text(key)}
      </button>`;
    return html`<div
      class="menu"
      popover
      role="menu"
      aria-label=${messages.text("export")}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
      @toggle=${(event: ToggleEvent) => {
        this.isOpen = event.newState === "open";
        host.requestUpdate();
      }}
    >
      ${formats().map((format) =>
        item(`export-${format.name}`, icons.export, host.isRunning, () => this.#try(this.#download(format))),
      )}
      <hr role="separator" />
      ${item("program-new", icons.open, false, () => this.#try(this.access.write("program.py", NEW)))}
      ${host.given.program ? item("program-save", icons.export, false, () => this.#save()) : nothing}
      ${item("open-run", icons.open, false, () => this.#choose())}
    </div>`;
  }

  get #menu(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(".menu");
  }

  /** Opens the menu at its button, or closes it. */
  toggle(button: HTMLElement): void {
    const menu = this.#menu;
    if (!menu?.togglePopover()) return;
    const [place, { offsetWidth: width, offsetHeight: height }] = [button.getBoundingClientRect(), menu];
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(8, Math.min(place.right - width, clientWidth - width - 8));
    const isBelow = place.bottom + height + 12 <= clientHeight || place.top < height + 12;
    menu.style.left = `${left}px`;
    menu.style.top = `${isBelow ? place.bottom + 4 : place.top - height - 4}px`;
    this.#items[0]?.focus();
  }

  #close(): void {
    this.#menu?.hidePopover();
    this.host.renderRoot.querySelector<HTMLElement>(".export")?.focus();
  }

  get #items(): HTMLButtonElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLButtonElement>("button:enabled") ?? [])];
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    } else if (event.key === "Tab" || event.key === "Escape") {
      this.#close();
    }
  }
}
