// Keys that the element takes do not leave it; keys that mean nothing to it are the page's.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

/** What a page listens to: as mdBook turns its pages, Sphinx opens its search, and slides go on. */
const LISTENS = `<script>globalThis.heard = [];
  for (const type of ["keydown", "keypress", "keyup"]) for (const place of [document, window]) {
    place.addEventListener(type, ({ key }) => heard.push(type + " " + key));
  }</script>`;

async function open(lesson = "workers-as-tasks"): Promise<Playground> {
  const page = await hosts.open(`<button id="host">A button</button>${tag(lesson)}`, { head: LISTENS });
  return Playground.of(page);
}

function tag(lesson: string): string {
  return `<interleave-playground lesson="${lesson}" autorun><button slot="top">The page's own</button></interleave-playground>`;
}

/** Returns what the page has heard since it was asked last. */
async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
}

async function press(playground: Playground, keys: Parameters<Playground["key"]>[0][]): Promise<string[]> {
  await heard(playground.page);
  for (const key of keys) await playground.key(key);
  return heard(playground.page);
}

async function focus(playground: Playground, selector: string): Promise<void> {
  await (await playground.part(selector)).evaluate((part) => (part as HTMLElement).focus());
}

test("the keys of the timeline stay in it", async () => {
  const playground = await open();
  await focus(playground, ".stage");
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "n", "s", "w", "a", "d", "f", "0", ",", ".", "[", "]", "x", " "] as const;
  assert.deepEqual(await press(playground, [...keys]), []);
  assert.notEqual(await playground.text(".when"), "");
});

test("what is typed into a field stays in it", async () => {
  const playground = await open();
  await focus(playground, "#field-worker_1");
  assert.deepEqual(await press(playground, ["/", "s", "1", "Backspace", "ArrowLeft", "Home", "Enter"]), []);
  await focus(playground, "input[type=range]");
  assert.deepEqual(await press(playground, ["ArrowRight", "ArrowLeft", "Home", "PageUp"]), []);
  await focus(playground, "select.axis");
  assert.deepEqual(await press(playground, ["s", "/"]), []);
});

test("buttons take what presses them, and code what scrolls it; the rest is the page's", async () => {
  const playground = await open();
  await focus(playground, ".bar .next");
  assert.deepEqual(await press(playground, [" ", "Enter"]), []);
  const all = (key: string) => ["keydown", "keypress", "keyup"].flatMap((type) => [`${type} ${key}`, `${type} ${key}`]);
  assert.deepEqual(await press(playground, ["s"]), all("s"));
  await focus(playground, ".code-scroller");
  assert.deepEqual(await press(playground, ["ArrowLeft", "ArrowDown", "PageDown"]), []);
  assert.deepEqual(await press(playground, ["/"]), all("/"));
  // Out of the element one gets as one gets on.
  const [first] = await press(playground, ["Tab"]);
  assert.equal(first, "keydown Tab");
});

test("what the page itself put into the element, and beside it, is its own", async () => {
  const playground = await open();
  for (const selector of ["#host", "[slot=top]"]) {
    await playground.page.focus(selector);
    assert.equal((await press(playground, ["s", "ArrowLeft"])).length, 10, selector);
  }
});

test("what listens at the element hears of its keys", async () => {
  const playground = await open();
  await focus(playground, ".stage");
  await playground.handle.evaluate((element) => element.addEventListener("keydown", (event) => element.setAttribute("data-key", event.key)));
  await playground.key("ArrowLeft");
  assert.equal(await playground.handle.evaluate((element) => element.dataset["key"]), "ArrowLeft");
});
