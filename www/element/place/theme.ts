// Which colours an element is shown in: the reader's, the author's, those of the page, or those that the system
// insists on. Where an author leaves it open, the page's `color-scheme` says it, and without one the system.

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { adopt } from "../../styles/adopt.ts";

export type ShownTheme = "light" | "dark" | "forced";

/** What an author says of the look by custom properties; empty where nothing is said. */
export interface Dress {
  /** The colour of what is chosen, as a CSS colour. */
  accent: string;
  /** The fonts of all texts but code. */
  font: string;
  /** How many times rounder corners are than usual. */
  roundness: number;
}

/** The radius of a card where an author sets none, in CSS pixels. */
const RADIUS_PX = 12;

interface Themed extends ReactiveControllerHost {
  renderRoot: ParentNode;
}

/** Follows the colours of the page and of the system, and updates its host when they change. */
export class ThemeController implements ReactiveController {
  readonly #dark = window.matchMedia("(prefers-color-scheme: dark)");
  readonly #forced = window.matchMedia("(forced-colors: active)");
  #isDressed = false;
  /** What the page says; undefined until it is asked. */
  #scheme: string | undefined;
  #dress: Dress | undefined;
  /** Takes that the system's colours have changed, or what the page says of the look. */
  readonly changed = (): void => {
    this.#scheme = this.#dress = undefined;
    this.#dressForced();
    this.host.requestUpdate();
  };

  constructor(readonly host: Themed & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#scheme = this.#dress = undefined;
    this.#dressForced();
    this.#dark.addEventListener("change", this.changed);
    this.#forced.addEventListener("change", this.changed);
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener("change", this.changed);
    this.#forced.removeEventListener("change", this.changed);
  }

  /** Loads the styles for colours that the system insists on, if it does. */
  #dressForced(): void {
    if (this.#isDressed || !this.#forced.matches) return;
    this.#isDressed = true;
    import("../../styles/forced.ts").then(
      ({ forced }) => adopt(this.host, forced),
      () => (this.#isDressed = false),
    );
  }

  /** Returns what is shown where `light`, `dark` or `auto` is asked for. */
  shown(asked: string): ShownTheme {
    if (this.#forced.matches) return "forced";
    if (asked === "light" || asked === "dark") return asked;
    const says = (this.#scheme ??= this.#ofPage()).match(/\b(?:light|dark)\b/g) ?? [];
    const [scheme, other] = says;
    if (scheme && !other) return scheme as ShownTheme;
    return this.#dark.matches ? "dark" : "light";
  }

  /** Returns the schemes that the page is made for where the element stands. */
  #ofPage(): string {
    const scheme = getComputedStyle(this.host).colorScheme;
    if (scheme && scheme !== "normal") return scheme;
    return document.querySelector<HTMLMetaElement>("meta[name=color-scheme]")?.content ?? "";
  }

  /** What an author says of the look, for what styles do not reach. */
  get dress(): Dress {
    return (this.#dress ??= this.#ofAuthor());
  }

  #ofAuthor(): Dress {
    const shell = this.host.renderRoot.querySelector(".shell");
    if (!shell) return { accent: "", font: "", roundness: 1 };
    const style = getComputedStyle(shell);
    const has = (name: string) => style.getPropertyValue(`--interleave-${name}`).trim() !== "";
    return {
      accent: has("accent") ? style.accentColor : "",
      font: has("font") ? style.fontFamily : "",
      roundness: has("radius") ? (parseFloat(style.borderTopLeftRadius) || 0) / RADIUS_PX : 1,
    };
  }
}
