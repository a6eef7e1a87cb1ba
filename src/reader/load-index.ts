import type { ArticleIndex, Fields } from './article-index.js';
import type { DownloadOptions } from './download.js';
import { readSources } from './sources.js';
import { webAddress } from '../shared/url.js';

/** How an index is to be loaded. */
export interface LoadOptions {
  /** Stops waiting; the request is aborted once nobody waits for it any more. */
  readonly signal?: AbortSignal;
  /** `same-origin` sends a server of the page's own origin its cookies; default `omit`. */
  readonly credentials?: RequestCredentials;
  /** How long each source may be with all its pages, in bytes, unpacked; default 5,000,000. */
  readonly maxBytes?: number;
  /** Forgets what was loaded before, and asks the server even where the browser's cache would do. */
  readonly fresh?: boolean;
  /** Where entries say what, for documents that name things in their own way; told apart as objects. */
  readonly fields?: Fields;
  /** Called with what has been read so far, each time another page or source came and more is on its way. */
  readonly onPart?: (index: ArticleIndex) => void;
  /** Asks for the documents, in place of the platform's own `fetch`. */
  readonly fetch?: DownloadOptions['fetch'];
}

/** One request for an index, shared by all who wait for it. */
interface Request {
  readonly key: string;
  readonly fields: Fields | undefined;
  readonly index: Promise<ArticleIndex>;
  readonly controller: AbortController;
  readonly listeners: Set<(index: ArticleIndex) => void>;
  part?: ArticleIndex;
  waiting: number;
  done: boolean;
}

/** The newest last. Those that failed or were aborted are taken out, and all but a few that are done. */
let requests: readonly Request[] = [];
/** Indexes kept for the next block: a visitor of a single-page app would else collect one per article. */
const KEPT = 4;
const MOST_BYTES = 5_000_000;

/**
 * Loads an index, once however many ask for it. A failure is forgotten, so that the next call tries again.
 *
 * Several sources are one index: their articles in order, of those with the same URL the first. One that can't be
 * had is reported in `skipped` as long as another gives articles.
 *
 * @param addresses URLs of the index, http(s) only, with white space between them
 * @param base what relative addresses are resolved against
 * @throws IndexError where the index can't be had or holds nothing usable; the signal's reason once that is aborted
 */
export async function loadIndex(
  addresses: string,
  base: string,
  options: LoadOptions = {},
): Promise<ArticleIndex> {
  const { signal, fresh = false, fields, onPart, fetch } = options;
  const { credentials = 'omit', maxBytes = MOST_BYTES } = options;
  signal?.throwIfAborted();
  const urls = addresses
    .trim()
    .split(/\s+/)
    .map((address) => webAddress(address, base) ?? address);
  const key = [...urls, credentials, maxBytes].join(' ');
  const known = requests.find((request) => request.fields === fields && request.key === key);
  if (fresh && known) forget(known);
  const cache = fresh ? 'no-cache' : 'default';
  const request = known && !fresh ? known : start(key, urls, fields, { cache, credentials, maxBytes, fetch });
  request.waiting++;
  if (onPart) request.listeners.add(onPart);
  if (request.part && !request.done) onPart?.(request.part);
  return new Promise((resolve, reject) => {
    // What an index keeps of those who asked would keep them alive.
    const stay = (): void => {
      signal?.removeEventListener('abort', leave);
      if (onPart) request.listeners.delete(onPart);
    };
    const leave = (): void => {
      reject(signal?.reason);
      stay();
      request.waiting--;
      if (request.waiting > 0 || request.done) return;
      forget(request);
      request.controller.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    request.index.then(resolve, reject).finally(stay);
  });
}

function start(
  key: string,
  urls: readonly string[],
  fields: Fields | undefined,
  options: Omit<DownloadOptions, 'signal'>,
): Request {
  const controller = new AbortController();
  const listeners: Request['listeners'] = new Set();
  const index = readSources(urls, { ...options, signal: controller.signal }, fields, (part) => {
    request.part = part;
    for (const listener of listeners) listener(part);
  });
  const request: Request = {
    key,
    fields,
    index,
    controller,
    listeners,
    waiting: 0,
    done: false,
  };
  requests = [...requests, request];
  index.then(
    () => keep(request),
    () => forget(request),
  );
  return request;
}

function forget(request: Request): void {
  requests = requests.filter((other) => other !== request);
}

/** Keeps an index that has come, among the newest. */
function keep(request: Request): void {
  request.done = true;
  const finished = requests.filter(({ done: isDone }) => isDone);
  for (const old of finished.slice(0, -KEPT)) forget(old);
}
