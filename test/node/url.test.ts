import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fillSrc } from '../../src/element/load-related.js';
import { quickAddress, quickKey } from '../../src/shared/quick-url.js';
import { parseUrl, urlKey } from '../../src/shared/url.js';

const page = 'https://site.example/news/mast';

describe('URLs of one page', () => {
  for (const same of [
    'http://site.example/news/mast',
    'https://www.site.example/news/mast',
    'https://SITE.example:443/news/mast',
    'https://site.example:80/news/mast',
    'http://site.example:443/news/mast',
    'https://site.example/news/mast/',
    'https://site.example/news/mast.html',
    'https://site.example/news/mast/index.html',
    'https://site.example./news/mast',
    'https://site.example/news/mast/amp/',
    'https://site.example/news/mast.amp.html',
    'https://site.example/news/mast?amp=1',
    'https://www.www.site.example/news/mast.php.html//',
    'https://site.example//news//mast#comments',
    'https://site.example/news/mast?utm_source=mail&fbclid=1',
  ]) {
    it(`have the same key: ${same}`, () => assert.equal(urlKey(same), urlKey(page)));
  }

  it('have the same key, however the umlauts in their path are encoded', () => {
    const spellings = ['schl\u00fcssel', 'schlu\u0308ssel', 'schl%C3%BCssel', 'schlu%CC%88ssel'];
    const keys = spellings.map((path) => urlKey(`https://site.example/${path}`));
    assert.equal(new Set(keys).size, 1);
  });

  it('have the same key, whether their host is written in Unicode or in punycode', () => {
    assert.equal(urlKey('https://münchen.example/a'), urlKey('https://XN--mnchen-3ya.example/a'));
  });

  it('have the same key, whatever the order of their query parameters', () => {
    assert.equal(urlKey(`${page}?a=1&b=2`), urlKey(`${page}?b=2&a=1`));
  });
});

describe('URLs of different pages', () => {
  for (const other of [
    'https://site.example/news/Mast',
    'https://site.example/news',
    'https://site.example:8080/news/mast',
    'https://other.example/news/mast',
    'https://site.example/news/mast?p=123',
    'https://site.example/news/mast#/route',
    'https://site.example/news/mast#!route',
  ]) {
    it(`have different keys: ${other}`, () => assert.notEqual(urlKey(other), urlKey(page)));
  }
});

