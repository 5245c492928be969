// The browsers of the tests: the system's Chromium and Firefox, in fresh profiles, with no network but
// this machine.
//
// Chromium takes what a reader's system prefers page by page, and files share one. Firefox is told when
// it starts: one is started for each system that a test asks for. It is driven by WebDriver BiDi.

import puppeteer, { type Browser, type BrowserContext, type Target } from "puppeteer-core";

// The tests of tests/web start the same browser through its driver: one list of flags for both. The features
// that are left out are those of a window that nobody types into: the pages below the address bar, which each
// new window starts processes for, and the spare one for the next site. They take half of what a test costs.
import driver from "../../web/webdriver.json" with { type: "json" };

/** The variable that has the address of a Chromium to share, if there is one. */
export const BROWSER = "INTERLEAVE_BROWSER";

/** The variable that names the browser of a run, if it is Firefox. */
export const ENGINE = "INTERLEAVE_ENGINE";

/** Whether the tests of this file run in Firefox. */
export const isFirefox = process.env[ENGINE] === "firefox";

/** What a reader's system prefers. */
export interface System {
  theme: "light" | "dark";
  /** Whether the reader likes motion. */
  moves: boolean;
  /** The reader's first language. */
  lang: string;
  /** Whether the system insists on colours of its own. */
  isForced: boolean;
  /** The size of texts that the reader has set, in CSS pixels. */
  textPx: number;
}

// A signal ends this process by way of its exit handlers: those end the browser and the command.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

const unhandled = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Starts Chromium; its profile is a new folder that goes when it ends. */
export async function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: driver["goog:chromeOptions"].args,
    ...unhandled,
  });
}

/** The colours of a dark contrast theme. */
const CONTRAST = {
  "browser.display.background_color": "#000000",
  "browser.display.foreground_color": "#ffffff",
  "browser.display.background_color.dark": "#000000",
  "browser.display.foreground_color.dark": "#ffffff",
  "browser.anchor_color": "#ffff00",
  "browser.anchor_color.dark": "#ffff00",
  "ui.highlight": "#1aebff",
  "ui.highlighttext": "#000000",
  "ui.graytext": "#3ff23f",
  "ui.buttonface": "#000000",
  "ui.buttontext": "#ffffff",
};

/** Starts Firefox on a system. */
async function launchFirefox({ theme, moves, lang, isForced, textPx }: System): Promise<Browser> {
  const isDark = theme === "dark" ? 1 : 0;
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      "intl.accept_languages": lang,
      "ui.systemUsesDarkTheme": isDark,
      "ui.prefersReducedMotion": moves ? 0 : 1,
      // Always colours that override those of the page, as Windows' contrast themes have it.
      "browser.display.document_color_use": isForced ? 2 : 0,
      ...(isForced && CONTRAST),
      "font.size.variable.x-western": textPx,
      // Whatever is not on this machine goes to a proxy that there is not.
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 1,
    },
    ...unhandled,
  });
}

/** The browsers of this process, by the system on which they run: one Chromium is on all of them. */
const browsers = new Map<string, Promise<Browser>>();

/** How many files use them: Node may run several files in one process. */
let users = 0;

/** What a file has of browsers: profiles of its own, in one that it shares. */
export class Profiles {
  readonly #contexts = new Set<BrowserContext>();

  /** Joins the browser that is shared, or starts one. */
  static async open(): Promise<Profiles> {
    const profiles = new Profiles();
    users += 1;
    if (!isFirefox) await profiles.#chromium();
    return profiles;
  }

  /** Makes a fresh profile on a system. */
  async fresh(system: System): Promise<BrowserContext> {
    const browser = await (isFirefox ? this.#firefox(system) : this.#chromium());
    const context = await browser.createBrowserContext();
    this.#contexts.add(context);
    return context;
  }

  /** Ends a profile with all its pages. */
  async end(context: BrowserContext): Promise<void> {
    this.#contexts.delete(context);
    await context.close();
  }

  /** Ends all profiles, and leaves all browsers that no other file uses. */
  async close(): Promise<void> {
    // A measurement ends some by itself.
    for (const context of [...this.#contexts]) await this.end(context).catch(() => {});
    users -= 1;
    if (users > 0) return;
    const all = await Promise.all(browsers.values());
    browsers.clear();
    const isShared = !isFirefox && process.env[BROWSER];
    await Promise.all(all.map((browser) => (isShared ? browser.disconnect() : browser.close())));
  }

  #firefox(system: System): Promise<Browser> {
    return this.#once(JSON.stringify(system), () => launchFirefox(system));
  }

  #chromium(): Promise<Browser> {
    return this.#once("chromium", () => {
      const browserWSEndpoint = process.env[BROWSER];
      if (!browserWSEndpoint) return launch();
      // Pages of other processes are none of this one's business: it would hold each of them up.
      const targetFilter = (target: Target) =>
        target.type() === "browser" || this.#contexts.has(target.browserContext());
      return puppeteer.connect({ browserWSEndpoint, targetFilter });
    });
  }

  #once(name: string, start: () => Promise<Browser>): Promise<Browser> {
    const browser = browsers.get(name) ?? start();
    browsers.set(name, browser);
    return browser;
  }
}
