import type { Article } from '../article.js';
import { everyLanguage } from './every-language.js';
import { ArticleRanker, type Ranker } from './ranker.js';
import { finished } from '../steps.js';
import { checkArticles, checkCurrent, checkOptions } from './validation.js';

/**
 * Makes a ranker for a list of articles, with the stop words of every language that has a list (de, en, es, fr, it,
 * nl, pl, pt).
 *
 * @param options.language the language (BCP 47) of articles that name none
 * @throws TypeError where `articles` is not a list of articles
 */
export function createRanker(
  articles: readonly Article[],
  options: { readonly language?: string } = {},
): Ranker {
  checkOptions('createRanker', options);
  checkArticles(articles);
  const ranker = finished(ArticleRanker.of(articles, { ...options, stopWords: everyLanguage }));
  return {
    related(article, wishes = {}) {
      checkCurrent(article);
      checkOptions('related()', wishes);
      return ranker.related(article, wishes);
    },
    explain(article, other) {
      checkCurrent(article);
      return ranker.explain(article, other);
    },
  };
}
