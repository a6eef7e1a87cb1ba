import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { neighboursFeed } from '../../src/builder/output/neighbours.js';
import type { Article } from '../../src/article.js';
import type { FetchOptions } from '../../src/reader/fetch-document.js';
import { loadNeighbours, readNeighbours } from '../../src/reader/neighbours.js';
import { takeDocument } from '../../src/reader/prefetch.js';
import { readIndex } from '../../src/reader/read-index.js';

const BASE = 'https://site.example/related/mast.json';
const item = (more: object = {}): object => ({
  id: '1',
  url: 'https://site.example/a',
  title: 'Masts  and forests',
  content_text: '',
  summary: 'What masts\ncost.',
  date_published: '2026-11-17T09:00:00+01:00',
  image: '/a.jpg',
  language: 'de_AT',
  _related_articles: { discussion: { count: 3, url: '/a#talk' } },
  ...more,
});
const feed = (items: unknown, more: object = {}): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Mast',
  language: 'en',
  _related_articles: { version: 1, related_to: '/mast' },
  items,
  ...more,
});
const read = (json: unknown): ReturnType<typeof readNeighbours> => readNeighbours(JSON.stringify(json), BASE);

describe('the reader of neighbours', () => {
  it('reads what the command line writes', () => {
    const article = (id: string): Article => ({
      id,
      url: `https://site.example/${id}`,
      title: `Über „${id}“ & mehr`,
      excerpt: 'Was Masten wirklich kosten: 5 > 3.',
      date: '2026-11-17',
      tags: ['Masten'],
      terms: ['masten'],
      expires: '2999-01-01',
      author: 'Eva Ohm, Max Volt',
      image: `https://site.example/${id}.png`,
      images: [320, 640].map((width) => ({ url: `https://site.example/${width}.png`, width })),
      discussion: { count: 0 },
    });
    const text = neighboursFeed(article('a'), ['b', 'c'].map(article));
    const index = readNeighbours(text, BASE);
    assert.equal(index?.articles.length, 2);
    assert.equal(index.articles[0]?.author, 'Eva Ohm, Max Volt');
    assert.equal(index.articles[0]?.images?.length, 2);
    assert.deepEqual(index, readIndex(JSON.parse(text), BASE));
  });

  for (const date of ['2026-11-17', '2026-11-17T09:00:00', '2026-11-17T09:00:00+01:00']) {
    it(`reads the article's own date, ${date}`, () => {
      const article: Article = { id: 'a', url: 'https://site.example/a', title: 'A', tags: [], date };
      assert.equal(readNeighbours(neighboursFeed(article, [article]), BASE)?.articles[0]?.date, date);
    });
  }

  it('reads every member as readIndex does', () => {
    const json = feed([
      item(),
      item({ id: '2', url: '/b', language: undefined, tags: ['5G', '5G', 'Masts'] }),
    ]);
    const index = read(json);
    assert.equal(index?.articles[0]?.discussion?.url, 'https://site.example/a#talk');
    assert.deepEqual(index, readIndex(JSON.parse(JSON.stringify(json)), BASE));
  });

  it('reads an empty list', () => {
    assert.deepEqual(read(feed([]))?.articles, []);
  });

  for (const [name, json] of Object.entries({
    'that is not ranked': feed([item()], { _related_articles: {} }),
    'of an unknown version': feed([item()], { version: '1' }),
    'with a next page': feed([item()], { next_url: '/more.json' }),
    'with an entry that is no object': feed([item(), 3]),
    'that repeats an article': feed([item(), item()]),
    'with markup in a title': feed([item({ title: 'A <b>b</b>' })]),
    'with a character reference in a teaser': feed([item({ summary: 'A &amp; b' })]),
    'with a cut mark': feed([item({ summary: 'A [...]' })]),
    'with a long teaser': feed([item({ summary: 'a '.repeat(300) })]),
    'with broken characters': feed([item({ title: 'M\uFFFDst' })]),
    'with a character that reorders text': feed([item({ title: 'gpj\u202E.exe' })]),
    'with a character that shows nothing': feed([item({ summary: 'A\u0007b' })]),
    'with a long title': feed([item({ title: 'a '.repeat(200) })]),
    'with a long tag': feed([item({ tags: ['a'.repeat(101)] })]),
    'with many tags': feed([item({ tags: Array.from({ length: 51 }, (_, at) => `tag ${at}`) })]),
    'with a long id': feed([item({ id: 'a'.repeat(3000) })]),
    'with a language tag that is not valid': feed([item({ language: 'de fr' })]),
    'with a text': feed([item({ content_text: 'Text' })]),
    'with an author as in JSON Feed 1.0': feed([item({ author: { name: 'A' } })]),
    'with an author of the whole feed': feed([item()], { authors: [{ name: 'A' }] }),
    'with an author without a name': feed([item({ authors: [{ url: '/a' }] })]),
    'with sizes out of order': feed([
      item({
        _related_articles: {
          images: [
            { url: '/b', width: 2 },
            { url: '/a', width: 1 },
          ],
        },
      }),
    ]),
    'with sizes that tell their heights': feed([
      item({
        _related_articles: {
          images: [
            { url: '/a', width: 1, height: 1 },
            { url: '/b', width: 2 },
          ],
        },
      }),
    ]),
    'with a single size': feed([item({ _related_articles: { images: [{ url: '/a', width: 1 }] } })]),
    'with a loose date': feed([item({ date_published: '17 November 2026' })]),
    'with a date that no calendar has': feed([item({ date_published: '2026-02-30' })]),
    'with a time that no clock has': feed([item({ date_published: '2026-11-17T25:00:00Z' })]),
    'with a year that stands for no date': feed([item({ date_published: '0001-01-01' })]),
    'with an address that is not http(s)': feed([item({ url: 'javascript:alert(1)' })]),
    'without a title': feed([item({ title: undefined })]),
    'with key terms': feed([item({ _related_articles: { terms: ['mast'] } })]),
    'with tags in one text': feed([item({ tags: 'a, b' })]),
  })) {
    it(`leaves a document to readIndex if it is one ${name}`, () => {
      assert.equal(read(json), undefined);
    });
  }

  it('leaves a text that is not JSON to readIndex', () => {
    assert.equal(readNeighbours('<!doctype html>', BASE), undefined);
  });

  it('never gives anything else than readIndex', () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(itemsOf(asIs), itemsOf(orOdd)), { maxLength: 2 }),
        language,
        (list, tongue) => {
          const json: unknown = JSON.parse(JSON.stringify(feed(list, { language: tongue })));
          const index = read(json);
          if (!index) return;
          count += index.articles.length;
          assert.deepEqual(index, readIndex(json, BASE));
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(count > 200, `only ${count} articles were read`);
  });
});

