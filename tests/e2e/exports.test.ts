// A run is exported in five forms, by the method and by the menu, and a recorded run is opened again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { violations } from "./kit/accessible.ts";
import { withDownloads } from "./kit/downloads.ts";
import { type Params, pathOf, Playground } from "./kit/element.ts";
import { useSite } from "./kit/harness.ts";

const site = useSite();

type Kind = Parameters<NonNullable<HTMLElementTagNameMap["interleave-playground"]>["exportAs"]>[0];

async function open(lesson: string, params: Params = {}, view = {}): Promise<Playground> {
  return Playground.of(await site.open({ path: pathOf(lesson, params), ...view }));
}

/** Exports as text. */
async function exported(playground: Playground, kind: Kind): Promise<string> {
  return playground.handle.evaluate(async (element, kind) => (await element.exportAs(kind)).text(), kind);
}

/** Uses the command, and returns what it printed. */
function printed(...args: string[]): string {
  return execFileSync(process.env["INTERLEAVE_COMMAND"] ?? "", args, { encoding: "utf8", maxBuffer: 1e9 });
}

/** Opens a file as a reader who drops it on the timeline. */
async function drop(playground: Playground, name: string, contents: string): Promise<void> {
  await playground.handle.evaluate(
    (element, name, contents) => {
      const files = new DataTransfer();
      files.items.add(new File([contents], name, { type: "application/json" }));
      const stage = element.renderRoot.querySelector(".stage");
      for (const type of ["dragover", "drop"]) {
        stage?.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
      }
    },
    name,
    contents,
  );
}

/** Everything that is shown of a run. */
async function everything(playground: Playground): Promise<unknown> {
  return playground.handle.evaluate((element) => {
    const { summary, lines, moment, loopView, position, lesson, params } = element;
    return JSON.parse(JSON.stringify({ summary, lines, moment, loopView, position, lesson, params })) as unknown;
  });
}

test("JSON and Chrome traces are those of the command", async () => {
  const playground = await open("workers-as-tasks", { worker_2: "1.5" });
  const given = ["run", "workers-as-tasks", "--set", "worker_2=1.5", "--format"];
  assert.equal(await exported(playground, "json"), printed(...given, "json"));
  assert.equal(await exported(playground, "chrome-trace"), printed(...given, "chrome-trace"));
  await playground.show("ten-thousand", { pages: "600" });
  await playground.ended();
  const many = ["run", "ten-thousand", "--set", "pages=600", "--format"];
  assert.equal(await exported(playground, "json"), printed(...many, "json"));
  assert.equal(await exported(playground, "chrome-trace"), printed(...many, "chrome-trace"));
});

test("SVG is a picture with words and a legend, in the page's colours and language", async () => {
  for (const [lang, theme, title, legend] of [
    ["en", "light", "Two workers as tasks", "ready, waits to run"],
    ["zh-Hans", "dark", "两个", "就绪"],
  ] as const) {
    const playground = await open("workers-as-tasks", {}, { lang, theme });
    const svg = await exported(playground, "svg");
    const told = await playground.page.evaluate((svg) => {
      const picture = new DOMParser().parseFromString(svg, "image/svg+xml");
      const texts = [...picture.querySelectorAll("text")].map((text) => text.textContent);
      const ground = picture.querySelector("rect")?.getAttribute("fill");
      const title = picture.querySelector("title")?.textContent;
      return { texts, ground, title, root: picture.documentElement.nodeName };
    }, svg);
    assert.equal(told.root, "svg");
    assert.ok(told.title?.includes(title), told.title ?? "");
    assert.equal(told.ground, theme === "light" ? "#ffffff" : "#1a1f28");
    assert.ok(told.texts.some((text) => text?.includes(legend)), told.texts.join());
    assert.ok(["main", "worker_1", "worker_2"].every((name) => told.texts.includes(name)));
  }
});

test("every lesson has an SVG of less than 100 KB", async () => {
  const playground = await open("gather");
  const lessons = await playground.handle.evaluate((element) => element.lessons?.map(({ slug }) => slug) ?? []);
  for (const lesson of lessons) {
    await playground.show(lesson);
    await playground.ended();
    const svg = await exported(playground, "svg");
    assert.ok(svg.length > 500 && Buffer.byteLength(svg) < 100_000, `${lesson}: ${svg.length}`);
  }
});

