import type { Article, Discussion } from '../article.js';
import { urlOf } from './article-key.js';
import type { CountsProvider } from './counts-provider.js';
import { toDiscussion } from './discussion.js';

/** What came of asking. */
export interface Counted {
  /** By article; those of which nothing is known are not in it. */
  readonly discussions: ReadonlyMap<Article, Discussion>;
  /** Why some or all of them are not known, where that is a failure. */
  readonly error?: Error;
}

/** Keys that are asked for together. */
interface Batch {
  readonly keys: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, Discussion>>;
}

/** How long a batch waits for further keys, of other blocks on the page. */
const GATHERING_MS = 50;
/** How long one request may take. */
const PATIENCE_MS = 3000;
/** How long an answer holds, and a failure is not tried again. */
const KEPT_MS = 60_000;
/** Requests under way at once. */
const LANES = 6;
const BATCH = 50;

/** Asks one comment system for counts, in batches, each article once for all who want to know. */
export class Counter {
  readonly #provider: CountsProvider;
  readonly #patience: number;
  readonly #answers = new Map<string, { readonly since: number; readonly answer: Promise<unknown> }>();
  readonly #lanes: Promise<unknown>[] = [];
  #batch: Batch | undefined;
  #batches = 0;
  #failure: { readonly since: number; readonly error: Error } | undefined;

  /** @param patience how long one request may take, in milliseconds */
  constructor(provider: CountsProvider, patience = PATIENCE_MS) {
    this.#provider = provider;
    this.#patience = patience;
  }

  /** What the system knows an article by; undefined where it knows it by nothing. */
  key(article: Article): string | undefined {
    const key = this.#provider.key ? this.#provider.key(article) : urlOf(article);
    return typeof key === 'string' && key !== '' ? key : undefined;
  }

  /** Asks for the discussions of articles. Never rejects. */
  async count(articles: readonly Article[]): Promise<Counted> {
    const discussions = new Map<Article, Discussion>();
    let error: Error | undefined;
    const ask = async (article: Article): Promise<void> => {
      try {
        const key = this.key(article);
        const discussion = key === undefined ? undefined : await this.#answer(key);
        if (discussion) discussions.set(article, discussion);
      } catch (cause) {
        error ??= cause instanceof Error ? cause : new Error(String(cause));
      }
    };
    await Promise.all(articles.map(ask));
    return { discussions, ...(error && { error }) };
  }

  /** Forgets all answers and failures. */
  forget(): void {
    this.#answers.clear();
    this.#failure = undefined;
  }

  #answer(key: string): Promise<Discussion | undefined> {
    const known = this.#answers.get(key);
    if (known && isRecent(known)) return known.answer as Promise<Discussion | undefined>;
    const { batch: most = BATCH } = this.#provider;
    if (!this.#batch || this.#batch.keys.size >= most) this.#batch = this.#open();
    const { keys, answer } = this.#batch;
    keys.add(key);
    const own = answer.then((counts) => counts.get(key));
    this.#answers.set(key, { since: Date.now(), answer: own });
    own.catch(() => this.#answers.delete(key));
    return own;
  }

  #open(): Batch {
    const keys = new Set<string>();
    const lane = this.#batches++ % LANES;
    const before = this.#lanes[lane];
    const send = async (): Promise<ReadonlyMap<string, Discussion>> => {
      await new Promise((resolve) => setTimeout(resolve, GATHERING_MS));
      if (this.#batch?.keys === keys) this.#batch = undefined;
      await before;
      return this.#send([...keys]);
    };
    const answer = send();
    this.#lanes[lane] = answer.catch(() => undefined);
    return { keys, answer };
  }

  async #send(keys: readonly string[]): Promise<ReadonlyMap<string, Discussion>> {
    if (this.#failure && isRecent(this.#failure)) throw this.#failure.error;
    try {
      const counts = await this.#inTime((signal) => this.#provider.fetch(keys, { signal }));
      const given = counts instanceof Map ? counts : new Map(Object.entries(counts));
      const missing = this.#provider.missingIsZero ? 0 : undefined;
      return new Map(
        keys.flatMap((key) => {
          const discussion = toDiscussion(given.has(key) ? given.get(key) : missing);
          return discussion ? [[key, discussion]] : [];
        }),
      );
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      this.#failure = { since: Date.now(), error };
      throw error;
    }
  }

  /** Waits no longer than is allowed, also for what does not heed the signal. */
  #inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const error = new Error(`no answer within ${this.#patience / 1000} s`);
        reject(error);
        controller.abort(error);
      }, this.#patience);
      const done = (): void => clearTimeout(timer);
      // A provider of the author's may also throw at once.
      Promise.resolve()
        .then(() => work(controller.signal))
        .then(resolve, reject)
        .finally(done);
    });
  }
}

function isRecent({ since }: { readonly since: number }): boolean {
  return Date.now() - since < KEPT_MS;
}
