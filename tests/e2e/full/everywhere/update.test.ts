// A site is brought up to date under an open page: from a release to one that has another lesson and another
// language, so that nearly every file has another name. Where the files of the release before are kept the page
// never notices; where they are not, it says so in a sentence, and goes on after a reload.

import assert from "node:assert/strict";
import test, { after } from "node:test";

import type { Page } from "puppeteer-core";

import { Playground } from "../../kit/element.ts";
import { useSite } from "../../kit/harness.ts";
import { Nginx, released } from "../../kit/nginx.ts";
import { until } from "../../kit/until.ts";
import { seen, WISHES } from "../../kit/wishes.ts";

const site = useSite();
const servers: Nginx[] = [];
after(() => Promise.all(servers.map((server) => server.stop())));

const GONE = /^There is a newer version of this page, and this part of yours is no longer there\. Reload the page\.$/;

async function open(): Promise<[Page, Playground, Nginx]> {
  const nginx = await Nginx.start(released("dist", "site"));
  servers.push(nginx);
  const page = await site.open({ path: nginx.origin });
  site.allow(page, /Failed to load resource|NetworkError|Loading failed|error loading|stylesheet|integrity/);
  const playground = await Playground.of(page);
  await playground.settled();
  await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/hints-")));
  await until(page, () => location.hash !== "");
  return [page, playground, nginx];
}

for (const [wish, [ask, isThere]] of Object.entries(WISHES)) {
  test(`updated with the files of before, ${wish}: it comes`, async () => {
    const [page, playground, nginx] = await open();
    await nginx.exchange(released("after-keeping"));
    await ask(playground);
    await until(page, isThere, playground.handle);
    assert.deepEqual(await playground.texts(".notice"), []);
  });

  test(`updated without the files of before, ${wish}: one sentence says so, and a reload brings it`, async () => {
    const [page, playground, nginx] = await open();
    const before = await seen(page);
    await nginx.exchange(released("after"));
    await ask(playground);
    await playground.says(".notice", GONE);
    await playground.painted();
    assert.deepEqual(await seen(page), before);
    await page.reload();
    const reloaded = await Playground.of(page);
    await reloaded.settled();
    await ask(reloaded);
    await until(page, isThere, reloaded.handle);
  });
}
