// What the tests of `examples` share: a copy of an example in a folder of its own, what it is built with, and a
// plain server for what comes of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after } from "node:test";

import type { Frame, Page } from "puppeteer-core";

import { Playground, type Summary } from "../../kit/element.ts";
import type { Site } from "../../kit/harness.ts";
import { released } from "../../kit/nginx.ts";
import { until } from "../../kit/until.ts";

/** The address of a site, as the examples have it. */
const SITE = "https://your.site/interleave";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };

/** A copy of an example. */
export class Example {
  private constructor(
    readonly name: string,
    readonly folder: string,
  ) {}

  /** Copies an example; where it names a site, it names this one. */
  static async copy(name: string, site: Site): Promise<Example> {
    const folder = await mkdtemp(join(tmpdir(), `interleave-${name}-`));
    after(() => rm(folder, { recursive: true, force: true }));
    await cp(join(process.cwd(), "examples", name), folder, { recursive: true });
    for (const path of await readdir(folder, { recursive: true })) {
      const file = join(folder, path);
      if (!(await stat(file)).isFile()) continue;
      const text = await readFile(file, "utf8");
      if (text.includes(SITE)) await writeFile(file, text.replaceAll(SITE, site.origins.page));
    }
    return new Example(name, folder);
  }

  /** Runs a program in the folder, and returns what it printed. */
  run(program: string, ...words: string[]): string {
    return execFileSync(program, words, { cwd: this.folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  }

  /** Installs what the lock file says, and the package of the release. */
  install(): void {
    this.run("npm", "ci", "--silent", "--no-audit", "--no-fund");
    const packed = this.run("npm", "pack", "--silent", released("dist", "npm")).trim();
    this.run("npm", "install", "--silent", "--offline", "--no-save", "--no-audit", "--no-fund", `./${packed}`);
  }

  /** Makes an environment for Python with what `requirements.txt` says, and returns where its programs are. */
  async python(): Promise<string> {
    const environment = released("..", "authors", `python-${this.name}`);
    const asked = await readFile(join(this.folder, "requirements.txt"), "utf8");
    const kept = join(environment, "requirements.txt");
    if (!existsSync(kept) || (await readFile(kept, "utf8")) !== asked) {
      await mkdir(join(environment, ".."), { recursive: true });
      this.run(process.env["INTERLEAVE_PYTHON"] ?? "python3", "-m", "venv", "--clear", environment);
      this.run(join(environment, "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt");
      await writeFile(kept, asked);
    }
    return join(environment, "bin");
  }

  /** Serves a folder of what was built, as a server of plain files does, and opens a page of it. */
  async open(site: Site, built: string, path = "/", view = {}): Promise<Page> {
    const root = join(this.folder, built);
    const server = createServer((request, response) => {
      const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      const file = join(root, asked.endsWith("/") ? `${asked}index.html` : asked);
      readFile(file).then(
        (content) => response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    after(() => server.close());
    return site.open({ path: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, ...view });
  }
}

/** Waits until an element of the page has run, keeps a picture, and says how long the run took. */
export async function ran(site: Site, page: Page, name: string): Promise<Summary> {
  const playground = await Playground.of(page);
  const summary = await playground.ended();
  await playground.settled();
  await site.keep(`authors-${name}`, await page.screenshot({ fullPage: true }));
  return summary;
}

/** The same for an element in a frame of the page. */
export async function ranFramed(site: Site, page: Page, name: string): Promise<Summary> {
  // A frame that has no origin does not learn of the proxy that runs beside the site.
  site.allow(page, /interleave\.json/);
  const handle = await page.waitForSelector('iframe[src*="embed.html"]');
  await handle?.scrollIntoView();
  const frame = (await handle?.contentFrame()) as Frame | null | undefined;
  assert.ok(frame, "the page has no frame");
  const summary = () => (document.querySelector("interleave-playground") as { summary?: Summary | null } | null)?.summary;
  await until(frame as unknown as Page, summary);
  await site.keep(`authors-${name}`, await page.screenshot({ fullPage: true }));
  const found = await frame.evaluate(summary);
  assert.ok(found);
  return found;
}
