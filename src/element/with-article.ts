import type { Article, RelatedArticle } from '../article.js';

/** The same ranked article with other members of the article. Its reasons are not worked out before they are read. */
export function withArticle(related: RelatedArticle, members: Partial<Article>): RelatedArticle {
  const { article, score } = related;
  return {
    article: { ...article, ...members },
    score,
    get reasons() {
      return related.reasons;
    },
  };
}
