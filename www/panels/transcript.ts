// The transcript: the whole run as a list of sentences, one entry a stop of the playhead.
//
// A run may have a million entries. Only those around one place are in the page, and the list says
// how many there are and which these are. Arrows move in the list; choosing an entry moves the
// playhead; and where the playhead goes, the list goes.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Entry } from "../element/engine.ts";
import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import { adopt } from "../styles/adopt.ts";
import { transcript } from "../styles/transcript.ts";

/** How many entries are in the page. */
const SHOWN = 80;

/** How near to the last of them a reader comes before others are shown. */
const MARGIN = 20;

/** How many entries PageUp and PageDown pass. */
const PAGE = 10;

export class Transcript {
  isOpen = false;
  /** The first entry that is in the page. */
  #first = 0;
  /** The entry that has the focus, or gets it. */
  #cursor = 0;
  /** The entry at the playhead when it was shown last. */
  #playhead = -1;
  /** What is to be done once the list is there. */
  #wish: "nothing" | "reveal" | "focus" = "nothing";
  #known: { key: string; messages: Messages; texts: Map<number, Entry & { said: string }> } | undefined;

  constructor(readonly host: Host) {
    adopt(host, transcript);
  }

  render(messages: Messages): TemplateResult | typeof nothing {
    const { position } = this.host;
    if (!this.isOpen || !position) return nothing;
    if (position.stops === 0) return html`<p class="muted nothing">${messages.text("transcript-empty")}</p>`;
    this.#follow(position.stop);
    const numbers = this.#window(position.stops);
    const entries = this.#entries(messages, numbers, position.stops);
    return html`<ol
      class="transcript"
      aria-label=${messages.text("region-transcript")}
      aria-description=${messages.text("transcript-keys")}
      @keydown=${(event: KeyboardEvent) => this.#key(event, position.stops)}
      @scroll=${(event: Event) => this.#scrolled(event.currentTarget as HTMLElement, position.stops)}
    >
      ${repeat(
        entries,
        ([number]) => number,
        ([number, { seconds, task, said }]) =>
          html`<li
            data-entry=${number}
            aria-setsize=${position.stops}
            aria-posinset=${number + 1}
            aria-current=${number === position.stop ? "step" : nothing}
          >
            <button
              type="button"
              tabindex=${number === this.#cursor ? 0 : -1}
              @click=${() => this.#choose(number)}
            >
              <span class="moment">${messages.seconds(seconds)}</span>
              <span class="task">${task}</span>
              <span class="words">${said}</span>
            </button>
          </li>`,
      )}
    </ol>`;
  }

  /** Scrolls the list, and nothing around it, to where the reader or the playhead went. */
  show(): void {
    const list = this.#list();
    const wish = this.#wish;
    if (!list || wish === "nothing") return;
    this.#wish = "nothing";
    const entry = list.querySelector<HTMLElement>(`[data-entry="${this.#cursor}"]`);
    if (!entry) return;
    reveal(list, entry);
    if (wish === "focus") entry.querySelector("button")?.focus({ preventScroll: true });
  }

  #list(): HTMLElement | null {
    return this.isOpen ? this.host.renderRoot.querySelector<HTMLElement>(".transcript") : null;
  }

  /** Goes where the playhead has gone. */
  #follow(playhead: number): void {
    if (playhead === this.#playhead) return;
    this.#playhead = this.#cursor = playhead;
    // The focus stays in the list if it is there.
    const isInside = this.#list()?.contains((this.host.renderRoot as ShadowRoot).activeElement);
    this.#wish = isInside ? "focus" : "reveal";
  }

  /** Returns the numbers of the entries to be shown: as before, if they go far enough. */
  #window(count: number): number[] {
    const last = Math.max(0, count - SHOWN);
    this.#cursor = Math.min(this.#cursor, count - 1);
    const [before, behind] = [this.#cursor - this.#first, this.#first + SHOWN - 1 - this.#cursor];
    const isNear = (before < MARGIN && this.#first > 0) || (behind < MARGIN && this.#first < last);
    if (isNear || this.#first > last) this.#first = this.#cursor - SHOWN / 2;
    this.#first = Math.min(Math.max(0, this.#first), last);
    return Array.from({ length: Math.min(SHOWN, count) }, (_, index) => this.#first + index);
  }

  /** Reads entries, of which those of a run that is over are kept. */
  #entries(messages: Messages, numbers: number[], count: number): [number, Entry & { said: string }][] {
    const player = this.host.player;
    const key = `${player?.runs} ${count} ${this.host.isRunning}`;
    if (this.#known?.key !== key || this.#known.messages !== messages || this.host.isRunning) {
      this.#known = { key, messages, texts: new Map() };
    }
    const { texts } = this.#known;
    const missing = numbers.filter((number) => !texts.has(number));
    const first = missing[0];
    if (first !== undefined) {
      if (texts.size > 20 * SHOWN) texts.clear();
      const length = texts.size === 0 ? numbers.length : (missing.at(-1) ?? first) - first + 1;
      const from = texts.size === 0 ? (numbers[0] ?? 0) : first;
      const read = player?.playground.entries(from, length) ?? [];
      read.forEach((entry, index) => texts.set(from + index, { ...entry, said: messages.say(entry.phrases) }));
    }
    return numbers.flatMap((number) => {
      const entry = texts.get(number);
      return entry ? [[number, entry] as [number, Entry & { said: string }]] : [];
    });
  }

  #choose(number: number): void {
    this.#cursor = number;
    this.host.player?.move((playground) => playground.goToEntry(number));
  }

  #key(event: KeyboardEvent, count: number): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const ways: Record<string, number> = {
      ArrowDown: this.#cursor + 1,
      ArrowUp: this.#cursor - 1,
      PageDown: this.#cursor + PAGE,
      PageUp: this.#cursor - PAGE,
      Home: 0,
      End: count - 1,
    };
    const to = ways[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#cursor = Math.min(Math.max(0, to), count - 1);
    this.#wish = "focus";
    this.host.requestUpdate();
  }

  /** Shows others where the reader scrolls to the end of those that are there. */
  #scrolled(list: HTMLElement, count: number): void {
    const { scrollTop, scrollHeight, clientHeight } = list;
    const isAtTop = scrollTop < clientHeight / 2 && this.#first > 0;
    const isAtEnd =
      scrollHeight - scrollTop - clientHeight < clientHeight / 2 && this.#first + SHOWN < count;
    if (!isAtTop && !isAtEnd) return;
    const seen = [...list.children].find((entry) => (entry as HTMLElement).offsetTop >= scrollTop);
    if (!(seen instanceof HTMLElement)) return;
    const number = Number(seen.dataset["entry"]);
    const above = seen.offsetTop - scrollTop;
    this.#cursor = number;
    this.#first = number - SHOWN / 2;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const entry = list.querySelector<HTMLElement>(`[data-entry="${number}"]`);
      if (entry) list.scrollTop = entry.offsetTop - above;
    });
  }
}

/** Scrolls a list as little as shows an entry whole. */
function reveal(list: HTMLElement, entry: HTMLElement): void {
  const { offsetTop: top, offsetHeight: height } = entry;
  const { scrollTop, clientHeight } = list;
  if (top >= scrollTop && top + height <= scrollTop + clientHeight) return;
  list.scrollTop = top - Math.max(0, (clientHeight - height) / 2);
}
