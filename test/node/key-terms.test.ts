import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { distil } from '../../src/ranking/distil.js';

/** Articles with these texts, whose titles share nothing. */
function articles(...texts: string[]): Article[] {
  return texts.map((text, at) => {
    const id = String.fromCharCode(97 + at);
    return { id, url: `https://site.example/${id}`, title: `Titel${id}`, tags: [], text };
  });
}

/** The key terms of the first article. */
function terms(all: Article[], most: number): readonly string[] | undefined {
  return distil(all, { terms: most })[0]?.terms;
}

describe('key terms', () => {
  it('stand in place of the text', () => {
    const [first] = distil(articles('mast', 'mast'));
    assert.deepEqual([first?.text, first?.terms], [undefined, ['mast']]);
  });

  it('are a phrase of three words before any of its words', () => {
    const all = articles('campus netz mainz. wald', 'campus netz mainz. wald', 'feld');
    assert.deepEqual(terms(all, 2), ['campus netz mainz', 'wald']);
  });

  it('repeat no word that a phrase has brought', () => {
    const all = articles('campus netz. netz wald', 'campus netz. netz. wald', 'feld');
    assert.deepEqual(terms(all, 9), ['campus netz', 'wald']);
  });

  it('are no phrase across the end of a sentence', () => {
    const all = articles('campus. netz', 'campus. netz');
    assert.deepEqual([...(terms(all, 9) ?? [])].sort(), ['campus', 'netz']);
  });

  it('are what other articles hold too', () => {
    assert.deepEqual(terms(articles('mast wald', 'mast feld'), 9), ['mast']);
  });

  it('are rather rare than common', () => {
    const all = articles('mast. wald', 'mast. wald', 'mast', 'mast', 'mast');
    assert.deepEqual(terms(all, 1), ['wald']);
  });

  it('are as many as asked for at most', () => {
    const text = 'mast. wald. feld. weg';
    assert.equal(terms(articles(text, text), 3)?.length, 3);
  });

  it('relate by each word of a phrase and by its pairs', () => {
    const index: Article[] = [
      { id: 'a', url: 'https://site.example/a', title: 'Eins', tags: [], terms: ['campus netz mainz'] },
      { id: 'b', url: 'https://site.example/b', title: 'Zwei', tags: [], terms: ['mainz', 'campus'] },
      { id: 'c', url: 'https://site.example/c', title: 'Drei', tags: [], terms: ['campus netz', 'mainz'] },
    ];
    const ids = (text: string) =>
      createRanker(index)
        .related({ title: '', text })
        .map(({ article }) => article.id);
    assert.deepEqual(ids('mainz').toSorted(), ['a', 'b', 'c']);
    assert.equal(ids('campus netz')[2], 'b');
  });
});
