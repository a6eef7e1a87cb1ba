import type { Article } from '../article.js';
import { commonListing } from './common-formats.js';
import { type Draft, toArticle, toNumber } from './draft.js';
import type { ChosenNeighbours, Format, Listing } from './formats/format.js';
import { indexError } from './index-error.js';
import { MEMBERS, readByNames } from './names.js';
import { rarerListing } from './rarer-formats.js';
import { definedOnly, isRecord, type JsonRecord, own } from '../shared/json.js';
import { finished, inSlices, type Steps } from '../shared/time-slicing.js';
import { parseUrl, urlKey, webAddress } from '../shared/url.js';

/** Why an entry of an index, or all of the index, could not be used. */
export interface Problem {
  /** The entry's place in its list, from 0; absent if the problem is the whole document's. */
  readonly position?: number;
  /** The address of the document that the entry is in, if an index came in several documents. */
  readonly url?: string;
  /** What is wrong, as a clause: `has no title: https://site.example/a`. */
  readonly reason: string;
}

/** An index as it was read. */
export interface ArticleIndex extends ChosenNeighbours {
  readonly articles: readonly Article[];
  /** What kind of document it is, such as `JSON Feed`; absent for a document of no known kind. */
  readonly format?: string;
  /** The absolute URL of the article that these are the neighbours of: they are ranked already, best first. */
  readonly relatedTo?: string;
  /** The absolute URL of the next page, if the index has more pages. */
  readonly next?: string;
  readonly skipped: readonly Problem[];
}

/**
 * Where entries say what, for documents that name things in their own way. By the member of the article: the name of a
 * member, a path of names (`fields.headline`), or a function of the entry. What is not found there is read as usual.
 */
export type Fields = {
  readonly [Member in keyof Omit<Draft, 'reason'>]?: string | ((entry: JsonRecord) => unknown);
};

/**
 * Reads a JSON article index of any format that sites commonly publish, recognised by its content: JSON Feed,
 * WordPress, Ghost, Drupal's JSON:API, TYPO3, Discourse, schema.org, RSS-in-JSON, the search indexes of MkDocs, Quarto,
 * Docusaurus, Just the Docs and Zola, or a list under the names that themes commonly use.
 *
 * Records that are sections of one article are joined. Unusable entries, and those whose id or URL came before, are
 * skipped and reported. They are never fatal: a document that is no index at all gives no article and one problem.
 *
 * @param json the parsed document; any value will do
 * @param baseUrl the absolute URL of the index; relative addresses in it are resolved against this
 * @param options.fields where entries say what, for documents that name things in their own way
 * @throws TypeError if `baseUrl` is not absolute, or `fields` has other members than names and functions
 * @example readIndex([{ url: '/a', title: 'A' }], 'https://site.example/').articles[0].url // 'https://site.example/a'
 */
export function readIndex(
  json: unknown,
  baseUrl: string | URL,
  { fields }: { readonly fields?: Fields } = {},
): ArticleIndex {
  const base = parseUrl(String(baseUrl));
  if (!base)
    throw new TypeError(
      `related-articles: readIndex needs an absolute base URL, got ${JSON.stringify(baseUrl)}`,
    );
  for (const [member, field] of Object.entries(fields ?? {})) checkField(member, field);
  const listing = commonListing(json, base, readByNames) ?? rarerListing(json, base, readByNames);
  return listing ? finished(readListing(listing, base, fields)) : NO_INDEX;
}

/** The absolute URL of the page behind a document at an address; undefined where it is the last. */
export function nextPage(json: unknown, address: string): string | undefined {
  const base = new URL(address);
  const listing = commonListing(json, base, readByNames) ?? rarerListing(json, base, readByNames);
  return listing && nextOf(listing, base);
}

/**
 * Reads an index as `readIndex` does, but in time slices, and loads the readers of rarer formats if a document needs
 * them.
 *
 * @param baseUrl what relative addresses are resolved against, absolute
 * @param options.most how many articles to read at most
 * @throws IndexError if those readers can't be loaded
 */