describe('loaded neighbours', () => {
  const realFetch = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });
  /** A URL of its own for every test: a page keeps what it has loaded. */
  let count = 0;
  const newUrl = (): string => `https://site.example/related/${count++}.json`;
  const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
    cache: 'default',
    credentials: 'omit',
    maxBytes: 5_000_000,
    signal: new AbortController().signal,
    ...more,
  });
  const neighbours = JSON.stringify(feed([item()]));
  /** Answers every request with a text or a status, in place of the network, and tells what was requested. */
  const serve = (answer: string | number): string[] => {
    const requested: string[] = [];
    globalThis.fetch = (input) => {
      requested.push(String(input instanceof Request ? input.url : input));
      const isText = typeof answer === 'string';
      return Promise.resolve(new Response(isText ? answer : '', { status: isText ? 200 : answer }));
    };
    return requested;
  };

  it('are requested once, however often and by however many blocks they are asked for', async () => {
    const url = newUrl();
    const requested = serve(neighbours);
    const [one, other] = await Promise.all([loadNeighbours(url, options()), loadNeighbours(url, options())]);
    assert.equal(one?.articles.length, 1);
    assert.deepEqual([other, await loadNeighbours(url, options())], [one, one]);
    assert.deepEqual(requested, [url]);
  });

  it('are requested anew if a fresh answer is wanted', async () => {
    const url = newUrl();
    const requested = serve(neighbours);
    const kept = await loadNeighbours(url, options());
    assert.notEqual(await loadNeighbours(url, options({ cache: 'no-cache' })), kept);
    assert.deepEqual(requested, [url, url]);
  });

  it('are kept for the four newest documents', async () => {
    const urls = Array.from({ length: 5 }, newUrl);
    const requested = serve(neighbours);
    for (const url of urls) await loadNeighbours(url, options());
    await loadNeighbours(urls[1] ?? '', options());
    await loadNeighbours(urls[0] ?? '', options());
    assert.deepEqual(requested, [...urls, urls[0]]);
  });

  it('leave a document that is something else to be taken, without another request', async () => {
    const url = newUrl();
    const requested = serve('[]');
    assert.equal(await loadNeighbours(url, options()), undefined);
    assert.equal(await loadNeighbours(url, options()), undefined);
    assert.equal(Buffer.concat((await takeDocument(url, options())).chunks).toString(), '[]');
    assert.deepEqual(requested, [url]);
  });

  it('are an error if the document can’t be had, and are requested again by the next who asks', async () => {
    const url = newUrl();
    serve(404);
    await assert.rejects(loadNeighbours(url, options()), { name: 'IndexError', code: 'status', url });
    serve(neighbours);
    assert.equal((await loadNeighbours(url, options()))?.articles.length, 1);
  });

  it('reject with the reason of a signal that is aborted', async () => {
    const reason = new Error('left');
    const controller = new AbortController();
    serve(neighbours);
    const refused = assert.rejects(loadNeighbours(newUrl(), options({ signal: controller.signal })), reason);
    controller.abort(reason);
    await refused;
  });

  it('are resolved against the address behind redirections', async () => {
    const url = newUrl();
    const answer = new Response(JSON.stringify(feed([item({ url: 'b' })])));
    Object.defineProperty(answer, 'url', { value: 'https://other.example/related/x.json' });
    globalThis.fetch = () => Promise.resolve(answer);
    assert.equal((await loadNeighbours(url, options()))?.articles[0]?.url, 'https://other.example/related/b');
  });
});

