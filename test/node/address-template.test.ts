import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fillSrc } from '../../src/element/load-related.js';

const page = 'https://site.example/news/5g/mast.html?page=2#top';

describe('an address with a place for the current article', () => {
  for (const [template, expected] of [
    ['/related/{path}.json', '/related/news/5g/mast.json'],
    ['/related/{slug}.json', '/related/mast.json'],
    ['/like?url={url}', '/like?url=https%3A%2F%2Fsite.example%2Fnews%2F5g%2Fmast.html%3Fpage%3D2%23top'],
    ['/like/{id}', '/like/4%2F2%21'],
    ['/a.json /b/{slug}.json', '/a.json /b/mast.json'],
    ['/feed.json', '/feed.json'],
    ['/{other}/{slug}', '/{other}/mast'],
  ] as const) {
    it(`is ${expected} for ${template}`, () => assert.equal(fillSrc(template, page, '4/2!'), expected));
  }

  for (const [url, path] of [
    ['https://site.example/', 'index'],
    ['https://site.example/news/', 'news'],
    ['https://site.example/news/index.html', 'news'],
    ['https://site.example/news/index.aspx', 'news'],
    ['https://site.example/schlüssel', 'schl%C3%BCssel'],
    ['https://site.example/schlu%CC%88ssel', 'schl%C3%BCssel'],
    ['https://site.example/a%2F..%2Fb', 'a%2F..%2Fb'],
    ['https://site.example/100%', '100%25'],
    ['https://site.example/app#/news/mast', 'news/mast'],
    ['https://site.example/app#!/news/mast', 'news/mast'],
    ['https://site.example/app#/../../admin', 'admin'],
  ] as const) {
    it(`has the path ${path} on ${url}`, () => assert.equal(fillSrc('{path}', url, ''), path));
  }

  it('has the article’s address for an id where the author names none', () => {
    assert.equal(fillSrc('{id}', 'https://site.example/a', ''), 'https%3A%2F%2Fsite.example%2Fa');
  });

  it('takes any page and any id, and stays one address on the same site', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), fc.string({ unit: 'grapheme' }), (url, id) => {
        const filled = fillSrc('/r/{path}/{slug}/{id}/{url}.json', url, id);
        assert.match(filled, /^\/r\/[^\s?#]*\.json$/);
        assert.ok(new URL(filled, 'https://site.example').pathname.startsWith('/r/'), filled);
      }),
    );
  });
});
