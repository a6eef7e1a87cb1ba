import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import puppeteer, { type Browser } from 'puppeteer-core';
import { createRanker, readIndex } from '../../src/core.js';
import { findChromium } from '../support/chromium.js';
import { until } from '../support/until.js';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const SCRIPT = 'related-articles.js';
const SINGLE_FILE = 'related-articles.all.js';
const RANKING = 'related-articles-ranking.js';
const FORMATS = 'related-articles-formats.js';

const list = [
  { url: '/', title: 'Open RAN im Werk' },
  { url: '/a/', title: 'Open RAN im Hafen' },
];
const mkDocs = {
  config: { lang: ['de'] },
  docs: list.map(({ url, title }) => ({ location: `..${url}`, title, text: '' })),
};

const neighbours = {
  version: 'https://jsonfeed.org/version/1.1',
  items: list.slice(1).map((item) => ({ id: item.url, ...item })),
  _related_articles: { related_to: '/' },
};

let browser: Browser;
let servers: Server[] = [];

/** Serves a file for each path. Gives the server's origin and the list of requested paths. */
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
    const headers = {
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
    };
    response.writeHead(files.has(path) ? 200 : 404, headers);
    response.end(files.get(path) ?? '');
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requested };
}

/** The text of a block with this index, and the paths that the scripts' server was asked for. */
async function show(
  index: object,
  scripts: readonly string[],
  src = '/search/index.json',
  script = SCRIPT,
  path = '/',
  language = 'el',
): Promise<{ text: string; requested: string[] }> {
  const host = await serve(
    new Map(scripts.map((name) => [`/lib/${name}`, readFileSync(join(cdn, name), 'utf8')])),
  );
  const body = `<script type="module" src="${host.origin}/lib/${script}?v=2"></script>
    <related-articles src="${src}">All news</related-articles>`;
  const page = `<!doctype html><html lang="${language}"><title>Open RAN im Werk</title><main><h1>Open RAN im Werk</h1>${body}</main></html>`;
  const site = await serve(
    new Map([
      [path, page],
      [src.replace('{path}', 'index'), JSON.stringify(index)],
    ]),
  );
  const tab = await browser.newPage();
  const lines: string[] = [];
  tab.on('console', (line) => lines.push(line.text()));
  await tab.goto(site.origin + path);
  await until(tab, () => {
    const block = document.querySelector('related-articles');
    return block?.matches(':state(error)') || (block?.related ?? []).length > 0;
  });
  const text = await tab.$eval('related-articles', ({ related, error }) => {
    if (!error) return related.map(({ article }) => article.title).join();
    const code = error.name === 'IndexError' && 'code' in error ? error.code : 'no IndexError';
    return `${String(code)}: ${error.message}`;
  });
  await tab.close();
  return { text, requested: host.requested };
}

/** The titles that a block shows with a script in the head of its page, and the names that the script leaves there. */
async function showByTag(script: string, attribute: string): Promise<{ text: string; names: string[] }> {
  const page = `<!doctype html><html lang="en"><head><title>Open RAN im Werk</title>
    <script>window.before = new Set(Object.getOwnPropertyNames(window))</script>
    <script src="/lib/${script}?ver=6.4.2" ${attribute}></script></head>
    <body><main><h1>Open RAN im Werk</h1><related-articles src="/index.json">All news</related-articles></main></body></html>`;
  const scripts = [SCRIPT, SINGLE_FILE, RANKING].map(
    (name) => [`/lib/${name}`, readFileSync(join(cdn, name), 'utf8')] as const,
  );
  const site = await serve(new Map([['/', page], ['/index.json', JSON.stringify(list)], ...scripts]));
  const tab = await browser.newPage();
  const errors: unknown[] = [];
  tab.on('pageerror', (error) => errors.push(error));
  await tab.goto(`${site.origin}/`);
  await until(tab, () => (document.querySelector('related-articles')?.related ?? []).length > 0);
  const shown = await tab.$eval('related-articles', ({ related }) => ({
    text: related.map(({ article }) => article.title).join(),
    names: Object.getOwnPropertyNames(window).filter(
      (name) => !(window as unknown as { before: Set<string> }).before.has(name),
    ),
  }));
  await tab.close();
  assert.deepEqual(errors, []);
  return shown;
}

