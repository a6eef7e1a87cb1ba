import type { RelatedArticle } from '../article.js';
import { urlKey } from '../shared/url.js';
import { isPublished } from '../ranking/eligibility.js';
import type { ArticleIndex } from '../reader/read-index.js';

/**
 * The articles of an index that is ranked already, in its order, without those that have expired since or lie in the
 * future; the article that they are related to is none.
 */
export function inGivenOrder({ articles, relatedTo = '' }: ArticleIndex, limit: number): RelatedArticle[] {
  const self = urlKey(relatedTo);
  const now = new Date();
  const others = articles.filter((article) => urlKey(article.url) !== self && isPublished(article, now));
  return others.slice(0, limit).map((article) => ({ article, score: 1, reasons: { tags: [], terms: [] } }));
}
