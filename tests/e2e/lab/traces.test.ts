// A program leaves in a page the record that it leaves under the command, byte for byte.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";

import { isFirefox } from "../kit/browser.ts";
import { pathOf, Playground } from "../kit/element.ts";
import { useSite } from "../kit/harness.ts";

const site = useSite();

const PROGRAMS = "tests/compare/programs";

/** A program that has threads: there are none in a page. */
const THREADS = /to_thread|executor|[Tt]hread|concurrent\.futures|multiprocessing/;

/**
 * Programs whose records differ: two print addresses of memory, one asks for files, which lie beside programs of the
 * command alone, and one prints its last line as it ends, at a place of the interpreter's that no page shows.
 */
const OTHERS = ["driven_by_hand.py", "loops_apart.py", "files_that_are_not_there.py", "printing.py"];

/** Firefox plays every so many of them. */
const FIREFOX_EACH = 4;

const folder = mkdtempSync(join(tmpdir(), "interleave-lab-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the record that the command writes of a program, in base64. */
async function commanded(text: string): Promise<string> {
  const command = process.env["INTERLEAVE_COMMAND"] ?? "";
  writeFileSync(join(folder, "program.py"), text);
  const options = { cwd: folder, maxBuffer: 1 << 28 };
  const run = promisify(execFile)(command, ["run", "--format", "json", "program.py"], options);
  // One that raises ends the command with 1, and has a record, too.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { recording: string }).recording;
}

test("programs leave the record that they leave under the command", async () => {
  const playground = await Playground.of(await site.open({ path: pathOf("gather") }));
  const named = readdirSync(PROGRAMS).filter((name) => name.endsWith(".py") && !OTHERS.includes(name));
  const programs = named.map((name) => ({ name, text: readFileSync(join(PROGRAMS, name), "utf8") }));
  const chosen = programs.filter(({ text }, index) => !THREADS.test(text) && (!isFirefox || index % FIREFOX_EACH === 0));
  assert.ok(chosen.length >= (isFirefox ? 45 : 180), `${chosen.length} programs`);
  const other: string[] = [];
  for (const { name, text } of chosen) {
    const [there, here] = await Promise.all([
      commanded(text),
      playground.handle.evaluate(async (element, text) => {
        element.program = text;
        while (element.program !== text) await new Promise((done) => setTimeout(done));
        await element.run().catch(() => {});
        const bytes = element.player?.playground.record() ?? new Uint8Array();
        let letters = "";
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return btoa(letters);
      }, text),
    ]);
    if (here !== there) other.push(name);
  }
  assert.deepEqual(other, []);
});