/** Opens a browser for a suite, and stops the servers after each test. */
function useBrowser(): void {
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
}

describe('the drop-in bundle from another origin', () => {
  useBrowser();

  it('loads one script for a page with neighbours', async () => {
    const { text, requested } = await show(neighbours, [SCRIPT, RANKING], '/search/{path}.json');
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`]]);
  });

  it('loads one script if the index has the name of the page and holds its neighbours', async () => {
    const feed = { ...neighbours, _related_articles: { related_to: '/news/werk-1/' } };
    const { text, requested } = await show(
      feed,
      [SCRIPT, RANKING],
      '/related/werk-1.json',
      SCRIPT,
      '/news/werk-1/',
    );
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`]]);
  });

  it('loads two scripts for an index that must be ranked, even if it has the name of the page', async () => {
    for (const path of ['/werk-1/', '/search/']) {
      const { text, requested } = await show(
        list,
        [SCRIPT, RANKING],
        `${path.slice(0, -1)}.json`,
        SCRIPT,
        path,
      );
      assert.deepEqual(
        [text.split(',').at(-1), requested],
        ['Open RAN im Hafen', [`/lib/${SCRIPT}`, `/lib/${RANKING}`]],
      );
    }
  });

  it('loads two scripts for an index that must be ranked', async () => {
    const { text, requested } = await show(list, [SCRIPT, RANKING, FORMATS]);
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`, `/lib/${RANKING}`]]);
  });

  it('loads one script, which ranks too, in its form as a single file', async () => {
    const { text, requested } = await show(list, [SINGLE_FILE], '/search/index.json', SINGLE_FILE);
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SINGLE_FILE}`]]);
  });

  it('loads two scripts if src has placeholders and leads to an index that must be ranked', async () => {
    const { text, requested } = await show(list, [SCRIPT, RANKING], '/search/{path}.json');
    assert.deepEqual([text, requested], ['Open RAN im Hafen', [`/lib/${SCRIPT}`, `/lib/${RANKING}`]]);
  });

  it('loads one more script for a rarer format, and no script twice', async () => {
    const { text, requested } = await show(mkDocs, [SCRIPT, RANKING, FORMATS]);
    assert.deepEqual(
      [text, requested],
      ['Open RAN im Hafen', [`/lib/${SCRIPT}`, `/lib/${RANKING}`, `/lib/${FORMATS}`]],
    );
  });

  for (const [what, changes] of [
    ['a date in words', { date: '17. November 2026' }],
    ['a rarer character reference', { title: 'Open RAN &rarr; Hafen' }],
  ] as const) {
    it(`loads no further script for ${what}`, async () => {
      const { text, requested } = await show(
        list.map((entry) => ({ ...entry, ...(entry.url === '/a/' && changes) })),
        [SCRIPT, RANKING],
      );
      const title = 'title' in changes ? 'Open RAN → Hafen' : 'Open RAN im Hafen';
      assert.deepEqual([text, requested], [title, [`/lib/${SCRIPT}`, `/lib/${RANKING}`]]);
    });
  }

  it('requests the stop words of the page’s language without waiting for the ranking', async () => {
    const { requested } = await show(list, [SCRIPT], undefined, undefined, undefined, 'de');
    assert.ok(requested.includes('/lib/related-articles-de.js'), requested.join());
  });

  it('loads the script of a language that its single file does not hold', async () => {
    for (const [language, files] of [
      ['sv', [SINGLE_FILE, 'related-articles-sv.js']],
      ['de', [SINGLE_FILE]],
    ] as const) {
      const { requested } = await show(list, files, undefined, SINGLE_FILE, undefined, language);
      assert.deepEqual(
        requested,
        files.map((file) => `/lib/${file}`),
      );
    }
  });

  for (const script of [SCRIPT, SINGLE_FILE]) {
    for (const attribute of ['', 'defer', 'async', 'type="module"']) {
      it(`shows cards by <script ${attribute}> with ${script}, and leaves no names to the page`, async () => {
        const { text, names } = await showByTag(script, attribute);
        assert.equal(text, 'Open RAN im Hafen');
        // Minified names are short; longer ones are Lit's and the test's own.
        assert.deepEqual(
          names.filter((name) => name.length < 4),
          [],
        );
      });
    }
  }

  it('names the script that is missing', async () => {
    const { text } = await show(list, [SCRIPT]);
    assert.match(text, /needs the script's other file, related-articles-ranking\.js, which can't be loaded/);
    const { text: rarer } = await show(mkDocs, [SCRIPT, RANKING]);
    assert.match(
      rarer,
      /needs the script's other file, related-articles-formats\.js, which can't be loaded; put it beside the script/,
    );
  });

  it('gives errors with a code, whichever script they come from', async () => {
    const { text } = await show({ a: 1 }, [SCRIPT, RANKING, FORMATS]);
    assert.match(text, /^format: .*is neither a JSON Feed nor a list of articles/);
  });
});

