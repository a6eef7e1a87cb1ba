import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { type ArticleIndex, readIndex } from '../../src/reader/read-index.js';

const BASE = 'https://site.example/news/index.json';
const VERSION = 'https://jsonfeed.org/version/1.1';

/** The article of a list's only entry. */
function only(entry: object): Article | undefined {
  return readIndex([{ url: '/a', title: 'A', ...entry }], BASE).articles[0];
}

describe('a long index', () => {
  const long = 'word '.repeat(200_000);

  it('is read with titles, teasers and names that are cut at a word', () => {
    const article = only({
      title: long,
      summary: long,
      author: Array(60)
        .fill('')
        .map((_, at) => `Anna Muster ${at}`),
      tags: [long],
    });
    const lengths = [article?.title, article?.excerpt, article?.author, article?.tags[0]].map(
      (text) => text?.length ?? 0,
    );
    const most = [300, 1000, 200, 100];
    assert.deepEqual(
      lengths.map((length, at) => length > 20 && length <= (most[at] ?? 0)),
      [true, true, true, true],
      lengths.join(),
    );
    assert.match(article?.title ?? '', /^(?:word )+word…$/);
  });

  it('gives an article 50 tags at most', () => {
    const tags = Array.from({ length: 60 }, (_, at) => `tag ${at}`);
    assert.deepEqual(only({ tags })?.tags, tags.slice(0, 50));
    assert.deepEqual(only({ tags: tags.join(',') })?.tags, tags.slice(0, 50));
  });

  it('is not searched for tags after a hundred values that are not tags', () => {
    const tags = [...Array<string>(100).fill(''), 'late'];
    assert.deepEqual(only({ tags })?.tags, []);
  });

  it('gives no address of more than 2,048 characters', () => {
    const [fits, tooLong] = [2048, 2049].map((length) => 'https://site.example/'.padEnd(length, 'x'));
    assert.equal(only({ image: fits })?.image, fits);
    const article = only({ image: tooLong, discussionUrl: tooLong });
    assert.deepEqual([article?.image, article?.discussion], [undefined, undefined]);
    assert.match(readIndex([{ url: tooLong, title: 'A' }], BASE).skipped[0]?.reason ?? '', /^has no http/);
    // 700 letters that take three characters each.
    assert.equal(only({ image: `/${'語'.repeat(700)}` })?.image, undefined);
  });

  it('gives no long ids and no languages that are not valid', () => {
    assert.equal(only({ id: long })?.id, 'https://site.example/a');
    const written = [
      'de',
      ' de_CH ',
      'zh-Hant-TW',
      'x-klingon',
      'de fr',
      'de"',
      '-',
      'en-',
      'abcdefg-'.repeat(5) + 'x',
    ];
    const read = ['de', 'de-CH', 'zh-Hant-TW', ...Array<undefined>(6).fill(undefined)];
    assert.deepEqual(
      written.map((lang) => only({ lang })?.language),
      read,
    );
  });
});

describe('characters that reorder or hide text', () => {
  const hidden = [0x00, 0x07, 0x1b, 0x7f, 0x80, 0x9f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e]
    .concat(0x2066, 0x2067, 0x2068, 0x2069, 0xd800, 0xdfff)
    .map((code) => String.fromCharCode(code));

  for (const sign of hidden) {
    const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    it(`are removed: ${code}`, () => {
      const text = `gpj${sign}.exe`;
      const article = only({ title: text, summary: text, author: text, tags: [text] });
      const { title, excerpt, author, tags } = article ?? {};
      assert.deepEqual([title, excerpt, author, tags], ['gpj.exe', 'gpj.exe', 'gpj.exe', ['gpj.exe']]);
      assert.equal(only({ content_text: text })?.excerpt, 'gpj.exe');
    });
  }

  it('are removed if they are written as character references', () => {
    assert.equal(only({ title: 'gpj&#8238;.exe&#x202E;' })?.title, 'gpj.exe');
  });

  it('leave no spaces in a teaser that is made of a text', () => {
    const text = '\u0007 \u202E';
    assert.equal(only({ content_text: text })?.excerpt, undefined);
    assert.equal(only({ content_text: `${text} One ${text} two. ${text}` })?.excerpt, 'One two.');
  });

  it('make no title by themselves', () => {
    assert.equal(only({ title: '\u202E\u2066\u0007' }), undefined);
  });

  it('do not include those that writing needs: joiners, direction marks, accents and emoji', () => {
    const text = 'می‌خواهم \u200F\u05D0 e\u0301 👩‍👩‍👧';
    assert.equal(only({ title: text })?.title, text);
  });
});

