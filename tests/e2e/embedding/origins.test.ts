// The element in a page of another origin than its files.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

/** Opens a page of its own origin that has the element from a server that allows it. */
async function open(body: string, policy?: (files: string) => string): Promise<Playground> {
  // Not all drivers tell of workers: the page counts what those send that its scripts start.
  const counts = policy ? "" : `<script>globalThis.sent = 0;
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", () => (sent += 1));
      }
    };</script>`;
  const files = await hosts.front({ headers: () => ({ "access-control-allow-origin": "*" }) });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">${counts}
    <script type="module" src="${files.origin}/define.js"></script></head><body>${body}</body></html>`;
  const pages = { "/article.html": html };
  const page = await hosts.front(policy ? { pages, headers: () => ({ "content-security-policy": policy(files.origin) }) } : { pages });
  return Playground.of(await site.open({ path: `${page.origin}/article.html` }));
}

const TAG = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>';

test("a run of many tasks has its worker across origins", async () => {
  const playground = await open(TAG);
  assert.equal((await playground.summary())?.seconds, 2);
  await playground.set({ lesson: "ten-thousand", params: "pages=60000" });
  assert.equal((await playground.run()).outcome, "finished");
  const sent = await playground.page.evaluate(() => (globalThis as unknown as { sent: number }).sent);
  assert.ok(sent > 0, "no worker has sent anything");
});

test("where a page allows no such worker the run goes on in the page", async () => {
  const playground = await open(TAG, (files) => `default-src 'none'; script-src ${files} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${files}; img-src data:`);
  site.allow(playground.page, /worker|blob:/i);
  await playground.set({ lesson: "ten-thousand", params: "pages=60000" });
  assert.equal((await playground.run()).outcome, "finished");
});
