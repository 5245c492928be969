// Files that a page downloads, in a folder that is gone after the test.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "puppeteer-core";

/** A file that was downloaded: what it is called, where it is, and what is in it. */
export interface Downloaded {
  name: string;
  path: string;
  text: string;
}

/** Does something that downloads one file, and waits for it. */
export type Download = (act: () => Promise<void>) => Promise<Downloaded>;

/** Lets a page download files meanwhile. */
export async function withDownloads(page: Page, use: (download: Download) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "interleave-"));
  try {
    const session = await page.createCDPSession();
    const browserContextId = page.browserContext().id;
    await session.send("Browser.setDownloadBehavior", {
      behavior: "allow",
      downloadPath: folder,
      eventsEnabled: true,
      ...(browserContextId && { browserContextId }),
    });
    await use(async (act) => {
      const named = new Promise<string>((named) =>
        session.once("Browser.downloadWillBegin", ({ suggestedFilename }) => named(suggestedFilename)),
      );
      const done = new Promise<void>((done) => {
        session.on("Browser.downloadProgress", ({ state }) => state === "completed" && done());
      });
      await act();
      await done;
      const name = await named;
      const path = join(folder, name);
      return { name, path, text: await readFile(path, "utf8") };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
