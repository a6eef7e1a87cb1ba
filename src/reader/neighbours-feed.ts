import type { Article, Picture } from '../article.js';
import type { ArticleIndex } from './article-index.js';
import { definedOnly, isRecord, isText, type JsonRecord } from '../shared/json.js';
import { webAddress } from '../shared/url.js';

/**
 * Reads a JSON Feed of ranked neighbours that needs no cleaning, as the command line writes it: texts without markup
 * and character references, dates in full. What it reads it reads as `readIndex` does; undefined for any other
 * document, which that must read. So a page with neighbours needs this little alone.
 *
 * @param text the document as it came
 * @param base its address, absolute
 */
export function readNeighbours(text: string, base: string): ArticleIndex | undefined {
  const feed = members(parse(text));
  const { version, items, language } = feed;
  const relatedTo = webAddress(members(feed[EXTENSION])['related_to'], base);
  const isFeed = relatedTo && isText(version) && version.includes('jsonfeed.org/version');
  if (!isFeed || !Array.isArray(items) || feed['authors'] || UNUSUAL.some((name) => feed[name]))
    return undefined;
  const articles = items.flatMap((item) => read(members({ language, ...members(item) }), base) ?? []);
  const keys = new Set(articles.flatMap(({ id, url }) => [`id ${id}`, url]));
  // Whatever is left out or comes twice is to be reported.
  const isWhole = articles.length === items.length && keys.size === 2 * items.length;
  return isWhole ? { format: 'JSON Feed', articles, relatedTo, skipped: [] } : undefined;
}

const EXTENSION = '_related_articles';
/** Members of feeds and items that the full reader alone reads, where they say something. */
const UNUSUAL = ['next_url', 'content_text', 'content_html', 'author', 'banner_image'];
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/;
/** What may be markup or a character reference, a cut, a broken character, or one that shows nothing. */
const UNCLEAN = /<|&#?\w+;|\]$|[\uFFFD\p{Cs}\u202A-\u202E\u2066-\u2069]|(?!\s)\p{Cc}/u;
const LANGUAGE = /^(?=.{1,35}$)[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;
/** Characters that need not be cut: of a teaser, a title, a tag, an id; and a number of tags. */
const LONGEST_EXCERPT = 400;
const LONGEST_TITLE = 300;
const LONGEST_TAG = 100;
const LONGEST_ID = 2048;
const MOST_TAGS = 50;
const MOST_SIZES = 20;

/** The article of an item; undefined where it takes the full reader. */
function read(item: JsonRecord, base: string): Article | undefined {
  let isPlain = !UNUSUAL.some((name) => item[name]);
  /** What is made of a member, which must be something where the member is there. */
  const made = <T>(value: unknown, make: (value: unknown) => T | undefined): T | undefined => {
    const result = value === undefined ? undefined : make(value);
    isPlain &&= (value === undefined) === (result === undefined);
    return result;
  };
  const address = (value: unknown): string | undefined => webAddress(value, base);
  const { discussion, images, expires, ...others } = members(item[EXTENSION]);
  const { count, url } = members(discussion);
  const talk = definedOnly({ count: made(count, posts), url: made(url, address) });
  const article = {
    id: made(item['id'] ?? '', toId),
    url: made(item['url'] ?? '', address),
    title: made(item['title'] ?? '', (value) => clean(value, LONGEST_TITLE)),
    excerpt: made(item['summary'], (value) => clean(value, LONGEST_EXCERPT)),
    date: made(item['date_published'], day),
    expires: made(expires, day),
    tags: made(item['tags'] ?? [], list),
    language: made(item['language'], toLanguage),
    author: made(item['authors'], authors),
    image: made(item['image'] ?? (images && ''), address),
    images: made(images, (value) => sizes(value, address)),
    discussion: isEmpty(talk) ? undefined : talk,
  };
  return isPlain && isEmpty(others) ? (definedOnly(article) as Article) : undefined;
}

function toId(value: unknown): string | undefined {
  return isText(value) && value.length <= LONGEST_ID ? value.trim() : undefined;
}

/** A tag of a language. */
function toLanguage(value: unknown): string | undefined {
  const text = isText(value) ? value.trim().replaceAll('_', '-') : '';
  return LANGUAGE.test(text) ? text : undefined;
}

/** A text on one line. */
function clean(value: unknown, most: number): string | undefined {
  return isText(value) && value.length <= most && !UNCLEAN.test(value)
    ? value.replace(/\s+/g, ' ').trim() || undefined
    : undefined;
}

function day(value: unknown): string | undefined {
  const isDay = isText(value) && DATE.test(value);
  return isDay && new Date(value.slice(0, 10)).toJSON()?.startsWith(value.slice(0, 10)) ? value : undefined;
}

function list(value: unknown): string[] | undefined {
  const tags = Array.isArray(value) ? value.map((each) => clean(each, LONGEST_TAG)) : [undefined];
  return tags.includes(undefined) || tags.length > MOST_TAGS ? undefined : [...new Set(tags as string[])];
}

function authors(value: unknown): string | undefined {
  const names = list(Array.isArray(value) ? value.map((each) => members(each)['name']) : value);
  return names?.join(', ') || undefined;
}

/** The sizes of a picture, where each is wider than the one before and of the same shape as far as one can tell. */
function sizes(value: unknown, address: (url: unknown) => string | undefined): Picture[] | undefined {
  let last = 0;
  const pictures = (Array.isArray(value) ? value : []).map((each) => {
    const { url: written, width, ...others } = members(each);
    const url = address(written);
    const isNext = url && isEmpty(others) && Number.isInteger(width) && Number(width) > last;
    last = Number(width);
    return isNext ? { url, width: last } : undefined;
  });
  const isWhole = pictures.length > 1 && pictures.length <= MOST_SIZES && !pictures.includes(undefined);
  return isWhole ? (pictures as Picture[]) : undefined;
}

function posts(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1e9 ? Number(value) : undefined;
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** The members that a value has of its own. */
function members(value: unknown): JsonRecord {
  return { __proto__: null, ...(isRecord(value) && value) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
