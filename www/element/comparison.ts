// A second run below the first: what every page loads of it. The rest is loaded when a page first compares.

import { nothing, type TemplateResult } from "lit";

import type { ComparisonAccess, SecondRun } from "../comparing/second_run.ts";
import type { LessonInfo, MomentView, Playground, Refusal } from "./engine.ts";
import type { Host } from "./host.ts";
import { late } from "./loading.ts";
import type { Messages } from "./messages.ts";
import { versionOf } from "./version.ts";

let loaded: typeof import("../comparing/beside.ts") | undefined;

/** Says whether what compares is loaded. */
export function hasComparing(): boolean {
  return loaded !== undefined;
}

/** Loads what compares, once a page. */
export async function loadComparing(): Promise<void> {
  loaded = await late("comparing", () => import("../comparing/beside.ts"));
}

export class Comparison {
  #second: SecondRun | undefined;
  /** What a player asks that walks through both runs. */
  readonly walk = { compared: () => this.playground, lead: () => this.#second?.lead() };

  constructor(
    readonly host: Host,
    readonly access: ComparisonAccess,
  ) {}

  /** The lesson that is compared with, if there is one. */
  get lesson(): LessonInfo | undefined {
    const version = versionOf(this.host.compare);
    return version ? this.host.lessons?.find(({ slug }) => slug === version.lesson) : undefined;
  }

  /** The second picture, once there is something in it. */
  get playground(): Playground | undefined {
    return this.#second?.playground;
  }

  /** How long the compared run took; null before it ended. */
  get seconds(): number | null {
    return this.#second?.seconds ?? null;
  }

  /** What the compared run says at the playhead. */
  get moment(): MomentView | null {
    return this.#second?.moment ?? null;
  }

  /** What is said at the playhead: by the run of which the step is that is shown. */
  get told(): MomentView | null {
    return this.host.position?.ofCompared ? this.moment : this.host.moment;
  }

  /** What is wrong with the values of what is compared with. */
  get refusals(): Refusal[] {
    return this.#second?.refusals ?? [];
  }

  /** Runs what is compared with, if it is another than before; ends it if nothing is. */
  update(): void {
    if (loaded && this.lesson) this.#second ??= new loaded.SecondRun(this.host, this.access);
    this.#second?.update();
  }

  /** Paints the second picture as the first is now. */
  paint(): void {
    this.#second?.paint();
  }

  release(): void {
    this.#second?.release();
  }

  /** Renders the second picture, with its name and the difference. */
  render(messages: Messages): TemplateResult | typeof nothing {
    return loaded && this.lesson ? loaded.renderBeside(this.host, messages) : nothing;
  }
}
