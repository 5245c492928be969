// Whether an element is in a narrow place, or on the low screen of a phone on its side; what it looks like
// there is loaded then.

import type { ReactiveController } from "lit";

import { adopt } from "../styles/adopt.ts";
import type { Host } from "./host.ts";

/** Below these sizes a screen, or an element, is that of a phone. */
const [WIDTH_PX, HEIGHT_PX] = [700, 500];

export class Narrowness implements ReactiveController {
  readonly #observer = new ResizeObserver(() => {
    const before = this.isNarrow;
    this.#widthPx = this.host.clientWidth;
    if (this.isNarrow !== before) this.host.requestUpdate();
    void this.meet();
  });
  /** How wide the element was when that changed last: to ask the element itself lays out the page. */
  #widthPx: number | undefined;
  #loading: Promise<void> | undefined;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  get isNarrow(): boolean {
    this.#widthPx ??= this.host.clientWidth;
    return this.#widthPx <= WIDTH_PX || window.innerHeight <= HEIGHT_PX;
  }

  hostConnected(): void {
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#widthPx = undefined;
  }

  /** Loads the styles if they are needed. Without them an element is as in a wide place. */
  async meet(): Promise<void> {
    if (!this.isNarrow) return;
    this.#loading ??= import("../styles/narrow.ts").then(({ narrow }) => adopt(this.host, narrow));
    await this.#loading.catch(() => (this.#loading = undefined));
  }
}
