import type { Article } from '../article.js';
import { type Draft, toArticle } from './draft.js';
import type { Listing } from './formats/format.js';
import { definedOnly, isRecord, type JsonRecord, own } from '../shared/json.js';
import { byNames } from './names.js';
import type { Steps } from '../shared/time-slicing.js';
import { webAddress } from '../shared/url.js';

/** Why an entry of an index, or all of it, could not be used. */
export interface Problem {
  /** The entry's place in its list, from 0; absent where the whole document is meant. */
  readonly position?: number;
  /** The address of the document that it is in, where an index came in several. */
  readonly url?: string;
  /** What is wrong, as a clause: `has no title: https://site.example/a`. */
  readonly reason: string;
}

/** An index as it was read. */
export interface ArticleIndex {
  readonly articles: readonly Article[];
  /** What kind of document it is, such as `JSON Feed`; absent where it is none that is known. */
  readonly format?: string;
  /** The absolute URL of the article that these are the neighbours of: they are ranked already, best first. */
  readonly relatedTo?: string;
  /** The absolute URL of the next page, where the index goes on there. */
  readonly next?: string;
  readonly skipped: readonly Problem[];
}

/**
 * Where an entry says what, for documents that name things in their own way, by the member of the article: a
 * member's name, a path of names (`fields.headline`), or a function of the entry. What is not found is read as usual.
 */
export type Fields = {
  readonly [Member in keyof Draft]?: string | ((entry: JsonRecord) => unknown);
};

/** What is read from a document of no known format. */
export const NO_INDEX: ArticleIndex = {
  articles: [],
  skipped: [{ reason: 'is neither a JSON Feed nor a list of articles' }],
};

/**
 * Makes the index of a listing.
 *
 * @param most how many articles to read at most
 */
export function* toIndex(
  listing: Listing,
  base: URL,
  fields: Fields = {},
  most = Infinity,
): Steps<ArticleIndex> {
  const articles: Article[] = [];
  const skipped: Problem[] = [];
  /** Where each id and URL came first, in the list of articles; and the entry of each article. */
  const ids = new Map<string, number>();
  const urls = new Map<string, number>();
  const positions: number[] = [];
  const { entries } = listing;
  const changes = Object.entries(fields);
  for (let position = 0; position < entries.length; position++) {
    const entry = entries[position];
    if (position % IN_STEP === IN_STEP - 1) yield;
    if (articles.length >= most || position >= most * MOST_SECTIONS) {
      skipped.push({ position, reason: 'and all behind it are left out, being too many' });
      break;
    }
    const made = isRecord(entry) ? read(entry, listing, base, changes) : 'is not an object';
    if (typeof made === 'string') {
      skipped.push({ position, reason: made });
      continue;
    }
    const url = placeOf(made, listing);
    const article = listing.titled && ids.has(made.id) ? { ...made, id: url } : made;
    const { id } = article;
    const same = urls.get(url);
    const first = same ?? ids.get(id);
    const whole = same === undefined ? undefined : articles[same];
    if (first === undefined) {
      ids.set(id, articles.length);
      urls.set(url, articles.length);
      positions.push(position);
      articles.push(article);
    } else if (whole && listing.sections && isPart(whole, article)) {
      articles[first] = join(whole, article);
    } else {
      const key = whole ? `URL ${url}` : `id ${id}`;
      skipped.push({ position, reason: `repeats the ${key} of entry ${positions[first]}` });
    }
  }
  const { format, pages } = listing;
  const relatedTo = webAddress(listing.relatedTo, base);
  const next = webAddress(listing.next, base) ?? pageAfter(base, pages);
  return definedOnly({ format, articles, relatedTo, next, skipped });
}

/** Entries that are read in a step. */
const IN_STEP = 16;

/** What only one article of a listing can have: its address, with the title where that tells articles apart. */
function placeOf({ url, title }: Article, { sections, titled }: Listing): string {
  if (titled) return `${url} (${title})`;
  return sections ? pageOf(url) : url;
}

/** Entries per article that are read at most where the number of articles is limited. */
const MOST_SECTIONS = 20;

/**
 * The address of the next page of a list whose address counts its pages, as WordPress and Ghost do with `page=2`;
 * undefined behind the last.
 */
export function pageAfter(base: URL, pages: unknown): string | undefined {
  const next = new URL(base);
  const page = (Number(next.searchParams.get('page')) || 1) + 1;
  next.searchParams.set('page', String(page));
  return typeof pages !== 'object' && page <= Number(pages) ? next.href : undefined;
}

function read(
  entry: JsonRecord,
  { draft }: Listing,
  base: URL,
  changes: readonly [member: string, field: NonNullable<Fields[keyof Fields]>][],
): Article | string {
  const draftOfEntry = draft(entry, byNames);
  if (changes.length === 0) return toArticle(draftOfEntry, base);
  const found: Record<string, unknown> = { ...draftOfEntry };
  try {
    for (const [member, field] of changes) {
      found[member] = (typeof field === 'function' ? field(entry) : follow(entry, field)) ?? found[member];
    }
  } catch (error) {
    return `can't be read by "fields": ${String(error)}`;
  }
  return toArticle(found, base);
}

function follow(entry: JsonRecord, path: string): unknown {
  return Object.hasOwn(entry, path) ? entry[path] : own(entry, path);
}

/** An address without its fragment; routes of single-page apps (`#/a`, `#!a`) are no fragments. */
function pageOf(url: string): string {
  return url.replace(FRAGMENT, '');
}

const FRAGMENT = /#(?![/!]).*$/;

/** Whether two records of one address are pieces of the same article, and not two that claim one address. */
function isPart(whole: Article, part: Article): boolean {
  return whole.title === part.title || FRAGMENT.test(part.url) || FRAGMENT.test(whole.url);
}

/** Joins a piece to its article: the texts in their order, the rest from the page's own record or the first. */
function join(whole: Article, part: Article): Article {
  const [head, tail] = FRAGMENT.test(whole.url) && !FRAGMENT.test(part.url) ? [part, whole] : [whole, part];
  const pieces = [
    whole.text,
    part.title !== whole.title && part.title,
    part.text !== whole.text && part.text,
  ];
  const text = pieces.filter(Boolean).join('\n');
  const tags = head.tags.length > 0 ? head.tags : tail.tags;
  return { ...tail, ...head, tags, ...(text && { text }) };
}
