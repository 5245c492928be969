// Tabs over one panel: arrows go from one to the next, as in every list of tabs.

import type { Tools } from "./make.ts";

export class Tabs {
  readonly list: HTMLElement;
  readonly panel: HTMLElement;
  readonly #tabs: HTMLButtonElement[];

  /** Makes tabs of names and texts; `choose` is told of the one that is chosen. */
  constructor(
    tabs: [name: string, text: string][],
    label: string,
    { make }: Tools,
    readonly choose: (name: string) => void,
  ) {
    this.panel = make("div", "panel");
    [this.panel.id, this.panel.role] = ["embed-panel", "tabpanel"];
    this.#tabs = tabs.map(([name, text]) => {
      const tab = make("button", "", text);
      [tab.type, tab.role, tab.id] = ["button", "tab", `embed-tab-${name}`];
      tab.dataset["name"] = name;
      tab.setAttribute("aria-controls", this.panel.id);
      tab.addEventListener("click", () => this.#select(tab));
      return tab;
    });
    this.list = make("div", "tabs", ...this.#tabs);
    this.list.role = "tablist";
    this.list.setAttribute("aria-label", label);
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.#mark(this.#tabs[0]);
  }

  #key(event: KeyboardEvent): void {
    const at = this.#tabs.indexOf(event.target as HTMLButtonElement);
    const isBack = getComputedStyle(this.list).direction === "rtl";
    const last = this.#tabs.length - 1;
    const step = { ArrowRight: isBack ? -1 : 1, ArrowLeft: isBack ? 1 : -1 }[event.key];
    const next = step === undefined ? { Home: 0, End: last }[event.key] : (at + step + last + 1) % (last + 1);
    const tab = next === undefined ? undefined : this.#tabs[next];
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    this.#select(tab);
  }

  #select(tab: HTMLButtonElement): void {
    this.#mark(tab);
    this.choose(tab.dataset["name"] ?? "");
  }

  #mark(chosen: HTMLButtonElement | undefined): void {
    for (const tab of this.#tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    if (chosen) this.panel.setAttribute("aria-labelledby", chosen.id);
    chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
