import type { Article } from '../article.js';
import type { RankedText } from './analysis.js';
import { tagTerm } from './spelling.js';
import { timeOf } from '../shared/date.js';
import { isSameLanguage } from '../shared/language.js';
import { withoutFragment } from '../shared/url.js';

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
  /** The time that counts as now, for what has expired, lies in the future or is too old. Default: now. */
  readonly now?: Date;
}

/** What applies where an option is not given. */
export const DEFAULTS = { limit: 6, includeNewer: true, anyLanguage: false, minScore: 0.02, diversity: 0 };

/**
 * Tells which articles may be related to the current one, whatever their score. All that chooses articles asks it:
 * ranked ones, pinned ones, neighbours, and what stands in for them.
 */
export function eligibility(current: RankedText, options: RelatedOptions): (article: Article) => boolean {
  const {
    includeNewer = DEFAULTS.includeNewer,
    anyLanguage = DEFAULTS.anyLanguage,
    maxAge = Infinity,
    now = new Date(),
  } = options;
  const excluded = new Set(
    [current.id, current.url, ...(options.exclude ?? [])].map((name) => name && withoutFragment(name)),
  );
  const excludedTags = new Set(options.excludeTags?.map(tagTerm));
  const oldest = now.getTime() - maxAge * DAY_MS;
  return (article) =>
    isPublished(article, now) &&
    !excluded.has(withoutFragment(article.id)) &&
    !excluded.has(withoutFragment(article.url)) &&
    (excludedTags.size === 0 || !article.tags.some((tag) => excludedTags.has(tagTerm(tag)))) &&
    (includeNewer || !isNewer(article, current)) &&
    (anyLanguage || isSameLanguage(article.language, current.language)) &&
    (timeOf(article.date) ?? Infinity) >= oldest &&
    !isCopy(article, current);
}

/**
 * Tells which articles may be pinned: those that may be related, be they newer, older, in another language or of an
 * excluded tag. Who pins an article wants this very one.
 */
export function pinEligibility(current: RankedText, options: RelatedOptions): (article: Article) => boolean {
  const { exclude = [], now = new Date() } = options;
  return eligibility(current, { exclude, now, anyLanguage: true });
}

/** Whether an article is neither in the future nor expired. */
export function isPublished({ date, expires }: Article, now: Date): boolean {
  const moment = now.getTime();
  return (timeOf(date) ?? -Infinity) <= moment && (timeOf(expires) ?? Infinity) > moment;
}

/** The same article under another address. */
function isCopy(article: Article, current: RankedText): boolean {
  return !!article.text && article.text === current.text && article.title === current.title;
}

/** Whether an article came after the current one; by the day as written, where one of them has no time. */
function isNewer(article: Article, current: RankedText): boolean {
  const [date = '', latest = ''] = [article.date, current.date];
  const [published, reference] = [timeOf(date), timeOf(latest)];
  if (published === undefined || reference === undefined) return false;
  const haveTimes = date.length > DAY && latest.length > DAY;
  return haveTimes ? published > reference : date.slice(0, DAY) > latest.slice(0, DAY);
}

/** When an article was published, in milliseconds since 1970; 0 without a date that can be read. */
export function publicationTime({ date }: Article): number {
  return timeOf(date) ?? 0;
}

/** Characters of `2026-11-17`. */
const DAY = 10;
const DAY_MS = 86_400_000;
