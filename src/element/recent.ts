import type { Article, RelatedArticle } from '../article.js';
import { timeOf } from '../shared/date.js';

/**
 * The newest articles of a list, for where nothing is related: those of the page's language before others, undated
 * ones last.
 *
 * @param language the page's (BCP 47), which articles have that name none
 */
export function recentArticles(
  articles: readonly Article[],
  { language, limit }: { readonly language: string; readonly limit: number },
): RelatedArticle[] {
  const primary = (tag = language): string => tag.replace(/-.*/, '').toLowerCase();
  const isForeign = (article: Article): number => Number(primary(article.language) !== primary());
  return articles
    .slice()
    .sort((a, b) => isForeign(a) - isForeign(b) || time(b) - time(a))
    .slice(0, limit)
    .map((article) => ({ article, score: 0, reasons: { tags: [], terms: [] } }));
}

/** Milliseconds since 1970; 0 without a date. */
function time({ date }: Article): number {
  return timeOf(date) ?? 0;
}
