import { fetchDocument, type FetchedDocument, type FetchOptions } from './fetch-document.js';

/** A request that all who ask for its document share. */
interface Request {
  readonly key: string;
  readonly document: Promise<FetchedDocument>;
  /** Aborts it. */
  readonly controller: AbortController;
  /** How many wait for it. */
  waiting: number;
}

/** The requests that nobody has taken. Those that failed or were aborted are not among them. */
const requests = new Set<Request>();

/**
 * Begins a request for a document whose reader is itself still on its way: once, however many blocks ask. It is
 * aborted when all who wait have aborted.
 *
 * @param url http(s), absolute
 * @returns the document, which stays for `takeDocument`; it may be ignored, and fails as `fetchDocument` does
 */
export function prefetch(url: string, options: FetchOptions): Promise<FetchedDocument> {
  const document = wait(url, options, false);
  document.catch(() => undefined);
  return document;
}

/** Takes the document of a request that began before; fetches it if there is none. Fails as `fetchDocument` does. */
export function takeDocument(url: string, options: FetchOptions): Promise<FetchedDocument> {
  return wait(url, options, true);
}

/** Drops a prefetched document that nobody needs any more. */
export function forget(url: string, options: FetchOptions): void {
  const request = find(url, options);
  if (request) requests.delete(request);
}

function find(url: string, options: FetchOptions): Request | undefined {
  const key = keyOf(url, options);
  return [...requests].find((request) => request.key === key);
}

function keyOf(url: string, { cache, credentials, maxBytes }: FetchOptions): string {
  return [cache, credentials, maxBytes, url].join(' ');
}

async function wait(url: string, options: FetchOptions, isTaken: boolean): Promise<FetchedDocument> {
  const { signal } = options;
  signal.throwIfAborted();
  const request = find(url, options) ?? begin(url, options);
  if (isTaken) requests.delete(request);
  request.waiting++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      if (--request.waiting > 0) return;
      requests.delete(request);
      request.controller.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    // A listener that stays would keep the document's bytes in memory.
    const stay = (): void => signal.removeEventListener('abort', leave);
    request.document.then(resolve, reject).finally(stay);
  });
}

function begin(url: string, options: FetchOptions): Request {
  const controller = new AbortController();
  const { signal } = controller;
  const document = fetchDocument(url, { ...options, signal });
  const request: Request = { key: keyOf(url, options), document, controller, waiting: 0 };
  requests.add(request);
  document.catch(() => requests.delete(request));
  return request;
}
