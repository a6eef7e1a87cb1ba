import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** Ends what a test has begun: a test's context, for instance. */
export interface Disposer {
  after(end: () => void): void;
}

/** A server on 127.0.0.1 for one test; gives its address, ending in a slash. */
export async function serve(test: Disposer, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/**
 * Serves a folder for one test as static hosts do. Gives the server's origin.
 *
 * @param fallback the file that answers where there is none, as client-rendered apps need it
 */
export async function serveSite(test: Disposer, folder: string, fallback?: string): Promise<string> {
  const address = await serve(test, ({ url = '/' }, response) => {
    const path = join(folder, decodeURIComponent(new URL(url, 'http://site.example').pathname));
    const places = [
      path,
      `${path}.html`,
      join(path, 'index.html'),
      ...(fallback ? [join(folder, fallback)] : []),
    ];
    const file = places.find((place) => existsSync(place) && statSync(place).isFile()) ?? path;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(existsSync(file) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(existsSync(file) ? readFileSync(file) : '');
  });
  return new URL(address).origin;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
