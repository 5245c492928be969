// Showing what an author gives in place of a lesson: a recorded run or a program that lies beside the page,
// or a program in it.

import type { Host } from "../element/host.ts";
import type { Asked } from "./given.ts";
import { openRecording, readyOf, refusalOf } from "./open.ts";
import { nameOf, programOf, take } from "./program.ts";
import { BYTES_MAX, SOURCE_MAX, Unreadable } from "./read.ts";

/** The name of a program that has no file. */
const UNNAMED = "program.py";

/** Loads what is asked for and shows it, unless something else is asked for meanwhile. */
export async function show(host: Host, asked: Asked): Promise<void> {
  const { kind, text } = asked;
  const isWanted = () => host.given.isAsked(asked);
  const name = kind === "recording" || kind === "src" ? fileOf(text) : UNNAMED;
  try {
    if (kind === "recording") {
      await openRecording(host, await fetched(text, BYTES_MAX), name, isWanted);
      return;
    }
    const source = kind === "src" ? await (await fetched(text, SOURCE_MAX)).text() : text;
    if (source.length > SOURCE_MAX) throw new Unreadable("open-large");
    const program = await programOf(name, source, null);
    if (!isWanted()) return;
    host.stop();
    await take(host, program);
    host.requestUpdate();
    host.empty();
    await host.offer(kind);
  } catch (error) {
    throw refusalOf(error, name, readyOf(host)[1]);
  }
}

/** Returns the name of a file by its address. */
function fileOf(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? "";
  try {
    return nameOf(decodeURIComponent(path));
  } catch {
    return nameOf(path);
  }
}

/** Fetches a file that lies beside the page, of at most so many bytes. */
async function fetched(address: string, most: number): Promise<Blob> {
  const missing = (why: string) => new Unreadable("open-missing", { why });
  let answer: Response;
  try {
    answer = await fetch(new URL(address, document.baseURI));
  } catch (error) {
    throw missing(error instanceof Error ? error.message : String(error));
  }
  if (!answer.ok) throw missing(`${answer.status} ${answer.statusText}`.trim());
  const reader = answer.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done || !value) return new Blob(parts);
      parts.push(value);
      length += value.length;
      if (length > most) throw new Unreadable("open-large");
    }
  } catch (error) {
    void reader?.cancel().catch(() => {});
    throw error instanceof Unreadable ? error : missing(String(error));
  }
}
