// What `myst build --html` calls: builds the page, and puts what MyST has made of the book beside it. MyST names the
// folder to write to, and the server that has the book.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { build } from "vite";

const { BUILD_DIRECTORY: folder, CONTENT_CDN: book } = process.env;
await build({ logLevel: "error", base: "./", build: { outDir: folder, emptyOutDir: false } });

/** Takes a file of the book over, and returns its text. */
async function take(path) {
  const answer = await fetch(`${book}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const text = await answer.text();
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return text;
}

const content = await take("/content/index.json");
for (const [, path] of content.matchAll(/"esm":"([^"]+)"/g)) await take(path);
