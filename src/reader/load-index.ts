import { IndexError } from './index-error.js';
import { type ArticleIndex, readIndex } from './read-index.js';
import { webAddress } from './web-address.js';

/** One request for an index, shared by all who wait for it. */
interface Request {
  readonly index: Promise<ArticleIndex>;
  readonly controller: AbortController;
  waiting: number;
  done: boolean;
}

/** By URL; requests that failed or were aborted are taken out. */
const requests = new Map<string, Request>();

/**
 * Loads an index, once per URL however many ask for it. A failure is forgotten, so that the next call tries again.
 *
 * @param address URL of the index, http(s) only
 * @param base what a relative address is resolved against
 * @param options.signal stops waiting; the request is aborted once nobody waits for it any more
 * @param options.fresh forgets what was loaded before
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
  const request = requests.get(url) ?? start(url);
  const leave = (): void => {
    request.waiting--;
    if (request.waiting > 0 || request.done) return;
    forget(url, request);
    request.controller.abort();
  };
  request.waiting++;
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await request.index;
  } finally {
    signal?.removeEventListener('abort', leave);
    signal?.throwIfAborted();
  }
}

function start(url: string): Request {
  const controller = new AbortController();
  const request: Request = { index: fetchIndex(url, controller.signal), controller, waiting: 0, done: false };
  requests.set(url, request);
  request.index.then(
    () => (request.done = true),
    () => forget(url, request),
  );
  return request;
}

function forget(url: string, request: Request): void {
  if (requests.get(url) === request) requests.delete(url);
}

async function fetchIndex(url: string, signal: AbortSignal): Promise<ArticleIndex> {
  const index = readIndex(parse(await fetchText(url, signal), url), url);
  const [problem] = index.skipped;
  if (index.articles.length > 0 || !problem) return index;
  const entry = problem.position === undefined ? '' : `entry ${problem.position} `;
  throw new IndexError('format', `${url} holds no usable article: ${entry}${problem.reason}`, url);
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    if (response.ok) return await response.text();
    throw new IndexError('status', `${url} answered ${response.status}; check the address in "src"`, url);
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
