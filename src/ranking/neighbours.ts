import type { Article, RelatedArticle } from '../article.js';
import { createRanker } from './create-ranker.js';
import type { RelatedOptions } from './selection.js';

/**
 * What is related to each article of an index, in the articles' order, as its ranker would say.
 *
 * @throws TypeError where `articles` is not a list of articles, or an option is out of its range
 */
export function* neighbours(
  articles: readonly Article[],
  { language, ...options }: RelatedOptions & { readonly language?: string } = {},
): Generator<readonly RelatedArticle[]> {
  const ranker = createRanker(articles, language === undefined ? {} : { language });
  for (const article of articles) yield ranker.related(article, options);
}