export async function readIndexInSlices(
  json: unknown,
  baseUrl: string,
  { fields, most }: { readonly fields?: Fields | undefined; readonly most?: number } = {},
): Promise<ArticleIndex> {
  const base = new URL(baseUrl);
  const listing =
    commonListing(json, base, readByNames) ?? (await loadRarerListing(baseUrl))(json, base, readByNames);
  return listing ? inSlices(readListing(listing, base, fields, most)) : NO_INDEX;
}

async function loadRarerListing(url: string): Promise<Format> {
  try {
    return (await import('./rarer-formats.js')).rarerListing;
  } catch (cause) {
    const message = `${url} needs the script's other file, related-articles-formats.js, which can't be loaded; put it beside the script`;
    throw indexError('network', message, url, { cause });
  }
}

/**
 * Reads an index that stands in the page, of which something must be usable. An empty list is usable.
 *
 * @param name what to call it in an error
 * @throws IndexError if nothing in it can be used, saying why
 */
export async function usableIndex(
  json: unknown,
  name: string,
  baseUrl: string,
  fields?: Fields,
): Promise<ArticleIndex> {
  const index = await readIndexInSlices(json, baseUrl, { fields });
  checkUsable(index, name);
  return index;
}

/**
 * Refuses an index that has problems and no article.
 *
 * @param name what to call it, if its problem names no document
 * @throws IndexError that tells the first problem
 */
export function checkUsable({ articles, skipped: [problem] }: ArticleIndex, name: string): void {
  if (articles.length > 0 || !problem) return;
  const { url = name, position, reason } = problem;
  const entry = position === undefined ? '' : `entry ${position} `;
  throw indexError('format', `${url} holds no usable article: ${entry}${reason}`, url);
}

/**
 * The address of the next page of a list whose address counts its pages, as in WordPress and Ghost: `?page=2`.
 * Undefined behind the last page.
 *
 * @param pages the number of pages, as a source tells it
 */
export function pageAfter(base: URL, pages: unknown): string | undefined {
  const next = new URL(base);
  const page = (Number(next.searchParams.get('page')) || 1) + 1;
  next.searchParams.set('page', String(page));
  return page <= toNumber(pages) ? next.href : undefined;
}

/** What is read from a document of no known format. */
const NO_INDEX: ArticleIndex = {
  articles: [],
  skipped: [{ reason: 'is neither a JSON Feed nor a list of articles' }],
};

function checkField(member: string, field: unknown): void {
  if (MEMBERS.includes(member) && (typeof field === 'string' || typeof field === 'function')) return;
  const given = typeof field === 'string' ? field : typeof field;
  throw new TypeError(
    `related-articles: "fields" takes names or functions for ${MEMBERS.join(', ')}; got ${member}: ${given}`,
  );
}