describe('prototypes', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`are not changed by an index with "${key}" in it`, () => {
      const evil = `{"${key}": {"url": "/evil", "title": "evil", "image": "/evil.png", "prototype": {"image": "/x"}}`;
      const texts = [
        `[${evil}, "url": "/a", "title": "A"}]`,
        `${evil}, "items": [{"url": "/a", "title": "A"}]}`,
        `${evil}, "version": "${VERSION}", "items": [${evil}, "id": "1", "url": "/a", "title": "A"}]}`,
        `{"data": [{"id": "1", "attributes": ${evil}, "field_${key}": 1, "title": "A", "url": "/a"}}]}`,
      ];
      for (const text of texts) {
        const [article, ...others] = readIndex(JSON.parse(text), BASE).articles;
        assert.deepEqual([article?.title, article?.image, others], ['A', undefined, []], text);
      }
      assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
    });
  }
});

describe('a deep document', () => {
  /** A list in a list in a list. */
  function deep(levels: number, inmost: unknown = 1): unknown {
    let value = inmost;
    for (let level = 0; level < levels; level++) value = [value];
    return value;
  }

  for (const levels of [1e5, 1e6]) {
    const members =
      'id url title summary content date tags language author image comments _embedded class_list';
    it(`of ${levels} levels is read wherever it is`, () => {
      const value = deep(levels);
      const object = JSON.parse(`${'{"items":'.repeat(1e5)}1${'}'.repeat(1e5)}`) as unknown;
      const documents: unknown[] = [
        value,
        object,
        { items: value },
        [value],
        { version: value, items: [value] },
        { version: VERSION, items: [{ id: '1', url: '/a', title: 'A' }], next_url: value, language: value },
        { posts: [{ url: '/a', title: 'A' }], meta: { pagination: { pages: value } } },
        {
          jsonapi: {},
          data: [{ id: value, attributes: { title: 'A' } }],
          included: [{ type: value, id: value }],
        },
        { '@graph': value },
        { '@type': 'ItemList', itemListElement: object },
        { rss: { channel: { item: value } } },
        { topic_list: { topics: [{ id: value, title: 'A', slug: value, posts_count: value }] } },
        [{ documents: [{ i: value, t: 'A', u: '/a', b: value }] }, { documents: value }],
        { docs: [{ location: 'a', title: 'A', text: value }], config: { lang: value } },
        [{ url: '/a', title: 'A', images: [{ url: '/a.png', width: value }, value] }],
        ...members.split(' ').map((member) => [{ url: '/a', title: 'A', [member]: value }]),
      ];
      const indexes = documents.map((json) => readIndex(json, BASE));
      const faults = indexes.filter(({ articles, skipped }) => articles.length + skipped.length === 0);
      // Those that hold nothing at all: a feed's or a graph's list is empty.
      assert.ok(faults.length <= 3, `${faults.length} say nothing`);
    });
  }
});

