// The question before the run: what will happen? Its right answer is computed from the run itself.

import type { Message, QuestionView } from "../element/engine.ts";
import type { Messages } from "../element/messages.ts";
import { DONE, icon, make } from "./make.ts";

const WRONG = "M4 4l8 8M12 4l-8 8";

export class QuestionCard {
  #shown = "";
  #answer: number | null = null;

  constructor(
    readonly card: HTMLElement,
    /** Plays the run from its start. */
    readonly watch: () => void,
  ) {}

  /** Shows the question of a lesson, or none; one that is the same as before keeps its answer. */
  show(messages: Messages, lesson: string, question: QuestionView | null): void {
    this.card.hidden = question === null;
    const asked = JSON.stringify([lesson, question]);
    if (asked !== this.#shown) this.#answer = null;
    if (this.#answer === null) this.card.classList.remove("folded");
    this.#shown = asked;
    if (question) this.#render(messages, question);
  }

  #render(messages: Messages, question: QuestionView): void {
    const { prompt, options, right } = question;
    const text = ({ key, args }: Message) => messages.text(key, args);
    const answer = this.#answer;
    const buttons = options.map((option, index) => {
      const button = make("button", "option", text(option));
      button.type = "button";
      if (answer !== null) this.#mark(messages, button, index, right, answer);
      else button.addEventListener("click", () => this.#take(messages, question, index));
      return button;
    });
    const parts: Node[] = [make("p", "asked", text(prompt)), make("div", "options", ...buttons)];
    const said = make("p", "answered");
    said.setAttribute("role", "status");
    if (answer !== null) {
      const key = answer === right ? "question-right" : "question-wrong";
      const watch = make("button", "watch", messages.text("question-watch"));
      watch.type = "button";
      watch.addEventListener("click", () => {
        // What is left is the question with its answer.
        this.card.classList.add("folded");
        this.watch();
      });
      said.append(messages.text(key, { answer: text(options[right] ?? prompt) }), " ", watch);
    }
    this.card.replaceChildren(...parts, said);
  }

  /** Marks an option: the right one, and the reader's if that is another. */
  #mark(messages: Messages, button: HTMLButtonElement, index: number, right: number, answer: number): void {
    button.disabled = true;
    if (index === right) {
      button.classList.add("right");
      button.append(" ", icon(DONE), make("span", "hidden", messages.text("question-is-right")));
    } else if (index === answer) {
      button.classList.add("wrong");
      button.append(" ", icon(WRONG), make("span", "hidden", messages.text("question-is-wrong")));
    }
  }

  #take(messages: Messages, question: QuestionView, answer: number): void {
    this.#answer = answer;
    this.#render(messages, question);
    this.card.querySelector<HTMLElement>(".watch")?.focus();
  }
}
