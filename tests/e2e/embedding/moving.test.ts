// Moving the element: within its page, taken out and put back, into a shadow root, into another window.

import assert from "node:assert/strict";
import test from "node:test";

import type { InterleavePlayground } from "../../../www/element/playground.ts";
import { isFirefox } from "../kit/browser.ts";
import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";
import { until } from "../kit/until.ts";

const site = useSite();
const hosts = new Hosts(site);

const BODY = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground><div id="place"></div>';

/** How an element is moved, as a script of a page. */
const WAYS: Record<string, (element: HTMLElement, place: HTMLElement) => void> = {
  "to another place": (element, place) => place.append(element),
  "taken out and put back": (element, place) => {
    element.remove();
    place.append(element);
  },
  "without being taken out": (element, place) => {
    const whole = place as HTMLElement & { moveBefore?(node: Node, before: null): void };
    if (whole.moveBefore) whole.moveBefore(element, null);
    else place.append(element);
  },
  "with what it stands in": (element, place) => {
    const box = document.createElement("section");
    element.replaceWith(box);
    box.append(element);
    place.append(box);
  },
};

for (const [way, move] of Object.entries(WAYS)) {
  test(`an element that is moved keeps its run, its values and its playhead: ${way}`, async () => {
    const playground = await Playground.of(await hosts.open(BODY));
    await playground.set({ params: "worker_1=5" });
    await playground.seek(2);
    const before = await playground.texts(".when, .said, .console .text");
    await playground.handle.evaluate((element) => element.addEventListener("interleave-start", () => element.setAttribute("data-again", "")));
    await playground.page.evaluate(move, playground.handle as never, (await playground.page.$("#place")) as never);
    await playground.painted();
    const state = await playground.handle.evaluate((element) => [element.summary?.seconds, element.position?.seconds, element.hasAttribute("data-again"), element.closest("#place")?.id]);
    assert.deepEqual(state, [5, 2, false, "place"]);
    assert.deepEqual(await playground.texts(".when, .said, .console .text"), before);
    // It is as alive as before.
    await playground.press("Next step");
    assert.notDeepEqual(await playground.texts(".when, .said, .console .text"), before);
    site.allow(playground.page, /willReadFrequently/);
    const isPainted = (element: InterleavePlayground) => {
      const canvas = element.renderRoot.querySelector("canvas") as HTMLCanvasElement;
      const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
      return new Set(data).size > 20 && Math.abs(canvas.clientWidth - (canvas.parentElement?.clientWidth ?? 0)) < 2;
    };
    await until(playground.page, isPainted, playground.handle);
  });
}

test("a live run goes on when its element is moved", async () => {
  const playground = await Playground.of(await hosts.open(BODY));
  await playground.set({ clock: "live", speed: "10" });
  const outcome = await playground.handle.evaluate(async (element) => {
    const ended = element.run();
    await new Promise((done) => element.addEventListener("interleave-step", done, { once: true }));
    document.querySelector("#place")?.append(element);
    return (await ended).outcome;
  });
  assert.equal(outcome, "finished");
});

test("in a shadow root of the page it is as anywhere", async () => {
  const page = await hosts.open('<div id="host"></div>');
  const seconds = await page.evaluate(async () => {
    await customElements.whenDefined("interleave-playground");
    const root = (document.querySelector("#host") as HTMLElement).attachShadow({ mode: "open" });
    const element = Object.assign(document.createElement("interleave-playground"), { lesson: "tasks", autorun: true });
    root.append(element);
    while (element.summary === null) await new Promise((done) => requestAnimationFrame(done));
    return element.summary.seconds;
  });
  assert.equal(seconds, 4);
});

test("in another window it has its styles, whether it was shown before or not", async (context) => {
  if (isFirefox) return context.skip("Firefox takes its class from an element on the way to another document");
  const page = await hosts.open(`${BODY}<iframe srcdoc="<!doctype html><title>Another window</title>" style="width: 900px; height: 900px"></iframe>`);
  await Playground.of(page);
  const found = await page.evaluate(async () => {
    const { contentDocument: inner } = document.querySelector("iframe") as HTMLIFrameElement;
    if (!inner) throw new Error("there is no other window");
    const shown = document.querySelector("interleave-playground") as InterleavePlayground;
    const made = Object.assign(document.createElement("interleave-playground"), { lesson: "tasks" });
    const found = [];
    for (const element of [shown, made]) {
      inner.body.append(element);
      const { seconds } = await element.run();
      await element.updateComplete;
      const card = element.renderRoot.querySelector(".code-card") as Element;
      found.push([seconds, (inner.defaultView as Window).getComputedStyle(card).borderTopWidth, element.renderRoot.querySelectorAll("canvas").length]);
    }
    document.body.append(shown);
    await shown.run();
    found.push([getComputedStyle(shown.renderRoot.querySelector(".code-card") as Element).borderTopWidth]);
    return found;
  });
  assert.deepEqual(found, [[2, "1px", 1], [4, "1px", 1], ["1px"]]);
});

test("two versions on a page: the first stands, and nothing breaks", async () => {
  const other = await hosts.front({ headers: () => ({ "access-control-allow-origin": "*" }) });
  const page = await hosts.open(`${BODY}<script type="module" src="${other.origin}/define.js"></script>`);
  const playground = await Playground.of(page);
  await page.waitForNetworkIdle({ idleTime: 200 });
  assert.equal((await playground.run()).seconds, 2);
});
