import type { Article } from '../article.js';
import { DEFAULT_MAX_BYTES, type FetchedDocument, type FetchOptions } from './fetch-document.js';
import { indexError, isIndexError } from './index-error.js';
import { parseDocument } from './parse-document.js';
import {
  type ArticleIndex,
  checkUsable,
  type Fields,
  pageAfter,
  type Problem,
  readIndexInSlices,
} from './read-index.js';
import { type SharedWork, shareWork } from './shared-work.js';
import { webAddress } from '../shared/url.js';

/** How an index is to be loaded. */
export interface LoadOptions {
  /** Stops waiting; the requests are aborted once nobody waits for the index any more. */
  readonly signal?: AbortSignal;
  /** `same-origin` sends a server of the page's own origin its cookies. Default `omit`. */
  readonly credentials?: RequestCredentials;
  /** How long each source may be with all its pages, in bytes, unpacked. Default 5,000,000. */
  readonly maxBytes?: number;
  /** Whether to forget what was loaded before, and to ask the server even where the browser's cache would do. */
  readonly fresh?: boolean;
  /** Where entries say what, for documents that name things in their own way. Told apart as objects. */
  readonly fields?: Fields | undefined;
  /** Called with what has been read so far, each time a page or a source came and more is on its way. */
  readonly onPart?: (index: ArticleIndex) => void;
  /**
   * Fetches each document: `takeDocument`, or `fetchDocument`. It is handed over because one script holds the requests
   * that began before, and another script this function.
   */
  readonly fetchDocument: (url: string, options: FetchOptions) => Promise<FetchedDocument>;
}

/** An index that is loaded once for all who ask for it. */
interface SharedIndex {
  readonly key: string;
  readonly fields: Fields | undefined;
  readonly index: SharedWork<ArticleIndex>;
  readonly listeners: Set<(part: ArticleIndex) => void>;
  /** What has been read so far, until all has been. */
  part?: ArticleIndex | undefined;
  isDone: boolean;
}

/** The newest last, without those that failed or were aborted. */
let known: readonly SharedIndex[] = [];
/** How many loaded indexes are kept: a visitor of a single-page app would else collect one for each article. */
const KEPT = 4;
/** Pages of one source that are read at most, its first included. */
const MOST_PAGES = 20;
/** Articles of one source that are read at most, on all its pages together. */
const MOST_ARTICLES = 10_000;

/**
 * Loads an index, once however many ask for it. A failure is forgotten, so that the next call tries again.
 *
 * Several sources are one index: their articles in order, of those with the same URL the first. A source that can't be
 * had is reported in `skipped` as long as another gives articles. A source may have several pages: JSON Feed's
 * `next_url`, the pages that WordPress counts, and those of rarer formats.
 *
 * @param addresses URLs of the sources, http(s) only, with white space between them
 * @param base what relative addresses are resolved against
 * @throws IndexError if the index can't be had or holds nothing usable; the signal's reason once that is aborted
 */
export async function loadIndex(
  addresses: string,
  base: string,
  options: LoadOptions,
): Promise<ArticleIndex> {
  const { signal, fresh = false, fields, onPart } = options;
  const { credentials = 'omit', maxBytes = DEFAULT_MAX_BYTES } = options;
  signal?.throwIfAborted();
  const urls = addresses
    .trim()
    .split(/\s+/)
    .map((address) => webAddress(address, base) ?? address);
  const key = [...urls, credentials, maxBytes].join(' ');
  let shared = known.find((each) => each.fields === fields && each.key === key);
  if (shared && fresh) forget(shared);
  if (!shared || fresh) {
    const cache = fresh ? 'no-cache' : 'default';
    shared = begin(key, urls, { cache, credentials, maxBytes, fields, fetchDocument: options.fetchDocument });
  }
  const { index, listeners, part } = shared;
  if (!onPart) return index.wait(signal);
  listeners.add(onPart);
  if (part) onPart(part);
  return index.wait(signal).finally(() => listeners.delete(onPart));
}

/** How the sources of an index are read. */
interface SourceOptions
  extends
    Pick<FetchOptions, 'cache' | 'credentials' | 'maxBytes'>,
    Pick<LoadOptions, 'fields' | 'fetchDocument'> {}

function begin(key: string, urls: readonly string[], options: SourceOptions): SharedIndex {
  const listeners: SharedIndex['listeners'] = new Set();
  const onPart = (part: ArticleIndex): void => {
    shared.part = part;
    for (const listener of listeners) listener(part);
  };
  const drop = (): void => forget(shared);
  const index = shareWork((signal) => readSources(urls, options, signal, onPart), drop);
  const shared: SharedIndex = { key, fields: options.fields, index, listeners, isDone: false };
  known = [...known, shared];
  index.result.then(() => keep(shared), drop);
  return shared;
}