describe('the drop-in bundle from the page’s own origin', () => {
  useBrowser();

  const article = { title: 'Open RAN im Werk' };

  /** The URLs, or the error, that a block with this index shows, and its reasons. */
  async function showOwn(index: object): Promise<{ readonly text: string; readonly reasons: string }> {
    const scripts = [SCRIPT, RANKING, FORMATS];
    const site = await serve(
      new Map([
        ...scripts.map((name): [string, string] => [`/lib/${name}`, readFileSync(join(cdn, name), 'utf8')]),
        ['/index.json', JSON.stringify(index)],
        [
          '/',
          `<!doctype html><html lang="en"><title>${article.title}</title><main><h1>${article.title}</h1>
          <script type="module" src="/lib/${SCRIPT}"></script><related-articles src="/index.json"></related-articles></main></html>`,
        ],
      ]),
    );
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/`);
    await until(tab, () => {
      const block = document.querySelector('related-articles');
      return block?.error || (block?.related ?? []).length > 0;
    });
    const [text, reasons] = await tab.$eval('related-articles', ({ related, error }) => [
      error ? `${error.name} ${error.message}` : related.map(({ article: { url } }) => url).join(' '),
      related.map((each) => each.reasons.terms.join()).join(' '),
    ]);
    await tab.close();
    return { text: (text ?? '').replaceAll(site.origin, ''), reasons: reasons ?? '' };
  }

  const large = Array.from({ length: 2000 }, (_, at) => ({
    url: `/${at}/`,
    title: `Article ${at} on ${at % 7 === 3 ? 'Open RAN' : 'masts'}`,
    summary: 'What it costs, and who pays. '.repeat(4),
    date: `2026-11-${String(1 + (at % 28)).padStart(2, '0')}`,
  }));

  it('ranks a large index in slices as the package does without slices', async () => {
    const { articles } = readIndex(large, 'http://localhost/');
    const expected = createRanker(articles, { language: 'en' }).related(article, { limit: 6 });
    assert.deepEqual(await showOwn(large), {
      text: expected.map(({ article: { url } }) => new URL(url).pathname).join(' '),
      reasons: expected.map(({ reasons }) => reasons.terms.join()).join(' '),
    });
  });

  it('names what is wrong with a large document that is no index', async () => {
    const { text } = await showOwn({ nothing: 'x'.repeat(400_000) });
    assert.match(text, /^IndexError related-articles: .*index\.json holds no usable article/);
  });
});

describe('the page in the zip of the drop-in scripts', () => {
  useBrowser();

  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drop-in-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('shows the block when a visitor opens it as a file', async () => {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    const archive = readFileSync(new URL(`../../related-articles-${version}.zip`, import.meta.url));
    const files = Object.entries(unzipSync(archive));
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    const [page = ''] = files.map(([name]) => name).filter((name) => name.endsWith('index.html'));
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, page)).href);
    await until(tab, () => (document.querySelector('related-articles')?.related ?? []).length === 3);
  });
});
