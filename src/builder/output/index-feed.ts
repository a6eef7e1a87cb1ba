import { JSON_FEED_VERSION } from '../../reader/formats/json-feed.js';
import type { Article } from '../../article.js';
import { shorten } from '../../shared/text.js';
import { NOWHERE } from '../nowhere.js';

/** The members of a feed beside its items. */
export interface FeedOptions {
  /** Required by JSON Feed. */
  readonly title: string;
  readonly homePage?: string | undefined;
  /** The language (BCP 47) of most articles. An item names its language only if it is another one. */
  readonly language?: string | undefined;
  /** The URL of the article whose ranked neighbours the items are. */
  readonly relatedTo?: string;
  /** The ids of those items that its editors chose. */
  readonly curated?: readonly string[];
  /** The name of its series, if items are parts of it. */
  readonly series?: string | undefined;
  /** For each article, in their order, the positions of those that it links to. */
  readonly links?: readonly (readonly number[])[] | undefined;
}

/** The most characters of a teaser. */
const TEASER_LENGTH = 200;

/**
 * Articles as a minified JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), in the order given. An item has teaser,
 * date, author, tags and picture, and in the extension `_related_articles` key terms, picture sizes, expiry date,
 * discussion, and the date once more if it names no zone. It never has the full text. The links of all items stand
 * together in the extension of the feed, where they weigh least.
 */
export function toFeed(articles: readonly Article[], options: FeedOptions): string {
  const { title, homePage, language, relatedTo, curated, series, links } = options;
  const feed = JSON.stringify({
    version: JSON_FEED_VERSION,
    title,
    home_page_url: homePage,
    language,
    _related_articles: { version: 1, related_to: relatedTo, curated, series, links },
    items: articles.map((article) => item(article, language)),
  });
  // Addresses on a site that is not known become paths from its root.
  return `${feed.replaceAll(`"${NOWHERE}`, '"/')}\n`;
}

function item(article: Article, feedLanguage: string | undefined): object {
  const { id, url, title, excerpt, text, date, expires, tags, language, author } = article;
  const { image, images, discussion, terms, related, exclude, series, section, type } = article;
  const teaser = excerpt ?? text;
  const localDate = date !== undefined && withZone(date) !== date ? date : undefined;
  return {
    id,
    url,
    title,
    // JSON Feed requires content in every item. The text itself stays on the article's page.
    content_text: '',
    summary: teaser === undefined ? undefined : shorten(teaser, TEASER_LENGTH),
    image,
    date_published: date === undefined ? undefined : withZone(date),
    authors: author?.split(', ').map((name) => ({ name })),
    tags: tags.length > 0 ? tags : undefined,
    language: language === feedLanguage ? undefined : language,
    _related_articles: orNone({
      date: localDate,
      terms,
      images,
      expires,
      discussion,
      related,
      exclude,
      series,
      section,
      type,
    }),
  };
}

/** An object; undefined if nothing in it is defined. */
function orNone(members: object): object | undefined {
  return Object.values(members).some((value) => value !== undefined) ? members : undefined;
}

/**
 * A date with a time of day and a zone (RFC 3339), as JSON Feed requires. A date without a zone is written as UTC, so
 * that the file is the same wherever it is built.
 */
function withZone(date: string): string {
  if (date.length === '2026-11-17'.length) return `${date}T00:00:00Z`;
  return date.length === '2026-11-17T09:00:00'.length ? `${date}Z` : date;
}

/** Articles with the newest first, then by URL, so that the same articles always give the same file. */
export function inStableOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => writtenTime(b) - writtenTime(a) || (a.url < b.url ? -1 : 1));
}

/** The time that the feed gives an article, in milliseconds since 1970. Unlike `timeOf` it depends on no local zone. */
function writtenTime({ date }: Article): number {
  return (date && Date.parse(withZone(date))) || 0;
}

/** The language that most articles have; undefined if no article names one. */
export function mainLanguage(articles: readonly Article[]): string | undefined {
  return mostFrequent(articles.map(({ language }) => language));
}

/** The address of the site that most articles are on; undefined if that is not known. */
export function mainSite(articles: readonly Article[]): string | undefined {
  const site = mostFrequent(articles.map(({ url }) => new URL('/', url).href));
  return site === NOWHERE ? undefined : site;
}

function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
