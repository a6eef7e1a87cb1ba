import type { Article } from '../article.js';
import type { RankedText } from './terms.js';

/** What may be related, and how many. */
export interface RelatedOptions {
  /** How many at most: a whole number above 0. Default 6. */
  readonly limit?: number;
  /** Whether articles published after the current one count too; undated ones always do. Default true. */
  readonly includeNewer?: boolean;
  /** Ids or URLs of articles that are not to appear. */
  readonly exclude?: readonly string[];
}

/** An article with its score. */
export interface Candidate {
  readonly article: Article;
  readonly score: number;
}

/**
 * Chooses what is shown: not the current article, nothing excluded, the best first. Equal scores go by newer date,
 * then by URL, so that the same input gives the same order everywhere.
 *
 * @throws TypeError where `limit` is not a whole number above 0
 */
export function select<C extends Candidate>(
  candidates: readonly C[],
  current: RankedText,
  { limit = 6, includeNewer = true, exclude = [] }: RelatedOptions,
): C[] {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new TypeError(`related-articles: limit must be a whole number above 0, got ${String(limit)}`);
  }
  const excluded = new Set([current.id, current.url, ...exclude].map((name) => name && pageOf(name)));
  return candidates
    .filter(({ article }) => !excluded.has(pageOf(article.id)) && !excluded.has(pageOf(article.url)))
    .filter(({ article }) => includeNewer || !isNewer(article, current))
    .sort(byRank)
    .slice(0, limit);
}

/** An address without a fragment that is only a place on its page. */
function pageOf(idOrUrl: string): string {
  return idOrUrl.replace(/^(https?:[^#]*)#(?![/!]).*$/s, '$1');
}

/** Whether an article came after the current one; by the day as written, where one of them has no time. */
function isNewer(article: Article, current: RankedText): boolean {
  const [date = '', latest = ''] = [article.date, current.date];
  if (time(article) === undefined || time(current) === undefined) return false;
  const haveTimes = date.length > DAY && latest.length > DAY;
  return haveTimes ? Date.parse(date) > Date.parse(latest) : date.slice(0, DAY) > latest.slice(0, DAY);
}

/** Characters of `2026-11-17`. */
const DAY = 10;

function byRank(a: Candidate, b: Candidate): number {
  const newer = (time(b.article) ?? 0) - (time(a.article) ?? 0);
  return b.score - a.score || newer || (a.article.url < b.article.url ? -1 : 1);
}

/** Milliseconds since 1970; undefined without a date that can be read. */
function time({ date }: Partial<Article>): number | undefined {
  const milliseconds = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
