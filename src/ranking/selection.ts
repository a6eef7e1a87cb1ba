import type { Article } from '../article.js';
import { primarySubtag } from './stop-words.js';
import type { RankedText } from './terms.js';

/** What may be related, and how many. */
export interface RelatedOptions {
  /** How many at most: a whole number above 0. Default 6. */
  readonly limit?: number;
  /** Whether articles published after the current one count too; undated ones always do. Default true. */
  readonly includeNewer?: boolean;
  /**
   * Whether articles in another language than the current one's count too. Default false. Where the current one names
   * none, its language is the one that the ranker was made with, if any article may be of that.
   */
  readonly anyLanguage?: boolean;
  /** The oldest that an article may be, in days above 0; undated ones always count. Default: no limit. */
  readonly maxAge?: number;
  /** The lowest score that counts, 0 to 1. Default 0.02. */
  readonly minScore?: number;
  /** From 0, the best by score alone, to 1, each as unlike those before it as can be. Default 0. */
  readonly diversity?: number;
  /** Ids or URLs of articles that are not to appear. */
  readonly exclude?: readonly string[];
  /** Tags whose articles are not to appear. */
  readonly excludeTags?: readonly string[];
  /** Ids or URLs of articles that come first, in this order, whatever their score. */
  readonly pinned?: readonly string[];
  /** The moment that "expired", "in the future" and `maxAge` are told by. Default: now. */
  readonly now?: Date;
}

/** What applies where an option is not given. */
export const DEFAULTS = { limit: 6, includeNewer: true, anyLanguage: false, minScore: 0.02, diversity: 0 };

/** An article with its score. */
export interface Candidate {
  readonly article: Article;
  readonly score: number;
}

/** Tells which articles may be related to the current one at all, whatever their score. */
export function eligibility(current: RankedText, options: RelatedOptions): (article: Article) => boolean {
  const {
    includeNewer = DEFAULTS.includeNewer,
    anyLanguage = DEFAULTS.anyLanguage,
    maxAge = Infinity,
  } = options;
  const now = (options.now ?? new Date()).getTime();
  const excluded = new Set(
    [current.id, current.url, ...(options.exclude ?? [])].map((name) => name && pageOf(name)),
  );
  const excludedTags = new Set(options.excludeTags?.map((tag) => tag.toLowerCase()));
  return (article) => {
    const published = time(article.date) ?? -Infinity;
    return (
      !excluded.has(pageOf(article.id)) &&
      !excluded.has(pageOf(article.url)) &&
      (excludedTags.size === 0 || !article.tags.some((tag) => excludedTags.has(tag.toLowerCase()))) &&
      (includeNewer || !isNewer(article, current)) &&
      (anyLanguage || isSameLanguage(article.language, current.language)) &&
      published <= now &&
      (published === -Infinity || published >= now - maxAge * DAY_MS) &&
      (time(article.expires) ?? Infinity) > now &&
      !isCopy(article, current)
    );
  };
}

/** The best first; equal scores by newer date, then by URL, so that the same input gives the same order everywhere. */
export function byRank(a: Candidate, b: Candidate): number {
  return b.score - a.score || newerFirst(a.article, b.article) || (a.article.url < b.article.url ? -1 : 1);
}

function newerFirst(a: Article, b: Article): number {
  return (time(b.date) ?? 0) - (time(a.date) ?? 0);
}

/** Candidates without those that repeat the title and the text of one before. */
export function withoutCopies<C extends Candidate>(candidates: readonly C[]): C[] {
  const seen = new Map<string, string[]>();
  return candidates.filter(({ article: { title, text } }) => {
    if (!text) return true;
    // Texts are long, and titles tell nearly all of them apart.
    const texts = seen.get(title) ?? [];
    const isNew = !texts.includes(text);
    if (isNew) seen.set(title, [...texts, text]);
    return isNew;
  });
}

/** Whether a text goes by this id or address. */
export function isNamed(article: Article, idOrUrl: string): boolean {
  const page = pageOf(idOrUrl);
  return pageOf(article.id) === page || pageOf(article.url) === page;
}

/** The same article under another address. */
function isCopy(article: Article, current: RankedText): boolean {
  return !!article.text && article.text === current.text && article.title === current.title;
}

/** Whether two articles may be read by the same reader; an unknown language is any. */
export function isSameLanguage(one: string | undefined, other: string | undefined): boolean {
  return !one || !other || one === other || primarySubtag(one) === primarySubtag(other);
}

/** An address without a fragment that is only a place on its page. */
function pageOf(idOrUrl: string): string {
  return idOrUrl.includes('#') ? idOrUrl.replace(/^(https?:[^#]*)#(?![/!]).*$/s, '$1') : idOrUrl;
}

/** Whether an article came after the current one; by the day as written, where one of them has no time. */
function isNewer(article: Article, current: RankedText): boolean {
  const [date = '', latest = ''] = [article.date, current.date];
  const [published, reference] = [time(date), time(latest)];
  if (published === undefined || reference === undefined) return false;
  const haveTimes = date.length > DAY && latest.length > DAY;
  return haveTimes ? published > reference : date.slice(0, DAY) > latest.slice(0, DAY);
}

/** Characters of `2026-11-17`. */
const DAY = 10;
const DAY_MS = 86_400_000;

/** Milliseconds since 1970; undefined without a date that can be read. */
function time(date: string | undefined): number | undefined {
  const milliseconds = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
