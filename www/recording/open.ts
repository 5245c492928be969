// Opening a recorded run, which a file holds: of a lesson, or of a program, which is in the file, too.

import type { Host } from "../element/host.ts";
import type { Messages } from "../element/messages.ts";
import type { Player } from "../element/player.ts";
import { programOf, take } from "./program.ts";
import { read, Unreadable } from "./read.ts";

/** Why something could not be opened: a sentence, and a name for programs. */
export class Refusal extends RangeError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Returns why a file could not be opened, in the reader's language. */
export function refusalOf(error: unknown, file: string, messages: Messages): unknown {
  if (!(error instanceof Unreadable)) return error;
  const code = error.key.replace("open-", "recording-");
  return new Refusal(code, messages.text(error.key, { file, ...error.args }));
}

/** Returns what a host needs to show anything. */
export function readyOf({ player, messages, failure }: Host): [Player, Messages] {
  if (!player || !messages) throw new Error(failure ?? "the element is not in a page");
  return [player, messages];
}

/**
 * Shows the run that a file holds, unless meanwhile something else is wanted. One that cannot be shown leaves
 * everything as it was.
 */
export async function openRecording(host: Host, file: Blob, name: string, isWanted = () => true): Promise<void> {
  const [{ playground }, messages] = readyOf(host);
  const refuses = (lesson: string, params: Record<string, string>) => playground.check(lesson, params).length > 0;
  const run = await read(file, host.lessons ?? [], refuses).catch((error: unknown) => {
    throw refusalOf(error, name, messages);
  });
  const { lesson, params, files, source } = run;
  const program = source === undefined ? null : await programOf(lesson, source, { files: files ?? [], params });
  if (!isWanted()) return;
  host.stop();
  await take(host, program, async () => {
    if (!program) [host.lesson, host.params] = [lesson, params];
    host.requestUpdate();
    await host.updateComplete;
  });
  // The element may have been removed meanwhile.
  readyOf(host)[0].open(lesson, files ?? [], run.recording, run.ending, name);
}
