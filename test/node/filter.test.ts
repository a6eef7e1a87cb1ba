import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { filterTerms, isChosen, isLeftOut } from '../../src/ranking/filter.js';

const article: Article = {
  id: 'tag:site.example,2026:1',
  url: 'https://site.example/news/a',
  title: 'A',
  tags: ['Open RAN', '5G'],
  section: 'Netze',
  author: 'Ada Lovelace, Grace Hopper',
  type: 'interview',
};

describe('the terms of a filter', () => {
  for (const [text, terms] of [
    ['', []],
    ['  /a\n /b ', ['/a', '/b']],
    ['section:Netze type:interview', ['section:Netze', 'type:interview']],
    [`tag:'Open RAN' author:"Ada Lovelace"`, ['tag:Open RAN', 'author:Ada Lovelace']],
    ["/o'reilly 'quoted'", ["/o'reilly", "'quoted'"]],
    ['https://site.example/?a=b:c', ['https://site.example/?a=b:c']],
  ] as const) {
    it(`in ${JSON.stringify(text)} are ${JSON.stringify(terms)}`, () => {
      assert.deepEqual(filterTerms(text), terms);
    });
  }

  for (const [text, message] of [
    ["tag:'Open RAN", /a quotation mark is not closed in "tag:'Open"/],
    ["tag:'Open'RAN", /a quotation mark is not closed/],
    ['section:', /"section:" names no section/],
    ['tag:""', /"tag:" names no tag/],
  ] as const) {
    it(`can't be read in ${JSON.stringify(text)}`, () => {
      assert.throws(() => filterTerms(text), { name: 'TypeError', message });
    });
  }

  it('are found again, whatever the values', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('"'));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const text = values.map((each) => `tag:"${each}"`).join(' ');
        assert.deepEqual(
          filterTerms(text),
          values.map((each) => `tag:${each}`),
        );
      }),
    );
  });
});

describe('an article is chosen', () => {
  for (const [terms, isSo] of [
    [[], true],
    [['section:Netze'], true],
    [['section:netze'], true],
    [['section:Politik'], false],
    [['section:Politik', 'section:Netze'], true],
    [['section:Netze', 'tag:Satellit'], false],
    [['section:Netze', 'tag:open ran'], true],
    [['author:Grace Hopper'], true],
    [['author:Ada Lovelace, Grace Hopper'], true],
    [['author:Grace'], false],
    [['type:interview'], true],
    [['https://www.site.example/news/a/'], true],
    [['https://site.example/b'], false],
    [['https://site.example/news/a', 'section:Politik'], true],
    [['tag:site.example,2026:1'], true],
    [['topic:Netze'], false],
  ] as const) {
    it(`${isSo ? '' : 'not '}by ${JSON.stringify(terms)}`, () => {
      assert.equal(isChosen(terms)(article), isSo);
    });
  }
});

describe('an article is left out', () => {
  for (const [terms, isSo] of [
    [[], false],
    [['section:Netze'], true],
    [['section:Politik', 'tag:5G'], true],
    [['tag:site.example,2026:1'], true],
    [['https://site.example/news/a'], true],
    [['section:Politik'], false],
  ] as const) {
    it(`${isSo ? '' : 'not '}by ${JSON.stringify(terms)}`, () => {
      assert.equal(isLeftOut(terms)(article), isSo);
    });
  }
});
