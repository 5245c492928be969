// What is loaded once a page, whichever element asks first. A script of its own, which is there before the others.

import { ask, fetchFile, Gone } from "../files/served.ts";

export { addressOf, ask, fetchFile, Gone, Missing } from "../files/served.ts";

const loaded = new Map<string, Promise<unknown>>();

/** Does what loads something, once a page; if that fails, the next call does it again. */
export function once<T>(name: string, load: () => Promise<T>): Promise<T> {
  const loading = (loaded.get(name) as Promise<T> | undefined) ?? load();
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/** Compiles the module, or a later part of it, once a page, while the scripts around it are still read. */
export function compileModule(file = "runtime_bg.wasm"): Promise<WebAssembly.Module> {
  return once(file, async () => {
    const answer = await fetchFile(file);
    // A server that does not name the type of the file has it read whole first.
    if (!answer.headers.get("Content-Type")?.startsWith("application/wasm")) {
      return WebAssembly.compile(await answer.arrayBuffer());
    }
    return WebAssembly.compileStreaming(answer);
  });
}

/** Reads a file of texts, once a page. */
export function readTexts(name: string): Promise<unknown> {
  return once(name, async () => (await fetchFile(`${name}.json`)).json());
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

/** Begins what a page asks for beforehand; whoever waits for it later is told why it failed. */
function begin(loading: Promise<unknown>): void {
  loading.catch(() => {});
}

/** Asks for what every first picture needs: the module, and the language if it is that of most readers. */
function beginFirst(language: string): void {
  begin(compileModule());
  begin(readTexts("languages/index"));
  if (/^en\b/i.test(language)) begin(readTexts("languages/en"));
}

/** Asks for what stands around the first picture: a part of the module, and what is said there. */
function beginAround(part: string, language: string): void {
  begin(compileModule(`${part}.wasm`));
  if (/^en\b/i.test(language)) begin(readTexts("languages/en.around"));
}

// What a page preloads it needs soon: it is compiled and read while the other scripts are on their way.
if (globalThis.document) {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=fetch]")) {
    const path = link.getAttribute("href")?.replace(/-[A-Z2-7]{8}(?=[./])/, "") ?? "";
    const [, name, extension] = /([^/]*\/?[^/]*)\.(\w+)$/.exec(path) ?? [];
    if (!name) continue;
    if (extension !== "wasm") begin(readTexts(name));
    else if (name === "runtime_bg") beginFirst(navigator.language);
    else beginAround(name, navigator.language);
  }
}
