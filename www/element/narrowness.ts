// Whether an element is in a narrow place, or on the low screen of a phone on its side; what it looks like
// there is loaded then.

import type { ReactiveController } from "lit";

import { sizedAs, usualPx } from "../panels/text_scale.ts";
import { adopt } from "../styles/adopt.ts";
import type { Host } from "./host.ts";

/** Below these sizes a screen, or an element, is that of a phone: the width is that of so many letters. */
const [WIDTH_EM, HEIGHT_PX] = [43.75, 500];

export class Narrowness implements ReactiveController {
  readonly #observer = new ResizeObserver(() => {
    this.#widthPx = this.#measured;
    if (this.isNarrow !== this.#rendered) this.host.requestUpdate();
    void this.meet();
  });
  /** What is inside of the element: it has a width whatever a page makes of the element. */
  #shell: Element | null = null;
  /** How wide the element was when that changed last: to ask the element itself lays out the page. */
  #widthPx: number | undefined;
  /** Whether it was narrow when it was rendered last. */
  #rendered = false;
  #loading: Promise<void> | undefined;
  /** The tabs, which an element has in such a place. */
  renderTabs: typeof import("../panels/tabs.ts").renderTabs | undefined;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  get isNarrow(): boolean {
    this.#widthPx ??= this.#measured;
    return this.#widthPx <= WIDTH_EM * usualPx() || window.innerHeight <= HEIGHT_PX;
  }

  get #measured(): number {
    return (this.#shell ?? this.host).clientWidth;
  }

  hostConnected(): void {
    if (!this.#shell) return;
    sizedAs(this.#shell);
    this.#observer.observe(this.#shell);
  }

  hostUpdated(): void {
    this.#rendered = this.isNarrow;
    if (this.#shell) return;
    this.#shell = this.host.renderRoot.querySelector(".shell");
    this.hostConnected();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#widthPx = undefined;
  }

  /** Loads the styles if they are needed. Without them an element is as in a wide place. */
  async meet(): Promise<void> {
    if (!this.isNarrow) return;
    const parts = () => Promise.all([import("../styles/narrow.ts"), import("../panels/tabs.ts")]);
    this.#loading ??= parts().then(([{ narrow }, { renderTabs }]) => {
      this.renderTabs = renderTabs;
      adopt(this.host, narrow);
      this.host.requestUpdate();
    });
    await this.#loading.catch(() => (this.#loading = undefined));
  }
}
