// Pyodide, CPython in a page, beside which the page and the lab are measured.

import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".mjs": "text/javascript",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".zip": "application/zip",
};

/** A page that runs the crawl with Pyodide and notes when the first line is printed. */
const PYODIDE_PAGE = `<!doctype html><meta charset="utf-8"><title>Pyodide</title><script type="module">
import { loadPyodide } from "./pyodide.mjs";
const stdout = () => { window.printedMs ??= performance.now(); };
const pyodide = await loadPyodide({ stdout });
await pyodide.runPythonAsync(await (await fetch("./crawl.py")).text());
</script>`;

/** A page with a Pyodide that stands ready, and what runs a program with it. */
const PYODIDE_THAT_STAYS = `<!doctype html><meta charset="utf-8"><title>Pyodide</title><script type="module">
import { loadPyodide } from "./pyodide.mjs";
const pyodide = await loadPyodide({ stdout() {} });
window.runPython = (text) => pyodide.runPythonAsync(text);
</script>`;

/** The crawl of the lesson \`gather\`. Where a loop runs already, as in a page, main is awaited. */
async function crawl(): Promise<string> {
  const listing = await readFile(join(project, "src/lessons/programs/gather.py"), "utf8");
  return listing.replace("asyncio.run(main())", "await main()");
}

const project = process.env["INTERLEAVE_PROJECT"] ?? ".";

/** Serves Pyodide from its package: at `/` what prints the first line of the crawl, at `/stays` what runs programs. */
export async function servePyodide(): Promise<Server> {
  const folder = join(project, "www/node_modules/pyodide");
  const made: Record<string, string> = { "/": PYODIDE_PAGE, "/stays": PYODIDE_THAT_STAYS, "/crawl.py": await crawl() };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const content = made[path] === undefined ? readFile(join(folder, path)) : Promise.resolve(made[path]);
    content.then(
      (bytes) => response.writeHead(200, { "Content-Type": TYPES[extname(path) || ".html"] ?? "text/plain" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}