describe('values of an odd kind', () => {
  const counts: [written: unknown, read: number | undefined][] = [
    ...[0, 1, 1e9].map((count): [number, number] => [count, count]),
    ...[-1, 0.5, 1e9 + 1, 1e308, -0.1, true, null, {}, [], [1]].map((count): [unknown, undefined] => [
      count,
      undefined,
    ]),
    ['12', 12],
    ...['', ' ', '1e3', '-1', '1.0', '0x10', '１２', 'NaN', 'Infinity', '99999999999'].map(
      (count): [string, undefined] => [count, undefined],
    ),
  ];
  for (const [written, read] of counts) {
    it(`are read as a number of posts or as unknown: ${JSON.stringify(written)}`, () => {
      assert.equal(only({ commentCount: written })?.discussion?.count, read);
    });
  }

  const dates: [written: string, read: string | undefined][] = [
    ['2026-11-17', '2026-11-17'],
    ['2026-11-17T00:30:00+01:00', '2026-11-17T00:30:00+01:00'],
    ['2026-11-17T23:30:00-11:00', '2026-11-17T23:30:00-11:00'],
    ['2026-11-17 00:00:00', '2026-11-17T00:00:00'],
    ['2024-02-29', '2024-02-29'],
    ['Tue, 17 Nov 2026 00:10:00 +0900', '2026-11-17T00:10:00+09:00'],
    ['8. Dezember 2022', '2022-12-08'],
    ['17.11.2026', '2026-11-17'],
    ['1763337600', '2025-11-17T00:00:00Z'],
    ...(
      '12|01|0|-1|0000-00-00|0000-01-01|0001-01-01|2026-02-30|2026-13-01|2026-00-10|2026-11-00|2025-02-29|' +
      '2026|2026-11|11/17/2026|17/11/2026|1e20|8640000000000001|NaN|Invalid Date|heute|yesterday|' +
      '2026-11-17-17|+012026-11-17|-2026-11-17|２０２６-11-17|99999-01-01|32. Dezember 2022|8. Dingsbums 2022'
    )
      .split('|')
      .map((date): [string, undefined] => [date, undefined]),
    ['2026-11-17T25:00:00Z', '2026-11-17'],
    ['2026-11-17T10:00:00+99:00', '2026-11-17'],
  ];
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati']) {
    it(`are read as the same dates in the zone ${zone}`, () => {
      const { TZ } = process.env;
      process.env.TZ = zone;
      try {
        assert.deepEqual(
          dates.map(([date]) => [date, only({ date })?.date]),
          dates,
        );
      } finally {
        if (TZ === undefined) delete process.env.TZ;
        else process.env.TZ = TZ;
      }
    });
  }
});

describe('whatever an index holds', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '"><script>',
      'javascript:alert(1)',
      '\u202Egpj',
      '${7*7}',
    ),
    fc.constantFrom(
      'https://u:p@site.example/',
      'data:text/html,x',
      '//evil.example',
      '\\\\evil.example',
      '&lt;b&gt;',
    ),
    fc.jsonValue(),
  );
  const names =
    'id url title summary content_html content_text date tags lang author image comments expires'.split(' ');
  const list = fc.array(fc.dictionary(fc.constantFrom(...names), hostile, { minKeys: 5 }), { maxLength: 8 });

  /** What breaks the promises of an article that is to be shown. */
  function faults({
    title,
    excerpt = '',
    author = '',
    tags,
    url,
    image = url,
    language = 'de',
  }: Article): unknown[] {
    const texts: [string, number][] = [
      [title, 300],
      [excerpt, 1000],
      [author, 200],
      ...tags.map((tag): [string, number] => [tag, 100]),
    ];
    return [
      ...texts.filter(
        ([text, most]) => text.length > most || /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text),
      ),
      ...[url, image].filter(
        (address) => !/^https?:\/\/[^@/]+(?:\/|$)/.test(address) || address.length > 2048,
      ),
      ...(tags.length > 50 ? [tags] : []),
      ...(/^[\w-]+$/.test(language) ? [] : [language]),
    ];
  }

  it('becomes short plain texts and http(s) addresses, or is left out', () => {
    const check = (index: ArticleIndex): void => assert.deepEqual(index.articles.flatMap(faults), []);
    fc.assert(
      fc.property(list, (entries) => {
        check(readIndex(entries, BASE));
        check(readIndex({ version: VERSION, items: entries }, BASE));
      }),
      { numRuns: 1000 },
    );
  });
});
