// The page around the element: choosing a lesson, a language and colours, and the line to embed.
//
// It uses the element as any stranger's page would: attributes in, events out.

import "../element/define.ts";

import { loadEngine, type LessonInfo } from "../element/engine.ts";
import { loadMessages, type Messages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";

/** The version of the state in the address. */
const ADDRESS_VERSION = "1";

function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const playground = find<InterleavePlayground>("interleave-playground");
const lessonSelect = find<HTMLSelectElement>("#lesson");
const languageSelect = find<HTMLSelectElement>("#language");
const themeSelect = find<HTMLSelectElement>("#theme");
const dialog = find<HTMLDialogElement>("#embed-dialog");

/** What is kept for the next visit. Without storage the page works all the same. */
const kept = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(`interleave-${name}`);
    } catch {
      return null;
    }
  },
  set(name: string, value: string): void {
    try {
      localStorage.setItem(`interleave-${name}`, value);
    } catch {
      // A page that may keep nothing keeps nothing.
    }
  },
};

/** Takes the lesson and its values from the address, if it has them. */
function readAddress(): void {
  const state = new URLSearchParams(location.hash.slice(1));
  if (state.get("v") !== ADDRESS_VERSION) return;
  const lesson = state.get("lesson");
  if (lesson) playground.lesson = lesson;
  playground.code = state.get("code") ?? "rust";
  playground.params = Object.fromEntries(new URLSearchParams(state.get("params") ?? ""));
  playground.compare = state.get("compare") ?? "";
}

/** How long values rest before the address has them, in milliseconds. */
const ADDRESS_REST_MS = 200;

let addressTimer = 0;

/**
 * Puts the lesson and its values into the address once they rest, so that a reload shows the same.
 *
 * A new address costs a browser more than the whole picture, and it refuses more than some hundred
 * in a row: fewer than a slider has values.
 */
function writeAddressSoon(): void {
  window.clearTimeout(addressTimer);
  addressTimer = window.setTimeout(writeAddress, ADDRESS_REST_MS);
}

function writeAddress(): void {
  const state = new URLSearchParams({ v: ADDRESS_VERSION, lesson: playground.lesson });
  const params = new URLSearchParams(playground.params).toString();
  if (params) state.set("params", params);
  if (playground.code === "python") state.set("code", "python");
  if (playground.compare) state.set("compare", playground.compare);
  history.replaceState(null, "", `#${state}`);
}

/** Offers the lessons in their groups. */
function fillLessons(messages: Messages, lessons: LessonInfo[]): void {
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { slug, group } of lessons) {
    const element = groups.get(group) ?? document.createElement("optgroup");
    groups.set(group, element);
    element.label = messages.text(`group-${group}`);
    element.append(new Option(messages.text(`lesson-${slug}-title`), slug));
  }
  lessonSelect.replaceChildren(...groups.values());
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

function showLesson(messages: Messages): void {
  const known = lessonSelect.querySelector(`option[value="${CSS.escape(playground.lesson)}"]`);
  const slug = known ? playground.lesson : "gather";
  lessonSelect.value = slug;
  find("#title").textContent = messages.text(`lesson-${slug}-title`);
  find("#summary").textContent = messages.text(`lesson-${slug}-summary`);
  find("#embed-code").textContent = embedLine();
}

/** Returns the lines that put what is shown into another page. */
function embedLine(): string {
  const quoted = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const params = new URLSearchParams(playground.params).toString();
  const script = new URL("define.js", location.href).href.split("#")[0] ?? "";
  const code = playground.code === "python" ? ' code="python"' : "";
  const compare = playground.compare ? ` compare="${quoted(playground.compare)}"` : "";
  const attributes = `lesson="${quoted(playground.lesson)}"${params ? ` params="${quoted(params)}"` : ""}${code}${compare}`;
  return `<script type="module" src="${quoted(script)}"></script>\n<interleave-playground ${attributes} autorun></interleave-playground>`;
}

/** Puts every text of the page into the language that fits a tag best. */
async function speak(tag: string): Promise<void> {
  const [messages, lessons] = await Promise.all([loadMessages(tag), loadEngine()]);
  document.documentElement.lang = messages.language;
  document.title = messages.text("page-title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = messages.text(element.dataset.text ?? "");
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) {
    element.setAttribute("aria-label", messages.text(element.dataset.label ?? ""));
  }
  fillLessons(messages, lessons);
  fillLanguages(messages);
  showLesson(messages);
  playground.lang = messages.language;
}

let language = kept.get("language") ?? navigator.language;

function dress(theme: string): void {
  document.documentElement.dataset.theme = theme;
  themeSelect.value = theme;
  playground.theme = theme;
}

async function refresh(): Promise<void> {
  showLesson(await loadMessages(language));
}

lessonSelect.addEventListener("change", () => {
  playground.stop();
  playground.params = {};
  playground.lesson = lessonSelect.value;
  writeAddressSoon();
  void refresh();
});

languageSelect.addEventListener("change", () => {
  language = languageSelect.value;
  kept.set("language", language);
  void speak(language);
});

themeSelect.addEventListener("change", () => {
  kept.set("theme", themeSelect.value);
  dress(themeSelect.value);
});

playground.addEventListener("interleave-finish", () => {
  writeAddressSoon();
  void refresh();
});

// The element's own choices set its attributes.
new MutationObserver(writeAddressSoon).observe(playground, { attributeFilter: ["code", "compare"] });

window.addEventListener("hashchange", () => {
  readAddress();
  void refresh();
});

find("#embed").addEventListener("click", () => {
  find("#embed-code").textContent = embedLine();
  dialog.showModal();
});

find("#copy").addEventListener("click", async () => {
  const button = find("#copy");
  const messages = await loadMessages(language);
  await navigator.clipboard.writeText(embedLine());
  button.textContent = messages.text("page-copied");
  setTimeout(() => (button.textContent = messages.text("page-copy")), 1500);
});

dress(kept.get("theme") ?? "auto");
readAddress();
void speak(language).catch(() => {
  // The element says what could not be loaded.
});
