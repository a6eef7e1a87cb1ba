import type { Article } from '../../article.js';
import { timeOf } from '../../shared/date.js';
import { shorten } from '../../shared/text.js';

/** The members of a feed beside its items. */
export interface FeedOptions {
  /** Required by JSON Feed. */
  readonly title: string;
  readonly homePage?: string | undefined;
  /** The language (BCP 47) of most articles. An item names its language only if it is another one. */
  readonly language?: string | undefined;
  /** The URL of the article whose ranked neighbours the items are. */
  readonly relatedTo?: string;
}

/** The most characters of a teaser. */
const TEASER_LENGTH = 200;

/**
 * Articles as a minified JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), in the order given. An item has teaser,
 * date, author, tags and picture, and in the extension `_related_articles` key terms, picture sizes, expiry date and
 * discussion. It never has the full text.
 */
export function toFeed(articles: readonly Article[], options: FeedOptions): string {
  const { title, homePage, language, relatedTo } = options;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homePage,
    language,
    _related_articles: { version: 1, related_to: relatedTo },
    items: articles.map((article) => item(article, language)),
  })}\n`;
}

function item(article: Article, feedLanguage: string | undefined): object {
  const { id, url, title, excerpt, text, date, expires, tags, language, author } = article;
  const { image, images, discussion, terms } = article;
  const teaser = excerpt ?? text;
  return {
    id,
    url,
    title,
    // JSON Feed requires content in every item. The text itself stays on the article's page.
    content_text: '',
    summary: teaser === undefined ? undefined : shorten(teaser, TEASER_LENGTH),
    image,
    date_published: date === undefined ? undefined : moment(date),
    authors: author?.split(', ').map((name) => ({ name })),
    tags: tags.length > 0 ? tags : undefined,
    language: language === feedLanguage ? undefined : language,
    _related_articles:
      discussion || terms || images || expires ? { terms, images, expires, discussion } : undefined,
  };
}

/**
 * A date with a time of day and a zone (RFC 3339), as JSON Feed requires. A date without a zone is in the zone of the
 * machine that builds the site.
 */
function moment(date: string): string {
  const zoneless = date.length === '2026-11-17'.length ? `${date}T00:00:00` : date;
  return zoneless.length === '2026-11-17T09:00:00'.length ? `${zoneless}${localOffset(zoneless)}` : date;
}

/** The offset of the local zone from UTC at a time: `+01:00`, or `Z` for none. */
function localOffset(zoneless: string): string {
  const minutes = -new Date(zoneless).getTimezoneOffset();
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Articles with the newest first, then by URL, so that the same articles always give the same file. */
export function inStableOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => time(b) - time(a) || (a.url < b.url ? -1 : 1));
}

function time({ date }: Article): number {
  return timeOf(date) ?? 0;
}

/** The language that most articles have; undefined if no article names one. */
export function mainLanguage(articles: readonly Article[]): string | undefined {
  return mostFrequent(articles.map(({ language }) => language));
}

/** The address of the site that most articles are on. */
export function mainSite(articles: readonly Article[]): string | undefined {
  return mostFrequent(articles.map(({ url }) => new URL('/', url).href));
}

function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
