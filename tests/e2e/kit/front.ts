// A server in front of the site's: it answers as that does, adds pages and headers of a test's own, and
// can be stopped: then a page that it gave is offline, in every browser.

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a front adds to the site. */
export interface Additions {
  /** HTML by path, like `/article.html`. */
  pages?: Record<string, string>;
  /** Scripts by path. */
  scripts?: Record<string, string>;
  /** Headers of each answer, given the origin of the front. */
  headers?(origin: string): Record<string, string>;
}

export class Front {
  #server: Server | undefined;
  #port = 0;
  /** The paths that are there no more, as after an update of the site. */
  gone: RegExp | null = null;
  /** What was asked for, in order. */
  readonly asked: string[] = [];

  private constructor(
    readonly site: string,
    readonly additions: Additions,
  ) {}

  /** Starts one in front of an origin. */
  static async open(site: string, additions: Additions = {}): Promise<Front> {
    const front = new Front(site, additions);
    await front.start();
    return front;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Serves, at the port that it had before. */
  async start(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Breaks off all connections, and takes none any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async #answer({ url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(url);
    const headers = this.additions.headers?.(this.origin) ?? {};
    const { pathname } = new URL(url, this.origin);
    const { pages, scripts } = this.additions;
    if (this.gone?.test(pathname)) return void response.writeHead(404, headers).end("gone");
    const own = pages?.[pathname] ?? scripts?.[pathname];
    if (own !== undefined) {
      const type = pages?.[pathname] === undefined ? "text/javascript" : "text/html";
      return void response.writeHead(200, { ...headers, "content-type": `${type}; charset=utf-8` }).end(own);
    }
    try {
      const answer = await fetch(new URL(url, this.site));
      const type = answer.headers.get("content-type") ?? "application/octet-stream";
      const body = Buffer.from(await answer.arrayBuffer());
      // Nothing is kept: what a page has not loaded yet it cannot have when the front is stopped.
      response.writeHead(answer.status, { ...headers, "content-type": type, "cache-control": "no-store" }).end(body);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  }
}

/** Returns a page with a body. */
export function pageOf(body: string, root = 'lang="en"', head = ""): string {
  return `<!doctype html><html ${root}><head><meta charset="utf-8"><title>An article</title>
    <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1">${head}
    <script type="module" src="/define.js"></script></head><body>${body}</body></html>`;
}
