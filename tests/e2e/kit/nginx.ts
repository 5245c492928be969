// nginx with the example configuration of a release, before a folder that can be exchanged under it, as an update
// exchanges the site.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the example says of its own place. */
const LISTENS = "127.0.0.1:8080";
const ROOT = "/srv/interleave/site";

/** How long nginx may take until it answers, in milliseconds. */
const START_MS = 10_000;

/** Returns a file or a folder of the release. */
export function released(...names: string[]): string {
  const release = process.env["INTERLEAVE_RELEASE"];
  if (!release) throw new Error("INTERLEAVE_RELEASE names no release; run `cargo xtask test --full e2e`");
  return join(release, ...names);
}

export class Nginx {
  private constructor(
    readonly origin: string,
    readonly folder: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** Serves a folder at a free port. */
  static async start(site: string): Promise<Nginx> {
    const folder = await mkdtemp(join(tmpdir(), "interleave-nginx-"));
    const port = await freePort();
    const example = await readFile(released("dist", "nginx.conf"), "utf8");
    for (const text of [LISTENS, ROOT]) if (!example.includes(text)) throw new Error(`the example has no ${text}`);
    const root = join(folder, "site");
    const server = example.replace(LISTENS, `127.0.0.1:${port}`).replace(ROOT, root);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${join(folder, name)};`);
    const user = process.getuid?.() === 0 ? "user root;" : "";
    const settings = `${user} daemon off; pid ${join(folder, "pid")}; worker_processes 1; error_log ${join(folder, "errors")};
      events {} http { access_log off; ${temporary.join(" ")} ${server} }`;
    await writeFile(join(folder, "nginx.conf"), settings);
    await mkdir(join(folder, "logs"));
    await symlink(site, root);
    const nginx = process.env["NGINX"] ?? "/usr/sbin/nginx";
    const child = spawn(nginx, ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "inherit", "inherit"] });
    const ended = once(child, "exit");
    const kill = () => void child.kill("SIGTERM");
    process.once("exit", kill);
    const started = new Nginx(`http://127.0.0.1:${port}`, folder, async () => {
      process.off("exit", kill);
      kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    });
    await started.#answers();
    return started;
  }

  /** Serves another folder from now on. */
  async exchange(site: string): Promise<void> {
    const next = join(this.folder, "next");
    await symlink(site, next);
    await rename(next, join(this.folder, "site"));
  }

  async #answers(): Promise<void> {
    const end = Date.now() + START_MS;
    for (;;) {
      const answer = await fetch(this.origin).catch(() => null);
      if (answer) return;
      if (Date.now() > end) throw new Error(`nginx does not answer at ${this.origin}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
