// What the tests of `examples` share: a copy of an example in a folder of its own, what it is built with, and a
// plain server for what comes of it.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";

import type { Page } from "puppeteer-core";

import { Playground, type Summary } from "../../kit/element.ts";
import type { Site } from "../../kit/harness.ts";
import { released } from "../../kit/nginx.ts";

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
    return Example.copyTo(folder, name, site);
  }

  /** Copies an example to where its packages are installed already, and stay. */
  static async copyInstalled(name: string, site: Site): Promise<Example> {
    const example = await Example.copyTo(released("..", "authors", name), name, site);
    await example.#addPackage();
    return example;
  }

  private static async copyTo(folder: string, name: string, site: Site): Promise<Example> {
    const source = join(process.cwd(), "examples", name);
    await cp(source, folder, { recursive: true });
    for (const path of await readdir(source, { recursive: true })) {
      const file = join(folder, path);
      if (!(await stat(file)).isFile()) continue;
      const text = await readFile(file, "utf8");
      if (text.includes(SITE)) await writeFile(file, text.replaceAll(SITE, site.origins.page));
    }
    return new Example(name, folder);
  }

  /**
   * Runs a program in the folder, and returns what it printed. Meanwhile this process goes on: the browser is shared,
   * and waits for each that looks at it.
   */
  async run(program: string, ...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(program, words, { cwd: this.folder, encoding: "utf8" });
    return stdout;
  }

  /** Installs what the lock file says, and the package of the release. */
  async install(): Promise<void> {
    await this.run("npm", "ci", "--silent", "--no-audit", "--no-fund");
    await this.#addPackage();
  }

  async #addPackage(): Promise<void> {
    const packed = (await this.run("npm", "pack", "--silent", released("dist", "npm"))).trim();
    await this.run("npm", "install", "--silent", "--offline", "--no-save", "--no-audit", "--no-fund", `./${packed}`);
  }

  /** Makes an environment for Python with what `requirements.txt` says, and returns where its programs are. */
  async python(): Promise<string> {
    const environment = released("..", "authors", `python-${this.name}`);
    const asked = await readFile(join(this.folder, "requirements.txt"), "utf8");
    const kept = join(environment, "requirements.txt");
    if (!existsSync(kept) || (await readFile(kept, "utf8")) !== asked) {
      await mkdir(join(environment, ".."), { recursive: true });
      await this.run(process.env["INTERLEAVE_PYTHON"] ?? "python3", "-m", "venv", "--clear", environment);
      await this.run(join(environment, "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt");
      await writeFile(kept, asked);
    }
    return join(environment, "bin");
  }

  /** Makes such an environment with the widget in it, from the wheel of the release. */
  async widget(): Promise<string> {
    const programs = await this.python();
    const names = await readdir(released("dist"));
    const wheels = names.filter((name) => name.endsWith(".whl")).map((name) => released("dist", name));
    // One of an older build has the same version.
    await this.run(join(programs, "pip"), "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-index", "--no-deps", ...wheels);
    await this.run(join(programs, "pip"), "check");
    return programs;
  }

  /** Starts a program that serves until the tests are over, and returns the address that it prints first. */
  async serve(program: string, ...words: string[]): Promise<string> {
    const child = spawn(program, words, { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "exit");
    process.once("exit", () => child.kill("SIGKILL"));
    after(async () => {
      child.kill();
      await ended;
    });
    let printed = "";
    const address = new Promise<string>((resolve) => {
      for (const output of [child.stdout, child.stderr]) {
        output.on("data", (text: Buffer) => {
          printed += text;
          const [found] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(printed) ?? [];
          if (found) resolve(found);
        });
      }
    });
    const early = ended.then(() => Promise.reject(new Error(`it served nothing: ${printed}`)));
    // Once it serves, how it ends is nobody's matter.
    early.catch(() => {});
    return Promise.race([address, early]);
  }

  /** Serves a folder of what was built, as a server of plain files does, and opens a page of it. */
  async open(site: Site, built: string, path = "/", view = {}): Promise<Page> {
    const root = join(this.folder, built);
    const server = createServer((request, response) => {
      const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      // Browsers ask for one by themselves.
      if (asked === "/favicon.ico") return void response.writeHead(204).end();
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

/** The element, wherever it is: notebooks put widgets into shadow roots. */
const ANYWHERE = "pierce/interleave-playground";

/** Returns the element of a page, once it has run. */
export function shown(page: Page): Promise<Playground> {
  return Playground.of(page, ANYWHERE);
}

/** Waits until an element of the page has run, keeps a picture, and says how long the run took. */
export async function ran(site: Site, page: Page, name: string): Promise<Summary> {
  const playground = await shown(page);
  const summary = await playground.ended();
  await playground.settled();
  await site.keep(`authors-${name}`, await page.screenshot({ fullPage: true }));
  return summary;
}
