import type { RelatedArticle } from '../article.js';
import { urlKey } from '../page/url-identity.js';
import type { ArticleIndex } from '../reader/article-index.js';

/** The articles of an index that is ranked already, in its order; the article that they are related to is none. */
export function inGivenOrder({ articles, relatedTo = '' }: ArticleIndex, limit: number): RelatedArticle[] {
  const self = urlKey(relatedTo);
  const others = articles.filter(({ url }) => urlKey(url) !== self);
  return others.slice(0, limit).map((article) => ({ article, score: 1, reasons: { tags: [], terms: [] } }));
}
