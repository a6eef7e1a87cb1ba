import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { articles } from './host.js';

/** @param count the number of requests for the path so far, this one included */
type Fault = (response: ServerResponse, request: IncomingMessage, count: number) => void;

const INDEX = JSON.stringify(articles(3));
const CORS = { 'access-control-allow-origin': '*' };
const JSON_TYPE = { ...CORS, 'content-type': 'application/json; charset=utf-8' };
const MEGABYTE = 1e6;

/** What may be wrong with a server, or with the connection to it. */
export const FAULTS = {
  hang() {
    // It never answers.
  },
  'slow drip'(response) {
    response.writeHead(200, JSON_TYPE);
    let at = 0;
    const timer = setInterval(() => response.write(INDEX.charAt(at++) || ' '), 250);
    response.on('close', () => clearInterval(timer));
  },
  reset: (response) => response.socket?.resetAndDestroy(),
  'half body'(response) {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': INDEX.length });
    response.write(INDEX.slice(0, INDEX.length / 2), () => response.destroy());
  },
  'empty 200': (response) => response.writeHead(200, JSON_TYPE).end(),
  'status 204': (response) => response.writeHead(204, CORS).end(),
  '301 loop': (response, { url }) => response.writeHead(301, { ...CORS, location: url }).end(),
  'status 404': (response) => response.writeHead(404, JSON_TYPE).end('{"code": "no_route"}'),
  'status 429': (response) => response.writeHead(429, JSON_TYPE).end('{"code": "slow_down"}'),
  '500 then 200': (response, _, count) =>
    count === 1 ? response.writeHead(500, CORS).end() : response.writeHead(200, JSON_TYPE).end(INDEX),
  'HTML as JSON': (response) =>
    response.writeHead(200, JSON_TYPE).end('<!doctype html><title>Log in</title><p>Please log in.'),
  'wrong charset': (response) =>
    response.writeHead(200, JSON_TYPE).end(Buffer.from(INDEX.replaceAll('network', 'Büro'), 'latin1')),
  'byte order mark': (response) => response.writeHead(200, JSON_TYPE).end(`\uFEFF${INDEX}`),
  'broken gzip'(response) {
    const packed = gzipSync(INDEX);
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    response.end(Buffer.concat([packed.subarray(0, 30), Buffer.from('this is no gzip'.repeat(20))]));
  },
  '50 MB'(response) {
    response.writeHead(200, JSON_TYPE);
    let left = 50;
    const send = (): void => {
      while (left-- > 0) if (!response.write(Buffer.alloc(MEGABYTE, ' '))) return;
      response.end(INDEX);
    };
    response.on('drain', send);
    send();
  },
  '100,000 levels': (response) =>
    response.writeHead(200, JSON_TYPE).end('['.repeat(1e5) + INDEX + ']'.repeat(1e5)),
  'closes after headers'(response) {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': INDEX.length });
    response.flushHeaders();
    setTimeout(() => response.destroy(), 50);
  },
  'CORS missing': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(INDEX),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** The path at which the server has a fault. */
export function pathOf(fault: string): string {
  return `/${fault.replaceAll(/\W+/g, '-')}.json`;
}

/** A server with one path for each fault, until it is repaired. */
export class FaultyServer {
  isRepaired = false;
  /** The number of requests for each path. */
  readonly asked = new Map<string, number>();
  readonly #faults = new Map(Object.entries<Fault>(FAULTS).map(([name, fault]) => [pathOf(name), fault]));
  readonly #server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    const count = (this.asked.get(path) ?? 0) + 1;
    this.asked.set(path, count);
    const fault = this.isRepaired ? undefined : this.#faults.get(path);
    if (fault) fault(response, request, count);
    else response.writeHead(200, JSON_TYPE).end(INDEX);
  });

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
