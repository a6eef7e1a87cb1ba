import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { readIndex } from '../../src/reader/read-index.js';

const SITE = 'https://site.example';

/** Reads an article with what its editors say of it, as JSON Feed and as a plain list have it. */
function read(members: object): (Partial<Article> | undefined)[] {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', url: '/news/a', title: 'A', _related_articles: members }],
  };
  const list = [{ id: '1', url: '/news/a', title: 'A', ...members }];
  return [feed, list].map((json) => readIndex(json, `${SITE}/`).articles[0]);
}

describe('what editors say of an article in an index', () => {
  for (const [member, given, expected] of [
    [
      'related',
      ['7', '/b', 'c/d', './c', `${SITE}/e`],
      ['7', `${SITE}/b`, 'c/d', `${SITE}/news/c`, `${SITE}/e`],
    ],
    ['related', ' /b  7 ', [`${SITE}/b`, '7']],
    ['related', ['/b', '/b', null, {}], [`${SITE}/b`]],
    ['related', [7], ['7']],
    ['related', [], undefined],
    ['related', { a: 1 }, undefined],
    ['exclude', ['/b', 'tag:Wald'], [`${SITE}/b`, 'tag:Wald']],
    ['series', 'Masten', { name: 'Masten' }],
    ['series', ['Masten', 'Netze'], { name: 'Masten' }],
    ['series', { name: 'Masten', position: 2 }, { name: 'Masten', position: 2 }],
    ['series', { name: 'Masten', position: '2.5' }, { name: 'Masten', position: 2.5 }],
    ['series', { name: 'Masten', position: 'two' }, { name: 'Masten' }],
    ['series', { position: 2 }, undefined],
    ['section', 'Netze', 'Netze'],
    ['section', { name: 'Netze &amp; Masten' }, 'Netze & Masten'],
    ['section', 7, undefined],
    ['type', ['NewsArticle', 'Article'], 'NewsArticle'],
  ] as const) {
    it(`is read: ${member} ${JSON.stringify(given)}`, () => {
      for (const article of read({ [member]: given })) assert.deepEqual(article?.[member], expected);
    });
  }

  it('is read under other names, which the option fields gives', () => {
    const entry = { url: '/a', title: 'A', siehe_auch: ['/b'], ressort: 'Netze', reihe: 'Masten' };
    const fields = { related: 'siehe_auch', section: 'ressort', series: 'reihe' };
    const [article] = readIndex([entry], SITE, { fields }).articles;
    assert.deepEqual(
      [article?.related, article?.section, article?.series],
      [[`${SITE}/b`], 'Netze', { name: 'Masten' }],
    );
  });

  it('never makes an article of a wrong shape, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const members = { related: value, exclude: value, series: value, section: value, type: value };
        for (const article of read(members)) {
          if (!article) continue;
          const { related = [], exclude = [], series, section = '', type = '' } = article;
          assert.ok([...related, ...exclude, section, type].every((text) => typeof text === 'string'));
          assert.ok(series === undefined || (series.name !== '' && !Number.isNaN(series.position)));
        }
      }),
    );
  });
});
