import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { afterEach, describe, it, mock } from 'node:test';
import { fetchDocument } from '../../src/reader/fetch-document.js';
import { isIndexError } from '../../src/reader/index-error.js';
import { loadIndex, type LoadOptions } from '../../src/reader/load-index.js';
import type { ArticleIndex } from '../../src/reader/read-index.js';

const SITE = 'https://site.example';
const VERSION = 'https://jsonfeed.org/version/1.1';
const realFetch = globalThis.fetch;

/** Answers to requests, by path and query: JSON, bytes, a status, or what a function makes of the request. */
type Answers = Record<string, object | number | ((init?: RequestInit) => Response | Promise<Response>)>;

/** Serves these answers in place of the network, and tells what was requested. */
function serve(answers: Answers): string[] {
  const requested: string[] = [];
  globalThis.fetch = async (input, init) => {
    const path = (input instanceof Request ? input.url : input.toString()).replace(SITE, '');
    requested.push(path);
    const answer = answers[path] ?? 404;
    if (typeof answer === 'function') return answer(init);
    if (typeof answer === 'number') return new Response('', { status: answer });
    return new Response(answer instanceof Uint8Array ? Buffer.from(answer) : JSON.stringify(answer));
  };
  return requested;
}

/** A feed of one article, and the next page's address. */
function feed(id: string, next?: string): object {
  return { version: VERSION, items: [{ id, url: `/${id}`, title: id }], next_url: next };
}

/** WordPress posts with one number each, and the number of pages that the server tells. */
function posts(pages: number, ...ids: number[]): () => Response {
  const list = ids.map((id) => ({ id, link: `/p${id}`, title: { rendered: `P${id}` } }));
  return () => new Response(JSON.stringify(list), { headers: { 'X-WP-TotalPages': String(pages) } });
}

const loadShared = (src: string, options: Partial<LoadOptions> = {}): Promise<ArticleIndex> =>
  loadIndex(src, `${SITE}/`, { fetchDocument, ...options });
const load = (src: string, options: Partial<LoadOptions> = {}): Promise<ArticleIndex> =>
  loadShared(src, { fresh: true, ...options });
const titles = ({ articles }: ArticleIndex): string[] => articles.map(({ title }) => title);
const reasons = ({ skipped }: ArticleIndex): string[] => skipped.map(({ reason }) => reason);

