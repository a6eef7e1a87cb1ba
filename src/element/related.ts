import type { RelatedArticle } from '../article.js';
import { currentArticle, ownEntries } from '../page/current-article.js';
import { urlKey } from '../page/url-identity.js';
import { createRanker, type Ranker } from '../ranking/ranker.js';
import type { ArticleIndex } from '../reader/read-index.js';

/** What the block asks of an index. */
export interface RelatedRequest {
  /** The page that shows the current article. */
  readonly page: Document;
  /** Id or address of the current article, where the author names it; else empty. */
  readonly named: string;
  /** How many articles at most, above 0. */
  readonly limit: number;
  /** The language (BCP 47) of articles that name none. */
  readonly language: string;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
}

/** The articles of an index that are related to the one on the page, best first; a ranked list keeps its order. */
export async function relatedArticles(
  index: ArticleIndex,
  { page, named, limit, language, orRecent }: RelatedRequest,
): Promise<RelatedArticle[]> {
  if (index.relatedTo === undefined) {
    await parsed(page);
    const current = currentArticle(page, index.articles, named);
    const exclude = ownEntries(page, index.articles, current).map(({ id }) => id);
    const related = rankerOf(index, language).related(current, { limit, exclude });
    if (related.length > 0 || !orRecent) return related;
    const { recentArticles } = await import('./recent.js');
    const others = index.articles.filter(({ id }) => !exclude.includes(id) && id !== current.id);
    return recentArticles(others, { language, limit });
  }
  const self = urlKey(index.relatedTo);
  const others = index.articles.filter(({ url }) => urlKey(url) !== self);
  return others.slice(0, limit).map((article) => ({ article, score: 1, reasons: { tags: [], terms: [] } }));
}

/** Waits until the page's text is all there: an `async` script runs earlier. */
async function parsed(page: Document): Promise<void> {
  if (page.readyState !== 'loading') return;
  await new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** One ranker per index and language, for all blocks of a page and every change of their attributes. */
const rankers = new WeakMap<ArticleIndex, Map<string, Ranker>>();

function rankerOf(index: ArticleIndex, language: string): Ranker {
  const byLanguage = rankers.get(index) ?? new Map<string, Ranker>();
  rankers.set(index, byLanguage);
  const ranker = byLanguage.get(language) ?? createRanker(index.articles, { language });
  byLanguage.set(language, ranker);
  return ranker;
}
