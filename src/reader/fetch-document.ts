import { type IndexError, indexError } from './index-error.js';

/** How a document is asked for. */
export interface FetchOptions {
  /** `no-cache` asks the server even where the browser's cache would do. */
  readonly cache: RequestCache;
  /** Whether a server of the page's own origin is sent its cookies: `same-origin`, else `omit`. */
  readonly credentials: RequestCredentials;
  /** How long the document may be, in bytes, unpacked. */
  readonly maxBytes: number;
  /** How many of these bytes earlier pages of the same index have used up. Default 0. */
  readonly usedBytes?: number;
  /** Aborts the request. */
  readonly signal: AbortSignal;
}

/** A document as it came. */
export interface FetchedDocument {
  /** Its bytes in the pieces in which they came: to join them would hold up a page. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** In bytes. */
  readonly size: number;
  /** The address behind all redirections. */
  readonly url: string;
  /** The number of pages that the server tells in `X-WP-TotalPages`, as WordPress does. */
  readonly pages: string | null;
}

/** How long an index may be, in bytes, where its author sets no limit. */
export const DEFAULT_MAX_BYTES = 5_000_000;
/** How long a server may take, from the question to the last byte, in milliseconds. */
const LONGEST_MS = 8000;
/** How long to wait before the second attempt, in milliseconds, and at most how much longer, by chance. */
const PAUSE_MS = 300;
const JITTER_MS = 700;
/** The longest that a server's `Retry-After` is waited for, in milliseconds. */
const LONGEST_RETRY_MS = 5000;

/** Why an attempt failed. */
interface Failure {
  readonly error: IndexError;
  /** After how many milliseconds another attempt may succeed; undefined if it won't. */
  readonly pause?: number | undefined;
}

/**
 * Fetches a document. It sends no cookies unless asked to, tells other origins no path, and limits time and size. A
 * broken connection and a status of 429 or 5xx may pass: such a request is repeated once, after a moment or when the
 * server says (`Retry-After`, RFC 9110, section 10.2.3).
 *
 * @param url http(s), absolute
 * @throws IndexError if the document can't be had or is too long; the signal's reason once that is aborted
 */
export async function fetchDocument(url: string, options: FetchOptions): Promise<FetchedDocument> {
  let result = await attempt(url, options);
  if ('error' in result && result.pause !== undefined) {
    const { pause } = result;
    await new Promise((resolve) => setTimeout(resolve, pause));
    result = await attempt(url, options);
  }
  if ('error' in result) throw result.error;
  return result;
}

async function attempt(url: string, options: FetchOptions): Promise<FetchedDocument | Failure> {
  const { signal, cache, credentials, maxBytes, usedBytes = 0 } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort);
  const timer = setTimeout(abort, LONGEST_MS);
  try {
    const init = { cache, credentials, signal: controller.signal, referrerPolicy: 'same-origin' } as const;
    const response = await fetch(url, init);
    if (!response.ok) return refusal(url, response);
    const body = await readBody(response, maxBytes - usedBytes);
    if (body) return { ...body, url: response.url || url, pages: response.headers.get('X-WP-TotalPages') };
    const limit = `${maxBytes / 1e6} MB with all its pages`;
    return {
      error: indexError('format', `${url} is longer than an index may be, ${limit} (max-bytes)`, url),
    };
  } catch (cause) {
    signal.throwIfAborted();
    if (!controller.signal.aborted) return brokenConnection(url, cause);
    return { error: indexError('network', `no full answer from ${url} within ${LONGEST_MS / 1000} s`, url) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

/** All bytes of an answer; undefined if there are more than `most`. */
async function readBody(
  response: Response,
  most: number,
): Promise<Pick<FetchedDocument, 'chunks' | 'size'> | undefined> {
  // An answer without content, such as one with status 204, has no stream.
  const reader = (response.body ?? new Blob([await response.arrayBuffer()]).stream()).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      void reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return { chunks, size };
}

function refusal(url: string, { status, headers }: Response): Failure {
  const advice =
    status === 401
      ? 'credentials="same-origin" sends what the page is logged in with'
      : 'check the address in "src"';
  const error = indexError('status', `${url} answered ${status}; ${advice}`, url);
  return { error, pause: status === 429 || status >= 500 ? pauseFor(headers.get('Retry-After')) : undefined };
}

function brokenConnection(url: string, cause: unknown): Failure {
  const isMixed = url.startsWith('http:') && globalThis.location?.protocol === 'https:';
  const advice = isMixed
    ? 'a page on https can read an index on https only'
    : 'check the address in "src" and that its server allows this page (CORS)';
  const error = indexError('network', `no answer from ${url}; ${advice}`, url, { cause });
  return { error, pause: pauseFor(null) };
}

/** How long to wait before the second attempt, in milliseconds; undefined if the server asks for too long a wait. */
function pauseFor(retryAfter: string | null): number | undefined {
  const pause = PAUSE_MS + Math.random() * JITTER_MS;
  if (!retryAfter) return pause;
  const wanted = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
  return wanted > LONGEST_RETRY_MS ? undefined : Math.max(wanted, 0) + pause;
}
