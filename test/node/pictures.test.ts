import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readIndex } from '../../src/reader/read-index.js';
import type { Article, Picture } from '../../src/article.js';

const SITE = 'https://site.example';

/** The article of an entry of a plain list with these members. */
function read(members: object): Article | undefined {
  return readIndex([{ url: '/a', title: 'A', ...members }], `${SITE}/index.json`).articles[0];
}

function sizes(images: unknown): readonly Picture[] | undefined {
  return read({ images })?.images;
}

describe('the sizes of a picture', () => {
  it('are absolute addresses with widths, narrowest first', () => {
    const images = [
      { url: '/960.jpg', width: 960 },
      { src: '/480.jpg', width: '480' },
    ];
    assert.deepEqual(sizes(images), [
      { url: `${SITE}/480.jpg`, width: 480 },
      { url: `${SITE}/960.jpg`, width: 960 },
    ]);
  });

  it('give the picture if nothing else does', () => {
    const images = [480, 960].map((width) => ({ url: `/${width}.jpg`, width }));
    assert.equal(read({ images })?.image, `${SITE}/480.jpg`);
    assert.equal(read({ images, image: '/own.jpg' })?.image, `${SITE}/own.jpg`);
  });

  it('stay the same when the articles are read again', () => {
    const article = read({ images: [480, 960].map((width) => ({ url: `/${width}.jpg`, width })) });
    assert.deepEqual(readIndex([article], SITE).articles, [article]);
  });

  it('are read from WordPress, without sizes that are cut to another shape', () => {
    const size = (name: string, width: number, height: number): object => ({
      source_url: `${SITE}/${name}.jpg`,
      width,
      height,
    });
    const post = {
      id: 7,
      link: `${SITE}/mast/`,
      title: { rendered: 'Mast' },
      _embedded: {
        'wp:featuredmedia': [
          {
            media_details: {
              sizes: {
                thumbnail: size('thumbnail', 150, 150),
                medium_large: size('medium_large', 768, 512),
                medium: size('medium', 300, 200),
                full: size('full', 1500, 999),
              },
            },
          },
        ],
      },
    };
    const [article] = readIndex([post], SITE).articles;
    assert.equal(article?.image, `${SITE}/medium_large.jpg`);
    assert.deepEqual(
      article?.images?.map(({ width }) => width),
      [300, 768, 1500],
    );
  });

  it('are read from JSON Feeds and from schema.org', () => {
    const images = [480, 960].map((width) => ({ url: `${SITE}/${width}.jpg`, width }));
    const item = { id: '1', url: '/a', title: 'A', _related_articles: { images } };
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [item] };
    assert.deepEqual(readIndex(feed, SITE).articles[0]?.images, images);
    const data = { '@type': 'NewsArticle', url: '/a', headline: 'A', image: images };
    assert.deepEqual(readIndex({ '@graph': [data] }, SITE).articles[0]?.images, images);
  });

  for (const [name, images] of Object.entries({
    'one size': [{ url: '/a.jpg', width: 480 }],
    'one width twice': [
      { url: '/a.jpg', width: 480 },
      { url: '/b.jpg', width: 480 },
    ],
    'no widths': [{ url: '/a.jpg' }, { url: '/b.jpg' }],
    'widths that are none': [-1, 0, 1.5, 'wide', null].map((width) => ({ url: '/a.jpg', width })),
    'other schemes': [480, 960].map((width) => ({ url: 'javascript:alert(1)', width })),
    'addresses alone': ['/a.jpg', '/b.jpg'],
  })) {
    it(`are left out for ${name}`, () => {
      assert.equal(sizes(images), undefined);
    });
  }

  it('are http(s) addresses with rising widths, whatever an index holds', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.record({ url: fc.webUrl(), width: fc.jsonValue() })),
        (json, list) => {
          for (const images of [json, list]) {
            const found = sizes(images) ?? [];
            assert.ok(
              found.every(({ url }) => /^https?:/.test(url)),
              'an address of another scheme',
            );
            const widths = found.map(({ width }) => width);
            assert.deepEqual(
              widths,
              [...new Set(widths)].sort((a, b) => a - b),
            );
          }
        },
      ),
    );
  });
});
