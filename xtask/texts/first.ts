// Says and draws while the site is built what the page shows first: `first FILE MODULES LANGUAGES LESSON WIDTH…`
// writes into the file, as JSON, what is told of the lesson, and its run as pictures of some widths, for the page
// to have them before its scripts. The modules are those of the page, so the picture is the one that it draws.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { FluentBundle } from "@fluent/bundle";

import { labelTextsOf } from "../../www/element/label_texts.ts";
import { Messages } from "../../www/element/messages.ts";
import { addPartSync } from "../../www/files/part.ts";
import * as exported from "../../www/pkg/exports.js";
import * as runtime from "../../www/pkg/runtime.js";

const [file = "", modules = "", languages = "", lesson = "", ...widths] = process.argv.slice(2);
const bytesOf = (name: string) => readFileSync(join(modules, name));

const first = runtime.initSync({ module: bytesOf("runtime_bg.wasm") });
for (const part of ["around", "hands", "lessons"]) {
  addPartSync(new WebAssembly.Module(bytesOf(`${part}_bg.wasm`)), first as unknown as WebAssembly.Exports);
}
exported.initSync({ module: bytesOf("exports_bg.wasm") });

const messages = new Messages("en", new FluentBundle("en", { useIsolating: false }), []);
for (const part of ["en", "en.around", `en.${lesson}`]) {
  messages.add(JSON.parse(readFileSync(join(languages, `${part}.json`), "utf8")));
}

const playground = new runtime.Playground();
const { snapshot } = playground.run(lesson, {}, undefined, runtime.PlayheadAfter.AtEnd, () => {});
const summary = snapshot?.summary;
if (!summary) throw new Error(`${lesson} does not end at once`);
const recorded = exported.Recorded.of(lesson, [], playground.record(), summary, [], []);
while (recorded?.read());

const told = (part: string) => messages.text(`lesson-${lesson}-${part}`);
const said = messages.text("timeline-description", {
  tasks: summary.taskCount,
  time: messages.seconds(summary.seconds),
  said: "",
});
const pictures = widths.map((width) => {
  recorded?.drawAs(Number(width), "auto", "", told("title"), labelTextsOf(messages));
  // Its place is as high as that of the picture which comes after it, however wide the page.
  return recorded?.stillPicture(said.trim()).replace(/(?=viewBox="0 0 \S+ (\S+)")/, 'height="$1" ') ?? "";
});
writeFileSync(file, JSON.stringify({ lesson, title: told("title"), summary: told("summary"), look: told("look"), pictures }));
