// The address says what is shown, and Back leads back.

import assert from "node:assert/strict";
import test from "node:test";

import type { Page } from "puppeteer-core";

import { Playground } from "./kit/element.ts";
import { useSite, type View } from "./kit/harness.ts";

const site = useSite();

async function open(view: View = {}): Promise<Playground> {
  return Playground.of(await site.open(view));
}

/** Waits until the address says something, and returns all that it says. */
async function says(page: Page, said: Record<string, string>): Promise<Record<string, string>> {
  await page.waitForFunction(
    (said) => {
      const state = new URLSearchParams(location.hash.slice(1));
      return Object.entries(said).every(([name, value]) => state.get(name) === value);
    },
    {},
    said,
  );
  return page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
}

/** Opens what the address of another page says, in a profile of its own. */
async function openAgain(page: Page, lang = "en"): Promise<Playground> {
  const { hash } = new URL(page.url());
  return open({ path: `/${hash}`, lang });
}

test("lesson, values, comparison, axis, step, code and language are in the address, and come from it", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.set({ params: "worker_1=1.5", compare: "workers-in-turn", axis: "time" });
  await playground.press("Rust");
  await playground.press("To the start");
  await playground.press("Next step");
  await playground.press("Next step");
  const said = await says(page, { step: "3", code: "rust", axis: "time", params: "worker_1=1.5" });
  assert.deepEqual(said, {
    v: "1",
    lesson: "workers-as-tasks",
    params: "worker_1=1.5",
    compare: "workers-in-turn",
    code: "rust",
    axis: "time",
    step: "3",
    lang: "en",
  });
  const again = await openAgain(page, "zh-CN");
  await again.says(".when", /step 3 of/);
  const shown = await again.handle.evaluate(({ lesson, params, compare, axis, code }) => ({ lesson, params, compare, axis, code }));
  assert.deepEqual(shown, {
    lesson: "workers-as-tasks",
    params: { worker_1: "1.5" },
    compare: "workers-in-turn",
    axis: "time",
    code: "rust",
  });
});

test("the clock is in the address, and a live run is the reader's to start", async () => {
  const playground = await open();
  await playground.set({ clock: "live" });
  await says(playground.page, { clock: "live" });
  const page = await site.open({ path: `/${new URL(playground.page.url()).hash}` });
  await page.waitForSelector("interleave-playground >>> button.start");
  const { clock, summary } = await page.$eval("interleave-playground", ({ clock, summary }) => ({ clock, summary }));
  assert.deepEqual({ clock, summary }, { clock: "live", summary: null });
});

test("the title names the lesson, and Back leads to the lesson before", async () => {
  const playground = await open();
  const { page } = playground;
  const at = async (title: string, lesson: string) => {
    await page.waitForFunction((title) => document.title === title, {}, `${title} · Interleave`);
    await page.waitForFunction((element, lesson) => element.summary?.lesson === lesson, {}, playground.handle, lesson);
  };
  await at("Two workers as tasks", "workers-as-tasks");
  await playground.press("Next step");
  await playground.press("Next step");
  await says(page, { step: "3" });
  await page.click('#course a[data-lesson="gather"]');
  await at("Four pages with gather", "gather");
  await playground.press("Next step");
  await says(page, { step: "2" });
  await page.click('#course a[data-lesson="words"]');
  await page.waitForFunction(() => document.title === "The words · Interleave");
  await page.goBack();
  await at("Four pages with gather", "gather");
  await playground.says(".when", /step 2 of/);
  await page.goBack();
  await at("Two workers as tasks", "workers-as-tasks");
  await playground.says(".when", /step 3 of/);
  await page.goForward();
  await at("Four pages with gather", "gather");
});

test("Back finds a lesson as it was left, however quickly", async () => {
  const playground = await open();
  const { page } = playground;
  await says(page, { step: "1" });
  await playground.handle.evaluate((element) => {
    for (let step = 0; step < 4; step += 1) element.stepForward();
    document.querySelector<HTMLElement>('#course a[data-lesson="gather"]')?.click();
  });
  await says(page, { lesson: "gather" });
  await page.goBack();
  await says(page, { lesson: "workers-as-tasks", step: "5" });
  await playground.says(".when", /step 5 of/);
});