describe('the key of a URL', () => {
  it('is undefined beyond 2,048 characters', () => {
    assert.equal(urlKey(`${page}${'.htm'.repeat(1000)}x`), undefined);
  });

  for (const none of ['', '/news/mast', 'mailto:a@site.example', 'javascript:alert(1)', 'https://']) {
    it(`is undefined for ${none || 'an empty text'}`, () => assert.equal(urlKey(none), undefined));
  }

  it('is the key of itself, whatever the text is', () => {
    const anyUrl = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .array(fc.constantFrom(...URL_PARTS, ...URL_PARTS.map((part) => part.toUpperCase())), {
          maxLength: 12,
        })
        .map((parts) => `https://site.example${parts.join('')}`),
    );
    fc.assert(
      fc.property(anyUrl, (url) => {
        // Some versions of Node leave a `..` behind a hidden file's name in the path, against the standard.
        fc.pre(!/\/\.\.(?:\/|$)/.test(parseUrl(url)?.pathname ?? ''));
        const key = urlKey(url);
        assert.ok(key === undefined || urlKey(`https://${key}`) === key, `${url} → ${key}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same for a plain URL where it is not parsed', () => {
    const host = fc
      .array(fc.constantFrom('www', 'WWW', 'site', 'a-b', 'xn--bcher-kva', '1', ''), {
        minLength: 1,
        maxLength: 4,
      })
      .map((labels) => labels.join('.'));
    const path = fc.array(fc.constantFrom(...'/ /amp /a /amp-x /_~- /index .html /. A //'.split(' ')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom('http', 'https', 'HTTPS'), host, path, (scheme, name, parts) => {
        const url = `${scheme}://${name}${parts.join('')}`;
        assert.equal(quickKey(url), urlKey(url), url);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Parts of URLs, to be put together at random. */
const URL_PARTS = [
  ...'/ // a ü u\u0308 %C3%BC %2f % %E0%A4 %25 index .html .php /amp .amp ? & p=1 utm_source=x'.split(' '),
  ...'amp = + # #/ #! : @ .. . www.'.split(' '),
  ' ',
];

describe('a web address', () => {
  const BASE = 'https://base.example/index.json';

  /** The http(s) URL that the URL standard makes of a text; undefined if it makes none, or one with a password. */
  function parsed(text: string): string | undefined {
    try {
      const { href, protocol, username, password } = new URL(text, BASE);
      return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
    } catch {
      return undefined;
    }
  }

  for (const address of [
    'https://site.example/blog/a-post/',
    'http://site.example/a/./b',
    'https://site.example/../a',
    'https://site.example/.well-known/a',
    'https://site.example',
    'https://Site.example/',
    'https://xn--0.example/a',
    'https://1.2/',
    'https://a.0x7/',
    'https://site.example//a',
    'https://site.example/a b',
    'https://site.example/%2e%2e/a',
    'https://site.example/ä',
    'https://site.example/a\n',
    'https://user@site.example/',
  ]) {
    it(`is what the URL standard makes of ${JSON.stringify(address)}`, () => {
      assert.equal(quickAddress(address, BASE), parsed(address));
    });
  }

  it('is what the URL standard makes of any text', () => {
    const part = fc.constantFrom(...'a b1 . .. / // - ~ %2e xn-- 0x7f A ä ? # : @ 7 \t ü.de'.split(' '));
    const end = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const start = fc.constantFrom('http://', 'https://', 'https://site.example/', '');
    fc.assert(
      fc.property(start, end, (first, rest) => {
        const address = `${first}${rest}`;
        fc.pre(address.trim() !== '');
        assert.equal(quickAddress(address, BASE), parsed(address));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a src with placeholders', () => {
  const current = 'https://site.example/news/5g/mast.html?page=2#top';

  for (const [template, expected] of [
    ['/related/{path}.json', '/related/news/5g/mast.json'],
    ['/related/{slug}.json', '/related/mast.json'],
    ['/like?url={url}', '/like?url=https%3A%2F%2Fsite.example%2Fnews%2F5g%2Fmast.html%3Fpage%3D2%23top'],
    ['/like/{id}', '/like/4%2F2%21'],
    ['/a.json /b/{slug}.json', '/a.json /b/mast.json'],
    ['/feed.json', '/feed.json'],
    ['/{other}/{slug}', '/{other}/mast'],
  ] as const) {
    it(`becomes ${expected} if it is ${template}`, () =>
      assert.equal(fillSrc(template, current, '4/2!'), expected));
  }

  for (const [url, path] of [
    ['https://site.example/', 'index'],
    ['https://site.example/news/', 'news'],
    ['https://site.example/news/index.html', 'news'],
    ['https://site.example/news/index.aspx', 'news'],
    ['https://site.example/schlüssel', 'schl%C3%BCssel'],
    ['https://site.example/schlu%CC%88ssel', 'schl%C3%BCssel'],
    ['https://site.example/a%2F..%2Fb', 'a%3D47%3D..%3D47%3Db'],
    ['https://site.example/100%', '100%25'],
    ['https://site.example/app#/news/mast', 'news/mast'],
    ['https://site.example/app#!/news/mast', 'news/mast'],
    ['https://site.example/app#/../../admin', '%3D46%3D%3D46%3D/%3D46%3D%3D46%3D/admin'],
  ] as const) {
    it(`has ${path} for {path} on ${url}`, () => assert.equal(fillSrc('{path}', url, ''), path));
  }

  it('has the URL of the article for {id} if the author names no id', () => {
    assert.equal(fillSrc('{id}', 'https://site.example/a', ''), 'https%3A%2F%2Fsite.example%2Fa');
  });

  it('becomes one URL of the same site, whatever the page and the id are', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), fc.string({ unit: 'grapheme' }), (url, id) => {
        const filled = fillSrc('/r/{path}/{slug}/{id}/{url}.json', url, id);
        assert.match(filled, /^\/r\/[^\s?#]*\.json$/);
        assert.ok(new URL(filled, 'https://site.example').pathname.startsWith('/r/'), filled);
      }),
    );
  });
});
