// What is loaded once a page, whichever element asks first.

import { ask, Gone } from "../files/served.ts";

export { addressOf, fetchFile, Gone, Missing } from "../files/served.ts";

const loaded = new Map<string, Promise<unknown>>();

/** Does what loads something, once a page; if that fails, the next call does it again. */
export function once<T>(name: string, load: () => Promise<T>): Promise<T> {
  const loading = (loaded.get(name) as Promise<T> | undefined) ?? load();
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/**
 * Loads a script that a reader asks for, once a page. The server is asked first whether it answers: a script
 * that could not be loaded once Firefox never asks for again. One that does not come from a server that answers
 * is gone.
 */
export function late<T>(name: string, load: () => Promise<T>): Promise<T> {
  return once(`script ${name}`, async () => {
    await ask();
    return load().catch((error: unknown) => {
      throw new Gone(String(error));
    });
  });
}
