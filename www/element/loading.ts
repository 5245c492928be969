// What is loaded once a page, whichever element asks first. A script of its own, which is there before the others.

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

/** Compiles the module, once a page, while the scripts around it are still read. */
export function compileModule(): Promise<WebAssembly.Module> {
  return once("module", async () => {
    const answer = await fetchFile("runtime_bg.wasm");
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

/** Begins what a page asks for beforehand; whoever waits for it later is told why it failed. */
function begin(loading: Promise<unknown>): void {
  loading.catch(() => {});
}

// What a page preloads it needs soon: it is compiled and read while the other scripts are on their way.
if (globalThis.document) {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=fetch]")) {
    const [, name, extension] = /([^/]*\/?[^/]*)\.(\w+)$/.exec(link.getAttribute("href") ?? "") ?? [];
    if (extension === "wasm") begin(compileModule());
    else if (name) begin(readTexts(name));
    // The language of most readers is there in any case.
    if (name === "languages/index" && /^en\b/i.test(navigator.language)) begin(readTexts("languages/en"));
  }
}
