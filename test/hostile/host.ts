import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A request that a server got. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** An answer of a server. */
export interface Answer {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long it takes, in milliseconds. */
  readonly delay?: number;
}

/**
 * A server on this machine. It answers with what was put at a path, else with the files of the built bundle under
 * `/cdn/`, those of Lit under `/lit/`, and the scripts for pages under `/page/`. Every origin may read its answers.
 */
export class Host {
  /** The requests that it got, in order. */
  asked: Asked[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;
  readonly #name: string;

  /** @param name the host name in its origin; `localhost` is another site than `127.0.0.1` */
  constructor(name: '127.0.0.1' | 'localhost' = '127.0.0.1') {
    this.#name = name;
    this.#server = createServer(({ url = '', headers }, response) => {
      const path = url.split(/[?#]/, 1)[0] ?? '';
      this.asked.push({ path: url, headers });
      const {
        body,
        delay = 0,
        headers: own,
      } = this.#answers.get(url) ?? this.#answers.get(path) ?? file(path);
      const status = body === undefined ? 404 : 200;
      const type = `${TYPES[extname(path)] ?? 'text/html'}; charset=utf-8`;
      const send = (): void => {
        response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*', ...own });
        response.end(body);
      };
      if (delay > 0) setTimeout(send, delay);
      else send();
    });
  }

  get origin(): string {
    return `http://${this.#name}:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, this.#name, resolve));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Puts an answer at a path, and gives its URL. */
  put(path: string, body: string | Buffer | object, rest: Omit<Answer, 'body'> = {}): string {
    const isText = typeof body === 'string' || Buffer.isBuffer(body);
    this.#answers.set(path, { body: isText ? body : JSON.stringify(body), ...rest });
    return this.origin + path;
  }

  /** The number of requests for a path. */
  count(path: string): number {
    return this.asked.filter((asked) => asked.path === path).length;
  }
}

function file(path: string): { body?: Buffer; delay?: number; headers?: Record<string, string> } {
  const [, folder = '', name = ''] = /^\/(cdn|lit|page)\/([\w./-]+)$/.exec(path) ?? [];
  const places: Record<string, string> = {
    cdn: `cdn/${name}`,
    lit: `node_modules/${name}`,
    page: `test/hostile/page/${name}`,
  };
  const place = join(root, places[folder] ?? '');
  return places[folder] && !name.includes('..') && existsSync(place) ? { body: readFileSync(place) } : {};
}

/** The current article, and a number of articles that are related to it. */
export function articles(count: number): object[] {
  return Array.from({ length: count + 1 }, (_, at) => ({
    id: at === 0 ? 'now' : `a${at}`,
    url: `/articles/${at}`,
    title: at === 0 ? 'Open RAN in the harbour' : `Open RAN, part ${at}`,
    summary: 'What it took to build a network.',
    tags: ['Open RAN'],
  }));
}