/** Makes the index of a listing, of at most `most` articles. */
function* readListing(
  listing: Listing,
  base: URL,
  fields: Fields = {},
  most = Infinity,
): Steps<ArticleIndex> {
  const articles: Article[] = [];
  const skipped: Problem[] = [];
  /** The place in `articles` of the article that had an id or a URL first. */
  const ids = new Map<string, number>();
  const urls = new Map<string, number>();
  /** The texts of the articles that have several sections, each once, by the place in `articles`. */
  const texts = new Map<number, Set<string>>();
  const { entries } = listing;
  const changes = Object.entries(fields);
  for (let position = 0; position < entries.length; position++) {
    if (position % ENTRIES_A_STEP === ENTRIES_A_STEP - 1) yield;
    if (articles.length >= most || position >= most * MOST_SECTIONS) {
      skipped.push({ position, reason: 'is left out with all entries after it: there are too many' });
      break;
    }
    const made = readEntry(entries[position], listing, base, changes);
    if (typeof made === 'string') {
      skipped.push({ position, reason: made });
      continue;
    }
    const key = urlOf(made, listing);
    const article = listing.titled && ids.has(made.id) ? { ...made, id: key } : made;
    const sameUrl = urls.get(key);
    const first = sameUrl ?? ids.get(article.id);
    const whole = sameUrl === undefined ? undefined : articles[sameUrl];
    if (first === undefined) {
      ids.set(article.id, articles.length);
      urls.set(key, articles.length);
      articles.push(article);
    } else if (whole && listing.sections && isSection(whole, article)) {
      const known = texts.get(first) ?? new Set([whole.text ?? '']);
      if (article.title !== whole.title) known.add(article.title);
      texts.set(first, known.add(article.text ?? ''));
      articles[first] = joined(whole, article);
    } else {
      const repeated = whole ? `URL of another entry: ${key}` : `id of another entry: ${article.id}`;
      skipped.push({ position, reason: `repeats the ${repeated}` });
    }
  }
  // Only now: to add each section to a long text would take the square of their number in time.
  for (const [at, pieces] of texts) {
    const text = [...pieces].filter(Boolean).join('\n');
    if (text) articles[at] = { ...articles[at]!, text };
    yield;
  }
  const { format } = listing;
  const relatedTo = webAddress(listing.relatedTo, base);
  return definedOnly({
    format,
    articles,
    relatedTo,
    ...listing.chosen,
    next: nextOf(listing, base),
    skipped,
  });
}

function nextOf({ next, pages }: Listing, base: URL): string | undefined {
  return webAddress(next, base) ?? pageAfter(base, pages);
}

const ENTRIES_A_STEP = 16;
/** How many entries an article may take on average, if the number of articles is limited. */
const MOST_SECTIONS = 20;

/** The article of an entry, or why it gives none. */
function readEntry(
  entry: unknown,
  { draft, format }: Listing,
  base: URL,
  changes: readonly [member: string, field: NonNullable<Fields[keyof Fields]>][],
): Article | string {
  if (!isRecord(entry)) return 'is not an object';
  const found: Record<string, unknown> = { ...draft(entry) };
  try {
    for (const [member, field] of changes) {
      found[member] = (typeof field === 'function' ? field(entry) : follow(entry, field)) ?? found[member];
    }
  } catch (error) {
    return `can't be read by "fields": ${String(error)}`;
  }
  const article = toArticle(found, base);
  return format === 'plain list' && typeof article === 'object' && OTHER_PAGE.test(urlKey(article.url) ?? '')
    ? `is a home page or a list: ${article.url}`
    : article;
}

/** The key of a home page's address, or of a page that a site has beside its articles, as lists of all pages hold them. */
const OTHER_PAGE = /^[^/?#]+(?:\/(?:\w\w\/)?(?:404|search|archives?|categories|tags?(?:\/[^/]+)?))?$/i;

/** The value under a name, which may have dots in it, or at a path of names. */
function follow(entry: JsonRecord, path: string): unknown {
  return Object.hasOwn(entry, path) ? entry[path] : own(entry, path);
}

/** What only one article of a listing may have: its address, with the title if that tells articles apart. */
function urlOf({ url, title }: Article, { sections, titled }: Listing): string {
  if (titled) return `${url} (${title})`;
  return sections ? url.replace(FRAGMENT, '') : url;
}

/** A place on a page. Routes of single-page apps (`#/a`, `#!a`) are addresses of their own. */
const FRAGMENT = /#(?![/!]).*$/;

/** Whether two records of one address are sections of one article; else two articles claim one address. */
function isSection(whole: Article, section: Article): boolean {
  return whole.title === section.title || FRAGMENT.test(section.url) || FRAGMENT.test(whole.url);
}

/** An article with one more of its sections: all but the text from the page's own record, or from the first. */
function joined(whole: Article, section: Article): Article {
  const isOwnRecord = FRAGMENT.test(whole.url) && !FRAGMENT.test(section.url);
  const [head, tail] = isOwnRecord ? [section, whole] : [whole, section];
  const tags = head.tags.length > 0 ? head.tags : tail.tags;
  return { ...tail, ...head, tags };
}
