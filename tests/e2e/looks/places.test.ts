// The element looks as it should on paper, in colours that a system insists on, and in a page that is
// written from right to left.

import test, { after } from "node:test";

import { pathOf, Playground } from "../kit/element.ts";
import { Front, pageOf } from "../kit/front.ts";
import { useSite } from "../kit/harness.ts";
import { until } from "../kit/until.ts";
import { assertLooks } from "./references.ts";

const site = useSite();
let front: Front | undefined;
after(() => front?.stop());

/** Waits until a part of the page's scripts is loaded and has been taken over. */
async function loaded({ page, handle }: Playground, part: string): Promise<void> {
  const isLoaded = (part: string) => performance.getEntriesByType("resource").some(({ name }) => name.includes(`/${part}-`));
  await until(page, isLoaded, part);
  await handle.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
  });
}

async function assertSame(playground: Playground, name: string): Promise<void> {
  await playground.settled();
  await assertLooks(site, playground.page, await site.blank(), name);
}

test("a lesson on paper, of a dark page", async () => {
  const page = await site.open({ width: 720, theme: "dark", path: pathOf("queue-join") });
  const playground = await Playground.of(page);
  await loaded(playground, "paper");
  await page.emulateMediaType("print");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await assertSame(playground, "paper.queue-join");
});

test("a lesson in colours that a system insists on", async () => {
  const playground = await Playground.of(await site.open({ isForced: true, theme: "dark", path: pathOf("queue-join") }));
  await loaded(playground, "forced");
  await playground.seek(2);
  await assertSame(playground, "forced.queue-join");
});

test("an article from right to left", async () => {
  const text = "<h1>مهام متزامنة</h1><p>عاملان ينامان ثانية وثانيتين.</p>";
  const body = `${text}<interleave-playground lesson="workers-as-tasks" lang="en" autorun></interleave-playground>`;
  front = await Front.open(site.origins.page, { pages: { "/article.html": pageOf(body, 'lang="ar" dir="rtl"') } });
  const playground = await Playground.of(await site.open({ width: 900, path: `${front.origin}/article.html` }));
  await playground.seek(1);
  await assertSame(playground, "right-to-left.workers-as-tasks");
});
