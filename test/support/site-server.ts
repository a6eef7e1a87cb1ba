import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A server on 127.0.0.1 for one test; gives its address, ending in a slash. */
export async function serve(test: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Serves a folder for one test as static hosts do. Gives the server's origin. */
export async function serveSite(test: TestContext, folder: string): Promise<string> {
  const address = await serve(test, ({ url = '/' }, response) => {
    const path = join(folder, decodeURIComponent(new URL(url, 'http://site.example').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(existsSync(file) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(existsSync(file) ? readFileSync(file) : '');
  });
  return new URL(address).origin;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
