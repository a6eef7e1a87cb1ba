import type { RelatedArticle } from '../article.js';
import { thisPage } from '../page/unshadowed.js';
import { asGuest, limited } from '../reader/guest.js';
import { webAddress } from '../reader/web-address.js';
import { askIndex, type Question } from './ask-index.js';
import { type Answer, type HiredWorker, hire } from './hired-worker.js';

/** Bytes, unpacked, up to which an index is read and ranked on the page's own thread. */
const SMALL_BYTES = 20_000;

/**
 * Where an index is read and ranked, in a worker or on the page's own thread, with what came of it to decide by, until
 * someone asks for that. It outlives the block that asked first, so it is data alone: a function would keep that block.
 */
type Workplace =
  | { readonly worker: HiredWorker; answer: Answer | undefined }
  | { readonly worker?: undefined; answer: Response | undefined };

/** Where each index is ranked, by its address and how it is loaded: the next question goes there too. */
const workplaces = new Map<string, Promise<Workplace>>();

/**
 * Asks an index where it is best read and ranked: in a worker, where it is large and the page allows one, so that the
 * page never stands still; else on the page's own thread.
 *
 * @throws as `askIndex`
 */
export async function askAtWorkplace(question: Question): Promise<RelatedArticle[]> {
  const { from, base, fields, credentials, maxBytes, fresh } = question;
  const url = webAddress(from, base);
  // Functions can't be sent to a worker, and of several sources the first is to be shown as soon as it is there.
  if (!url || fields || /\s/.test(from.trim()) || !mayHaveWorker()) return askIndex(question);
  const key = [url, credentials, maxBytes].join(' ');
  if (fresh) workplaces.delete(key);
  const workplace = workplaces.get(key) ?? chosen(url, question);
  workplaces.set(key, workplace);
  let place: Workplace;
  try {
    place = await workplace;
  } catch (error) {
    if (workplaces.get(key) === workplace) workplaces.delete(key);
    // The block that asked may have left; this one has not.
    if ((error as Error | undefined)?.name === 'AbortError') return askIndex(question);
    return askIndex({ ...question, fetch: failingOnce(error, question.fetch) });
  }
  const { worker, answer } = place;
  place.answer = undefined;
  if (worker) return worker.ask(question, answer);
  return askIndex(answer ? { ...question, fetch: takingUp(url, answer, question.fetch) } : question);
}

/** As `fetch`, but meets first what went wrong before, so that a server that is slow is not asked again. */
function failingOnce(
  error: unknown,
  fetch: Question['fetch'] = globalThis.fetch,
): NonNullable<Question['fetch']> {
  let isFirst = true;
  return (url, init) => {
    if (!isFirst) return fetch(url, init);
    isFirst = false;
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  };
}

/**
 * Whether a worker may run, as far as one can tell without trying: its script must come from the page's own origin, and
 * a page whose policy names its scripts one by one (CSP nonces) would report ours, as one would that says no in its head.
 */
function mayHaveWorker(): boolean {
  const isOurs = new URL(import.meta.url).origin === location.origin;
  if (!isOurs || typeof Worker !== 'function') return false;
  const policies = thisPage().querySelectorAll<HTMLMetaElement>(
    'script[nonce], [http-equiv="content-security-policy" i]',
  );
  // A script has no such member.
  return [...policies].every(({ content }) => content && !REFUSAL.test(content));
}

/** Says in a policy that no worker may run, or none whose address is a text. */
const REFUSAL = /(worker|child)-src +'none'|require-trusted/i;

/** Decides by the length of the index, which is loaded for that, so that either place is given what has come. */
async function chosen(url: string, question: Question): Promise<Workplace> {
  const controller = new AbortController();
  const timer = limited(controller);
  question.signal?.addEventListener('abort', () => controller.abort(question.signal?.reason));
  try {
    return await loaded(url, question, controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

async function loaded(url: string, question: Question, signal: AbortSignal): Promise<Workplace> {
  const { credentials = 'omit', fresh, maxBytes = Infinity, fetch = globalThis.fetch } = question;
  const response = await fetch(url, asGuest({ cache: fresh ? 'no-cache' : 'default', credentials, signal }));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let worker: Promise<HiredWorker | undefined> | undefined;
  // The page's own policy can't be read, but servers that send one often send it with everything.
  const isRefused = REFUSAL.test(response.headers.get('Content-Security-Policy') ?? '');
  const reader = response.ok ? response.body?.getReader() : undefined;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
    if (size > SMALL_BYTES && !isRefused) worker ??= hire();
    if (size > maxBytes) break;
  }
  void reader?.cancel();
  const hired = size > maxBytes ? undefined : await worker;
  const pages = response.headers.get('X-WP-TotalPages');
  const answer: Answer = { url, base: response.url || url, pages, bytes: chunks };
  return hired ? { worker: hired, answer } : { answer: reader ? asResponse(answer) : response };
}

/** As `fetch`, but takes up what has come already of an address. */
function takingUp(
  url: string,
  answer: Response,
  fetch: Question['fetch'] = globalThis.fetch,
): NonNullable<Question['fetch']> {
  let left: Response | undefined = answer;
  return async (address, init) => {
    const first = left;
    if (!first || address !== url) return fetch(address, init);
    left = undefined;
    return first;
  };
}

/** An answer that came, as `fetch` would give it. */
export function asResponse({ bytes, base, pages }: Answer): Response {
  const response = new Response(new Blob([...bytes]), {
    headers: pages === null ? {} : { 'X-WP-TotalPages': pages },
  });
  return Object.defineProperty(response, 'url', { value: base });
}
