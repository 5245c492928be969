// The modules where there is no page, as sites are built: loading them does nothing, and throws nothing.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";

import { useSite } from "../kit/harness.ts";

const site = useSite();

/** Takes a script of the site, and all that it imports at once, into a folder. */
async function take(url: URL, folder: string, taken = new Set<string>()): Promise<void> {
  if (taken.has(url.href)) return;
  taken.add(url.href);
  const answer = await fetch(url);
  assert.equal(answer.status, 200, url.href);
  const text = await answer.text();
  await writeFile(join(folder, basename(url.pathname)), text);
  const imported = [...text.matchAll(/(?:from|import|await import\()\s*"(\.\/[^"]+\.js)"/g)];
  for (const [, path = ""] of imported) await take(new URL(path, url), folder, taken);
}

test("the script that defines the element can be imported by Node", async () => {
  const folder = await mkdtemp(join(tmpdir(), "interleave-"));
  try {
    await writeFile(join(folder, "package.json"), '{"type": "module"}');
    await take(new URL("/define.js", site.origins.page), folder);
    const script = `const found = await import(${JSON.stringify(join(folder, "define.js"))});
      console.log(typeof found, ["window", "document", "HTMLElement", "customElements"].filter((name) => name in globalThis).join());`;
    await writeFile(join(folder, "build.js"), script);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(folder, "build.js")]);
    assert.deepEqual([stdout.trim(), stderr], ["object", ""]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
