// Which colours an element is shown in: the reader's, the author's, or those the system insists on.

import type { ReactiveController, ReactiveControllerHost } from "lit";

export type ShownTheme = "light" | "dark" | "forced";

/** Follows the system's colours, and updates its host when they change. */
export class ThemeController implements ReactiveController {
  readonly #dark = window.matchMedia("(prefers-color-scheme: dark)");
  readonly #forced = window.matchMedia("(forced-colors: active)");
  readonly #changed = (): void => this.host.requestUpdate();

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#dark.addEventListener("change", this.#changed);
    this.#forced.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener("change", this.#changed);
    this.#forced.removeEventListener("change", this.#changed);
  }

  /** Returns what is shown where `light`, `dark` or `auto` is asked for. */
  shown(asked: string): ShownTheme {
    if (this.#forced.matches) return "forced";
    if (asked === "light" || asked === "dark") return asked;
    return this.#dark.matches ? "dark" : "light";
  }
}
