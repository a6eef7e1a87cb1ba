import type { Article } from '../article.js';
import { DAY_MS, timeOf } from '../shared/date.js';
import { isSameLanguage } from '../shared/language.js';
import type { RankedText } from './analysis.js';
import type { Belonging } from './belonging.js';
import { isChosen, isLeftOut } from './filter.js';
import { identityKeys, keySet } from './identity.js';
import { tagTerm } from './spelling.js';

/** Which articles may be related, and how many. */
export interface RelatedOptions {
  /** How many at most: a whole number above 0. Default 6. */
  readonly limit?: number;
  /** Whether articles that are newer than the current one may be related; undated ones always may. Default true. */
  readonly includeNewer?: boolean;
  /**
   * Whether articles in another language than the current one's may be related. Default false. If the current article
   * names no language, it has the one that the ranker was made with, provided that an article may be in that language.
   */
  readonly anyLanguage?: boolean;
  /** The greatest age of an article in days, above 0; undated articles always may be related. Default: no limit. */
  readonly maxAge?: number;
  /** The lowest score of a related article, 0 to 1. Default 0.02. */
  readonly minScore?: number;
  /** From 0 (the best by score alone) to 1 (each differs as much as possible from those before it). Default 0. */
  readonly diversity?: number;
  /**
   * The articles to choose from: a list of `section:Netze`, `tag:Open RAN`, `author:Ada Lovelace` and `type:interview`.
   * An article must have a value of each field that is named. Ids and URLs in the list are chosen as well.
   */
  readonly only?: readonly string[];
  /**
   * Articles that are not to appear: a list of ids, URLs, and fields as in `only`. `article.links` leaves out those that
   * the current one links to.
   */
  readonly exclude?: readonly string[];
  /** Tags whose articles are not to appear. */
  readonly excludeTags?: readonly string[];
  /** Ids or URLs of articles that come first, in this order and whatever their score. */
  readonly pinned?: readonly string[];
  /**
   * Chooses articles of the same `author`, `series` or `section`, or those that link to the current one (`backlinks`), in
   * place of related ones. Series are in their order, all others have the newest first.
   */
  readonly by?: Belonging | undefined;
  /** The time that decides which articles have expired, are dated in the future or are too old. Default: now. */
  readonly now?: Date;
}

/** The options that hold by default. */
export const DEFAULTS = { limit: 6, includeNewer: true, anyLanguage: false, minScore: 0.02, diversity: 0 };

/** Why an article may not be shown below another one. */
export type Obstacle =
  | 'itself'
  | 'excluded'
  | 'not chosen'
  | 'future'
  | 'expired'
  | 'excluded tag'
  | 'newer'
  | 'language'
  | 'too old'
  | 'copy';

/**
 * Decides which articles may be related to the current one, whatever their score. It is the one place that decides
 * this, for ranked articles, pinned ones, neighbours and recent ones that fill the list.
 *
 * @returns a function that gives what keeps an article from being shown; undefined if it may be shown
 */
export function obstacles(
  current: RankedText,
  options: RelatedOptions,
): (article: Article) => Obstacle | undefined {
  const {
    includeNewer = DEFAULTS.includeNewer,
    anyLanguage = DEFAULTS.anyLanguage,
    maxAge = Infinity,
    now = new Date(),
  } = options;
  const own = keySet([current.id, current.url]);
  const isExcluded = isLeftOut([...(options.exclude ?? []), ...(current.exclude ?? [])]);
  const isWanted = isChosen(options.only ?? []);
  const excludedTags = new Set(options.excludeTags?.map(tagTerm));
  const oldest = now.getTime() - maxAge * DAY_MS;
  return (article) => {
    if (identityKeys(article).some((key) => own.has(key))) return 'itself';
    if (isExcluded(article)) return 'excluded';
    if (!isWanted(article)) return 'not chosen';
    if (isInFuture(article, now)) return 'future';
    if (hasExpired(article, now)) return 'expired';
    if (excludedTags.size > 0 && article.tags.some((tag) => excludedTags.has(tagTerm(tag))))
      return 'excluded tag';
    if (!includeNewer && isNewer(article, current)) return 'newer';
    if (!anyLanguage && !isSameLanguage(article.language, current.language)) return 'language';
    if ((timeOf(article.date) ?? Infinity) < oldest) return 'too old';
    return isCopy(article, current) ? 'copy' : undefined;
  };
}

/** Decides which articles may be related to the current one, as `obstacles` does, without a reason. */
export function eligibility(current: RankedText, options: RelatedOptions): (article: Article) => boolean {
  const obstacleOf = obstacles(current, options);
  return (article) => obstacleOf(article) === undefined;
}

/**
 * Decides which articles may be pinned: those that may be related, and also those that are newer, older, in another
 * language or of an excluded tag. An author who pins an article wants exactly that one.
 */
export function pinEligibility(current: RankedText, options: RelatedOptions): (article: Article) => boolean {
  const { exclude = [], now = new Date() } = options;
  return eligibility(current, { exclude, now, anyLanguage: true });
}

/**
 * Decides which of the articles may be shown that the current one's editors chose: those that may be pinned, if they are
 * among those to choose from.
 */
export function choiceEligibility(
  current: RankedText,
  { only = [], ...options }: RelatedOptions,
): (article: Article) => boolean {
  const mayBePinned = pinEligibility(current, options);
  const isWanted = isChosen(only);
  return (article) => isWanted(article) && mayBePinned(article);
}

/** Whether an article is neither in the future nor expired. */
export function isPublished(article: Article, now: Date): boolean {
  return !isInFuture(article, now) && !hasExpired(article, now);
}

function isInFuture({ date }: Article, now: Date): boolean {
  return (timeOf(date) ?? -Infinity) > now.getTime();
}

function hasExpired({ expires }: Article, now: Date): boolean {
  return (timeOf(expires) ?? Infinity) <= now.getTime();
}

/** Whether an article is the current one under another address. */
function isCopy(article: Article, current: RankedText): boolean {
  return !!article.text && article.text === current.text && article.title === current.title;
}

/** Whether an article is newer than the current one. If one of them has no time of day, the days as written decide. */
function isNewer(article: Article, current: RankedText): boolean {
  const [date = '', latest = ''] = [article.date, current.date];
  const [published, reference] = [timeOf(date), timeOf(latest)];
  if (published === undefined || reference === undefined) return false;
  const haveTimes = date.length > DAY && latest.length > DAY;
  return haveTimes ? published > reference : date.slice(0, DAY) > latest.slice(0, DAY);
}

/** When an article was published, in milliseconds since 1970; 0 if it has no valid date. */
export function publicationTime({ date }: Partial<Article>): number {
  return timeOf(date) ?? 0;
}

/** Characters of `2026-11-17`. */
const DAY = 10;
