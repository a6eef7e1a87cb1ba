import type { ArticleIndex } from './article-index.js';
import { asGuest, bytesOf, limited } from './guest.js';
import { readNeighbours } from './neighbours-feed.js';

/** How a request is to begin. */
export type Beginning = Pick<RequestInit, 'cache' | 'credentials'> & { readonly signal: AbortSignal };

/** A request that began before its reader was there. */
interface HeadStart {
  readonly answer: Promise<Response>;
  readonly controller: AbortController;
  /** Ends the wait, unless someone with a limit of his own takes it up. */
  readonly timer: ReturnType<typeof setTimeout>;
  waiting: number;
  neighbours?: Promise<ArticleIndex | undefined>;
}

const underWay = new Map<string, HeadStart>();

/**
 * Asks for a document whose reader is still on its way itself; once, however many wait for it. It is broken off when
 * none of them does any more.
 *
 * @param url http(s), absolute
 */
export function begin(url: string, options: Beginning): HeadStart {
  const key = keyOf(url, options);
  const start = underWay.get(key) ?? request(url, options);
  underWay.set(key, start);
  start.waiting++;
  options.signal.addEventListener('abort', () => {
    if (--start.waiting > 0 || underWay.get(key) !== start) return;
    underWay.delete(key);
    start.controller.abort();
  });
  return start;
}

function keyOf(url: string, { credentials }: RequestInit): string {
  return `${credentials} ${url}`;
}

function request(url: string, options: Beginning): HeadStart {
  const controller = new AbortController();
  const { signal } = controller;
  // Not every browser tells the reason.
  const ask = async (): Promise<Response> => fetch(url, asGuest({ ...options, signal }));
  const answer = ask().catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
  const timer = limited(controller);
  // Whoever takes it up is told.
  answer.catch(() => undefined);
  return { answer, controller, timer, waiting: 0 };
}

/** As `fetch`, but takes up what began before. */
export async function takeUp(url: string, options: RequestInit): Promise<Response> {
  const key = keyOf(url, options);
  const start = underWay.get(key);
  if (!start) return fetch(url, options);
  underWay.delete(key);
  clearTimeout(start.timer);
  options.signal?.addEventListener('abort', () => start.controller.abort());
  return start.answer;
}

/**
 * The index at an address, where it is one of ranked neighbours that need no cleaning; undefined for any other, of which
 * the answer is left for `takeUp`.
 *
 * @throws the signal's reason once that is aborted
 */
export async function neighboursAt(url: string, options: Beginning): Promise<ArticleIndex | undefined> {
  const key = keyOf(url, options);
  const start = begin(url, options);
  start.neighbours ??= start.answer.then(read).catch(() => undefined);
  const index = await start.neighbours;
  options.signal.throwIfAborted();
  if (index && underWay.get(key) === start) underWay.delete(key);
  return index;
}

async function read(answer: Response): Promise<ArticleIndex | undefined> {
  const bytes = answer.ok ? await bytesOf(answer.clone(), MOST_BYTES) : undefined;
  // A `Blob` would do the same by way of another process.
  const decoder = new TextDecoder();
  const text = bytes?.map((piece) => decoder.decode(piece, { stream: true })).join('');
  return text ? readNeighbours(text, answer.url) : undefined;
}

/** Bytes of neighbours at most; a dozen of them have some five thousand. */
const MOST_BYTES = 500_000;
