// Starts Chromium for the tests: the system's, in a fresh profile, with no network but this machine.

import puppeteer, { type Browser } from "puppeteer-core";

// The tests of tests/web start the same browser through its driver: one list of flags for both.
import driver from "../web/webdriver.json" with { type: "json" };

// A signal ends this process by way of its exit handlers: those end the browser and the command.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** Starts the browser; its profile is a new folder that goes when it ends. */
export async function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: driver["goog:chromeOptions"].args,
  });
}