/** A promise, and what keeps it. */
function held<T>(): { promise: Promise<T>; keep: (value: T) => void } {
  let keep!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

/** Lets all go on that waits for no timer. */
async function turns(): Promise<void> {
  for (let count = 0; count < 20; count++) await new Promise(setImmediate);
}

afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('the pages of an index', () => {
  it('are read in the order in which a feed names them', async () => {
    const requested = serve({ '/1': feed('a', '/2'), '/2': feed('b', `${SITE}/3`), '/3': feed('c') });
    assert.deepEqual(titles(await load('/1')), ['a', 'b', 'c']);
    assert.deepEqual(requested, ['/1', '/2', '/3']);
  });

  it('are read in the order in which WordPress counts them', async () => {
    serve({ '/wp?x=1': posts(3, 1, 2), '/wp?x=1&page=2': posts(3, 2, 3), '/wp?x=1&page=3': posts(3, 4) });
    const index = await load('/wp?x=1');
    assert.deepEqual([titles(index), index.skipped], [['P1', 'P2', 'P3', 'P4'], []]);
  });

  it('are read from the page that the address names', async () => {
    const requested = serve({ '/wp?page=2': posts(3, 1), '/wp?page=3': posts(3, 2) });
    await load('/wp?page=2');
    assert.deepEqual(requested, ['/wp?page=2', '/wp?page=3']);
  });

  it('are reported as they come', async () => {
    serve({ '/1': feed('a', '/2'), '/2': feed('b', '/3'), '/3': feed('c') });
    const parts: string[] = [];
    await load('/1', { onPart: (part: ArticleIndex) => parts.push(titles(part).join('')) });
    assert.deepEqual(parts, ['a', 'ab']);
  });

  it('end with a page that leads back to an earlier one', async () => {
    const requested = serve({ '/1': feed('a', '/2'), '/2': feed('b', '/1') });
    const index = await load('/1');
    assert.deepEqual(
      [titles(index), requested],
      [
        ['a', 'b'],
        ['/1', '/2'],
      ],
    );
    assert.deepEqual(index.skipped, [{ url: `${SITE}/2`, reason: 'leads back to a page before it' }]);
  });

  it('end with a page that names itself as the next', async () => {
    const requested = serve({ '/1': feed('a', '/1') });
    assert.deepEqual([reasons(await load('/1')), requested.length], [['leads back to a page before it'], 1]);
  });

  it('are read up to the twentieth', async () => {
    const pages = Array.from({ length: 30 }, (_, at) => [`/${at}`, feed(`a${at}`, `/${at + 1}`)] as const);
    serve(Object.fromEntries(pages));
    const index = await load('/0');
    assert.equal(index.articles.length, 20);
    assert.deepEqual(index.skipped, [
      { url: `${SITE}/19`, reason: 'has more than 20 pages; the rest is not read' },
    ]);
  });

  it('are kept if a later page fails', async () => {
    serve({ '/1': feed('a', '/2'), '/2': 500 });
    const index = await load('/1');
    assert.deepEqual(
      [titles(index), reasons(index)],
      [['a'], [`${SITE}/2 answered 500; check the address in "src"`]],
    );
  });

  it('are kept if the address of the next page is not http(s)', async () => {
    serve({ '/1': feed('a', 'file:///etc/passwd') });
    assert.deepEqual(titles(await load('/1')), ['a']);
  });

  it('are named with the entries that were skipped on them', async () => {
    serve({ '/1': feed('a', '/2'), '/2': { version: VERSION, items: [null] } });
    assert.deepEqual((await load('/1')).skipped, [
      { position: 0, reason: 'is not an object', url: `${SITE}/2` },
    ]);
  });
});

describe('several sources', () => {
  it('are one index, in the order in which they are named', async () => {
    const slow = held<Response>();
    serve({ '/a': () => slow.promise, '/b': feed('b') });
    const parts: string[] = [];
    const secondCame = held<void>();
    const onPart = (part: ArticleIndex): void => {
      parts.push(titles(part).join(''));
      secondCame.keep();
    };
    const index = load(' /a\n /b ', { onPart });
    await secondCame.promise;
    slow.keep(new Response(JSON.stringify(feed('a'))));
    assert.deepEqual([titles(await index), parts], [['a', 'b'], ['b']]);
  });

  it('give the first of several articles with one address', async () => {
    const other = { version: VERSION, items: [{ id: 'x', url: '/a', title: 'again' }] };
    serve({ '/a': feed('a'), '/b': other });
    assert.deepEqual(titles(await load('/a /b')), ['a']);
  });

  it('give the first of several articles with one id on their pages', async () => {
    serve({ '/a': feed('a', '/b'), '/b': { version: VERSION, items: [{ id: 'a', url: '/b', title: 'b' }] } });
    assert.deepEqual(titles(await load('/a')), ['a']);
  });

  it('keep articles apart that the reader of a document told apart', async () => {
    const topics = ['Masts', 'Forests', 'Masts'].map((title) => ({ id: 1, slug: 'masts', title }));
    serve({ '/latest.json': { topic_list: { topics } }, '/b': feed('b') });
    assert.deepEqual(titles(await load('/latest.json /b')), ['Masts', 'Forests', 'b']);
  });

  it('keep all articles and give each its own id if both number them from 1', async () => {
    serve({ '/de': posts(1, 1), '/en': [{ id: 1, url: '/en/1', title: 'One' }] });
    const { articles } = await load('/de /en');
    assert.deepEqual(
      articles.map(({ id }) => id),
      ['1', `${SITE}/en/1`],
    );
  });

  it('report the one that can’t be had', async () => {
    serve({ '/b': feed('b') });
    const index = await load('/a /b javascript:1');
    assert.deepEqual(titles(index), ['b']);
    assert.deepEqual(index.skipped, [
      { url: `${SITE}/a`, reason: `${SITE}/a answered 404; check the address in "src"` },
      { url: 'javascript:1', reason: 'src="javascript:1" is not an http(s) address' },
    ]);
  });

  it('are not read from a page that is opened as a file, which needs a server', async () => {
    await assert.rejects(load('file:///site/feed.json'), {
      message: /is not an http\(s\) address; open the page through a web server$/,
    });
  });

  it('end in the error of the first one if none can be had', async () => {
    serve({ '/b': 500 });
    await assert.rejects(load('/a /b'), { code: 'status', url: `${SITE}/a` });
  });

  it('keep the order of ranked neighbours', async () => {
    const neighbours = { ...feed('a'), _related_articles: { related_to: '/now' } };
    serve({ '/a': neighbours, '/b': feed('b') });
    assert.equal((await load('/a /b')).relatedTo, `${SITE}/now`);
    assert.equal((await load('/gone /a')).relatedTo, `${SITE}/now`);
  });
});

describe('a shared index', () => {
  it('tells those who ask later what has come already', async () => {
    const slow = held<Response>();
    const requested = serve({ '/s1': feed('a', '/s2'), '/s2': () => slow.promise });
    const firstCame = held<void>();
    const first = load('/s1', { onPart: () => firstCame.keep() });
    await firstCame.promise;
    const parts: string[] = [];
    const second = loadShared('/s1', { onPart: (part) => parts.push(titles(part).join('')) });
    slow.keep(new Response(JSON.stringify(feed('b'))));
    assert.equal(await first, await second);
    assert.deepEqual([parts, requested], [['a'], ['/s1', '/s2']]);
  });

  it('is loaded anew for other fields', async () => {
    serve({ '/f': [{ url: '/a', title: 'A', name: 'B' }] });
    const named = await loadShared('/f', { fields: { title: 'name' } });
    assert.deepEqual([titles(named), titles(await loadShared('/f'))], [['B'], ['A']]);
  });

  it('is read if its format is a rarer one', async () => {
    serve({ '/m/s.json': { config: {}, docs: [{ location: 'a/', title: 'A', text: '' }] } });
    const { format, articles } = await load('/m/s.json');
    assert.deepEqual([format, articles[0]?.url], ['MkDocs', `${SITE}/a/`]);
  });
});

describe('the bytes of a document', () => {
  const list = (title: string): string => JSON.stringify([{ url: '/a', title }]);
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const bigEndian = Uint8Array.from(Buffer.from(utf16(list('Zürich'))).swap16());

  const readable: [name: string, bytes: Uint8Array][] = [
    ['UTF-8', Buffer.from(list('Zürich'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${list('Zürich')}`)],
    ['UTF-16', utf16(list('Zürich'))],
    ['UTF-16, big end first', bigEndian],
    ['Latin-1', latin1(list('Zürich'))],
  ];
  for (const [name, bytes] of readable) {
    it(`are read: ${name}`, async () => {
      serve({ '/a.json': bytes });
      assert.deepEqual(titles(await load('/a.json')), ['Zürich']);
    });
  }

  it('give the sound entries if their encodings are mixed', async () => {
    const [start, end] = ['[{"url":"/a","title":"Zürich"},', ']'].map((text) => Buffer.from(text));
    const wrong = latin1('{"url":"/b","title":"Köln"}');
    serve({ '/a.json': Buffer.concat([start ?? wrong, wrong, end ?? wrong]) });
    const index = await load('/a.json');
    assert.deepEqual(titles(index), ['Zürich']);
    assert.match(reasons(index).join(), /^has a title with broken characters, not UTF-8: K\uFFFDln$/);
  });

  const broken: [name: string, text: string, message: RegExp][] = [
    ['are cut off', '{"version": "https://jsonfeed.org/version/1", "items": [{"id"', /holds broken JSON/],
    ['are HTML', '\n <!doctype html><title>Not found</title>', /holds an HTML page, such as an error page/],
    ['are XML', '<?xml version="1.0"?><urlset></urlset>', /holds XML, expected a JSON article index$/],
    [
      'are a feed',
      '<?xml version="1.0"?><!-- by a plugin --><rss version="2.0"></rss>',
      /holds an RSS or Atom feed, .*; "npx related-articles build \S+ --out articles.json" turns it into one$/,
    ],
    ['are missing', '', /holds nothing/],
    // Engines word this in their own ways.
    ['have a comma too many', '[{"url":"/a","title":"A"},\n]', /holds broken JSON \(.+\), expected/],
    ['are a script', 'var store = [{"title": "A"}]', /holds broken JSON/],
    ['are no index', '{"a": 1}', /is neither a JSON Feed nor a list of articles/],
  ];
  for (const [name, text, message] of broken) {
    it(`give an error that says so: they ${name}`, async () => {
      serve({ '/a.json': () => new Response(text) });
      await assert.rejects(load('/a.json'), (error) => {
        assert.ok(isIndexError(error), String(error));
        assert.equal(error.code, 'format');
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it('are not read without end', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1e6;
        controller.enqueue(new Uint8Array(1e6).fill(32));
      },
      cancel() {
        isCancelled = true;
      },
    });
    serve({ '/a.json': () => new Response(endless) });
    await assert.rejects(load('/a.json'), { code: 'format', message: /longer than an index may be, 5 MB/ });
    assert.deepEqual([isCancelled, sent < 1e7], [true, true]);
  });

  it('are counted over all pages', async () => {
    const long = (next?: string): object => ({ ...feed('a', next), description: 'x'.repeat(3e6) });
    serve({ '/1': long('/2'), '/2': long() });
    const index = await load('/1');
    assert.deepEqual([index.articles.length, index.skipped.length], [1, 1]);
    assert.match(reasons(index).join(), /5 MB/);
  });
});

describe('a request', () => {
  it('carries no cookies, and tells other origins no path', async () => {
    const asked: (string | undefined)[][] = [];
    const answer = (init: RequestInit = {}): Response => {
      asked.push([init.credentials, init.referrerPolicy]);
      return Response.json(feed('a'));
    };
    serve({ '/a': answer });
    await load('/a');
    await load('/a', { credentials: 'same-origin' });
    assert.deepEqual(asked, [
      ['omit', 'same-origin'],
      ['same-origin', 'same-origin'],
    ]);
  });

  it('lets the server say how long its answer is kept, unless a fresh answer is wanted', async () => {
    const modes: (string | undefined)[] = [];
    const answer = (init: RequestInit = {}): Response => {
      modes.push(init.cache);
      return Response.json(feed('a'));
    };
    serve({ '/kept': answer });
    await loadShared('/kept');
    await loadShared('/kept', { fresh: true });
    assert.deepEqual(modes, ['default', 'no-cache']);
  });

  it('keeps nothing of those who asked once it is answered', async () => {
    const { signal } = new AbortController();
    serve({ '/a': feed('a') });
    await load('/a', { signal });
    await new Promise(setImmediate);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  it('is made anew with other credentials', async () => {
    const requested = serve({ '/c': feed('a') });
    await loadShared('/c');
    await loadShared('/c', { credentials: 'same-origin' });
    assert.equal(requested.length, 2);
  });

  const after = (seconds: string): ResponseInit => ({ status: 503, headers: { 'Retry-After': seconds } });
  const soon = new Date(Date.now() + 1000).toUTCString();
  const faults: [name: string, fault: () => Response, times: number][] = [
    ['a status of 500', () => new Response('', { status: 500 }), 2],
    ['a status of 429', () => new Response('', { status: 429 }), 2],
    ['a broken connection', () => assert.fail('broken'), 2],
    ['a server that asks for a second', () => new Response('', after('1')), 2],
    ['a server that names a moment soon', () => new Response('', after(soon)), 2],
    ['a server that asks for an hour', () => new Response('', after('3600')), 1],
    ['a status of 404', () => new Response('', { status: 404 }), 1],
    ['a status of 401', () => new Response('', { status: 401 }), 1],
    ['broken JSON', () => new Response('{'), 1],
  ];
  for (const [name, fault, times] of faults) {
    it(`is ${times === 1 ? 'not repeated' : 'repeated once'} after ${name}`, async () => {
      const requested = serve({ '/a': fault });
      await assert.rejects(load('/a'), isIndexError);
      assert.equal(requested.length, times);
    });
  }

  it('waits as long as the server asks', async () => {
    const times: number[] = [];
    serve({
      '/a'() {
        times.push(performance.now());
        return new Response('', after('1'));
      },
    });
    await assert.rejects(load('/a'), { code: 'status' });
    const [first = 0, second = 0] = times;
    assert.ok(second - first >= 999, `${second - first} ms`);
  });

  it('gives the index if its second attempt succeeds', async () => {
    let count = 0;
    serve({ '/a': () => (count++ === 0 ? new Response('', { status: 502 }) : Response.json(feed('a'))) });
    assert.deepEqual(titles(await load('/a')), ['a']);
  });

  it('is made anew after a failure, even if no fresh answer is wanted', async () => {
    let isUp = false;
    serve({ '/mended': () => (isUp ? Response.json(feed('a')) : new Response('', { status: 404 })) });
    await assert.rejects(load('/mended', { fresh: false }), isIndexError);
    isUp = true;
    assert.deepEqual(titles(await load('/mended', { fresh: false })), ['a']);
  });

  it('is not repeated for someone who has left', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const controller = new AbortController();
      const requested = serve({ '/a': 500 });
      const index = load('/a', { signal: controller.signal });
      await turns();
      controller.abort();
      await assert.rejects(index, { name: 'AbortError' });
      mock.timers.tick(1000);
      await turns();
      assert.deepEqual(requested, ['/a']);
    } finally {
      mock.timers.reset();
    }
  });

  it('ends after eight seconds and is not repeated', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const hang = ({ signal }: RequestInit = {}): Promise<Response> =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
      const requested = serve({ '/a': hang });
      const index = load('/a');
      const refused = assert.rejects(index, {
        code: 'network',
        message: /no full answer from .* within 8 s/,
      });
      mock.timers.tick(7999);
      await Promise.resolve();
      assert.equal(requested.length, 1);
      mock.timers.tick(1);
      await refused;
      assert.equal(requested.length, 1);
    } finally {
      mock.timers.reset();
    }
  });

  it('is explained if a page on https asks for an index on http', async () => {
    const { location } = globalThis as { location?: unknown };
    Object.assign(globalThis, { location: new URL('https://site.example/') });
    try {
      serve({ 'http://other.example/a': () => assert.fail('mixed content') });
      const message = /no answer from http:.*; a page on https can read an index on https only/;
      await assert.rejects(load('http://other.example/a'), { code: 'network', message });
    } finally {
      Object.assign(globalThis, { location });
    }
  });

  it('reads ten thousand articles at most', async () => {
    const many = (from: number, length: number): object[] =>
      Array.from({ length }, (_, at) => ({ url: `/a/${from + at}`, title: 'A' }));
    serve({ '/a': many(0, 10_001) });
    const index = await load('/a');
    assert.deepEqual(
      [index.articles.length, index.skipped],
      [
        10_000,
        [
          {
            position: 10_000,
            reason: 'is left out with all entries after it: there are too many',
            url: `${SITE}/a`,
          },
        ],
      ],
    );
  });

  it('reads two hundred thousand entries at most, whatever they are', async () => {
    const entries = [...Array<null>(200_000).fill(null), { url: '/a', title: 'A' }];
    serve({ '/a': entries });
    await assert.rejects(load('/a'), { message: /holds no usable article: entry 0 is not an object/ });
    serve({ '/a': [{ url: '/a', title: 'A' }, ...entries] });
    const { skipped } = await load('/a');
    assert.deepEqual(
      [skipped.length, skipped.at(-1)?.reason],
      [200_000, 'is left out with all entries after it: there are too many'],
    );
  });

  it('is not made for pages after ten thousand articles', async () => {
    const page = (from: number, next: string): object => ({
      version: VERSION,
      items: Array.from({ length: 5000 }, (_, at) => ({ url: `/a/${from + at}`, title: 'A' })),
      next_url: next,
    });
    const requested = serve({ '/1': page(0, '/2'), '/2': page(5000, '/3'), '/3': page(10_000, '/4') });
    const index = await load('/1');
    assert.deepEqual(
      [requested, reasons(index)],
      [['/1', '/2'], ['has more than 10000 articles; the rest is not read']],
    );
  });

  it('reads a longer index if the author allows it', async () => {
    serve({ '/a': { ...feed('a'), description: 'x'.repeat(6e6) } });
    await assert.rejects(load('/a'), { message: /longer than an index may be, 5 MB/ });
    assert.deepEqual(titles(await load('/a', { maxBytes: 7e6 })), ['a']);
  });
});
