import { IndexError } from './index-error.js';
import type { ArticleIndex } from './read-index.js';
import { usableIndex } from './usable-index.js';
import { webAddress } from './web-address.js';

/** One request for an index, shared by all who wait for it. */
interface Request {
  readonly index: Promise<ArticleIndex>;
  readonly controller: AbortController;
  waiting: number;
  done: boolean;
}

/** By URL, the newest last. Those that failed or were aborted are taken out, and all but a few that are done. */
const requests = new Map<string, Request>();
/** Indexes kept for the next block: a visitor of a single-page app would else collect one per article. */
const KEPT = 4;

/**
 * Loads an index, once per URL however many ask for it. A failure is forgotten, so that the next call tries again.
 *
 * @param address URL of the index, http(s) only
 * @param base what a relative address is resolved against
 * @param options.signal stops waiting; the request is aborted once nobody waits for it any more
 * @param options.fresh forgets what was loaded before, and asks the server even where the browser's cache would do
 * @throws IndexError where the index can't be had or holds nothing usable; the signal's reason once that is aborted
 */
export async function loadIndex(
  address: string,
  base: string,
  { signal, fresh = false }: { signal?: AbortSignal; fresh?: boolean } = {},
): Promise<ArticleIndex> {
  const url = webAddress(address, base);
  if (!url) throw new IndexError('address', `src="${address}" is not an http(s) address`, address);
  signal?.throwIfAborted();
  if (fresh) requests.delete(url);
  const request = requests.get(url) ?? start(url, fresh ? 'no-cache' : 'default');
  request.waiting++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal?.reason);
      request.waiting--;
      if (request.waiting > 0 || request.done) return;
      forget(url, request);
      request.controller.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    const stay = (): void => signal?.removeEventListener('abort', leave);
    request.index.then(resolve, reject).finally(stay);
  });
}

function start(url: string, cache: RequestCache): Request {
  const controller = new AbortController();
  const index = fetchIndex(url, { cache, signal: controller.signal });
  const request: Request = { index, controller, waiting: 0, done: false };
  requests.set(url, request);
  index.then(
    () => keep(request),
    () => forget(url, request),
  );
  return request;
}

function forget(url: string, request: Request): void {
  if (requests.get(url) === request) requests.delete(url);
}

/** Keeps an index that has come, among the newest. */
function keep(request: Request): void {
  request.done = true;
  const finished = [...requests].filter(([, { done: isDone }]) => isDone);
  for (const [url] of finished.slice(0, -KEPT)) requests.delete(url);
}

async function fetchIndex(url: string, options: RequestInit): Promise<ArticleIndex> {
  try {
    const response = await fetch(url, options);
    if (!response.ok) {
      throw new IndexError('status', `${url} answered ${response.status}; check the address in "src"`, url);
    }
    // Relative addresses belong to where the index really is, behind all redirections.
    return usableIndex(parse(await response.text(), url), response.url || url, url);
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    const message = `no answer from ${url}; check the address in "src" and that its server allows this page (CORS)`;
    throw new IndexError('network', message, url, { cause });
  }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = /^\s*</.test(text) ? 'HTML or XML' : text.trim() === '' ? 'nothing' : 'broken JSON';
    throw new IndexError('format', `${url} holds ${found}, expected a JSON article index`, url, { cause });
  }
}