test("steps and values leave no entries behind", async () => {
  const playground = await open();
  const { page } = playground;
  const entries = await page.evaluate(() => history.length);
  await playground.press("Next step");
  await playground.set({ params: "worker_1=2.5" });
  await says(page, { params: "worker_1=2.5" });
  assert.equal(await page.evaluate(() => history.length), entries);
});

test("addresses of before show what they showed: Rust, at the end", async () => {
  const playground = await open({ path: "/#v=1&lesson=gather&params=urls%3Durl_2%252Curl_1" });
  assert.equal(await playground.text(".file"), "gather.rs");
  assert.equal((await playground.summary())?.seconds, 2);
  assert.deepEqual(await playground.handle.evaluate(({ position }) => position?.atEnd), true);
  const python = await open({ path: "/#v=1&lesson=gather&code=python" });
  assert.equal(await python.text(".file"), "gather.py");
});

test("a step that is none is the first, and one beyond the end the last", async () => {
  for (const [step, wanted] of [["0", 1], ["-5", 1], ["abc", 1], ["%00", 1], ["1.5", 1], ["999999", 17], ["1e400", 17]] as const) {
    const playground = await open({ path: `/#v=1&lesson=gather&code=python&step=${step}` });
    await playground.says(".when", new RegExp(`step ${wanted} of 17`));
    // What is no number of a step is told; a run of another length has other numbers.
    if (step === "999999") assert.deepEqual(await playground.texts(".notice"), []);
    else await playground.says(".notice", /is not the number of a step/);
    await playground.page.close();
  }
});

test("an address of a later version shows the first lesson, and that is told", async () => {
  const playground = await open({ path: "/#v=99&lesson=gather" });
  await playground.says(".notice", /version 99, which is newer/);
  assert.equal(await playground.handle.evaluate(({ lesson }) => lesson), "workers-as-tasks");
});

test("what an address says is not what the reader chose", async () => {
  const playground = await open({ path: "/#v=1&lesson=gather&code=rust&lang=zh-Hans" });
  const { page } = playground;
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  await page.goto("about:blank");
  await page.goto(new URL("/", site.origins.page).href);
  const again = await Playground.of(page);
  await again.says(".file", /workers_as_tasks\.py/);
  assert.equal(await page.$eval("html", (html) => html.lang), "en");
});

test("whatever an address says that makes no sense is told, and nothing else of it is lost", async () => {
  const params = "worker_1=soon&worker_2=4&return_exceptions=maybe&python=2.7&colour=red";
  const state = { v: "1", lesson: "cancel-and-errors", params, code: "java", axis: "log", clock: "sand", lang: "tlh", step: "3" };
  const playground = await open({ path: `/#${new URLSearchParams(state)}` });
  for (const said of ["“soon” does not fit", "“maybe” is not an option", "“2.7” is not an option", "no parameter “colour”", "“java”", "“log”", "“sand”", "“tlh”"]) {
    await playground.says(".notice", new RegExp(said));
  }
  assert.deepEqual(await playground.handle.evaluate(({ params }) => params), { worker_2: "4" });
  await playground.says(".when", /step 3 of/);
  // A choice that there is not is marked, and shows what the run has.
  const choice = await playground.handle.evaluate((element) => {
    const select = element.renderRoot.querySelector<HTMLSelectElement>("#field-return_exceptions");
    return [select?.value, select?.ariaInvalid ?? select?.getAttribute("aria-invalid")];
  });
  assert.deepEqual(choice, ["true", "true"]);
  // What is right is told no more.
  await (await playground.part("#field-return_exceptions")).select("false");
  await playground.painted();
  assert.doesNotMatch(await playground.text(".notice"), /maybe/);
});

for (const [lesson, given, said] of [
  ["workers-as-tasks", "worker_1=21", /“21” does not fit/],
  ["threads", "threads=0", /“0” does not fit/],
  ["threads", "urls=url_x", /“url_x” is not a page/],
  ["cancel-and-errors", "return_exceptions=maybe", /return_exceptions: “maybe” is not an option/],
] as const) {
  test(`a notice tells of ${given} in the address`, async () => {
    const playground = await open({ path: `/#${new URLSearchParams({ v: "1", lesson, params: given })}` });
    await playground.says(".notice", said);
    assert.deepEqual(await playground.handle.evaluate(({ params }) => params), {});
  });
}
