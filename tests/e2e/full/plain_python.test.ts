// The listings of the movie crawls under plain Python, with the module that the page offers for them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";

import { type Command, serve } from "../kit/command.ts";
import { rowsOf } from "../kit/demo.ts";

const run = promisify(execFile);
const project = process.env["INTERLEAVE_PROJECT"] ?? ".";
const python = process.env["INTERLEAVE_PYTHON"] ?? "python3";

let folder = "";
let command: Command;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "interleave-plain-python-"));
  await run(python, ["-m", "pip", "install", "--quiet", "--target", folder, "beautifulsoup4"]);
  command = await serve();
  const module = await fetch(new URL("interleave.py", command.origins.page));
  assert.match(module.headers.get("content-type") ?? "", /^text\/plain/);
  await writeFile(join(folder, "interleave.py"), await module.text());
});

after(async () => {
  await command.stop();
  await rm(folder, { recursive: true });
});

for (const name of ["movies_in_turn.py", "movies_gather.py"]) {
  test(`${name} runs under plain Python and prints the rows of the site`, async () => {
    const listing = join(folder, name);
    await copyFile(join(project, "src/lessons/programs", name), listing);
    const text = await readFile(listing, "utf8");
    await writeFile(listing, text.replace(/^SITE = .*$/m, `SITE = "${command.origins.demo}/"`));
    const { stdout } = await run(python, [listing]);
    assert.deepEqual(stdout.trim().split("\n"), await rowsOf(command.origins.demo));
  });
}
