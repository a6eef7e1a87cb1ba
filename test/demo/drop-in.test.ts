import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const SCRIPT = 'related-articles.js';
const FORMATS = 'related-articles-formats.js';

const list = [
  { url: '/', title: 'Open RAN im Werk' },
  { url: '/a/', title: 'Open RAN im Hafen' },
];
const mkDocs = {
  config: { lang: ['de'] },
  docs: list.map(({ url, title }) => ({ location: `..${url}`, title, text: '' })),
};

let browser: Browser;
let servers: Server[] = [];

/** Serves what is at each path, and gives the server's address and the list of what was requested. */
async function serve(files: ReadonlyMap<string, string>): Promise<{ origin: string; requested: string[] }> {
  const requested: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    requested.push(path);
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.json')
        ? 'application/json'
        : 'text/html';
    const headers = { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' };
    response.writeHead(files.has(path) ? 200 : 404, headers).end(files.get(path));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requested };
}

/** What a block with this index shows, and what the script's server was asked for. */
async function show(
  index: object,
  scripts: readonly string[],
): Promise<{ text: string; requested: string[] }> {
  const host = await serve(
    new Map(scripts.map((name) => [`/lib/${name}`, readFileSync(join(cdn, name), 'utf8')])),
  );
  const body = `<script type="module" src="${host.origin}/lib/${SCRIPT}?v=2"></script>
    <related-articles src="/search/index.json">All news</related-articles>`;
  const page = `<!doctype html><html lang="sv"><title>Open RAN im Werk</title><main><h1>Open RAN im Werk</h1>${body}</main></html>`;
  const site = await serve(
    new Map([
      ['/', page],
      ['/search/index.json', JSON.stringify(index)],
    ]),
  );
  const tab = await browser.newPage();
  const lines: string[] = [];
  tab.on('console', (line) => lines.push(line.text()));
  await tab.goto(`${site.origin}/`);
  await tab.waitForFunction(() => {
    const block = document.querySelector('related-articles');
    return block?.matches(':state(error)') || (block?.related ?? []).length > 0;
  });
  const text = await tab.$eval('related-articles', ({ related, error }) =>
    error ? error.message : related.map(({ article }) => article.title).join(),
  );
  await tab.close();
  return { text, requested: host.requested };
}

describe('the drop-in bundle from another origin', () => {
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });
  afterEach(() => {
    for (const server of servers) server.close();
    servers = [];
  });

  it('is one file for an index of a common format', async () => {
    const { text, requested } = await show(list, [SCRIPT, FORMATS]);
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`]]);
  });

  it('takes the file beside it for a rarer one, and nothing twice', async () => {
    const { text, requested } = await show(mkDocs, [SCRIPT, FORMATS]);
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`, `/lib/${FORMATS}`]]);
  });

  it('says what is missing where that file is not there', async () => {
    const { text } = await show(mkDocs, [SCRIPT]);
    assert.match(text, /needs the script's other file, related-articles-formats\.js, which can't be loaded/);
  });
});
