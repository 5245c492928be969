// Chromium for the tests: the system's, in a fresh profile, with no network but this machine.

import puppeteer, { type Browser, type BrowserContext, type Target } from "puppeteer-core";

// The tests of tests/web start the same browser through its driver: one list of flags for both.
import driver from "../../web/webdriver.json" with { type: "json" };

/** The variable that has the address of a browser to share, if there is one. */
export const BROWSER = "INTERLEAVE_BROWSER";

// A signal ends this process by way of its exit handlers: those end the browser and the command.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** Starts a browser; its profile is a new folder that goes when it ends. */
export async function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: driver["goog:chromeOptions"].args,
  });
}

/** What a file has of a browser: profiles of its own, in one that it shares or one of its own. */
export class Profiles {
  readonly #contexts: Set<BrowserContext>;

  private constructor(
    private readonly browser: Browser,
    contexts: Set<BrowserContext>,
  ) {
    this.#contexts = contexts;
  }

  /** Joins the browser that is shared, or starts one. */
  static async open(): Promise<Profiles> {
    const browserWSEndpoint = process.env[BROWSER];
    const contexts = new Set<BrowserContext>();
    if (!browserWSEndpoint) return new Profiles(await launch(), contexts);
    // Pages of other files are none of this one's business: it would hold each of them up.
    const targetFilter = (target: Target) => target.type() === "browser" || contexts.has(target.browserContext());
    return new Profiles(await puppeteer.connect({ browserWSEndpoint, targetFilter }), contexts);
  }

  /** Makes a fresh profile. */
  async fresh(): Promise<BrowserContext> {
    const context = await this.browser.createBrowserContext();
    this.#contexts.add(context);
    return context;
  }

  /** Ends a profile with all its pages. */
  async end(context: BrowserContext): Promise<void> {
    this.#contexts.delete(context);
    await context.close();
  }

  /** Ends all profiles, and the browser if no other file shares it. */
  async close(): Promise<void> {
    if (!process.env[BROWSER]) return this.browser.close();
    for (const context of [...this.#contexts]) await this.end(context);
    await this.browser.disconnect();
  }
}
