// Three hints for the first minute, one after the other: step, drag an end, play. Each goes for good once
// the reader has done what it says.

import type { Messages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";
import { textScale } from "../panels/text_scale.ts";
import type { Tools } from "./make.ts";

/** How far apart the places are at which a handle is looked for, in CSS pixels. */
const [ACROSS_PX, DOWN_PX, TARGET_PX] = [6, 8, 12];

/** How far a hint is from what it points at, and from the edge of the page, in CSS pixels. */
const [APART_PX, EDGE_PX] = [12, 8];

/** Up to this height of the window nothing is hidden by a hint but the code. */
const LOW_PX = 500;

const CLOSE = "M4 4l8 8M12 4l-8 8";

/** What a hint says, and what it points at. */
interface Hint {
  key: string;
  /** Returns the place in the window; null while there is none. */
  place(playground: InterleavePlayground): DOMRect | null;
  /** Says whether the reader has done it. */
  isDone(playground: InterleavePlayground): boolean;
}

function boxOf(playground: InterleavePlayground, selector: string): DOMRect | null {
  const box = playground.renderRoot.querySelector(selector)?.getBoundingClientRect();
  return box && box.width > 0 ? box : null;
}

/** Returns where the lowest end of a sleep is that can be dragged: a hint below it covers no lane. */
function handleOf(playground: InterleavePlayground): DOMRect | null {
  const [box, picture] = [boxOf(playground, "canvas"), playground.player?.playground];
  if (!box || !picture) return null;
  const scale = textScale();
  for (let y = box.height - DOWN_PX / 2; y > 0; y -= DOWN_PX) {
    for (let x = box.width; x > 0; x -= ACROSS_PX) {
      if (picture.hasHandle(x / scale, y / scale, TARGET_PX)) return new DOMRect(box.left + x, box.top + y, 0, 0);
    }
  }
  return null;
}

/** A reader who steps on from a hint, and does not do what it says, has it behind at these steps. */
const [DRAG_UNTIL, PLAY_UNTIL] = [6, 9];

const stepOf = (shown: InterleavePlayground) => shown.position?.step ?? 1;

const HINTS: Hint[] = [
  { key: "hint-step", place: (shown) => boxOf(shown, ".next"), isDone: (shown) => stepOf(shown) > 1 },
  {
    key: "hint-drag",
    place: handleOf,
    isDone: (shown) => Object.keys(shown.params).length > 0 || stepOf(shown) >= DRAG_UNTIL,
  },
  {
    key: "hint-play",
    place: (shown) => boxOf(shown, ".play"),
    isDone: (shown) => shown.isPlaying || stepOf(shown) >= PLAY_UNTIL,
  },
];

export class Hints {
  readonly #card: HTMLElement;
  readonly #released = new AbortController();
  #messages: Messages | undefined;

  constructor(
    readonly playground: InterleavePlayground,
    readonly tools: Tools,
    /** How many of the hints are gone. */
    public gone: number,
    /** Takes over that more of them are gone, and whether all are. */
    readonly went: (gone: number, areAll: boolean) => void,
  ) {
    this.#card = tools.make("div", "hint");
    const { signal } = this.#released;
    const look = () => requestAnimationFrame(() => this.#look());
    this.#card.setAttribute("role", "status");
    document.body.append(this.#card);
    for (const event of ["interleave-step", "interleave-start", "interleave-finish", "click", "pointerup"]) {
      playground.addEventListener(event, look, { signal });
    }
    // Keys that the element takes do not leave it.
    for (const event of ["resize", "keyup"]) window.addEventListener(event, look, { signal, capture: true });
    new ResizeObserver(look).observe(playground);
  }

  /** Shows no hint, until one is to be shown. */
  hide(): void {
    this.#messages = undefined;
    this.#card.hidden = true;
  }

  /** Shows the hint that is next, in a language. */
  show(messages: Messages): void {
    this.#messages = messages;
    this.#look();
  }

  /** Goes on from what the reader has done meanwhile. */
  #look(): void {
    if (this.#released.signal.aborted || !this.#messages) return;
    const hint = HINTS[this.gone];
    if (hint?.isDone(this.playground)) return this.#go(this.gone + 1);
    if (hint) this.#render(hint);
  }

  #go(gone: number): void {
    this.gone = gone;
    this.went(gone, gone >= HINTS.length);
    if (gone < HINTS.length) return this.#look();
    this.#released.abort();
    this.#card.remove();
  }

  #render({ key, place }: Hint): void {
    const [messages, box] = [this.#messages, place(this.playground)];
    this.#card.hidden = box === null || messages === undefined;
    if (!box || !messages) return;
    if (this.#card.dataset["key"] !== key + messages.language) {
      this.#card.dataset["key"] = key + messages.language;
      const { make, icon } = this.tools;
      const close = make("button", "", icon(CLOSE));
      close.type = "button";
      close.setAttribute("aria-label", messages.text("hints-close"));
      close.addEventListener("click", () => this.#go(HINTS.length));
      const number = messages.text("hint-number", { number: this.gone + 1, count: HINTS.length });
      this.#card.replaceChildren(make("span", "", make("b", "", number), " ", messages.text(key)), close);
    }
    this.#lay(box);
  }

  /**
   * Lays the hint below what it points at, or above where there is no room, inside of the page. On a low
   * screen the sentence is above: then it is laid beside.
   */
  #lay(box: DOMRect): void {
    const { style, offsetWidth, offsetHeight } = this.#card;
    const isAbove = box.bottom + APART_PX + offsetHeight > window.innerHeight;
    const isBeside = isAbove && window.innerHeight <= LOW_PX;
    const below = isBeside ? window.innerHeight - offsetHeight - EDGE_PX : box.bottom + APART_PX;
    const top = isAbove && !isBeside ? box.top - APART_PX - offsetHeight : below;
    const middle = isBeside ? window.innerWidth : box.left + box.width / 2;
    const right = document.documentElement.clientWidth - offsetWidth - EDGE_PX;
    const left = Math.max(EDGE_PX, Math.min(right, middle - offsetWidth / 2));
    style.setProperty("left", `${left + window.scrollX}px`);
    style.setProperty("top", `${top + window.scrollY}px`);
    this.#card.classList.toggle("above", isAbove && !isBeside);
    this.#card.classList.toggle("beside", isBeside);
    style.setProperty("--arrow", `${middle - left}px`);
  }
}
