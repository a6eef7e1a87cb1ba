import type { Article } from '../article.js';
import { explainer } from './explain.js';
import { ArticleRanker, type Ranker } from './ranker.js';
import { stopWordsFor } from './stop-words.js';
import { checkArticles, checkCurrent, checkOptions } from './validation.js';

/**
 * Makes a ranker for a list of articles, with the stop words of every language that has a list (ar, cs, da, de, en, es,
 * fi, fr, he, hu, it, ko, nl, no, pl, pt, ro, ru, sv, tr, uk).
 *
 * @param options.language the language (BCP 47) of articles that name none. If it is not given, they get the stop words
 *   of the language that the articles look like
 * @throws TypeError if `articles` is not a list of articles
 * @example
 * const ranker = createRanker(articles, { language: 'de' });
 * const related = ranker.related('https://example.org/news/open-ran/', { limit: 4 });
 */
export function createRanker(
  articles: readonly Article[],
  options: { readonly language?: string | undefined } = {},
): Ranker {
  checkOptions('createRanker', options);
  checkArticles('createRanker', articles);
  const ranker = new ArticleRanker(articles, {
    ...options,
    stopWords: stopWordsFor(articles, options.language),
  });
  return {
    related(article, relatedOptions = {}) {
      checkCurrent('related()', article);
      checkOptions('related()', relatedOptions);
      return ranker.related(article, relatedOptions);
    },
    explain(article, other) {
      checkCurrent('explain()', article);
      return explainer(ranker.index, article)(other);
    },
  };
}
