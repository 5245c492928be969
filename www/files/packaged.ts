// The files that scripts load by themselves, where the scripts are a package: each is named so that bundlers see
// it and take it along. Stands in for `served.ts` there.

/** A script that the build writes: what loads each text, and where each other file is. */
import { ADDRESSES, TEXTS } from "interleave-files";

/** Why a part could not be loaded: the reader is offline, or the server does not answer. */
export class Missing extends Error {}

/** The server answers, and has the part no more: the page is older than what lies there now. */
export class Gone extends Missing {}

/** What a server says of a file that it does not have, or not any more. */
const GONE = [404, 410];

/** Returns the address of a file that is no text. */
export function addressOf(name: string): URL {
  const address = ADDRESSES[name];
  if (!address) throw new Missing(name);
  return address();
}

/** Fetches a file; a text is a script for bundlers. */
export async function fetchFile(name: string): Promise<Response> {
  const text = TEXTS[name];
  if (text) {
    const { default: content } = await text().catch((error: unknown) => {
      throw new (navigator.onLine ? Gone : Missing)(String(error));
    });
    return Response.json(content);
  }
  const answer = await fetch(addressOf(name)).catch((error: unknown) => {
    throw new Missing(String(error));
  });
  if (answer.ok) return answer;
  throw new (GONE.includes(answer.status) ? Gone : Missing)(`${answer.url}: ${answer.status}`);
}

/** Which file of a host is there whenever the host answers, a package cannot know. */
export async function ask(): Promise<void> {
  if (!navigator.onLine) throw new Missing("offline");
}
