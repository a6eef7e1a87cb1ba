import { fetchDocument, type FetchedDocument, type FetchOptions } from './fetch-document.js';
import { type SharedWork, shareWork } from './shared-work.js';

/** The requests whose documents nobody has taken, without those that failed or were aborted. */
const requests = new Map<string, SharedWork<FetchedDocument>>();

/**
 * Begins a request for a document whose reader is itself still on its way: once, however many blocks ask. It is
 * aborted when all who wait have aborted, and a document that has come is dropped when one of them aborts.
 *
 * @param url http(s), absolute
 * @returns the document, which stays for `takeDocument`; it may be ignored, and fails as `fetchDocument` does
 */
export function prefetch(url: string, options: FetchOptions): Promise<FetchedDocument> {
  const document = ask(url, options, false);
  document.catch(() => undefined);
  // Nobody may come to take a document that has come already.
  options.signal.addEventListener('abort', () => forget(url, options), { once: true });
  return document;
}

/** Takes the document of a request that began before; fetches it if there is none. Fails as `fetchDocument` does. */
export function takeDocument(url: string, options: FetchOptions): Promise<FetchedDocument> {
  return ask(url, options, true);
}

async function ask(url: string, options: FetchOptions, isTaken: boolean): Promise<FetchedDocument> {
  const { signal } = options;
  signal.throwIfAborted();
  const key = keyOf(url, options);
  const request = requests.get(key) ?? begin(key, url, options);
  if (isTaken) requests.delete(key);
  return request.wait(signal);
}

/** Drops a prefetched document that nobody needs any more. */
export function forget(url: string, options: FetchOptions): void {
  requests.delete(keyOf(url, options));
}

function keyOf(url: string, { cache, credentials, maxBytes }: FetchOptions): string {
  return [cache, credentials, maxBytes, url].join(' ');
}

function begin(key: string, url: string, options: FetchOptions): SharedWork<FetchedDocument> {
  const drop = (): void => {
    if (requests.get(key) === request) requests.delete(key);
  };
  const request = shareWork((signal) => fetchDocument(url, { ...options, signal }), drop);
  request.result.catch(drop);
  requests.set(key, request);
  return request;
}
