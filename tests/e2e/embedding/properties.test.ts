// Properties as frameworks set them: what the attribute takes, and the values that scripts have at hand. Whatever
// is given, nothing throws, and what is refused is told of.

import assert from "node:assert/strict";
import test from "node:test";

import { Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";
import { Hosts } from "../kit/hosts.ts";

const site = useSite();
const hosts = new Hosts(site);

const WORKERS = '<interleave-playground lesson="workers-as-tasks" autorun></interleave-playground>';

/** Returns what the element makes of what a script sets: an expression of a property's value. */
async function given(playground: Playground, values: string[], name = "params"): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const value of values) {
    const script = `(async () => {
      const element = document.querySelector("interleave-playground");
      const errors = [];
      const listen = (event) => errors.push(event.detail.code + (event.detail.message ? "" : " without a message"));
      element.addEventListener("interleave-error", listen);
      let thrown = "";
      try { element["${name}"] = ${value}; } catch (error) { thrown = String(error); }
      await element.updateComplete;
      await new Promise((done) => requestAnimationFrame(done));
      await element.updateComplete;
      element.removeEventListener("interleave-error", listen);
      return [thrown, JSON.stringify(element["${name}"]), element.summary?.seconds, errors.join()];
    })()`;
    answers.push([value, ...((await playground.page.evaluate(script)) as unknown[])]);
    await playground.page.evaluate(`document.querySelector("interleave-playground")["${name}"] = null`);
  }
  return answers;
}

test("parameters are taken as text, and as an object of what scripts have", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  const three = [JSON.stringify({ worker_1: "3" }), 3, ""];
  const cases = ['"worker_1=3"', "{ worker_1: 3 }", '{ worker_1: "3" }', "{ worker_1: 3n }", '{ worker_1: [3] }',
    'new URLSearchParams("worker_1=3")', 'new Map([["worker_1", 3]])', '[["worker_1", 3]]', '{ worker_1: new Number(3) }',
    "{ worker_1: { toString: () => 3 } }", "Object.assign(Object.create(null), { worker_1: 3 })",
    "Object.freeze({ worker_1: 3 })", "new Proxy({ worker_1: 3 }, {})", "{ worker_1: 3, worker_2: undefined }"];
  assert.deepEqual(await given(playground, cases), cases.map((value) => [value, "", ...three]));
  const none = ["null", "undefined", "{}", '""', "{ worker_1: null }", "[]"];
  assert.deepEqual(await given(playground, none), none.map((value) => [value, "", "{}", 2, ""]));
});

test("lists are lists of pages, flags are flags", async () => {
  const playground = await Playground.of(await hosts.open('<interleave-playground lesson="gather" autorun></interleave-playground>'));
  const lists = ['{ urls: ["url_1", "url_2"] }', '{ urls: [["url_1", 1], ["page", 2]] }', '{ urls: "url_1,page:2" }'];
  assert.deepEqual(await given(playground, lists), [
    [lists[0], "", '{"urls":"url_1,url_2"}', 2, ""],
    [lists[1], "", '{"urls":"url_1:1,page:2"}', 2, ""],
    [lists[2], "", '{"urls":"url_1,page:2"}', 2, ""],
  ]);
  const flags = ["true", '""', '"autorun"', "1", "false", "null", "undefined", "0", "NaN"];
  const isSo = flags.map((flag, index) => [flag, "", String(index < 4)]);
  assert.deepEqual((await given(playground, flags, "autorun")).map((answer) => (answer as unknown[]).slice(0, 3)), isSo);
});

test("what is no value is refused with an event, and nothing throws", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  const strange = ["Symbol('x')", "() => 3", "7", "NaN", "7n", "true", "{ worker_1: Symbol('x') }", "{ worker_1: () => 3 }",
    "{ worker_1: {} }", "{ worker_1: [[[1]]] }", "{ worker_1: Object.create(null) }",
    "{ worker_1: { toString() { throw new Error('no') } } }", "{ get worker_1() { throw new Error('no') } }",
    "(() => { const ring = []; ring.push(ring); return { worker_1: ring } })()", "document.body", '["worker_1=3"]',
    "new Proxy({}, { ownKeys() { throw new Error('no') } })", "class {}"];
  assert.deepEqual(await given(playground, strange), strange.map((value) => [value, "", "{}", 2, value === "document.body" ? "" : "attribute"]));
  const wrong = ["{ worker_1: NaN }", "{ worker_1: Infinity }", "{ worker_1: true }", '{ worker_1: "soon" }', "{ worker_1: new Date(NaN) }",
    '{ constructor: 1 }', '{ hasOwnProperty: "x" }', "JSON.parse('{\"__proto__\": 1}')"];
  const answers = (await given(playground, wrong)) as [string, string, string, number, string][];
  for (const [value, thrown, , seconds, errors] of answers) assert.deepEqual([value, thrown, seconds, errors], [value, "", 2, "attribute"]);
});

