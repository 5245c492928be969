// An author's page: HTML of a test's own, on the origin of the site, with the site's `define.js`.

import type { Page } from "puppeteer-core";

import type { Site } from "./harness.ts";

const PATH = "/article.html";

/** Opens an empty page, on which a test can prepare what must be there before the first load. */
export async function blank(site: Site): Promise<Page> {
  return site.open({ path: "about:blank" });
}

/**
 * Goes to a page with this body. All other addresses are answered by the site.
 *
 * Such a page cannot crawl: to the browser it comes from nowhere, and may not ask this machine.
 */
export async function article(site: Site, page: Page, body: string): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
    <link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isArticle = new URL(request.url()).pathname === PATH;
    void (isArticle ? request.respond({ contentType: "text/html", body: html }) : request.continue());
  });
  await page.goto(new URL(PATH, site.origins.page).href);
}
