// A release as nginx serves it with the example configuration: each link leads somewhere, what may be kept is
// kept, twins are sent packed, and pages of other origins may load the element.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { after, before } from "node:test";

import { Playground } from "../../kit/element.ts";
import { Front } from "../../kit/front.ts";
import { useSite } from "../../kit/harness.ts";
import { Nginx, released } from "../../kit/nginx.ts";

let nginx: Nginx;
before(async () => void (nginx = await Nginx.start(released("dist", "site"))));
after(() => nginx.stop());
const site = useSite();

/** What a page of the release links to, without what lies elsewhere, and without what stands in examples. */
function links(html: string): string[] {
  const found = [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
  return found.filter((link) => !/^(?:https?:|data:)/.test(link));
}

test("all links of the page and of the documents resolve, anchors too", async () => {
  const waiting = ["/", "/docs/"].map((path) => new URL(path, nginx.origin).href);
  const pages = new Map<string, string>();
  const broken: string[] = [];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const [href = "", anchor = ""] = address.split("#");
    if (!pages.has(href)) {
      const answer = await fetch(href);
      const isPage = answer.headers.get("content-type")?.startsWith("text/html");
      const text = await answer.text();
      if (!answer.ok) broken.push(`${href}: ${answer.status}`);
      pages.set(href, isPage ? text : "");
      if (isPage) waiting.push(...links(text).map((link) => new URL(link, href).href));
    }
    // The page's own anchors are addresses of lessons, but for the skip link.
    const isPlace = anchor !== "" && !anchor.startsWith("v=");
    if (isPlace && !pages.get(href)?.includes(`id="${decodeURIComponent(anchor)}"`)) broken.push(address);
  }
  assert.deepEqual(broken, []);
  const names = [...pages.keys()].map((page) => page.slice(nginx.origin.length));
  for (const name of ["/docs/hosting.html", "/docs/fidelity.html", "/docs/page.png", "/docs/license.txt"]) {
    assert.ok(names.includes(name), `${name} is not among ${names.join(" ")}`);
  }
});

test("each file comes, kept for good if a digest is in its name, to pages of any origin", async () => {
  const files = (await readFile(released("dist", "site", "files.txt"), "utf8")).trim().split("\n");
  assert.ok(files.length > 100);
  for (const file of files) {
    const { status, headers } = await fetch(`${nginx.origin}/${file}`, { method: "HEAD", headers: { "accept-encoding": "gzip" } });
    assert.equal(status, 200, file);
    const isKept = /-[A-Z2-7]{8}[./]/.test(file);
    assert.equal(headers.get("cache-control"), isKept ? "public, max-age=31536000, immutable" : "no-cache", file);
    assert.equal(headers.get("access-control-allow-origin"), "*", file);
    if (/\.(?:js|wasm|css|html|json)$/.test(file)) assert.equal(headers.get("content-encoding"), "gzip", file);
  }
  const { status, headers } = await fetch(`${nginx.origin}/page-AAAAAAAA.js`);
  assert.deepEqual([status, headers.get("access-control-allow-origin")], [404, "*"]);
  assert.equal(headers.get("cache-control"), null);
});

test("the page runs there, and the element in an article of another origin", async () => {
  const page = await site.open({ path: nginx.origin });
  const playground = await Playground.of(page);
  assert.equal((await playground.ended()).seconds, 2);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">
    <script type="module" src="${nginx.origin}/define.js"></script></head>
    <body><interleave-playground lesson="gather" autorun></interleave-playground></body></html>`;
  const front = await Front.open(nginx.origin, { pages: { "/article.html": html } });
  try {
    const article = await Playground.of(await site.open({ path: `${front.origin}/article.html` }));
    assert.equal((await article.ended()).seconds, 4);
  } finally {
    await front.stop();
  }
});
