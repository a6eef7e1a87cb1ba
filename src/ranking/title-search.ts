import MiniSearch from 'minisearch';
import type { IndexedDocument, TermIndex } from './term-index.js';

/**
 * Searches the titles of a few candidates for the terms of one article, with MiniSearch. It indexes no more than these:
 * an index of all titles would take longer to build than all the rest of a page view's one question.
 *
 * @param weights at each term its weight in the article; 0 for one that it does not hold
 * @param positions of the candidates
 * @returns by position the weight of all terms of the candidate's title that the article holds; none where it holds none
 */
export function searchTitles(
  index: TermIndex,
  weights: Float64Array,
  positions: readonly number[],
): Map<number, number> {
  /** Of each term that is looked for, by its name: in how many of the titles it is, and what it counts. */
  const asked = new Map<string, { titles: number; readonly weight: number }>();
  const named = ({ title }: IndexedDocument): string[] =>
    title.terms
      .filter((term) => weights[term]! > 0)
      .map((term) => {
        const name = index.name(term);
        const known = asked.get(name);
        if (known) known.titles++;
        else asked.set(name, { titles: 1, weight: index.titleWeight(term) });
        return name;
      });
  const search = new MiniSearch<Title>({
    fields: ['title'],
    // The terms are made already.
    stringifyField: (terms) => terms,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
  });
  const titles = positions.map((id) => ({ id, title: named(index.document(id)) }));
  search.addAll(titles);
  const results = search.search('', {
    tokenize: () => [...asked.keys()],
    // MiniSearch's score is then each boost times its own inverse document frequency, summed, times the terms found.
    bm25: { k: 0, b: 0, d: 0 },
    boostTerm(name) {
      const { titles: holders, weight } = asked.get(name)!;
      return weight / Math.log(1 + (titles.length - holders + 0.5) / (holders + 0.5));
    },
  });
  return new Map(results.map(({ id, score, queryTerms }) => [id as number, score / queryTerms.length]));
}

interface Title {
  readonly id: number;
  readonly title: readonly string[];
}
