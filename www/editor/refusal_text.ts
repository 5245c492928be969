// What is wrong with a value, or with a run, in the reader's language.

import type { Refusal, RunError } from "../element/engine.ts";
import type { Messages } from "../element/messages.ts";

/** Says what is wrong with the seconds of a page, which were typed by themselves. */
export function secondsText(messages: Messages, value: string, max: number): string {
  return messages.text("refused-seconds", { value, max: String(max) });
}

/** Says what is wrong with a value and what would be right. */
export function refusalText(messages: Messages, refusal: Refusal): string {
  const { expected, options } = refusal;
  const key = expected === "parameter" && options.length === 0 ? "parameter-none" : expected;
  const { name, value, url, count } = refusal;
  const [min, max] = [String(refusal.min), String(refusal.max)];
  return (
    messages.maybe(`refused-${key}`, { name, value, url, count, min, max, options }) ??
    refusal.message
  );
}

/** Says how a run has failed. */
export function errorText(messages: Messages, error: RunError): string {
  const { kind, message, about } = error;
  return (
    messages.maybe(`error-${kind}`, { about: about ?? "", message }) ??
    messages.text("error-other", { kind, message })
  );
}