test("PNG is twice as large as on the page, with all lanes", async () => {
  const playground = await open("gather");
  const sizes = async (params: Params) => {
    await playground.show("gather", params);
    await playground.ended();
    await playground.painted();
    return playground.handle.evaluate(async (element) => {
      const blob = await element.exportAs("png");
      const { width, height } = await createImageBitmap(blob);
      const shown = element.renderRoot.querySelector(".scroller")?.clientWidth ?? 0;
      return { type: blob.type, width, height, shown };
    });
  };
  const few = await sizes({});
  assert.equal(few.type, "image/png");
  assert.equal(few.width, 2 * Math.max(few.shown, 860));
  const many = await sizes({ urls: Array.from({ length: 100 }, () => "url_1").join() });
  // A hundred lanes more, each as high as the others.
  assert.ok(many.height > few.height + 90 * 2 * 30, `${few.height} ${many.height}`);
  await playground.show("ten-thousand");
  await playground.ended();
  const all = await playground.handle.evaluate(async (element) => {
    const { height } = await createImageBitmap(await element.exportAs("png"));
    return height;
  });
  assert.ok(all > 10_000 && all <= 16_384, `${all}`);
});

test("the text has every sentence in the page's language, and every line", async () => {
  for (const lang of ["en", "zh-Hans"]) {
    const playground = await open("cancel-and-errors", { cancel_after: "1" }, { lang });
    const text = await exported(playground, "text");
    const { said, lines, steps } = await playground.handle.evaluate(async (element) => {
      const said: string[] = [];
      element.toStart();
      const steps = element.position?.steps ?? 0;
      for (let step = 0; step < steps; step += 1) {
        await element.updateComplete;
        said.push(element.renderRoot.querySelector(".said")?.textContent?.trim() ?? "");
        element.stepForward();
      }
      return { said, lines: element.lines.map(({ text }) => text), steps };
    });
    assert.ok(steps > 8);
    said.forEach((sentence, index) => {
      const entry = text.split("\n").find((line) => line.startsWith(`${index + 1}. `));
      assert.ok(entry?.endsWith(sentence), `${entry} ${sentence}`);
    });
    for (const line of lines) assert.ok(text.includes(`    | ${line}\n`), line);
    assert.match(text, /cancel_after = 1\n/);
    assert.match(text, /2\.00/);
  }
});

test("a form that there is not is refused, and what never ran is run first", async () => {
  const page = await site.open({ path: "about:blank" });
  await page.goto(new URL("/", site.origins.page).href);
  const told = await page.evaluate(async () => {
    const element = document.createElement("interleave-playground");
    element.setAttribute("lesson", "blocking");
    document.body.append(element);
    const refused = await element.exportAs("gif" as "png").then(() => "", String);
    return [refused, (await (await element.exportAs("json")).text()).slice(0, 30)];
  });
  assert.match(told[0] ?? "", /“gif” is not an export format/);
  assert.match(told[1] ?? "", /"lesson": "blocking"/);
});

test("export, import and export again give the same bytes", async () => {
  for (const [lesson, params] of [
    ["producer-consumer", { items: "2" }],
    ["cancel-and-errors", { return_exceptions: "false" }],
    ["movies-gather", { limit: "3" }],
  ] as [string, Params][]) {
    const first = await open(lesson, params);
    const [json, shown] = [await exported(first, "json"), await everything(first)];
    const second = await open("gather");
    await drop(second, "run.json", json);
    await second.says(".tools-card .file", /run\.json/);
    assert.deepEqual(await everything(second), shown, lesson);
    assert.equal(await exported(second, "json"), json, lesson);
    assert.deepEqual(await second.texts(".notice"), []);
  }
});

test("a live run that was stopped is exported and opened as it is", async () => {
  const first = await open("producer-consumer");
  await first.set({ clock: "live" });
  await first.start();
  await first.says(".time", /^0\.[2-9]|^[1-9]/);
  const running = await first.handle.evaluate((element) => element.exportAs("json").then(() => "", String));
  assert.match(running, /The run has not ended yet/);
  await first.press("Stop");
  assert.equal((await first.ended()).outcome, "stopped");
  const json = await exported(first, "json");
  const second = await open("gather");
  await drop(second, "stopped.json", json);
  await second.says(".tools-card .file", /stopped\.json/);
  assert.equal((await second.summary())?.outcome, "stopped");
  assert.equal(await exported(second, "json"), json);
});

