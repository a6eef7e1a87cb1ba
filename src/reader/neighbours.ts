import type { Article, Picture, Series } from '../article.js';
import { definedOnly, isRecord, isText, own, parseJson, toCount } from '../shared/json.js';
import { toLanguageTag } from '../shared/language.js';
import { LONGEST_URL, webAddress } from '../shared/url.js';
import { chosenIn, feedItems } from './formats/json-feed.js';
import type { FetchedDocument, FetchOptions } from './fetch-document.js';
import { LONGEST_EXCERPT, LONGEST_TAG, LONGEST_TITLE, MOST_SIZES, MOST_TAGS } from './limits.js';
import { forget, prefetch } from './prefetch.js';
import type { ArticleIndex } from './read-index.js';

/** The newest documents: their neighbours, or undefined for other documents. Blocks ask anew for any change of theirs. */
const kept = new Map<string, ArticleIndex | undefined>();
const KEPT = 4;

/**
 * Loads an index of ranked neighbours. The last four are kept, unless `cache` is `no-cache`.
 *
 * @param url http(s), absolute
 * @returns the index; undefined for any other document, which `takeDocument` then hands out
 * @throws IndexError if the document can't be had or is too long; the signal's reason once that is aborted
 */
export async function loadNeighbours(url: string, options: FetchOptions): Promise<ArticleIndex | undefined> {
  const key = `${options.credentials} ${url}`;
  if (options.cache === 'no-cache') kept.delete(key);
  if (!kept.has(key)) {
    const document = await prefetch(url, options);
    // Another block may have read it meanwhile, but perhaps from a cache.
    if (options.cache === 'no-cache' || !kept.has(key)) kept.set(key, readDocument(document));
    const [oldest] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest!);
  }
  const index = kept.get(key);
  if (index) forget(url, options);
  return index;
}

/** A dozen neighbours have some 5,000 bytes. To parse more than this would hold up a page. */
const MOST_BYTES = 500_000;

function readDocument({ chunks, size, url }: FetchedDocument): ArticleIndex | undefined {
  if (size > MOST_BYTES) return undefined;
  // `Blob.text()` would do the same, but asks another process of the browser.
  const decoder = new TextDecoder();
  return readNeighbours(chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join(''), url);
}

/**
 * Reads a JSON Feed of ranked neighbours that needs no cleaning, as the command line writes it: texts without markup
 * and character references, dates in full. It gives what `readIndex` gives, or undefined if a document takes that
 * reader. So a page with neighbours needs this small reader alone.
 *
 * @param text the document
 * @param base its absolute URL
 */
export function readNeighbours(text: string, base: string): ArticleIndex | undefined {
  const feed = parseJson(text);
  const items = feedItems(feed);
  const relatedTo = webAddress(own(feed, `${EXTENSION}.related_to`), base);
  if (!relatedTo || !items || UNUSUAL_FEED.some((path) => own(feed, path))) return undefined;
  const articles = items.flatMap((item) => readItem(item, own(feed, 'language'), base) ?? []);
  const keys = new Set(articles.flatMap(({ id, url }) => [`id ${id}`, url]));
  // `readIndex` reports what is left out and what comes twice.
  const isWhole = articles.length === items.length && keys.size === 2 * items.length;
  return isWhole ? { format: 'JSON Feed', articles, relatedTo, ...chosenIn(feed), skipped: [] } : undefined;
}

const EXTENSION = '_related_articles';
/** Members that `readIndex` alone reads, if they are neither empty nor absent. */
const UNUSUAL_FEED = ['next_url', 'author', 'authors'];
const UNUSUAL_ITEM = [
  'content_text',
  'content_html',
  'author',
  'banner_image',
  `${EXTENSION}.terms`,
  `${EXTENSION}.related`,
  `${EXTENSION}.exclude`,
];

