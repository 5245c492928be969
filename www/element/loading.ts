// What is loaded once a page, whichever element asks first.

const loaded = new Map<string, Promise<unknown>>();

/** Does what loads something, once a page; if that fails, the next call does it again. */
export function once<T>(name: string, load: () => Promise<T>): Promise<T> {
  const loading = (loaded.get(name) as Promise<T> | undefined) ?? load();
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/** Fetches a file that lies beside the scripts of the page. */
export async function fetchFile(name: string): Promise<Response> {
  const answer = await fetch(new URL(`./${name}`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}
