import fc from 'fast-check';
import type { Article } from '../../src/article.js';

const words = 'Netz Mast Wald Feld Funk Turm Weg Haus Kabel Dorf Strom Gemeinde'.split(' ');
const line = fc.array(fc.constantFrom(...words, 'im', '.', 'Führerschein', '機械学習'), { maxLength: 20 });

/** Generates lists of articles with a small vocabulary, so that many articles are related. */
export function anyArticles(lengths: { minLength: number; maxLength: number }): fc.Arbitrary<Article[]> {
  return fc
    .array(
      fc.record(
        {
          title: line.map((list) => list.slice(0, 5).join(' ')),
          text: line.map((list) => list.join(' ')),
          excerpt: line.map((list) => list.join(' ')),
          tags: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 }),
          terms: fc.uniqueArray(fc.constantFrom('netz', 'mast wald', 'feld', 'turm'), { maxLength: 3 }),
          date: fc.constantFrom('2026-11-17', '2025-01-02', '2020-05-05T10:00:00Z'),
        },
        { requiredKeys: ['title', 'tags'] },
      ),
      lengths,
    )
    .map((list) =>
      list.map((one, at): Article => ({ ...one, id: `${at}`, url: `https://site.example/${at}` })),
    );
}
