// What a page complains about: errors it raises, and errors and warnings on its console.

import assert from "node:assert/strict";

import type { Page } from "puppeteer-core";

/** The complaints of one page, from the moment it was made. */
export class Complaints {
  #found: string[] = [];
  #allowed: RegExp[] = [];

  constructor(page: Page) {
    page.on("pageerror", (error) => this.#found.push(String(error)));
    page.on("error", (error) => this.#found.push(`the page crashed: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warn") return;
      this.#found.push(`${message.type()}: ${message.text()} ${message.location().url ?? ""}`);
    });
  }

  /** Accepts complaints that fit the pattern. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Fails if there is a complaint that was not allowed. */
  assertNone(): void {
    const left = this.#found.filter((found) => !this.#allowed.some((allowed) => allowed.test(found)));
    assert.deepEqual(left, [], "the page complained");
  }
}