test("every other property takes any value", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  site.allow(playground.page, /404 .*lessons/);
  const any = ["Symbol('x')", "() => 1", "NaN", "7n", "{}", "[]", "Object.create(null)", "{ toString() { throw new Error('no') } }"];
  for (const name of ["lesson", "compare", "clock", "speed", "pace", "view", "code", "axis", "theme", "lang"]) {
    for (const answer of await given(playground, any, name)) assert.equal((answer as unknown[])[1], "", `${name} = ${(answer as unknown[])[0]}`);
  }
  await playground.handle.evaluate((element) => Object.assign(element, { speed: 2, theme: "dark", view: "timeline" }));
  await playground.painted();
  const attributes = await playground.handle.evaluate((element) => ["speed", "theme", "view"].map((name) => element.getAttribute(name)));
  assert.deepEqual(attributes, ["2", "dark", "timeline"]);
});

test("an attribute that is removed, and a property that is null, are the default", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  await playground.set({ lesson: "tasks", params: "urls=url_3", view: "compact", speed: "3", compare: "gather", theme: "dark" });
  const names = ["lesson", "params", "view", "speed", "compare", "theme"];
  const answers = await playground.handle.evaluate(async (element, names) => {
    const read = () => JSON.stringify(names.map((name) => [element[name as "lesson"], element.getAttribute(name)]));
    const [before, errors] = [read(), [] as string[]];
    element.addEventListener("interleave-error", (event) => errors.push((event as CustomEvent).detail.message));
    for (const name of names) element.removeAttribute(name);
    await element.updateComplete;
    const removed = read();
    Object.assign(element, { lesson: "tasks", params: { urls: "url_3" }, view: "compact", speed: 3, compare: "gather", theme: "dark" });
    await element.updateComplete;
    const set = read();
    for (const name of names) Object.assign(element, { [name]: undefined });
    await element.updateComplete;
    return { before, removed, set, unset: read(), errors };
  }, names);
  const initial = '[["gather",null],[{},null],["full",null],["1",null],["",null],["auto",null]]';
  assert.deepEqual(answers, { before: answers.set, removed: initial, set: answers.set, unset: initial, errors: [] });
});

test("what is read back stays as it is, and what is set anew is seen", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  const seconds = await playground.handle.evaluate(async (element) => {
    const seconds: unknown[] = [];
    const own = { worker_1: 3 };
    for (const value of [3, 4, 5]) {
      own.worker_1 = value;
      element.params = own as never;
      await element.updateComplete;
      // A browser with much to do breaks a run off, and goes on with it after the next frame.
      while (!element.summary) await new Promise((frame) => requestAnimationFrame(frame));
      seconds.push(element.summary?.seconds, Reflect.set(element.params, "worker_1", "9"));
    }
    return [...seconds, element.getAttribute("params")];
  });
  assert.deepEqual(seconds, [3, false, 4, false, 5, false, "worker_1=5"]);
});

test("properties set before the element is defined, in any order, and on one that is in no page", async () => {
  const page = await hosts.openAsWritten('<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,"><body>');
  const answers = await page.evaluate(async () => {
    const made = (given: object, attributes: Record<string, string> = {}) => {
      const element = Object.assign(document.createElement("interleave-playground"), given);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const all = [
      made({ params: { worker_1: 3 }, lesson: "workers-as-tasks", autorun: true, view: undefined }),
      made({ params: "worker_1=3" }, { autorun: "", lesson: "workers-as-tasks" }),
      made({ lesson: null, params: undefined, autorun: "" }),
      made({ params: Symbol("x"), lesson: "tasks" }),
    ];
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/define.js" });
    document.head.append(script);
    await customElements.whenDefined("interleave-playground");
    const loose = Object.assign(document.createElement("interleave-playground"), { lesson: "tasks", params: { urls: ["url_2"] } });
    loose.seek(NaN);
    loose.stop();
    const refused = await loose.run().catch(() => "refused");
    document.body.append(loose);
    const seconds = [];
    for (const element of [...all, loose]) seconds.push((await element.run()).seconds);
    return [refused, ...seconds];
  });
  assert.deepEqual(answers, ["refused", 3, 3, 4, 4, 2]);
});

test("methods take what scripts have, and refuse with an event", async () => {
  const playground = await Playground.of(await hosts.open(WORKERS));
  const answers = await playground.page.evaluate(`(async () => {
    const element = document.querySelector("interleave-playground");
    const codes = [];
    element.addEventListener("interleave-error", ({ detail }) => codes.push(detail.code + (detail.message ? "" : "?")));
    const places = [];
    for (const seconds of ["1", 1, 99, -5, Infinity, 1n]) { element.seek(seconds); places.push(element.position.seconds); }
    for (const seconds of [NaN, "soon", undefined, null, Symbol("x"), {}, "", () => 1]) element.seek(seconds);
    const format = await element.exportAs("pdf").catch(() => "refused");
    return [places, codes, format, element.position.seconds];
  })()`);
  assert.deepEqual(answers, [[1, 1, 2, 0, 2, 1], [...Array(8).fill("argument"), "export"], "refused", 1]);
});
