import { gzipSync } from 'node:zlib';
import type { Article } from '../article.js';
import { type ArticleIndex, readIndex } from '../reader/read-index.js';
import { primaryLanguage } from '../shared/language.js';
import { SiteRanker } from './site-ranker.js';

/** A fault of an index. */
export interface Finding {
  /** An error: articles can't be shown. A warning: the block is worse than it could be. */
  readonly level: 'error' | 'warning';
  /** What it is, as a headline: `articles without a date`. */
  readonly what: string;
  readonly count: number;
  /** The first few of them. */
  readonly examples: readonly string[];
  /** What to do. */
  readonly advice: string;
}

/** The result of checking an index. */
export interface Check {
  readonly articles: number;
  /** Its size as a file and as a server sends it (gzip), in bytes. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** How long a phone takes to parse it, in milliseconds: four times as long as this machine. */
  readonly parseMs: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks an index. It finds articles that can't be shown, and faults that make the block worse.
 *
 * @param text the index as it is published
 * @param base the URL of the index or the site, against which relative addresses are resolved
 * @param options.language the language (BCP 47) of articles that name none
 * @throws SyntaxError if the text is not JSON
 */
export function checkIndex(text: string, base: string, { language }: { language?: string } = {}): Check {
  const json: unknown = JSON.parse(text);
  const { articles, relatedTo, skipped } = readIndex(json, base);
  const gzipBytes = gzipSync(text).length;
  const findings = [
    ...entryFindings(articles, skipped),
    warning(
      'articles without a date',
      without(articles, 'date'),
      'cards show the date, and of equally related articles the newer one comes first',
    ),
    warning(
      'titles that several articles have',
      [...countsOf(articles.map(({ title }) => title))]
        .filter(([, count]) => count > 1)
        .map(([title, count]) => `“${title}” (${count})`),
      'give each its own title, so that visitors can tell the cards apart',
    ),
    ...languageFindings(articles, language),
    ...(relatedTo === undefined ? [...tagFindings(articles), ...rankingFindings(articles, language)] : []),
    warning(
      'too large for a page view',
      gzipBytes > LARGE ? [`${Math.round(gzipBytes / 1000)} kB gzip for ${articles.length} articles`] : [],
      'every visitor loads all of it; build one file per article with `related-articles build --neighbours DIR`',
    ),
  ];
  return {
    articles: articles.length,
    bytes: Buffer.byteLength(text),
    gzipBytes,
    parseMs: Math.round(parsingTime(text) * SLOWER_PHONE * 10) / 10,
    findings: findings.filter(({ count }) => count > 0),
  };
}

/** How long this machine takes to parse a text, in milliseconds: the shortest of a few times. */
function parsingTime(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    JSON.parse(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

const SLOWER_PHONE = 4;
/** How many examples a finding has. */
const EXAMPLES = 3;
/** A larger index (bytes gzip) is too large for a page view. */
const LARGE = 150_000;
const FEW_NEIGHBOURS = 3;
/** Tags are checked in indexes of at least so many articles. */
const TELLING_NUMBER = 10;

function warning(what: string, found: readonly string[], advice: string): Finding {
  return { level: 'warning', what, count: found.length, examples: found.slice(0, EXAMPLES), advice };
}

function entryFindings(articles: readonly Article[], skipped: ArticleIndex['skipped']): Finding[] {
  if (articles.length === 0 && skipped.length === 0) {
    const [examples, advice] = [['the index is empty'], 'check that this is the right file'];
    return [{ level: 'error', what: 'no article', count: 1, examples, advice }];
  }
  const hidden = skipped.map(({ position, reason }) =>
    position === undefined ? reason : `entry ${position + 1} ${reason}`,
  );
  const advice = 'give each a title and its own http(s) address';
  return [{ ...warning('entries that can’t be shown', hidden, advice), level: 'error' }];
}

function languageFindings(articles: readonly Article[], language: string | undefined): Finding[] {
  const named = countsOf(
    articles.flatMap((article) => (article.language ? primaryLanguage(article.language) : [])),
  );
  return [
    warning(
      'articles without a language',
      language === undefined ? without(articles, 'language') : [],
      'they get the language of the page; name it in the index, or here with --language',
    ),
    warning(
      'languages in one index',
      named.size > 1 ? [...named].map(counted) : [],
      'make one index per language, so that visitors stay in theirs',
    ),
  ];
}

function tagFindings(articles: readonly Article[]): Finding[] {
  if (articles.length < TELLING_NUMBER) return [];
  const counts = [...countsOf(articles.flatMap(({ tags }) => tags))];
  const everywhere = counts.filter(([, count]) => count > articles.length / 2);
  const once = counts.filter(([, count]) => count === 1);
  return [
    warning(
      'tags on more than half of the articles',
      everywhere.map(counted),
      'they do not tell articles apart; remove them',
    ),
    warning(
      'tags on a single article',
      once.length > counts.length / 2 ? once.map(([tag]) => tag) : [],
      'they do not relate articles; use fewer tags, each more often',
    ),
    warning(
      'articles without tags',
      articles.filter(({ tags }) => tags.length === 0).map(({ url }) => url),
      'tags make the ranking better, above all for short texts',
    ),
  ];
}

function rankingFindings(articles: readonly Article[], language: string | undefined): Finding[] {
  if (articles.length <= FEW_NEIGHBOURS) return [];
  const ranker = new SiteRanker(articles, { language });
  const few = articles.filter((article) => ranker.related(article, FEW_NEIGHBOURS).length < FEW_NEIGHBOURS);
  return [
    warning(
      'articles with fewer than three neighbours',
      few.map(({ url }) => url),
      articles.some(({ terms }) => terms)
        ? 'give them tags or a longer text'
        : 'give them tags or a longer teaser, or build the index with `related-articles build`, which adds key terms',
    ),
  ];
}

function without(articles: readonly Article[], key: keyof Article): string[] {
  return articles.filter((article) => article[key] === undefined).map(({ url }) => url);
}

function counted([value, count]: readonly [string, number]): string {
  return `${value} (${count})`;
}

function countsOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
