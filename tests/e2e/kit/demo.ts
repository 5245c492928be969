// The demo movie site, read by the tests themselves: what a crawl of it must print.

/** A line of a crawl, as both movie lessons print it. */
async function row(demo: string, item: RegExpMatchArray): Promise<string> {
  const [, address = "", name = "", date = ""] = item;
  const page = await read(new URL(address, demo));
  const poster = /<img src="([^"]+)"/.exec(page)?.[1] ?? "";
  return `${name} ${date} ${new URL(poster, demo).href}`;
}

/** Reads the list and each movie's page; returns the rows in the order of the list. */
export async function rowsOf(demo: string): Promise<string[]> {
  const list = await read(new URL("/", demo));
  const items = list.matchAll(/<h3><a href="([^"]+)">([^<]+)<\/a><\/h3>\s*<ul><li>([^<]+)<\/li>/g);
  return Promise.all([...items].map((item) => row(demo, item)));
}

/** Reads a page without its delay; the site answers only to what looks like a browser. */
async function read(url: URL): Promise<string> {
  url.searchParams.set("delay", "0");
  const answer = await fetch(url, { headers: { "User-Agent": "Mozilla/5.0" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}
