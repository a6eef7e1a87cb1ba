import type { Article } from '../article.js';
import { finished } from '../shared/time-slicing.js';
import type { RankedText } from './analysis.js';
import type { AnalyzedIndex } from './analyzed-index.js';
import { byRank, Comparison, type ScoredArticle, withSupport } from './comparison.js';
import { eligibility } from './eligibility.js';
import type { Parts } from './rerank.js';
import { WEIGHTS } from './weights.js';

/** Why two articles are related, in numbers. */
export interface Explanation {
  /** Above 0 and at most 1; 0 if they have nothing in common. */
  readonly score: number;
  /** What the score was made of. */
  readonly parts: Parts;
  /** The article most like the current one that the other is linked with; absent if it is linked with none. */
  readonly linkedWith?: Article;
  /** The terms that both hold, with their shares of the question's own BM25 score, 0 to 1; the largest share first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

/**
 * Tells in numbers why articles of an index are related to another article, or why they are not.
 *
 * @param article the current article, or its id or URL
 * @returns a function that explains an article of the index: its id, its URL or the object itself. It throws a TypeError
 *   if the index does not hold that article
 */
export function explainer(
  index: AnalyzedIndex,
  article: RankedText | string,
): (other: Article | string) => Explanation {
  const { articles, vocabulary } = index;
  const current = finished(index.find(article));
  const comparison = finished(Comparison.of(index, current));
  const isEligible = index.atPosition(eligibility(finished(index.inContext(current)), {}));
  const found = comparison.overlaps.strongest(WEIGHTS.candidates, isEligible);
  const supports = finished(comparison.support(finished(comparison.candidates(found))));
  const searched = comparison.searchedTerms();
  const own = searched.reduce((sum, { ownScore }) => sum + ownScore, 0);
  return (other) => {
    const position = articles.indexOf(finished(index.find(other)) as Article);
    if (position < 0) {
      throw new TypeError('related-articles: explain() needs an article of the index to compare with');
    }
    const support = supports.get(position);
    const { score, parts } = withSupport(comparison.candidate(position), support?.amount);
    return {
      score,
      parts,
      ...(support && { linkedWith: articles[support.from]! }),
      terms: comparison
        .shared(searched, position)
        .map(({ term, ownScore }) => ({ term: vocabulary.textOf(term), weight: ownScore / own })),
    };
  };
}

/** An article with what links say for it, as in `Parts`. */
export interface SupportedArticle {
  readonly article: Article;
  readonly support: number;
}

/**
 * The scores that the ranker gives some articles of an index if their support is as given, the best first. Articles
 * without a searched term of the current one are left out.
 *
 * @param article an article of the index
 */
export function scores(
  index: AnalyzedIndex,
  article: Article,
  others: readonly SupportedArticle[],
): (ScoredArticle & SupportedArticle)[] {
  const comparison = finished(Comparison.of(index, article));
  return others
    .map(({ article: other, support }) =>
      withSupport(comparison.candidate(index.articles.indexOf(other)), support),
    )
    .filter(({ parts }) => parts.overlap > 0)
    .sort(byRank)
    .map(({ article: other, score, parts: { support } }) => ({ article: other, score, support }));
}
