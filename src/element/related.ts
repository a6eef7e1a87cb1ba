import type { RelatedArticle } from '../article.js';
import { currentArticle, ownEntries } from '../page/current-article.js';
import { urlKey } from '../page/url-identity.js';
import { ArticleRanker, type Ranker } from '../ranking/ranker.js';
import { loadStopWords } from '../ranking/stop-words.js';
import type { ArticleIndex } from '../reader/read-index.js';

/** What the block asks of an index. */
export interface RelatedRequest {
  /** The page that shows the current article. */
  readonly page: Document;
  /** Tells the addresses by which the page is known, the most telling first. */
  readonly addresses: () => readonly string[];
  /** Id or address of the current article, where the author names it; else empty. */
  readonly named: string;
  /** How many articles at most, above 0. */
  readonly limit: number;
  /** Whether articles in other languages than the current one's count too. */
  readonly anyLanguage: boolean;
  /** The language (BCP 47) of articles that name none. */
  readonly language: string;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
}

/** The articles of an index that are related to the one on the page, best first; a ranked list keeps its order. */
export async function relatedArticles(
  index: ArticleIndex,
  { page, addresses, named, limit, anyLanguage, language, orRecent }: RelatedRequest,
): Promise<RelatedArticle[]> {
  if (index.relatedTo === undefined) {
    await parsed(page);
    const own = addresses();
    const current = currentArticle(page, index.articles, named, own);
    const exclude = ownEntries(index.articles, current, own).map(({ id }) => id);
    const ranker = await rankerOf(index, language);
    const related = ranker.related(current, { limit, anyLanguage, exclude });
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
const rankers = new WeakMap<ArticleIndex, Map<string, Promise<Ranker>>>();

async function rankerOf(index: ArticleIndex, language: string): Promise<Ranker> {
  const byLanguage = rankers.get(index) ?? new Map<string, Promise<Ranker>>();
  rankers.set(index, byLanguage);
  const ranker = byLanguage.get(language) ?? newRanker(index, language);
  byLanguage.set(language, ranker);
  return ranker;
}

async function newRanker({ articles }: ArticleIndex, language: string): Promise<Ranker> {
  return new ArticleRanker(articles, { language, stopWords: await loadStopWords(language) });
}
