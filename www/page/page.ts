// The page around the element: the course, the address, a language and colours.
//
// It uses the element as any stranger's page would: attributes in, events out. Only the hints look inside,
// since they point at what is there.

import "../element/place/registered.ts";

import { DEFAULT_LESSON } from "../element/attributes.ts";
import { loadEngine, type LessonInfo } from "../element/engine.ts";
import { late } from "../element/loading.ts";
import { AROUND, loadMessages, type Messages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";
import { type Address, addressOf, readAddress, WORDS, writeAddress, writeProgram } from "./address.ts";
import { Course, titleOf } from "./course.ts";
import { frame } from "./frame.ts";
import type { Hints } from "./hints.ts";
import { icon, make, type Tools } from "./make.ts";
import { QuestionCard } from "./question.ts";
import { loadSheet } from "./sheets.ts";
import { HINT_COUNT, hintsGone, keep, kept } from "./storage.ts";

function find<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const playground = find<InterleavePlayground>("interleave-playground");
/** What is told of a lesson; part of it stands in the element, and goes where that goes. */
const told = {
  account: find(".account"),
  summary: find("#summary"),
  look: find("#look"),
  why: find("#why"),
  docs: find<HTMLAnchorElement>("#docs"),
  needs: find("#needs"),
};
const languageSelect = find<HTMLSelectElement>("#language");
const themeSelect = find<HTMLSelectElement>("#theme");

/** The lesson of the first minute, as the page names it. */
const FIRST_LESSON = playground.getAttribute("lesson") ?? "";

/** Where Python's documentation is. */
const PYTHON_DOCS = "https://docs.python.org/3/";

/** What is handed to parts that are loaded later. */
const tools: Tools = { make, icon, loadSheet };

let language = kept("language") ?? navigator.language;
/** The language that the address says, if it says one. */
let addressLanguage: string | null = null;
let messages: Messages | undefined;
let [lessons, isWords]: [LessonInfo[], boolean] = [[], false];
/** Where the playhead is to stand once the lesson has run: the number of a stop; null where it is. */
let stop: number | null = 1;
let hints: Hints | undefined;
/** The lesson that the reader asked for last. */
let wanted = "";
/** What came with the page, or with Back, behind the address's `#`. */
let arrived = location.hash;
/** Whether the address stays as it came, since nothing of it is shown. */
let isUnread = false;

const course = new Course(find("#course"), find("#pager"), find(".onward"), {
  first: FIRST_LESSON,
  addressOf: (lesson) => fresh(lesson),
  open: async (lesson) => {
    wanted = lesson;
    // Offline everything stays as it is, and the last wish counts.
    if (!(await playground.extras.tried(prepare(lesson))) || wanted !== lesson) return;
    // What is left behind is as it was when Back comes to it.
    playground.stop();
    writeNow();
    const isOther = lesson !== (isWords ? WORDS : playground.lesson);
    go(fresh(lesson));
    history[isOther ? "pushState" : "replaceState"](null, "", writeAddress(fresh(lesson)));
    void show();
    window.scrollTo(0, 0);
  },
});

/** Loads what is needed to show a lesson, or the chapter of the words. */
async function prepare(lesson: string): Promise<void> {
  if (lesson === WORDS) await Promise.all([loadWords(), messages?.loadMore("word"), loadSheet("words")]);
  const info = lessons.find(({ slug }) => slug === lesson);
  if (info) await Promise.all([playground.assets.meet(info, undefined, playground.code, messages), messages?.loadMore(lesson)]);
}

function loadWords() {
  return late("words", () => import("./words.ts"));
}

const question = new QuestionCard(find("#question"), () => {
  playground.toStart();
  playground.togglePlay();
});

// ---- the address

/** Returns the address of a lesson at its start. */
function fresh(lesson: string): Address {
  const { code, axis } = playground;
  return { lesson, params: {}, compare: "", code, axis, clock: "simulated", view: "full", step: 1, lang: addressLanguage };
}

/** Shows what an address says. */
function go(address: Address): void {
  find<HTMLElement & { hidePopover(): void }>("#course").hidePopover();
  isUnread = false;
  isWords = address.lesson === WORDS;
  find("#words").hidden = !isWords;
  find("#lesson").hidden = isWords;
  addressLanguage = address.lang;
  window.clearTimeout(addressTimer);
  addressTimer = 0;
  if (isWords) return playground.stop();
  // A program that was opened gives way, also to the lesson that it had taken the place of.
  if (playground.given.program) playground.given.leave();
  const { params, compare, code, axis, clock, view, program } = address;
  const before = running();
  playground.stop();
  const lesson = address.lesson || FIRST_LESSON;
  Object.assign(playground, { program: program || null, lesson, params, compare, code, axis, clock, view });
  chosen.code = code;
  stop = address.step;
  // What has run already has its playhead moved, and nothing else.
  if (running() === before) toStop();
}

/** Returns what decides how a run goes. */
function running(): string {
  const { lesson, params, clock } = playground;
  return JSON.stringify([lesson, params, clock]);
}

/** Shows what of the address could not be shown at once, and says what of it makes no sense. */
async function note(): Promise<void> {
  const [said, hash, isShown] = [messages, arrived, !isUnread];
  if (!said || !/^#(.*&)?v=/.test(hash)) return;
  const met = late("shared", () => import("./shared.ts")).then(({ meet }) => meet(hash, isShown, said));
  const { address = null, notices = [] } = (await met.catch((error) => void (isShown || playground.extras.fail(error)))) ?? {};
  if (hash !== arrived) return;
  if (address) {
    go(address);
    await playground.updateComplete;
    await (address.lang ? speak() : show());
  }
  if (notices.length > 0) playground.extras.note(notices.join(" "));
}

/** Moves the playhead to the stop that was asked for. */
function toStop(): void {
  if (stop === null || playground.summary === null) return;
  const number = stop - 1;
  stop = null;
  playground.player?.move((shown) => (number > 0 ? shown.goToEntry(number) : shown.toStart()));
}

/** How long values rest before the address has them, in milliseconds. */
const ADDRESS_REST_MS = 200;

let addressTimer = 0;

/**
 * Puts what is shown into the address once it rests, so that a reload shows the same.
 *
 * A new address costs a browser more than the whole picture, and it refuses more than some hundred
 * in a row: fewer than a slider has values.
 */
function writeAddressSoon(): void {
  window.clearTimeout(addressTimer);
  addressTimer = window.setTimeout(writeNow, ADDRESS_REST_MS);
}

/** Writes the address, if it waits to be written. */
function writeNow(): void {
  window.clearTimeout(addressTimer);
  if (addressTimer === 0 || isWords || isUnread) return;
  if (isOwn()) return writeProgram(playground);
  // While a run is played its stops pass by: the address has the one at which it comes to rest.
  if (playground.isPlaying) return writeAddressSoon();
  addressTimer = 0;
  const lang = addressLanguage ?? messages?.language ?? language;
  history.replaceState(null, "", writeAddress(addressOf(playground, lang)));
}

// ---- what is shown

/** Puts every text of the page into the language that fits best. */
async function speak(): Promise<void> {
  const [known, all] = await Promise.all([loadMessages(addressLanguage ?? language, [AROUND]), loadEngine()]);
  [messages, lessons] = [known, all];
  document.documentElement.lang = known.language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    const text = known.text(element.dataset["text"] ?? "");
    // What is as it was needs no new layout.
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) {
    element.setAttribute("aria-label", known.text(element.dataset["label"] ?? ""));
  }
  fillLanguages(known);
  playground.lang = known.language;
  await frame();
  await show();
  // The run may have been over before its question could be said, and the hints.
  ask();
  if (playground.summary) await hint();
}

/** Offers the languages of the site, each under its own name. */
function fillLanguages({ language, languages }: Messages): void {
  const options = languages.map(([tag, name]) => {
    const option = new Option(name, tag);
    option.lang = tag;
    return option;
  });
  languageSelect.replaceChildren(...options);
  languageSelect.value = language;
}

/** Shows the texts of the lesson, or the chapter of the words. */
async function show(): Promise<void> {
  const said = messages;
  if (!said) return;
  if (isOwn() && !isWords) return showProgram(said, playground.given.program?.name ?? "program.py");
  // Where there is no such lesson the element shows its own first.
  const indexOf = (lesson: string) => lessons.findIndex(({ slug }) => slug === lesson);
  const at = indexOf(playground.lesson) < 0 ? indexOf(DEFAULT_LESSON) : indexOf(playground.lesson);
  const lesson = lessons[at];
  const title = isWords || !lesson ? said.text("words-title") : titleOf(said, lesson.slug);
  document.title = said.text("page-title-of", { title });
  find("#here").textContent = title;
  find("#count").textContent = isWords ? "" : said.text("lesson-count", { number: at + 1, count: lessons.length });
  course.show(said, lessons, isWords ? WORDS : (lesson?.slug ?? ""));
  course.reveal();
  if (isWords) return (await loadWords()).showWords(find("#words"), said, tools);
  find("#title").textContent = title;
  if (lesson) await tell(said, lesson);
}

/** Whether a program is shown, or is to be. */
const isOwn = (): boolean => playground.given.isOther || playground.given.program !== null;
/** Shows the name of a program that was opened, of which nothing is told. */
function showProgram(said: Messages, name: string): void {
  document.title = said.text("page-title-of", { title: name });
  find("#title").textContent = find("#here").textContent = name;
  find("#count").textContent = "";
  for (const part of [told.summary, told.look, told.why, told.docs, told.needs]) part.hidden = true;
  course.show(said, lessons, "");
}

/** Shows what is told of a lesson, which is loaded when it is opened. */
async function tell(said: Messages, lesson: LessonInfo): Promise<void> {
  await said.loadMore(lesson.slug);
  // The reader may have gone on meanwhile.
  if (said !== messages || find("#title").textContent !== titleOf(said, lesson.slug)) return;
  for (const part of ["summary", "look", "why"] as const) {
    const paragraph = told[part];
    const text = said.maybe(`lesson-${lesson.slug}-${part}`);
    paragraph.textContent = text ?? "";
    paragraph.hidden = text === undefined;
  }
  told.docs.hidden = false;
  told.docs.href = PYTHON_DOCS + lesson.docs;
  // A crawl's listing imports a module that plain Python has not.
  told.needs.hidden = !lesson.fetches;
}

function ask(): void {
  if (!messages) return;
  question.show(messages, playground.lesson, isOwn() ? null : (playground.player?.question ?? null));
}

/** Whether this is the first minute of a reader. */
function isFirst(): boolean {
  return hintsGone() < HINT_COUNT && !isWords && playground.lesson === FIRST_LESSON;
}

/** Shows the hints of the first minute, to a reader who has not seen them. */
async function hint(): Promise<void> {
  document.documentElement.toggleAttribute("data-first", isFirst());
  if (!isFirst()) hints?.hide();
  if (!isFirst() || !messages) return;
  const [{ Hints }] = await Promise.all([import("./hints.ts"), loadSheet("hints"), playground.updateComplete]);
  hints ??= new Hints(playground, tools, hintsGone(), (gone, areAll) => {
    keep("hints", String(gone));
    if (areAll) document.documentElement.removeAttribute("data-first");
  });
  hints.show(messages);
}

/** On a phone the lesson fills the screen, and what is told of it stands together below. */
const phone = matchMedia("(max-width: 732px), (max-height: 500px)");

function placeTexts(): void {
  if (phone.matches) told.account.prepend(told.summary, told.look);
  else find("#lesson > header").append(told.summary, told.look);
}

placeTexts();
phone.addEventListener("change", placeTexts);

// ---- what the reader does

/** What the reader chose in the element, which is kept. */
const chosen: Record<"code" | "pace" | "speed", string> = { code: "", pace: "", speed: "" };

/** Keeps what the reader chose in the element, and not what an address said. */
function keepChoices(): void {
  for (const name of ["code", "pace", "speed"] as const) {
    const value = String(playground[name]);
    if (value !== chosen[name]) keep(name, value);
    chosen[name] = value;
  }
}

function dress(theme: string): void {
  document.documentElement.dataset["theme"] = theme;
  themeSelect.value = theme;
  playground.theme = theme;
}

languageSelect.addEventListener("change", async () => {
  const wanted = languageSelect.value;
  const load = loadMessages(wanted, [AROUND]).then((spoken) => spoken.loadMore(playground.currentLesson?.slug ?? FIRST_LESSON));
  if (!(await playground.extras.tried(load))) {
    languageSelect.value = messages?.language ?? language;
    return;
  }
  language = wanted;
  addressLanguage = null;
  keep("language", language);
  void speak().then(writeAddressSoon);
});

themeSelect.addEventListener("change", () => {
  keep("theme", themeSelect.value);
  dress(themeSelect.value);
});

playground.addEventListener("interleave-finish", () => {
  toStop();
  // The element has the question once it has taken the run.
  void playground.updateComplete.then(ask);
  void frame().then(show).then(hint).then(() => document.documentElement.removeAttribute("data-loading"));
  writeAddressSoon();
});

playground.addEventListener("interleave-step", () => {
  const { step = 1, atEnd = true } = playground.position ?? {};
  question.card.classList.toggle("begun", step > 1 && !atEnd);
  writeAddressSoon();
  // The end that a run comes to by itself is nothing that the reader has reached.
  if (playground.given.program || stop !== null || !playground.position?.atEnd || !playground.summary || !messages) return;
  if (course.done(playground.lesson)) course.show(messages, lessons, playground.lesson);
});

// The element's own choices set its attributes.
new MutationObserver(() => {
  keepChoices();
  writeAddressSoon();
}).observe(playground, { attributeFilter: ["code", "pace", "speed", "compare", "axis", "clock"] });

window.addEventListener("popstate", () => {
  arrived = location.hash;
  const address = readAddress(location.hash) ?? fresh(FIRST_LESSON);
  const isOther = address.lang !== null && address.lang !== messages?.language;
  go(address);
  isUnread = readAddress(arrived) === null;
  void (isOther ? speak() : show()).then(note);
});

find("#skip").addEventListener("click", (event) => {
  event.preventDefault();
  playground.renderRoot.querySelector<HTMLElement>(".stage")?.focus();
});

find("#embed").addEventListener("click", () => {
  const said = messages;
  if (!said) return;
  const load = late("embed", () => import("./embed.ts"));
  void playground.extras.tried(load.then(({ showEmbed }) => showEmbed(playground, said, tools)));
});

find("#course").addEventListener("toggle", () => course.reveal());

dress(kept("theme") ?? "auto");
playground.code = kept("code") ?? "python";
playground.pace = kept("pace") ?? "reading";
playground.speed = kept("speed") ?? "1";
for (const name of ["code", "pace", "speed"] as const) chosen[name] = String(playground[name]);
const address = readAddress(location.hash);
if (address) go(address);
else isUnread = /^#(.*&)?v=/.test(arrived);
document.documentElement.toggleAttribute("data-first", isFirst());
void speak().then(note).catch(() => {
  // The element says what could not be loaded.
});
