import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page's code blocks of one language, in order. */
const snippets = (page: string, language: string): string[] =>
  Array.from(
    readFileSync(join(root, page), 'utf8').matchAll(
      new RegExp(`^\`\`\`${language}(?: live)?\n(.*?)^\`\`\``, 'gms'),
    ),
    ([, code = '']) => code,
  );

const [pasted = ''] = snippets('README.md', 'html');
const [feed = ''] = snippets('docs/sources.md', 'json');
/** The script that loads others as a page needs them, as the guides name it. */
const [loader = ''] = snippets('docs/guides/README.md', 'html');
const inHtml = (page: string, text: string): string =>
  snippets(page, 'html').find((code) => code.includes(text)) ?? '';

interface Named {
  readonly name: string;
}

/** An entry of the feed as WordPress's REST API gives it. */
const asPost = ({ id, url, title, summary = '' }: Record<string, unknown>): object => ({
  id,
  link: url,
  type: 'post',
  title: { rendered: title },
  excerpt: { rendered: summary },
  date_gmt: '2026-11-17T08:00:00',
});

/** A site that publishes the README's feed and one more article, the current one. */
function site(body: string, leftOut: readonly string[] = [], requested: string[] = []): Server {
  const published = JSON.parse(feed) as { items: Record<string, unknown>[] };
  const now = { id: 'now', url: '/', title: 'Open RAN im Werk', tags: ['Open RAN'] };
  const page = `<!doctype html><html lang="de"><title>Open RAN im Werk</title><main><h1>Open RAN im Werk</h1>${body}</main></html>`;
  const neighbours = { ...published, _related_articles: { related_to: '/open-ran/' } };
  const answers = new Map([
    ['/', page],
    ['/open-ran/', page],
    ['/related/open-ran.json', JSON.stringify(neighbours)],
    ['/wp-json/wp/v2/posts', JSON.stringify([now, ...published.items].map(asPost))],
    ['/feed.json', JSON.stringify({ ...published, items: [now, ...published.items] })],
    ...readdirSync(join(root, 'cdn'))
      .filter((file) => file.endsWith('.js') && !leftOut.includes(file))
      .map((file): [string, string] => [`/${file}`, readFileSync(join(root, 'cdn', file), 'utf8')]),
  ]);
  return createServer((request, response) => {
    const [url = ''] = (request.url ?? '').split('?');
    requested.push(url);
    const type = url.endsWith('.js')
      ? 'text/javascript'
      : /\.json$|^\/wp-json/.test(url)
        ? 'application/json'
        : 'text/html';
    response.writeHead(answers.has(url) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(answers.get(url));
  }).listen(0, '127.0.0.1');
}

/** The script that loads others, and the block of the README. */
const loaded = pasted.replace(/^<script.*\n/, loader);

describe('the README and the docs', () => {
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });

  /** The text of the block on a page with this body, after the text of the author's heading. */
  async function shown(
    body: string,
    leftOut: readonly string[] = [],
    lines: string[] = [],
    requested: string[] = [],
    path = '/',
    issued: string[] = [],
  ): Promise<string> {
    const server = site(body, leftOut, requested);
    await new Promise((resolve) => server.once('listening', resolve));
    const page = await browser.newPage();
    page.on('console', (line) => lines.push(line.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      issued.push(new URL(request.url()).pathname);
      const [, file] =
        /^https:\/\/cdn\.jsdelivr\.net\/npm\/related-articles@[\d.]+\/(.*)$/.exec(request.url()) ?? [];
      if (!file) return void request.continue();
      // As npm's CDNs do.
      const headers = { 'access-control-allow-origin': '*' };
      const script = { contentType: 'text/javascript', body: readFileSync(join(root, file)) };
      return void request.respond({ ...script, headers });
    });
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      await until(page, () => (document.querySelector('related-articles')?.related ?? []).length > 0);
      const text = await page.$eval(
        'related-articles',
        (element) => element.shadowRoot?.querySelector<HTMLElement>('nav')?.innerText ?? '',
      );
      const slotted = await page.$$eval('[slot="heading"]', (found) =>
        found.map(({ textContent }) => textContent).join(),
      );
      return `${slotted}\n${text}`;
    } finally {
      await page.close();
      server.close();
    }
  }

  it('has a snippet that shows the block on a plain page', async () => {
    const text = await shown(pasted);
    for (const expected of [
      'Das könnte Sie auch interessieren',
      'Open RAN im Hafen',
      '17. November 2026',
      '1 Diskussionsbeitrag',
    ]) {
      assert.ok(text.includes(expected), `${expected} in ${text}`);
    }
  });

  it('has a snippet that shows English texts, and warns, if the script of the language is missing', async () => {
    const lines: string[] = [];
    const text = await shown(loaded, ['related-articles-de.js'], lines);
    assert.ok(text.includes('You might also like'), text);
    const own = lines.filter((line) => line.startsWith('related-articles: '));
    assert.equal(own.length, 1, lines.join('; '));
    assert.match(
      own[0] ?? '',
      /could not load its texts for lang="de"; copy all of its scripts to your site/,
    );
  });

  it('has a snippet that shows a heading of the author’s own', async () => {
    const text = await shown(loader + inHtml('docs/styling.md', 'slot="heading"'));
    assert.ok(text.includes('Weiterlesen') && !text.includes('Das könnte'), text);
  });

  it('has a snippet that makes the block of its picture, with the style sheet beside it', async () => {
    const block = inHtml('docs/styling.md', 'News-Artikel lesen');
    const style = snippets('docs/styling.md', 'css').find((code) => code.includes('740px')) ?? '';
    const text = await shown(`<style>${style}</style>${loader}${block}`);
    assert.match(
      text,
      /^\nDas könnte Sie auch interessieren.*Open RAN im Hafen.*News-Artikel lesen.*Diskussion 1$/s,
    );
    assert.doesNotMatch(text, /2026/);
  });

  it('has a snippet that preloads the index, so that it is requested once and before the script', async () => {
    const hinted = inHtml('docs/performance.md', 'as="fetch"');
    const requested: string[] = [];
    assert.match(await shown(hinted + loader, [], [], requested, '/open-ran/'), /Open RAN im Hafen/);
    const index = requested.indexOf('/related/open-ran.json');
    assert.equal(index, requested.lastIndexOf('/related/open-ran.json'));
    assert.ok(index < requested.indexOf('/related-articles.js'), requested.join());
  });

  it('has a snippet that preloads scripts, so that they are requested once and first', async () => {
    const hints = inHtml('docs/performance.md', 'modulepreload');
    const requested: string[] = [];
    // Requests may overtake each other on their way, so their order is that of the browser.
    const issued: string[] = [];
    await shown(hints + loaded, [], [], requested, '/', issued);
    const scripts = Array.from(hints.matchAll(/href="([^"]+)"/g), ([, script = '']) => script);
    assert.equal(scripts.length, 2);
    for (const script of scripts) {
      const name = script.replace(/^.*\//, '');
      assert.deepEqual(
        requested.filter((path) => path.endsWith(name)),
        [script],
      );
      assert.ok(issued.indexOf(script) < issued.indexOf('/related-articles.js'), issued.join());
    }
  });

  it('styles only parts and custom properties that exist', () => {
    const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations: { cssParts?: Named[]; cssProperties?: Named[] }[] }[];
    };
    const declared = modules.flatMap(({ declarations }) => declarations);
    const known = declared.flatMap(({ cssParts = [], cssProperties = [] }) => [
      ...cssParts,
      ...cssProperties,
    ]);
    const used = Array.from(
      snippets('docs/styling.md', 'css')
        .join('')
        .matchAll(/::part\(([\w-]+)\)|(--[\w-]+)/g),
      ([, ...names]) => names.find(Boolean),
    );
    assert.ok(used.length > 10, used.join());
    const names = known.map(({ name }) => name);
    assert.deepEqual(
      used.filter((name) => !name || !names.includes(name)),
      [],
    );
  });

  it('has a snippet that ranks in Node and prints what its comment says', () => {
    const [, core = ''] = snippets('docs/api.md', 'js');
    const [, output = ''] = /console\.log\(.*?\); \/\/ (.*)/.exec(core) ?? [];
    assert.equal(
      execFileSync(process.execPath, ['--input-type=module', '--eval', core], {
        cwd: root,
        encoding: 'utf8',
      }).trim(),
      output,
    );
  });

  it('has a snippet that shows the block with the script of a CDN', async () => {
    const [, ofCdn = ''] = snippets('README.md', 'html');
    const requested: string[] = [];
    const text = await shown(pasted.replace(/^<script.*\n/, ofCdn), [], [], requested);
    assert.match(text, /Open RAN im Hafen/);
    assert.ok(!requested.includes('/related-articles.all.js'), requested.join());
  });

  it('has a snippet that shows the posts of a WordPress whose page names them', async () => {
    const [, , , wordpress = ''] = snippets('README.md', 'html');
    const [script = ''] = pasted.split('\n');
    const head = '<link rel="https://api.w.org/" href="/wp-json/">';
    assert.match(await shown(head + script + wordpress), /Open RAN im Hafen/);
  });

  it('has its first snippet within fifteen lines', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const line = readme.slice(0, readme.indexOf('```html')).split('\n').length;
    assert.ok(line <= 15, `line ${line}`);
  });
});
