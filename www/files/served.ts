// The files that scripts load by themselves, where they lie beside the scripts on a server.
//
// In a file's name, or in its folder's, is a digest of its content, so that a browser may keep it for good and
// a page never gets a part of another version than its own. The build says the digests (`xtask/src/build`).

/** The digest that is in a file's name, or in its folder's, by the name without it. */
declare const DIGESTS: Readonly<Record<string, string>>;

/** What the content of a module must be, as browsers check it, by the name without its digest. */
declare const INTEGRITY: Readonly<Record<string, string>>;

/** Why a part could not be loaded: the reader is offline, or the server does not answer. */
export class Missing extends Error {}

/** The server answers, and has the part no more: the page is older than what lies there now. */
export class Gone extends Missing {}

/** What a server says of a file that it does not have, or not any more. */
const GONE = [404, 410];

/** Returns the address of a file. */
export function addressOf(name: string): URL {
  const digest = DIGESTS[name.split("/", 1)[0] ?? ""];
  return new URL(`./${digest ? name.replace(/[./]/, `-${digest}$&`) : name}`, import.meta.url);
}

/** Fetches a file. */
export async function fetchFile(name: string, how: RequestInit = {}): Promise<Response> {
  const integrity = INTEGRITY[name];
  const answer = await fetch(addressOf(name), integrity ? { integrity, ...how } : how).catch(async (error: unknown) => {
    // What a server says in place of a module that is gone, browsers check as if it were the module.
    if (integrity) await ask();
    throw new (integrity ? Gone : Missing)(String(error));
  });
  if (answer.ok) return answer;
  throw new (GONE.includes(answer.status) ? Gone : Missing)(`${answer.url}: ${answer.status}`);
}

/** Asks the server whether it answers. */
export async function ask(): Promise<void> {
  await fetchFile("languages/index.json", { method: "HEAD", cache: "no-store" });
}
