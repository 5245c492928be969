// Pages of others that embed the element: HTML of a test's own, in front of the site.

import { after } from "node:test";

import type { Page } from "puppeteer-core";

import { Front, pageOf } from "./front.ts";
import type { Site, View } from "./harness.ts";

/** The tag of the script, from the page's own origin. */
export const SCRIPT = '<script type="module" src="/define.js"></script>';

/** The pages of the tests of one file. */
export class Hosts {
  readonly #fronts: Front[] = [];

  constructor(readonly site: Site) {
    after(() => Promise.all(this.#fronts.map((front) => front.stop())));
  }

  /** Opens a page with this body, whose script comes before it. */
  async open(body: string, { root = 'lang="en"', head = "", ...view }: View & { root?: string; head?: string } = {}): Promise<Page> {
    const front = await this.front({ pages: { "/article.html": pageOf(body, root, head) } });
    return this.site.open({ ...view, path: `${front.origin}/article.html` });
  }

  /** Opens a page as it is written: nothing is added. */
  async openAsWritten(html: string, view: View = {}): Promise<Page> {
    const front = await this.front({ pages: { "/article.html": html } });
    return this.site.open({ ...view, path: `${front.origin}/article.html` });
  }

  async front(additions: Parameters<typeof Front.open>[1]): Promise<Front> {
    const front = await Front.open(this.site.origins.page, additions);
    this.#fronts.push(front);
    return front;
  }
}
