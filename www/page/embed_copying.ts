// Buttons that copy a text, and say so.

import type { Messages } from "../element/messages.ts";
import type { Tools } from "./make.ts";

/** How long a button says that the text was copied, in milliseconds. */
const COPIED_MS = 2000;

export class Copier {
  /** What is said to those who do not see the button. */
  readonly status: HTMLElement;
  readonly #buttons = new Map<string, HTMLButtonElement>();

  constructor(
    readonly messages: Messages,
    readonly tools: Tools,
  ) {
    this.status = tools.make("p", "hidden");
    this.status.setAttribute("role", "status");
  }

  /** Makes a button that copies a text; where that is not allowed, it selects what shows the text. */
  button(id: string, name: string, text: () => string, shown: HTMLElement): HTMLButtonElement {
    const button = this.tools.make("button", "copy", name);
    [button.id, button.type] = [id, "button"];
    let timer = 0;
    button.addEventListener("click", async () => {
      let said = this.messages.text("page-copied");
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        select(shown);
        said = this.messages.text("embed-copy-selected");
      }
      button.textContent = this.status.textContent = said;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = name;
        this.status.textContent = "";
      }, COPIED_MS);
    });
    this.#buttons.set(id, button);
    return button;
  }

  /** Says whether there is something to copy. */
  enable(id: string, isThere: boolean): void {
    const button = this.#buttons.get(id);
    if (button) button.disabled = !isThere;
  }
}

function select(shown: HTMLElement): void {
  if (shown instanceof HTMLInputElement) return shown.select();
  shown.focus();
  getSelection()?.selectAllChildren(shown);
}
