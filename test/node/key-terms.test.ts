import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { extractKeyTerms } from '../../src/ranking/key-terms.js';

/** Articles with these texts, whose titles share nothing. */
function articles(...texts: string[]): Article[] {
  return texts.map((text, at) => {
    const id = String.fromCharCode(97 + at);
    return { id, url: `https://site.example/${id}`, title: `Titel${id}`, tags: [], text };
  });
}

/** The key terms of the first article. */
function terms(all: Article[], most: number): readonly string[] | undefined {
  return extractKeyTerms(all, { terms: most })[0]?.terms;
}

describe('key terms', () => {
  it('replace the text', () => {
    const [first] = extractKeyTerms(articles('mast', 'mast'));
    assert.deepEqual([first?.text, first?.terms], [undefined, ['mast']]);
  });

  it('name a phrase of three words before any of its words', () => {
    const all = articles('campus netz mainz. wald', 'campus netz mainz. wald', 'feld');
    assert.deepEqual(terms(all, 2), ['campus netz mainz', 'wald']);
  });

  it('repeat no word of a phrase', () => {
    const all = articles('campus netz. netz wald', 'campus netz. netz. wald', 'feld');
    assert.deepEqual(terms(all, 9), ['campus netz', 'wald']);
  });

  it('have no phrase across the end of a sentence', () => {
    const all = articles('campus. netz', 'campus. netz');
    assert.deepEqual([...(terms(all, 9) ?? [])].sort(), ['campus', 'netz']);
  });

  it('occur in other articles too', () => {
    assert.deepEqual(terms(articles('mast wald', 'mast feld'), 9), ['mast']);
  });

  it('are rare rather than common', () => {
    const all = articles('mast. wald', 'mast. wald', 'mast', 'mast', 'mast');
    assert.deepEqual(terms(all, 1), ['wald']);
  });

  it('are at most as many as asked for', () => {
    const text = 'mast. wald. feld. weg';
    assert.equal(terms(articles(text, text), 3)?.length, 3);
  });

  it('are written as words of the text, without their endings cut off', () => {
    const all = articles('viele lizenzen', 'eine lizenz', 'feld');
    assert.deepEqual(terms(all, 9), ['lizenzen']);
  });

  it('neither begin nor end in a stop word', () => {
    const text = 'der verband der energie und der netze';
    const all = articles(text, `${text} x`, 'feld');
    const [first] = extractKeyTerms(all, { terms: 9, language: 'de' });
    const wrong = first?.terms?.filter((term) => /^(?:der|und) | (?:der|und)$|^(?:der|und)$/.test(term));
    assert.deepEqual(wrong, []);
  });

  it('prefer words of another title', () => {
    const [one, other, third] = articles('mast. wald', 'mast. wald', 'feld');
    const all = [one!, { ...other!, title: 'Wald' }, third!];
    assert.deepEqual(terms(all, 1), ['wald']);
  });

  it('are written without spaces in a script without spaces', () => {
    assert.deepEqual(terms(articles('機械学習入門', '機械学習', '天気'), 1), ['機械学習']);
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
