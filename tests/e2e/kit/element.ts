// The element of a page, as a test uses it: what it answers, what it shows, what one can press.

import type { ElementHandle, NodeFor, Page } from "puppeteer-core";

import type { Summary } from "../../../www/element/engine.ts";
import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { isFirefox } from "./browser.ts";
import { until } from "./until.ts";

export type { Summary };

declare global {
  interface HTMLElementTagNameMap {
    "interleave-playground": InterleavePlayground;
  }
}

export type Params = Record<string, string>;

/** Returns the path at which the page shows a lesson with values, as a share link has it. */
export function pathOf(lesson: string, params: Params = {}): string {
  const state = new URLSearchParams({ v: "1", lesson });
  const values = new URLSearchParams(params).toString();
  if (values) state.set("params", values);
  return `/#${state}`;
}

/** One element of a page. */
export class Playground {
  private constructor(
    readonly page: Page,
    readonly handle: ElementHandle<InterleavePlayground>,
  ) {}

  /** Finds the page's element, by a selector, and waits until its first run is over. */
  static async of(page: Page, selector = "interleave-playground"): Promise<Playground> {
    const found = await page.waitForSelector(selector);
    const handle = found as ElementHandle<InterleavePlayground> | null;
    if (!handle) throw new Error("the page has no playground");
    // One that is not defined yet has no summary at all.
    await until(page, (element: Partial<InterleavePlayground>) => (element.summary ?? null) !== null, handle);
    return new Playground(page, handle);
  }

  /** Sets attributes and waits until the element has taken them. */
  async set(attributes: Record<string, string>): Promise<void> {
    await this.handle.evaluate(async (element, attributes) => {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      await element.updateComplete;
    }, attributes);
  }

  /** Shows a lesson with values, on a clock. */
  async show(lesson: string, params: Params = {}, clock = "simulated"): Promise<void> {
    await this.set({ lesson, params: new URLSearchParams(params).toString(), clock });
  }

  /** Runs, and waits until the run is over. */
  async run(): Promise<Summary> {
    return this.handle.evaluate((element) => element.run());
  }

  /** Starts a run and waits until it has begun. */
  async start(): Promise<void> {
    await this.handle.evaluate(async (element) => {
      const begun = new Promise((done) =>
        element.addEventListener("interleave-start", done, { once: true }),
      );
      void element.run();
      await begun;
      await element.updateComplete;
    });
  }

  /** Returns the summary of the last run, null while one goes on. */
  async summary(): Promise<Summary | null> {
    return this.handle.evaluate((element) => element.summary);
  }

  /** Waits for the summary of a run that ends by itself or by a click. */
  async ended(): Promise<Summary> {
    await until(this.page, (element: InterleavePlayground) => element.summary !== null, this.handle);
    const summary = await this.summary();
    if (!summary) throw new Error("another run has begun");
    return summary;
  }

  /** Waits until everything that was changed is on the screen. */
  async painted(): Promise<void> {
    await this.handle.evaluate(async (element) => {
      // A frame may ask for an update, and an update for a frame: the second of both is the last.
      for (let turn = 0; turn < 2; turn += 1) {
        await element.updateComplete;
        await new Promise((done) => requestAnimationFrame(done));
      }
      await element.updateComplete;
    });
  }

  /** Waits until the picture is worked out to the end, and all other pictures that are seen are there. */
  async settled(): Promise<void> {
    await this.painted();
    const isSettled = (element: InterleavePlayground) => {
      const all = [...element.renderRoot.querySelectorAll("img")];
      // One that is not seen, as those of another tab on a phone, is not loaded.
      const images = all.filter((image) => image.checkVisibility());
      return !element.player?.playground.isRough && images.every((image) => image.complete);
    };
    await until(this.page, isSettled, this.handle);
    await this.painted();
  }

  /** Returns the text of each part that a selector fits, as a reader sees it. */
  async texts(selector: string): Promise<string[]> {
    return this.handle.evaluate((element, selector) => {
      const found = element.renderRoot.querySelectorAll<HTMLElement>(selector);
      return [...found].map((part) => part.innerText.trim());
    }, selector);
  }

  /** Returns the text of the one part that a selector fits. */
  async text(selector: string): Promise<string> {
    const [text, ...more] = await this.texts(selector);
    if (text === undefined || more.length > 0) {
      throw new Error(`the element has ${text === undefined ? "no" : more.length + 1} ${selector}`);
    }
    return text;
  }

  /** Waits until a part's text fits a pattern. */
  async says(selector: string, pattern: RegExp): Promise<void> {
    const seen = (element: InterleavePlayground, selector: string, pattern: string) =>
      [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].some((part) =>
        new RegExp(pattern, "u").test(part.innerText),
      );
    await until(this.page, seen, this.handle, selector, pattern.source);
  }

  /** Waits for a part of the element, which may come some frames after the picture, and returns it. */
  async part<Tag extends string>(selector: Tag): Promise<ElementHandle<NodeFor<Tag>>> {
    const isThere = (element: InterleavePlayground, selector: string) => element.renderRoot.querySelector(selector) !== null;
    await until(this.page, isThere, this.handle, selector);
    const found = await this.handle.evaluateHandle((element, selector) => element.renderRoot.querySelector(selector), selector);
    const part = found.asElement();
    if (!part) throw new Error(`the element has no ${selector}`);
    return part as ElementHandle<NodeFor<Tag>>;
  }

  /** Presses the button that a reader of the screen hears under this name. */
  async press(name: string): Promise<void> {
    if (isFirefox) await (await this.#button(name)).click();
    else await this.page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
    await this.painted();
  }

  /** Returns a button by its label, or by its text: Firefox finds nothing by name inside of elements. */
  async #button(name: string): Promise<ElementHandle> {
    const found = await this.handle.evaluateHandle((element, name) => {
      const buttons = [document, element.renderRoot].flatMap((root) => [...root.querySelectorAll("button")]);
      return buttons.find((button) => (button.ariaLabel ?? button.innerText.trim()) === name && button.checkVisibility());
    }, name);
    const button = found.asElement();
    if (!button) throw new Error(`there is no button ${name}`);
    return button as ElementHandle;
  }

  /** Presses a key where the focus is. */
  async key(key: Parameters<Page["keyboard"]["press"]>[0]): Promise<void> {
    await this.page.keyboard.press(key);
    await this.painted();
  }

  /** Puts a text into a field in place of what is there, as one pastes it. */
  async fill(name: string, text: string): Promise<void> {
    await this.openTab("Values|参数");
    const field = await this.part(`#field-${name}`);
    await field.click({ count: 3 });
    if (text === "") await this.page.keyboard.press("Backspace");
    else if (isFirefox) await this.page.keyboard.type(text);
    else await this.page.keyboard.sendCharacter(text);
    await this.painted();
  }

  /** Opens a tab by its name, where the element is narrow and has tabs. */
  async openTab(name: string): Promise<void> {
    await this.handle.evaluate(async (element, name) => {
      const tabs = element.renderRoot.querySelectorAll<HTMLElement>("[role=tab]");
      const tab = [...tabs].find((tab) => new RegExp(`^(${name})$`).test(tab.innerText) && tab.checkVisibility());
      tab?.click();
      await element.updateComplete;
    }, name);
  }

  /** Moves the playhead. */
  async seek(seconds: number): Promise<void> {
    await this.handle.evaluate((element, seconds) => element.seek(seconds), seconds);
    await this.painted();
  }
}

/** Returns what a run printed, line by line. */
export function printed(summary: Summary): string[] {
  return summary.console.map((line) => line.text);
}