test("what the command wrote is opened, and what the page wrote the command shows", async () => {
  const folder = await mkdtemp(join(tmpdir(), "interleave-"));
  try {
    const path = join(folder, "gather.json");
    const playground = await open("gather", { urls: "url_1,url_3" });
    await writeFile(path, await exported(playground, "json"));
    assert.equal(printed("run", path), printed("run", "gather", "--set", "urls=url_1,url_3"));
    await drop(playground, "w.json", printed("run", "workers-as-tasks", "--set", "worker_1=0.5", "--format", "json"));
    await playground.says(".tools-card .file", /w\.json/);
    assert.equal((await playground.summary())?.seconds, 2);
    assert.deepEqual(await playground.handle.evaluate((element) => element.params), { worker_1: "0.5" });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a change of a parameter runs the lesson of a recorded run anew", async () => {
  const first = await open("workers-as-tasks", { worker_2: "3" });
  const json = await exported(first, "json");
  const second = await open("gather");
  await drop(second, "run.json", json);
  await second.says(".tools-card .file", /run\.json/);
  const starts = await second.handle.evaluateHandle((element) => {
    const starts: string[] = [];
    element.addEventListener("interleave-start", (event) => starts.push((event as CustomEvent).detail.lesson));
    return starts;
  });
  await second.fill("worker_2", "4");
  assert.equal((await second.ended()).seconds, 4);
  assert.deepEqual(await starts.jsonValue(), ["workers-as-tasks"]);
  assert.deepEqual(await second.texts(".tools-card .file"), []);
});

test("a wrong file is refused with a sentence, and nothing is lost", async () => {
  const playground = await open("gather", { urls: "url_1,url_2" });
  const json = await exported(playground, "json");
  await playground.seek(1);
  const before = await everything(playground);
  const cases: [string, RegExp][] = [
    ["", /is not a recording/],
    ["{", /is not a recording/],
    ["[]", /is not a recording/],
    ["null", /is not a recording/],
    ['{"lesson":"gather","params":{},"recording":"SUxWAw=="}', /is damaged/],
    [json.replace('"crawling url_1"', '"crawling url_9"'), /is damaged/],
    [json.replace('"seconds": 2.0', '"seconds": 3.0'), /is damaged/],
    [json.replace('"recording": "', '"recording": "!'), /is damaged/],
    [json.replace("url_1,url_2", "url_1,url_two"), /is damaged/],
    [json.replace('"lesson": "gather"', '"lesson": "my.py"'), /is a recording of my\.py/],
  ];
  for (const [contents, sentence] of cases) {
    await drop(playground, "wrong.json", contents);
    await playground.says(".notice", sentence);
    assert.match(await playground.text(".notice"), /“wrong\.json”/);
    assert.deepEqual(await everything(playground), before);
  }
  await drop(playground, "right.json", JSON.stringify(JSON.parse(json)));
  await playground.says(".tools-card .file", /right\.json/);
  assert.deepEqual(await playground.texts(".notice"), []);
});

test("the menu is used by keys, downloads files named after the lesson, and opens one", async () => {
  const playground = await open("workers-as-tasks");
  const { page } = playground;
  await withDownloads(page, async (download) => {
    let file = "";
    const names = ["svg", "png", "trace.json", "json", "txt"];
    for (const [index, end] of names.entries()) {
      const { name, path, text } = await download(async () => {
        await (await playground.part("button.export")).focus();
        await playground.key("Enter");
        await playground.says(".menu", /SVG/);
        for (let presses = 0; presses < index; presses += 1) await playground.key("ArrowDown");
        await playground.key("Enter");
      });
      assert.equal(name, `workers-as-tasks.${end}`);
      if (end !== "json") continue;
      file = path;
      assert.equal(text, await exported(playground, "json"));
    }
    await playground.show("gather");
    await playground.ended();
    await playground.press("Export");
    const [chooser] = await Promise.all([
      page.waitForFileChooser(),
      page.locator("interleave-playground >>> .menu button:last-of-type").click(),
    ]);
    await chooser.accept([file]);
    await playground.says(".tools-card .file", /workers-as-tasks\.json/);
    assert.equal((await playground.summary())?.lesson, "workers-as-tasks");
  });
});

test("the menu breaks no rule of accessibility, and closes", async () => {
  const playground = await open("gather");
  await playground.press("Export");
  await playground.says(".menu", /SVG/);
  assert.deepEqual(await violations(playground.page), []);
  const state = () =>
    playground.handle.evaluate((element) => {
      const button = element.renderRoot.querySelector(".export");
      const isOpen = element.renderRoot.querySelector(".menu:popover-open") !== null;
      return [isOpen, button?.getAttribute("aria-expanded"), (element.renderRoot as ShadowRoot).activeElement === button];
    });
  assert.deepEqual((await state()).slice(0, 2), [true, "true"]);
  await playground.key("Escape");
  await playground.painted();
  assert.deepEqual(await state(), [false, "false", true]);
});
