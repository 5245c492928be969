// What a reader changes is run at once; what makes no sense is refused where it was typed, and the
// last good run stays.

import assert from "node:assert/strict";
import test from "node:test";

import { type Params, pathOf, Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

async function open(lesson: string, params: Params = {}, view: View = {}): Promise<Playground> {
  return Playground.of(await site.open({ ...view, path: pathOf(lesson, params) }));
}

/** Returns what a field holds, whether it is marked as wrong, and what is said of it. */
async function field(playground: Playground, name: string) {
  return playground.handle.evaluate((element, name) => {
    const root = element.renderRoot;
    const field = root.querySelector<HTMLInputElement>(`#field-${name}`);
    const about = field?.getAttribute("aria-describedby") ?? "none";
    return {
      value: field?.value,
      invalid: field?.getAttribute("aria-invalid"),
      said: root.querySelector<HTMLElement>(`#${about}`)?.innerText.trim() ?? "",
    };
  }, name);
}

/** Tells whether the timeline has a picture: more than one colour. */
async function hasPicture(playground: Playground): Promise<boolean> {
  return playground.handle.evaluate((element) => {
    const canvas = element.renderRoot.querySelector("canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size > 4;
  });
}

interface Wrong {
  lesson: string;
  name: string;
  value: string;
  /** What the sentence has to hold: the value, and what would be right. */
  said: RegExp;
  right: string;
  seconds: number;
}

const wrong: Wrong[] = [
  {
    lesson: "gather",
    name: "urls",
    value: "url_1,url_two",
    said: /url_two.*name and seconds/,
    right: "url_1,url_2",
    seconds: 2,
  },
  {
    lesson: "gather",
    name: "urls",
    value: "url_1,url_2,page",
    said: /“page” is not a page.*name and seconds/,
    right: "url_1,url_2:2.5",
    seconds: 2.5,
  },
  {
    lesson: "gather",
    name: "urls",
    value: "url_1,url_61",
    said: /url_61.*at most 60 seconds/,
    right: "url_60",
    seconds: 60,
  },
  { lesson: "gather", name: "urls", value: "", said: /no page.*1 to 200/, right: "url_3", seconds: 3 },
  {
    lesson: "gather",
    name: "urls",
    value: Array(201).fill("url_1").join(","),
    said: /201 pages.*1 to 200/,
    right: Array(200).fill("url_1").join(","),
    seconds: 1,
  },
  {
    lesson: "workers-as-tasks",
    name: "worker_1",
    value: "-1",
    said: /-1.*seconds, 0 to 20/,
    right: "2.5",
    seconds: 2.5,
  },
  {
    lesson: "workers-as-tasks",
    name: "worker_2",
    value: "<b>soon</b>",
    said: /<b>soon<\/b>.*seconds, 0 to 20/,
    right: "0",
    seconds: 1,
  },
  {
    lesson: "workers-as-tasks",
    name: "worker_2",
    value: "1e999",
    said: /1e999.*seconds, 0 to 20/,
    right: "20",
    seconds: 20,
  },
  {
    lesson: "producer-consumer",
    name: "producers",
    value: "1000000000",
    said: /1000000000.*number, 1 to 20/,
    right: "20",
    seconds: 10,
  },
  {
    lesson: "producer-consumer",
    name: "stop_after",
    value: "NaN",
    said: /NaN.*seconds, 0 to 20/,
    right: "5",
    seconds: 5,
  },
  {
    lesson: "movies-gather",
    name: "site",
    value: "javascript:alert(1)",
    said: /javascript:alert\(1\).*not an address/,
    right: "http://127.0.0.1:1/",
    seconds: 0,
  },
];

for (const { lesson, name, value, said, right, seconds } of wrong) {
  const shown = value.length > 30 ? `${value.slice(0, 30)}…` : value;
  test(`${lesson} refuses ${name}=${shown} and takes what is right`, async () => {
    const playground = await open(lesson);
    const good = await playground.summary();
    assert.equal((await field(playground, name)).invalid, "false");

    await playground.fill(name, value);
    const refused = await field(playground, name);
    assert.deepEqual([refused.value, refused.invalid], [value, "true"]);
    assert.match(refused.said, said);
    assert.deepEqual(await playground.summary(), good, "the last good run is gone");
    assert.ok(await hasPicture(playground), "the picture is gone");
    assert.deepEqual(await playground.handle.evaluate((element) => element.params), {});

    await playground.fill(name, right);
    assert.equal((await field(playground, name)).invalid, "false");
    assert.doesNotMatch((await field(playground, name)).said, said);
    if (!lesson.startsWith("movies")) {
      assert.equal((await playground.summary())?.seconds, seconds);
    }
  });
}

test("a wrong value is refused in the reader's language", async () => {
  const playground = await open("workers-as-tasks", {}, { lang: "zh-CN" });
  await playground.fill("worker_1", "-1");
  assert.match((await field(playground, "worker_1")).said, /“-1”无效，请输入 0 到 20 之间的秒数/);
});

test("a wrong value in an address gives the default and says so", async () => {
  const playground = await open("workers-as-tasks", { worker_1: "soon", worker_2: "4" });
  assert.equal((await playground.summary())?.seconds, 4);
  // How a wrong value is refused is loaded when it is to be said.
  await playground.says("[id]", /soon.*seconds, 0 to 20/);
  assert.match((await field(playground, "worker_1")).said, /soon.*seconds, 0 to 20/);
  assert.deepEqual(await playground.handle.evaluate((element) => element.params), { worker_2: "4" });
});

test("a value that the lesson does not have is left out and told", async () => {
  const playground = await open("gather", { colour: "red", urls: "url_2" });
  assert.equal((await playground.summary())?.seconds, 2);
  assert.match(await playground.text(".notice"), /no parameter “colour”.*urls/);
});

test("params that are none give the defaults and a notice", async () => {
  const playground = await open("gather");
  await playground.set({ params: "%%%&=&100" });
  await playground.painted();
  assert.equal((await playground.summary())?.seconds, 4);
  assert.match(await playground.text(".notice"), /100/);
});

test("a lesson that does not exist is told, and gather shown", async () => {
  const playground = await open("no-such-lesson");
  const summary = await playground.summary();
  assert.deepEqual([summary?.lesson, summary?.seconds], ["gather", 4]);
  assert.match(await playground.text(".notice"), /“no-such-lesson”.*“gather”/);
  const current = await playground.page.$$eval("#course [aria-current]", (links) => links.map(({ textContent }) => textContent));
  assert.deepEqual(current, ["Four pages with gather"]);
});

/** Attributes that make no sense. */
const attributes: Record<string, string>[] = [
  { speed: "fast" },
  { speed: "1000" },
  { clock: "sundial" },
  { view: "sideways" },
];

for (const attribute of attributes) {
  const [name = "", value = ""] = Object.entries(attribute)[0] ?? [];
  test(`the attribute ${name}="${value}" is told and does no harm`, async () => {
    const playground = await open("gather");
    await playground.set(attribute);
    await playground.painted();
    assert.match(await playground.text(".notice"), new RegExp(`“${value}”`));
    assert.equal((await playground.run()).seconds, 4);
    await playground.set({ [name]: name === "speed" ? "2" : "" });
  });
}

test("a page's slider changes the run while it moves, and the sentence follows", async () => {
  const playground = await open("gather");
  const sliders = await playground.page.$$("interleave-playground >>> .urls input[type=range]");
  assert.equal(sliders.length, 4);
  await sliders[3]?.focus();
  for (const [key, seconds] of [
    ["ArrowRight", 4.1],
    ["ArrowRight", 4.2],
    ["ArrowLeft", 4.1],
    ["End", 10],
    ["Home", 3],
  ] as const) {
    await playground.page.keyboard.press(key);
    await playground.handle.evaluate((element) => element.updateComplete);
    assert.equal((await playground.summary())?.seconds, seconds, key);
  }
  // The page keeps its name while its seconds change.
  assert.equal((await field(playground, "urls")).value, "url_1,url_2,url_3,url_4:0");
  await playground.painted();
  assert.match(await playground.text(".wall-time"), /3\.00 s/);
  await playground.page.waitForFunction(() => decodeURIComponent(decodeURIComponent(location.hash)).includes("url_4:0"));
});

test("a slider that is dragged for long is followed, by the address when it rests", async () => {
  const playground = await open("gather");
  const slider = await playground.part(".urls li:last-child input[type=range]");
  // As many moves as a finger makes in five seconds. Browsers refuse more than a hundred new
  // addresses in that time.
  const addresses = await playground.handle.evaluate(async (element, slider) => {
    let addresses = 0;
    const replace = history.replaceState.bind(history);
    history.replaceState = (...state) => {
      addresses += 1;
      replace(...state);
    };
    const input = slider as HTMLInputElement;
    for (let move = 0; move <= 300; move += 1) {
      input.value = move === 300 ? "9" : String((move % 60) / 10);
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await element.updateComplete;
    }
    return addresses;
  }, slider);
  assert.equal((await playground.summary())?.seconds, 9);
  assert.ok(addresses < 100, `the address was changed ${addresses} times`);
  await playground.page.waitForFunction(() => decodeURIComponent(decodeURIComponent(location.hash)).includes("url_4:9"));
});

test("pages are added and removed, but for the last", async () => {
  const playground = await open("gather");
  await playground.press("Add a page");
  assert.equal((await field(playground, "urls")).value, "url_1,url_2,url_3,url_4,url_5");
  assert.equal((await playground.summary())?.seconds, 5);
  for (const url of ["url_5", "url_4", "url_3", "url_1"]) await playground.press(`Remove ${url}`);
  assert.equal((await field(playground, "urls")).value, "url_2");
  const summary = await playground.summary();
  assert.deepEqual([summary?.seconds, summary?.tasks.length], [2, 2]);
  const last = await playground.part(".urls button");
  assert.equal(await last.evaluate((button) => (button as HTMLButtonElement).disabled), true);
});

test("Reset gives the lesson's own values back", async () => {
  const playground = await open("producer-consumer", { producers: "3", stop_after: "6" });
  assert.equal((await playground.summary())?.seconds, 6);
  await playground.fill("items", "many");
  await playground.press("Reset");
  assert.equal((await playground.summary())?.seconds, 10);
  assert.equal((await field(playground, "items")).value, "5");
  assert.equal((await field(playground, "items")).invalid, "false");
  assert.equal((await field(playground, "producers")).value, "2");
  // The address has none of the values any more.
  await playground.page.waitForFunction(() => {
    const state = new URLSearchParams(location.hash.slice(1));
    return state.get("lesson") === "producer-consumer" && state.has("code") && !state.has("params");
  });
});

test("a choice is taken when it is chosen", async () => {
  const playground = await open("cancel-and-errors");
  const select = await playground.part("#field-return_exceptions");
  await select.select("false");
  await playground.painted();
  assert.equal((await playground.summary())?.outcome, "raised");
});

/** Returns where the sliders are, and what the code says. */
async function shown({ handle }: Playground) {
  return handle.evaluate((element) => ({
    sliders: [...element.renderRoot.querySelectorAll<HTMLInputElement>("input[type=range]")].map(({ value }) => value),
    code: element.renderRoot.querySelector<HTMLElement>(".code")?.innerText,
    params: { ...element.params },
  }));
}

test("a page has its name, a slider and a number that can be typed", async () => {
  const playground = await open("gather");
  const numbers = await playground.page.$$("interleave-playground >>> .urls .number input");
  const modes = await Promise.all(numbers.map((field) => field.evaluate((field) => field.getAttribute("inputmode"))));
  assert.deepEqual(modes, Array(4).fill("decimal"));
  await playground.fill("urls-3", "2,5");
  assert.equal((await field(playground, "urls")).value, "url_1,url_2:2.5,url_3,url_4");
  assert.deepEqual((await shown(playground)).sliders, ["1", "2.5", "3", "4"]);
  assert.match(await playground.text(".code"), /\("url_2", 2\.5\)/);
  // Once the field is left it shows what is kept.
  await (await playground.part("#field-urls")).focus();
  await playground.painted();
  assert.equal((await field(playground, "urls-3")).value, "2.5");
});

test("a number is typed with a decimal comma and with full-width digits", async () => {
  const playground = await open("workers-as-tasks");
  for (const [typed, kept] of [
    ["1,5", "1.5"],
    ["２．５", "2.5"],
    ["０，５", "0.5"],
  ] as const) {
    await playground.fill("worker_1", typed);
    // What is typed stays as it is while it is typed.
    assert.deepEqual(await field(playground, "worker_1"), { value: typed, invalid: "false", said: "How long worker_1 sleeps." });
    const { sliders, params } = await shown(playground);
    assert.deepEqual([sliders[0], params], [kept, { worker_1: kept }]);
  }
  await (await playground.part("#field-worker_2")).focus();
  await playground.painted();
  assert.equal((await field(playground, "worker_1")).value, "0.5");
});

test("a wrong value moves nothing, is not lost, and holds no other value up", async () => {
  const playground = await open("workers-as-tasks", { worker_1: "1.5" });
  const before = await shown(playground);
  await playground.fill("worker_1", "abc");
  assert.deepEqual(await shown(playground), before);
  await playground.fill("worker_2", "3");
  assert.deepEqual((await shown(playground)).sliders, ["1.5", "3"]);
  assert.equal((await playground.summary())?.seconds, 3);
  const wrong = await field(playground, "worker_1");
  assert.deepEqual([wrong.value, wrong.invalid], ["abc", "true"]);
  assert.match(wrong.said, /abc.*seconds, 0 to 20/);
  await playground.fill("worker_1", "4");
  assert.deepEqual([(await field(playground, "worker_1")).invalid, (await playground.summary())?.seconds], ["false", 4]);
});

test("a wrong number of a page moves nothing, and is named beside it", async () => {
  const playground = await open("gather");
  const before = await shown(playground);
  await playground.fill("urls-3", "abc");
  assert.deepEqual(await shown(playground), before);
  assert.equal((await field(playground, "urls-3")).value, "abc");
  assert.equal((await field(playground, "urls-3")).invalid, "true");
  assert.equal((await field(playground, "urls-1")).invalid, "false");
  assert.match((await field(playground, "urls-3")).said, /“abc” does not fit.*seconds, 0 to 60/);
  await playground.fill("urls-3", "0.5");
  assert.deepEqual((await shown(playground)).sliders, ["1", "0.5", "3", "4"]);
});

test("of a wrong value nothing is left that it was while it was typed", async () => {
  const playground = await open("gather");
  const before = await shown(playground);
  const typed: [string, string][] = [["urls-1", "60.0001"], ["urls-1", "0x10"], ["urls", "url_99"], ["urls", "url_1:1,x"]];
  for (const [name, text] of typed) {
    const input = await playground.part(`#field-${name}`);
    await input.evaluate((input) => (input as HTMLInputElement).select());
    await input.type(text);
    await playground.painted();
    assert.equal((await field(playground, name)).value, text);
    assert.equal((await field(playground, name)).invalid, "true", text);
    assert.deepEqual(await shown(playground), before, text);
    assert.deepEqual(await playground.handle.evaluate(({ params }) => params), {}, text);
    await playground.handle.evaluate((element) => element.edits.reset());
    await playground.painted();
  }
});

test("a long wrong value is named within its place", async () => {
  const playground = await open("gather");
  await playground.fill("urls", "x".repeat(500));
  await playground.painted();
  const { page } = playground;
  const [wide, room] = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, innerWidth]);
  assert.ok((wide ?? 0) <= (room ?? 0), `the page is ${wide} px wide`);
});
