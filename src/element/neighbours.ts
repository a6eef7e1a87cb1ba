import type { Article, RelatedArticle } from '../article.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { urlKey } from '../shared/url.js';

/**
 * The articles of an index that is ranked already, in its order and without the article that they are related to.
 *
 * @param isEligible decides which articles may be shown
 */
export function neighboursOf(
  { articles, relatedTo = '', curated, series }: ArticleIndex,
  limit: number,
  isEligible: (article: Article) => boolean,
): RelatedArticle[] {
  const self = urlKey(relatedTo);
  return articles
    .filter((article) => urlKey(article.url) !== self && isEligible(article))
    .slice(0, limit)
    .map((article) => ({
      article,
      score: 1,
      reasons: {
        tags: [],
        terms: [],
        ...(curated?.includes(article.id) && { isCurated: true }),
        ...(series && article.series?.name === series && { series }),
      },
    }));
}
