// What is loaded once a page, whichever element asks first.

const loaded = new Map<string, Promise<unknown>>();

/** Does what loads something, once a page; if that fails, the next call does it again. */
export function once<T>(name: string, load: () => Promise<T>): Promise<T> {
  const loading = (loaded.get(name) as Promise<T> | undefined) ?? load();
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/** Why a part could not be loaded: the reader is offline, or the server does not answer. */
export class Missing extends Error {}

/** Fetches a file that lies beside the scripts of the page. */
export async function fetchFile(name: string, how?: RequestInit): Promise<Response> {
  const answer = await fetch(new URL(`./${name}`, import.meta.url), how).catch((error: unknown) => {
    throw new Missing(String(error));
  });
  if (!answer.ok) throw new Missing(`${answer.url}: ${answer.status}`);
  return answer;
}

/**
 * Loads a script that a reader asks for, once a page. The server is asked first whether it answers: a script
 * that could not be loaded once Firefox never asks for again.
 */
export function late<T>(name: string, load: () => Promise<T>): Promise<T> {
  return once(`script ${name}`, async () => {
    await fetchFile("languages/index.json", { method: "HEAD", cache: "no-store" });
    return load().catch((error: unknown) => {
      throw new Missing(String(error));
    });
  });
}
