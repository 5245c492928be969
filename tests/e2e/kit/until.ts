// Waiting for a page: in each frame it is asked whether something is so.
//
// A browser's own way of waiting makes functions of texts, which Firefox refuses in a page that allows none.
// So what is asked for is sent as a function.

import type { Page } from "puppeteer-core";

/** The longest wait, in milliseconds. */
const WAIT_MS = 30_000;

/** Waits until something is so, as the page finds it; what it is asked for is given, handles as what they stand for. */
export async function until<Given extends unknown[]>(
  page: Page,
  isSo: (...given: Given) => unknown,
  ...given: { [Index in keyof Given]: unknown }
): Promise<void> {
  const wait = new Function(
    "...given",
    `const isSo = ${isSo};
    const start = performance.now();
    return (async () => {
      while (!(await isSo(...given))) {
        if (performance.now() - start > ${WAIT_MS}) throw new Error("it never was so: " + isSo);
        await new Promise((done) => requestAnimationFrame(done));
      }
    })();`,
  ) as (...given: unknown[]) => Promise<void>;
  await page.evaluate(wait, ...given);
}
