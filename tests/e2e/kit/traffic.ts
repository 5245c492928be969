// What a page has asked for and not got yet, so that a test can wait until it asks for nothing more.
//
// puppeteer's own `waitForNetworkIdle` counts what a document asked for even when the page has left that
// document, and then never hears how it ended: a test that leaves a page while it loads something in the
// background waited for ever, about once in twenty times.

import type { HTTPRequest, Page } from "puppeteer-core";

/** How long a page asks for nothing until it is quiet, in milliseconds. */
const REST_MS = 500;

/** The longest wait, in milliseconds. */
const WAIT_MS = 30_000;

/** How often it is looked, in milliseconds. */
const LOOK_MS = 50;

/** What the document of a page waits for, and when that changed last. */
interface Traffic {
  open: Set<HTTPRequest>;
  changedMs: number;
}

const known = new WeakMap<Page, Traffic>();

/** Notes what a page asks for, from when it is made. */
export function watchTraffic(page: Page): void {
  const traffic: Traffic = { open: new Set(), changedMs: performance.now() };
  known.set(page, traffic);
  const change = (what: () => void) => {
    what();
    traffic.changedMs = performance.now();
  };
  page.on("request", (request) => change(() => traffic.open.add(request)));
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end, (request) => change(() => traffic.open.delete(request)));
  }
  page.on("framenavigated", (frame) => {
    // What the document before has asked for ends with it.
    if (frame === page.mainFrame()) change(() => traffic.open.clear());
  });
}

/** Waits until the page has got all that its document asked for, and asks for nothing more. */
export async function quiet(page: Page): Promise<void> {
  const traffic = known.get(page);
  if (!traffic) throw new Error("nobody has noted what the page asks for");
  const start = performance.now();
  while (traffic.open.size > 0 || performance.now() - traffic.changedMs < REST_MS) {
    if (performance.now() - start > WAIT_MS) {
      const open = [...traffic.open].map((request) => request.url());
      throw new Error(`the page still waits for ${open.join(", ") || "nothing, and goes on asking"}`);
    }
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}