/** The article of an item; undefined if it takes `readIndex`. */
function readItem(item: unknown, feedLanguage: unknown, base: string): Article | undefined {
  let isClean = isRecord(item) && !UNUSUAL_ITEM.some((path) => own(item, path));
  /** Reads a member, which must be clean if it is there. */
  const read = <T>(value: unknown, toClean: (value: unknown) => T | undefined): T | undefined => {
    const result = value === undefined ? undefined : toClean(value);
    isClean &&= (value === undefined) === (result === undefined);
    return result;
  };
  const address = (value: unknown): string | undefined => webAddress(value, base);
  const extended = (path: string): unknown => own(item, `${EXTENSION}.${path}`);
  const discussion = definedOnly({
    count: read(extended('discussion.count'), toCount),
    url: read(extended('discussion.url'), address),
  });
  const images = read(extended('images'), (value) => toSizes(value, base));
  const article = {
    id: read(own(item, 'id') ?? '', toId),
    url: read(own(item, 'url') ?? '', address),
    title: read(own(item, 'title') ?? '', (value) => toCleanText(value, LONGEST_TITLE)),
    excerpt: read(own(item, 'summary'), (value) => toCleanText(value, LONGEST_EXCERPT)),
    date: read(extended('date') ?? own(item, 'date_published'), toDate),
    expires: read(extended('expires'), toDate),
    tags: read(own(item, 'tags') ?? [], toNames),
    language: read(own(item, 'language') ?? feedLanguage, toLanguageTag),
    author: read(own(item, 'authors'), toAuthors),
    image: read(own(item, 'image') ?? (images && ''), address),
    images,
    discussion: Object.keys(discussion).length > 0 ? discussion : undefined,
    series: read(extended('series'), toSeries),
    section: read(extended('section'), toName),
    type: read(extended('type'), toName),
  };
  return isClean ? (definedOnly(article) as Article) : undefined;
}

function toId(value: unknown): string | undefined {
  return isText(value) && value.length <= LONGEST_URL ? value.trim() : undefined;
}

/** What may be markup or a character reference, a cut, a broken character, or a character that shows nothing. */
const UNCLEAN = /<|&#?\w+;|\]$|[\uFFFD\p{Cs}\u202A-\u202E\u2066-\u2069]|(?!\s)\p{Cc}/u;

/** A text on one line. */
function toCleanText(value: unknown, most: number): string | undefined {
  return isText(value) && value.length <= most && !UNCLEAN.test(value)
    ? value.replace(/\s+/g, ' ').trim()
    : undefined;
}

const DATE = /^[1-9]\d{3}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

function toDate(value: unknown): string | undefined {
  if (!isText(value) || !DATE.test(value) || Number.isNaN(Date.parse(value))) return undefined;
  // `Date` rolls 30 February over to March.
  const day = value.slice(0, 10);
  return new Date(day).toJSON().startsWith(day) ? value : undefined;
}

function toName(value: unknown): string | undefined {
  return toCleanText(value, LONGEST_TAG) || undefined;
}

function toSeries(value: unknown): Series | undefined {
  const [name, position] = [toName(own(value, 'name')), own(value, 'position')];
  if (!name || !(position === undefined || Number.isFinite(position))) return undefined;
  return definedOnly({ name, position: position as number | undefined });
}

function toNames(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map((name) => toCleanText(name, LONGEST_TAG)) : [undefined];
  return list.includes(undefined) || list.length > MOST_TAGS ? undefined : [...new Set(list as string[])];
}

function toAuthors(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value.map((author) => own(author, 'name')) : value;
  return toNames(list)?.join(', ') || undefined;
}

/** The sizes of a picture, if each is wider than the one before and of the same shape as far as one can tell. */
function toSizes(value: unknown, base: string): Picture[] | undefined {
  const sizes: readonly unknown[] = Array.isArray(value) ? value : [];
  let last = 0;
  const pictures = sizes.flatMap((size) => {
    const [url, width] = [webAddress(own(size, 'url'), base), own(size, 'width')];
    const isNext = Number.isInteger(width) && Number(width) > last && own(size, 'height') === undefined;
    last = Number(width);
    return url && isNext ? { url, width: last } : [];
  });
  const isWhole = pictures.length === sizes.length && sizes.length > 1 && sizes.length <= MOST_SIZES;
  return isWhole ? pictures : undefined;
}
