import { asGuest, type Bytes, bytesOf, limited, LONGEST_MS } from './guest.js';
import { IndexError } from './index-error.js';

/** How documents are asked for. */
export interface DownloadOptions {
  /** `no-cache` asks the server even where the browser's cache would do. */
  readonly cache: RequestCache;
  /** Whether a server of the page's own origin is sent its cookies: `same-origin`, else `omit`. */
  readonly credentials: RequestCredentials;
  /** How long an index may be with all its pages, in bytes, unpacked. */
  readonly maxBytes: number;
  /** Breaks it off. */
  readonly signal: AbortSignal;
  /** Asks in place of the platform's own `fetch`. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Told how many bytes of a document have come, each time some have. */
  readonly onBytes?: (size: number) => void;
}

/** A document as it came. */
export interface Download {
  readonly bytes: Bytes;
  /** Where it really is, behind all redirections. */
  readonly base: string;
  /** What the server says of the number of pages, as WordPress does in `X-WP-TotalPages`. */
  readonly pages: string | null;
}

/** How long to wait before the second question, in milliseconds: from, to. */
const PAUSE_MS = [300, 1000] as const;
/** The longest that a server's `Retry-After` is waited for, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Fetches a document as a guest should: no cookies unless they are asked for, other origins learn no path, and there
 * is a limit to time and length. What may be a passing fault, a broken connection or a status of 429 or 5xx, is asked
 * for once more, after a moment, or when the server says (RFC 9110, section 10.2.3).
 *
 * @param before how many bytes of the index came before, which count too
 * @throws IndexError where it can't be had or is too long; the signal's reason once that is aborted
 */
export async function download(url: string, options: DownloadOptions, before = 0): Promise<Download> {
  try {
    return await attempt(url, options, before);
  } catch (error) {
    const pause = pauseAfter(error);
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    options.signal.throwIfAborted();
    return attempt(url, options, before);
  }
}

/** A status that is no success. */
class Refusal extends IndexError {
  readonly status: number;
  readonly retryAfter: string | null;

  constructor({ status, headers }: Response, url: string) {
    const advice =
      status === 401
        ? 'credentials="same-origin" sends what the page is logged in with'
        : 'check the address in "src"';
    super('status', `${url} answered ${status}; ${advice}`, url);
    this.status = status;
    this.retryAfter = headers.get('Retry-After');
  }
}

/** A connection that did not come about, or broke. */
class Break extends IndexError {
  constructor(url: string, cause: unknown) {
    const isRefused = url.startsWith('http:') && globalThis.location?.protocol === 'https:';
    const advice = isRefused
      ? 'a page on https can read an index on https only'
      : 'check the address in "src" and that its server allows this page (CORS)';
    super('network', `no answer from ${url}; ${advice}`, url, { cause });
  }
}

/** How long to wait before asking again, in milliseconds; undefined where that is of no use. */
function pauseAfter(error: unknown): number | undefined {
  const [least, most] = PAUSE_MS;
  const jitter = least + Math.random() * (most - least);
  if (error instanceof Break) return jitter;
  if (!(error instanceof Refusal) || (error.status !== 429 && error.status < 500)) return undefined;
  const { retryAfter } = error;
  if (!retryAfter) return jitter;
  const wanted = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
  return wanted > PATIENCE_MS ? undefined : Math.max(wanted, 0) + jitter;
}

async function attempt(url: string, options: DownloadOptions, before: number): Promise<Download> {
  const { signal, cache, credentials, maxBytes, onBytes, fetch = globalThis.fetch } = options;
  const controller = new AbortController();
  const stop = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const timer = limited(controller);
  try {
    const response = await fetch(url, asGuest({ cache, credentials, signal: controller.signal }));
    if (!response.ok) throw new Refusal(response, url);
    const bytes = await bytesOf(response, maxBytes - before, onBytes);
    if (!bytes) {
      const limit = `${maxBytes / 1e6} MB with all its pages`;
      throw new IndexError('format', `${url} is longer than an index may be, ${limit} (max-bytes)`, url);
    }
    return { bytes, base: response.url || url, pages: response.headers.get('X-WP-TotalPages') };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof IndexError) throw cause;
    const isSlow = controller.signal.aborted || (cause as Error | undefined)?.name === 'TimeoutError';
    if (!isSlow) throw new Break(url, cause);
    throw new IndexError('network', `no full answer from ${url} within ${LONGEST_MS / 1000} s`, url);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    controller.abort();
  }
}
