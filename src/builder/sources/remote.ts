import { toError } from '../../shared/error.js';
import { parseWebUrl } from '../../shared/url.js';
import { BuildError, codeOf } from '../build-error.js';
import type { SourceOptions } from '../options.js';
import { decodeText } from './text-encoding.js';

/** An answer from the web. */
export interface Answer {
  /** Where it came from, behind all redirections. */
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The bytes as text, in the encoding that they are in. */
  readonly text: string;
}

/** A document could not be had from the web. */
export class RequestError extends BuildError {
  /** Why, and what to do, as a clause: `answered 404; check the address`. */
  readonly reason: string;

  /** @param what the subject of the clause: an address */
  constructor(what: string, reason: string, options?: ErrorOptions) {
    super(`${what} ${reason}`, options);
    this.reason = reason;
  }
}

/** Bytes of one answer: ten times the largest feed that we know. */
const LARGEST_ANSWER = 50_000_000;
/** How long an answer may take by default. */
export const PATIENCE_MS = 30_000;

/** Whether a source is a URL rather than a file or folder. */
export function isRemote(source: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(source);
}

/**
 * Requests a document by http(s). It limits time and size.
 *
 * @throws RequestError if there is no usable answer
 * @throws the signal's reason once it is aborted
 */
export async function request(address: string, options: SourceOptions = {}): Promise<Answer> {
  const url = webUrl(address);
  const limit = AbortSignal.timeout(options.timeout ?? PATIENCE_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    const response = await fetch(url, {
      signal,
      headers: { accept: '*/*', 'user-agent': 'related-articles' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new RequestError(url, `answered ${response.status}; ${advice(response.status)}`);
    }
    const bytes = await read(response, url);
    const charset = /charset=([^;]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
    const text = decodeText(bytes, charset);
    return { url: response.url || url, headers: response.headers, bytes, text };
  } catch (cause) {
    if (cause instanceof RequestError) throw cause;
    options.signal?.throwIfAborted();
    throw new RequestError(url, failure(cause, limit), { cause });
  }
}

function webUrl(address: string): string {
  const url = parseWebUrl(address);
  if (!url) {
    throw new RequestError(address, 'is not an http(s) address; name one, or a file or folder');
  }
  if (url.username || url.password) {
    throw new RequestError(`the address of ${url.host}`, 'has a user name or password; remove it');
  }
  return url.href;
}

async function read(response: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) {
      throw new RequestError(url, 'is larger than 50 MB; name a feed or sitemap that holds less');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function advice(status: number): string {
  if (status === 401 || status === 403) return 'it must be public: the command sends no password';
  if (status === 404 || status === 410) return 'check the address';
  return 'the server has an error; try again later';
}

/** Why there was no answer and what to do, as a clause. */
function failure(cause: unknown, limit: AbortSignal): string {
  if (limit.aborted) return 'did not answer in time; try again later or allow more with --timeout SECONDS';
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const message = toError(reason).message;
  const code = codeOf(reason);
  if (/redirect count/i.test(message))
    return 'redirects in a circle; name the address that a browser shows in the end';
  if (/url scheme must/i.test(message))
    return 'redirects to an address that is not http(s); check the address';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has an unknown host; check the address';
  if (code === 'ECONNREFUSED') return 'refuses the connection; check that the server runs';
  return `gave no answer: ${message || code || 'the connection broke'}; try again later`;
}
