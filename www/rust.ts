// The files of the lessons, each loaded when it is first shown: whoever looks at one lesson does not
// wait for the others.

const known = new Map<string, string>();

/** Returns the name of a lesson's file, without its extension. */
export function fileOf(slug: string): string {
  return slug.replaceAll("-", "_");
}

/** Returns the file of a lesson if it was loaded. */
export function rustOf(slug: string): string | undefined {
  return known.get(slug);
}

/** Loads the file of a lesson. */
export async function loadRust(slug: string): Promise<void> {
  if (known.has(slug)) return;
  const answer = await fetch(new URL(`./lessons/${fileOf(slug)}.rs`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  known.set(slug, await answer.text());
}
