// Opens the built page in a browser for the tests of one file.
//
// `useSite()` serves the site and joins the browser of the run before the first test of the file, and
// leaves both after the last. Each page a test opens has a browser profile of its own, is closed
// after the test, and must have raised no complaint.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before } from "node:test";

import type { Page } from "puppeteer-core";

import { isFirefox, Profiles, type System } from "./browser.ts";
import { type Command, serve } from "./command.ts";
import { Complaints } from "./complaints.ts";
import { watchTraffic } from "./traffic.ts";
import { until } from "./until.ts";

/** How a page is opened; what is left out is as on a plain desktop. */
export interface View {
  /** CSS pixels, 1280. */
  width?: number;
  /** CSS pixels, 800. */
  height?: number;
  /** What the reader's system prefers, `light`. */
  theme?: "light" | "dark";
  /** Path, query and fragment, `/`. */
  path?: string;
  /** The reader's first language, `en`. */
  lang?: string;
  /** Whether the screen is a phone's: sharp, and touched. */
  isPhone?: boolean;
  /** Whether the reader likes motion; not, so that what is seen is where it belongs. */
  moves?: boolean;
  /** Whether the reader's system insists on colours of its own. */
  isForced?: boolean;
  /** The size of texts that the reader has set, 16 CSS pixels. */
  textPx?: number;
}

/** A plain system. */
const PLAIN: System = { theme: "light", moves: false, lang: "en", isForced: false, textPx: 16 };

/** The served site and the browser that looks at it. */
export class Site {
  #command: Command | undefined;
  #profiles: Profiles | undefined;
  #pages = new Map<Page, Complaints>();

  /** The three origins that the command printed. */
  get origins(): Command["origins"] {
    return this.#started.command.origins;
  }

  /** Opens the page in a fresh profile and waits until it has loaded. */
  async open(view: View = {}): Promise<Page> {
    const { width = 1280, height = 800, path = "/", isPhone = false } = view;
    const { theme, lang, moves, isForced, textPx } = { ...PLAIN, ...view };
    const system = { theme, lang, moves, isForced, textPx };
    const context = await this.#started.profiles.fresh(system);
    const page = await context.newPage();
    this.#pages.set(page, new Complaints(page));
    watchTraffic(page);
    const phone = { deviceScaleFactor: 2, hasTouch: true, isMobile: true };
    if (isFirefox) await resize(page, width, height);
    else await page.setViewport({ width, height, ...(isPhone ? phone : {}) });
    if (!isFirefox) await prefer(page, system);
    await page.goto(new URL(path, this.origins.page).href);
    return page;
  }

  /** Opens an empty page, which stays until the site is left. */
  async blank(): Promise<Page> {
    const context = await this.#started.profiles.fresh(PLAIN);
    return context.newPage();
  }

  /** Lets the page complain about what the test provokes. */
  allow(page: Page, complaint: RegExp): void {
    this.#pages.get(page)?.allow(complaint);
  }

  /** Keeps a picture of what the page shows, and returns where. */
  async screenshot(page: Page, name: string): Promise<string> {
    return this.keep(name, await page.screenshot());
  }

  /** Keeps a picture for people to judge, and returns where. */
  async keep(name: string, png: Uint8Array): Promise<string> {
    const folder = process.env["INTERLEAVE_SCREENSHOTS"] ?? "screenshots";
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await writeFile(path, png);
    return path;
  }

  /** Serves the site and joins the browser, or starts one. */
  async start(): Promise<void> {
    this.#command = await serve();
    this.#profiles = await Profiles.open();
  }

  /** Closes the pages that the test has opened; fails if one of them has complained. */
  async closePages(): Promise<void> {
    const pages = [...this.#pages];
    this.#pages.clear();
    for (const [page] of pages) await this.#profiles?.end(page.browserContext());
    for (const [, complaints] of pages) complaints.assertNone();
  }

  /** Leaves the browser and ends the command, whatever state they are in. */
  async stop(): Promise<void> {
    await this.#profiles?.close();
    await this.#command?.stop();
  }

  get #started(): { command: Command; profiles: Profiles } {
    if (!this.#command || !this.#profiles) throw new Error("the site is there only inside a test");
    return { command: this.#command, profiles: this.#profiles };
  }
}

/** Serves the site to the tests of this file; call it once, outside of the tests. */
export function useSite(): Site {
  const site = new Site();
  before(() => site.start());
  afterEach(() => site.closePages());
  after(() => site.stop());
  return site;
}

/** Tells a page of Chromium what the reader's system prefers: colours, motion, texts, and a first language. */
async function prefer(page: Page, { theme, moves, lang, isForced, textPx }: System): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: moves ? "no-preference" : "reduce" },
      { name: "forced-colors", value: isForced ? "active" : "none" },
    ],
  });
  await session.send("Page.setFontSizes", { fontSizes: { standard: textPx } });
  const userAgent = await page.browser().userAgent();
  await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: lang });
  await session.send("Emulation.setLocaleOverride", { locale: lang });
}

/** Makes a page of Firefox so large: it takes no finger and no phone's screen, but the size of one. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height }).catch((error: Error) => {
    // The size is taken all the same.
    if (!error.message.includes("setScreenOrientationOverride")) throw error;
  });
  await until(page, (width: number, height: number) => innerWidth === width && innerHeight === height, width, height);
}
