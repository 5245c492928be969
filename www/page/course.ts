// The course: the lessons in their groups, what is done of them, and the way on.

import type { LessonInfo } from "../element/engine.ts";
import type { Messages } from "../element/messages.ts";
import { type Address, WORDS, writeAddress } from "./address.ts";
import { DONE, icon, make } from "./make.ts";
import { keep, kept } from "./storage.ts";

/** What the course shows, and where a reader goes from it. */
export interface CourseHost {
  /** Returns the address at which a lesson, or the chapter of the words, opens. */
  addressOf(lesson: string): Address;
  open(lesson: string): void;
  /** The lesson of the first minute, from which a reader goes to the start of the course. */
  readonly first: string;
}

const [FORWARD, BACK] = ["M6 3.5L11 8l-5 4.5", "M10 3.5L5 8l5 4.5"];

export class Course {
  readonly #done = new Set((kept("done") ?? "").split(",").filter((slug) => slug !== ""));

  #shown = "";

  constructor(
    readonly list: HTMLElement,
    readonly pager: HTMLElement,
    /** Where the way on is within the player, at the end of a run. */
    public onward: HTMLElement,
    readonly host: CourseHost,
  ) {}

  /** Takes over that the reader has come to the end of a lesson. Returns whether that is new. */
  done(slug: string): boolean {
    if (this.#done.has(slug)) return false;
    this.#done.add(slug);
    keep("done", [...this.#done].join(","));
    return true;
  }

  /** Shows the list and the way on from a lesson. */
  show(messages: Messages, lessons: LessonInfo[], current: string): void {
    // What is as it was stays, also under a finger.
    const shown = [messages.language, lessons.length, current, this.#done.size, writeAddress(this.host.addressOf(""))].join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    const groups = new Map<string, HTMLElement>();
    const items: Node[] = [make("ul", "", this.#item(messages, WORDS, messages.text("words-title"), current))];
    for (const { slug, group } of lessons) {
      let list = groups.get(group);
      if (!list) {
        groups.set(group, (list = make("ul", "")));
        items.push(make("h2", "", messages.text(`group-${group}`)), list);
      }
      list.append(this.#item(messages, slug, titleOf(messages, slug), current));
    }
    this.list.replaceChildren(...items);
    this.#showPager(messages, lessons, current);
  }

  /** Brings the current lesson into view, in the list alone. */
  reveal(): void {
    const item = this.list.querySelector<HTMLElement>("[aria-current]");
    const { scrollTop, clientHeight } = this.list;
    if (!item || (item.offsetTop >= scrollTop && item.offsetTop + item.offsetHeight <= scrollTop + clientHeight)) return;
    this.list.scrollTop = item.offsetTop - clientHeight / 3;
  }

  #item(messages: Messages, lesson: string, title: string, current: string): HTMLElement {
    const link = this.#link(lesson, title);
    if (lesson === current) link.setAttribute("aria-current", "page");
    if (this.#done.has(lesson)) link.append(" ", icon(DONE), make("span", "hidden", messages.text("lesson-done")));
    return make("li", "", link);
  }

  #link(lesson: string, ...content: (string | Node)[]): HTMLAnchorElement {
    const link = make("a", "", ...content);
    link.href = writeAddress(this.host.addressOf(lesson));
    link.dataset["lesson"] = lesson;
    link.addEventListener("click", (event) => {
      // A link that is to open elsewhere does.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.host.open(lesson);
    });
    return link;
  }

  #showPager(messages: Messages, lessons: LessonInfo[], current: string): void {
    const all = [WORDS, ...lessons.map(({ slug }) => slug)];
    const at = all.indexOf(current);
    // From what is no lesson there is no way on.
    const [before, after] = at < 0 ? [] : [all[at - 1], all[at + 1]];
    const name = (lesson: string) => (lesson === WORDS ? messages.text("words-title") : titleOf(messages, lesson));
    const links: HTMLElement[] = [];
    if (before !== undefined) {
      const link = this.#link(before, icon(BACK), " ", name(before));
      link.rel = "prev";
      links.push(link);
    }
    if (after !== undefined) {
      // A blank that does not break: the arrow stays with the last word.
      const link = this.#link(after, messages.text("lesson-next", { title: name(after) }), "\u00a0", icon(FORWARD));
      link.rel = "next";
      links.push(link);
    }
    this.pager.replaceChildren(...links);
    // Who has seen nothing but the lesson of the first minute begins with the words.
    const begins = current === this.host.first && [...this.#done].every((slug) => slug === current);
    this.#showOnward(begins ? WORDS : after, messages.text(begins ? "course-begin" : "lesson-onward"), name);
  }

  #showOnward(lesson: string | undefined, text: string, nameOf: (lesson: string) => string): void {
    this.onward.hidden = lesson === undefined;
    if (lesson === undefined) return;
    const link = this.#link(lesson, make("span", "", text), icon(FORWARD));
    link.slot = "onward";
    link.className = "onward";
    link.title = nameOf(lesson);
    this.onward.replaceWith(link);
    this.onward = link;
  }
}

export function titleOf(messages: Messages, slug: string): string {
  return messages.text(`lesson-${slug}-title`);
}
