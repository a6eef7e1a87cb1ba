import type { Article, RelatedArticle } from '../article.js';
import { IndexError, type IndexErrorCode } from '../reader/index-error.js';
import type { Question } from './ask-index.js';

/** A document that has come already. */
export interface Answer {
  readonly url: string;
  /** Where it really is, behind all redirections. */
  readonly base: string;
  /** What the server says of the number of pages. */
  readonly pages: string | null;
  /** In the pieces in which it came. */
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
}

/** A question in a form that can be sent. */
export interface Asked extends Pick<
  Question,
  'from' | 'base' | 'named' | 'chosen' | 'language' | 'orRecent' | 'credentials' | 'maxBytes' | 'fresh'
> {
  /** The index, where it has come already. */
  readonly answer: Answer | undefined;
  readonly page: { readonly base: string; readonly addresses: readonly string[]; readonly article: Article };
}

/** What is sent to a worker: a question, or that its answer is no longer wanted. */
export type Message = { readonly id: number } & ({ readonly asked: Asked } | { readonly stop: true });

/** What a worker sends: that it is there, or what came of a question. */
export type Reply =
  | 'ready'
  | ({ readonly id: number } & (
      | { readonly early: RelatedArticle[] }
      | { readonly related: RelatedArticle[] }
      | { readonly failure: Failure }
    ));

/** An error in a form that can be sent. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: IndexErrorCode;
  readonly url?: string;
}

/** How long a worker may take to start, in milliseconds. */
const PATIENCE_MS = 3000;

let hired: Promise<HiredWorker | undefined> | undefined;

/** The page's one worker; undefined where none may run. */
export async function hire(): Promise<HiredWorker | undefined> {
  return (hired ??= started());
}

async function started(): Promise<HiredWorker | undefined> {
  try {
    const worker = new Worker(new URL('./ranking-worker.js', import.meta.url), { type: 'module' });
    const isReady = await new Promise<boolean>((resolve) => {
      worker.addEventListener('message', () => resolve(true), { once: true });
      worker.addEventListener('error', () => resolve(false), { once: true });
      setTimeout(resolve, PATIENCE_MS, false);
    });
    if (isReady) return new HiredWorker(worker);
    worker.terminate();
  } catch {
    // The page allows none.
  }
  return undefined;
}

/** A worker that ranks. */
export class HiredWorker {
  readonly #worker: Worker;
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Asks a question as `askIndex` does. @param answer the index, where it has come already */
  async ask(question: Question, answer: Answer | undefined): Promise<RelatedArticle[]> {
    const { facts, signal, onEarly } = question;
    const page = await facts();
    signal?.throwIfAborted();
    const id = ++this.#lastId;
    const send = (message: Message, passed: Transferable[] = []): void =>
      this.#worker.postMessage(message, passed);
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      const end = <T>(settle: (value: T) => void, value: T): void => {
        listening.abort();
        settle(value);
      };
      const hear = ({ data }: MessageEvent<Reply>): void => {
        if (data === 'ready' || data.id !== id) return;
        if ('early' in data) onEarly(data.early);
        else if ('related' in data) end(resolve, data.related);
        else end(reject, errorOf(data.failure));
      };
      const stop = (): void => {
        send({ id, stop: true });
        end(reject, signal?.reason);
      };
      this.#worker.addEventListener('message', hear, { signal: listening.signal });
      signal?.addEventListener('abort', stop, { signal: listening.signal });
      // Copying a large index would hold the page up.
      const passed = new Set(answer?.bytes.map(({ buffer }) => buffer));
      send({ id, asked: asked(question, answer, { ...page, article: page.article() }) }, [...passed]);
    });
  }
}

function asked(question: Question, answer: Answer | undefined, page: Asked['page']): Asked {
  const { from, base, named, chosen, language, orRecent, credentials, maxBytes, fresh } = question;
  const load = {
    ...(credentials && { credentials }),
    ...(maxBytes && { maxBytes }),
    ...(fresh && { fresh }),
  };
  return { from, base, named, chosen, language, orRecent, answer, page, ...load };
}

function errorOf({ name, message, code, url }: Failure): Error {
  if (!code) return Object.assign(new Error(message), { name });
  return new IndexError(code, message.replace(/^related-articles: /, ''), url ?? '');
}
