// Which colours an element is shown in: the reader's, the author's, or those the system insists on.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { adopt } from "../styles/adopt.ts";

export type ShownTheme = "light" | "dark" | "forced";

/** Follows the system's colours, and updates its host when they change. */
export class ThemeController implements ReactiveController {
  readonly #dark = window.matchMedia("(prefers-color-scheme: dark)");
  readonly #forced = window.matchMedia("(forced-colors: active)");
  #isDressed = false;
  readonly #changed = (): void => {
    this.#dress();
    this.host.requestUpdate();
  };

  constructor(readonly host: ReactiveControllerHost & { renderRoot: ParentNode }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#dress();
    this.#dark.addEventListener("change", this.#changed);
    this.#forced.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener("change", this.#changed);
    this.#forced.removeEventListener("change", this.#changed);
  }

  /** Loads the styles for colours that the system insists on, if it does. */
  #dress(): void {
    if (this.#isDressed || !this.#forced.matches) return;
    this.#isDressed = true;
    import("../styles/forced.ts").then(
      ({ forced }) => adopt(this.host, forced),
      () => (this.#isDressed = false),
    );
  }

  /** Returns what is shown where `light`, `dark` or `auto` is asked for. */
  shown(asked: string): ShownTheme {
    if (this.#forced.matches) return "forced";
    if (asked === "light" || asked === "dark") return asked;
    return this.#dark.matches ? "dark" : "light";
  }
}