/** Keeps a loaded index, as one of the newest. */
function keep(shared: SharedIndex): void {
  shared.isDone = true;
  shared.part = undefined;
  const done = known.filter(({ isDone }) => isDone);
  for (const old of done.slice(0, -KEPT)) forget(old);
}

function forget(shared: SharedIndex): void {
  known = known.filter((other) => other !== shared);
}

/**
 * Reads all sources at the same time.
 *
 * @param urls where each source begins
 */
async function readSources(
  urls: readonly string[],
  options: SourceOptions,
  signal: AbortSignal,
  onPart: (part: ArticleIndex) => void,
): Promise<ArticleIndex> {
  const sources: ArticleIndex[][] = urls.map(() => []);
  const errors: unknown[] = [];
  let unfinished = urls.length;
  const readSource = async (url: string, at: number): Promise<void> => {
    const pages = sources[at]!;
    try {
      await readPages(url, options, signal, (page, isLast) => {
        pages.push(page);
        if (isLast) unfinished--;
        const part = unfinished > 0 && merge(sources);
        if (part && part.articles.length > 0) onPart(part);
      });
    } catch (error) {
      unfinished--;
      errors[at] = error;
      pages.push({ articles: [], skipped: [{ url, reason: reasonOf(error) }] });
    }
  };
  await Promise.all(urls.map(readSource));
  const index = merge(sources);
  const error = errors.find(Boolean);
  if (error && index.articles.length === 0) throw error;
  checkUsable(index, urls.join(' '));
  return index;
}

function reasonOf(error: unknown): string {
  return isIndexError(error) ? error.message.replace(/^related-articles: /, '') : String(error);
}

/**
 * Reads a source page by page, up to its last page, a page that leads back to one that was read, or a limit.
 *
 * @param start where the source begins
 * @throws IndexError if a page can't be had
 */
async function readPages(
  start: string,
  { fields, fetchDocument, ...options }: SourceOptions,
  signal: AbortSignal,
  onPage: (page: ArticleIndex, isLast: boolean) => void,
): Promise<void> {
  if (!webAddress(start, start)) {
    const advice = start.startsWith('file:') ? '; open the page through a web server' : '';
    throw indexError('address', `src="${start}" is not an http(s) address${advice}`, start);
  }
  const seen = new Set<string>();
  let usedBytes = 0;
  let room = MOST_ARTICLES;
  let pageCount = 0;
  for (let following: string | undefined = start; following !== undefined;) {
    const url: string = following;
    const document = await fetchDocument(url, { ...options, usedBytes, signal });
    const json = await parseDocument(document, url);
    const { next = pageAfter(new URL(document.url), document.pages), ...index } = await readIndexInSlices(
      json,
      document.url,
      { fields, most: room },
    );
    usedBytes += document.size;
    room -= index.articles.length;
    pageCount++;
    seen.add(url).add(document.url);
    const problem =
      next && (seen.has(next) ? 'leads back to a page before it' : limitReached(pageCount, room));
    following = problem ? undefined : next;
    const problems: readonly Problem[] = problem ? [...index.skipped, { reason: problem }] : index.skipped;
    onPage({ ...index, skipped: problems.map((each) => ({ ...each, url })) }, following === undefined);
  }
}

/** Why a source that has more pages is not read further; undefined if it is. */
function limitReached(pageCount: number, room: number): string | undefined {
  if (room <= 0) return `has more than ${MOST_ARTICLES} articles; the rest is not read`;
  return pageCount < MOST_PAGES ? undefined : `has more than ${MOST_PAGES} pages; the rest is not read`;
}

/**
 * Makes one index of several: of articles with the same URL, or of one source with the same id, the first. Articles
 * of one document may share a URL: its reader knows better, as forums tell their topics apart by title.
 */
function merge(sources: readonly (readonly ArticleIndex[])[]): ArticleIndex {
  const articles: Article[] = [];
  const [ids, urls] = [new Set<string>(), new Set<string>()];
  for (const pages of sources) {
    const idsBefore = new Set(ids);
    for (const page of pages) {
      for (const article of page.articles) {
        // Sites number their articles from 1, so two sources may give one id to different articles.
        const id = idsBefore.has(article.id) ? article.url : article.id;
        if (urls.has(article.url) || ids.has(id)) continue;
        articles.push(id === article.id ? article : { ...article, id });
        ids.add(id);
      }
      for (const { url } of page.articles) urls.add(url);
    }
  }
  const indexes = sources.flat();
  const ranked = indexes.find(({ relatedTo }) => relatedTo);
  return { ...(ranked ?? indexes[0]), articles, skipped: indexes.flatMap(({ skipped }) => skipped) };
}
