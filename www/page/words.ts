// The chapter of the words: what the page calls loop, task and so on, shown on one picture.
//
// The picture is the lesson `workers-as-tasks`, drawn once: who runs when, and numbers where the words are.

import type { Messages } from "../element/messages.ts";
import type { Tools } from "./make.ts";

const NAMESPACE = "http://www.w3.org/2000/svg";

/** The words, in the order in which they are explained; each has its number in the picture. */
const WORDS = ["coroutine", "task", "loop", "queue", "timer", "control"] as const;

/** The colours of the states, by class: see `page.css`. */
type Look = "runs" | "ready" | "sleeps" | "waits";

/** A bar: its row, where it begins, how long it is, and what the task does meanwhile. */
type Bar = [row: number, x: number, width: number, look: Look];

const [LEFT, TOP, ROW] = [92, 40, 54];

/** 0 s, 1 s and 2 s: the instants, stretched so that their steps are seen. */
const INSTANTS: [x: number, width: number, label: string][] = [
  [LEFT, 136, "0 s"],
  [276, 88, "1 s"],
  [406, 88, "2 s"],
];

const BARS: Bar[] = [
  [0, 96, 38, "runs"],
  [0, 134, 182, "waits"],
  [0, 316, 38, "runs"],
  [0, 354, 92, "waits"],
  [0, 446, 38, "runs"],
  [1, 112, 26, "ready"],
  [1, 138, 38, "runs"],
  [1, 176, 104, "sleeps"],
  [1, 280, 36, "runs"],
  [2, 122, 56, "ready"],
  [2, 178, 38, "runs"],
  [2, 216, 194, "sleeps"],
  [2, 410, 36, "runs"],
];

/** Where the number of each word is. */
const NUMBERS: Record<(typeof WORDS)[number], [x: number, y: number]> = {
  coroutine: [157, TOP + 1.5 * ROW],
  task: [14, TOP + 0.5 * ROW],
  loop: [177, TOP + 2 * ROW],
  queue: [136, TOP + 2.5 * ROW],
  timer: [280, TOP + 1.5 * ROW],
  control: [134, TOP + 0.5 * ROW],
};

function draw(tag: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

function picture(messages: Messages): SVGElement {
  const svg = draw("svg", { viewBox: "0 0 504 206", class: "picture", role: "img" });
  svg.setAttribute("aria-label", messages.text("word-picture"));
  for (const [x, width, label] of INSTANTS) {
    svg.append(draw("rect", { x, y: 30, width, height: 172, rx: 6, class: "instant" }));
    svg.append(draw("text", { x: x + 4, y: 22, class: "label" }, label));
  }
  ["main", "worker_1", "worker_2"].forEach((name, row) => {
    svg.append(draw("text", { x: LEFT - 8, y: TOP + (row + 0.5) * ROW + 5, class: "name" }, name));
  });
  for (const [row, x, width, look] of BARS) {
    const height = look === "ready" ? 10 : 30;
    const y = TOP + (row + 0.5) * ROW - height / 2;
    svg.append(draw("rect", { x, y, width: width - 2, height, rx: 4, class: look }));
  }
  for (const [index, word] of WORDS.entries()) {
    const [x, y] = NUMBERS[word];
    svg.append(draw("circle", { cx: x, cy: y, r: 10, class: "mark" }));
    svg.append(draw("text", { x, y: y + 5, class: "number" }, String(index + 1)));
  }
  return svg;
}

/** Writes the chapter into a section, in a language. */
export async function showWords(section: HTMLElement, messages: Messages, { make, loadSheet }: Tools): Promise<void> {
  await Promise.all([messages.loadMore("word"), loadSheet("words")]);
  const list = make("ol", "words");
  for (const word of WORDS) {
    list.append(make("li", "", make("b", "", messages.text(`word-${word}`)), " ", messages.text(`word-${word}-is`)));
  }
  const figure = make("figure", "");
  figure.append(picture(messages), make("figcaption", "", messages.text("word-caption")));
  const title = make("h1", "", messages.text("words-title"));
  section.replaceChildren(title, make("p", "lead", messages.text("word-lead")), figure, list, make("p", "", messages.text("word-on")));
}