/** What a member of an item may be in place of a usual value. */
type Instead = <T>(usual: fc.Arbitrary<T>) => fc.Arbitrary<unknown>;

const asIs: Instead = (usual) => usual;
const oddText = fc.oneof(fc.constantFrom(' a  b ', '&', 'a < b', '/b', 'x&y;', '', '[…]'), fc.string());
const odd = fc.oneof(oddText, fc.integer({ min: -1, max: 3 }), fc.constant(null), fc.array(oddText));
/** Now and then something else. */
const orOdd: Instead = (usual) => fc.oneof({ weight: 9, arbitrary: usual }, odd);
const language = orOdd(fc.constant('en'));

/** Items of a feed: whole ones as the command line writes them, and others. */
function itemsOf(instead: Instead): fc.Arbitrary<object> {
  const text = instead(fc.constantFrom('A', 'a b', '2026-11-17', 'Über 5 > 3', 'x & y'));
  const url = instead(fc.webUrl());
  const widths = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 });
  const images = widths.map((list) =>
    list.toSorted((a, b) => a - b).map((width) => ({ url: `/${width}.png`, width })),
  );
  const discussion = fc.record({ count: instead(fc.nat(9)), url }, { requiredKeys: [] });
  return fc.record(
    {
      id: instead(fc.uuid()),
      url,
      title: text,
      summary: text,
      date_published: instead(
        fc.constantFrom(
          '2026-11-17',
          '2026-11-17T09:00:00Z',
          '2026-11-17T09:00:00',
          '2026-11-17T25:00:00Z',
          '0900-01-01',
        ),
      ),
      image: instead(fc.webPath({ size: 'small' }).map((path) => `/i${path}`)),
      language: instead(fc.constant('de')),
      tags: instead(fc.array(text)),
      authors: instead(fc.array(fc.record({ name: text }), { minLength: 1, maxLength: 2 })),
      _related_articles: instead(
        fc.record(
          {
            date: instead(fc.constantFrom('2026-11-17', '2026-11-17T09:00:00')),
            discussion: instead(discussion),
            images: instead(images),
            series: instead(
              fc.record({ name: text, position: instead(fc.nat(3)) }, { requiredKeys: ['name'] }),
            ),
            section: text,
            type: text,
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: ['id', 'url', 'title'] },
  );
}
