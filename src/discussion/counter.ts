import type { Article, Discussion } from '../article.js';
import { toError } from '../shared/error.js';
import { isRecord, own, toCount } from '../shared/json.js';
import { webAddress, withoutFragment } from '../shared/url.js';

/** What is known by key: a Map, or a plain object. Values are unchecked. */
export type Counts = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

/** Asks a comment system for the number of posts below articles. */
export interface CountsProvider {
  /** How many keys one request may name: an integer above 0, or Infinity. Default 50. */
  readonly batch?: number;
  /** Whether a key that a response leaves out has 0 posts. By default its count is unknown. */
  readonly missingIsZero?: boolean;
  /**
   * The key that the system knows an article by; undefined where it does not know the article. Default: the article's
   * URL without a fragment.
   */
  readonly key?: (article: Article) => string | undefined;
  /**
   * Asks for the counts of some keys: at most `batch` of them, each named once.
   *
   * @returns for each key an integer from 0 to 1e9, or `{ count, url }` with the discussion's address. Any other value
   *   means that the count is unknown.
   * @throws any error where there is no response; then no count is known
   */
  readonly fetch: (keys: readonly string[], options: { readonly signal: AbortSignal }) => Promise<Counts>;
}

/** The result of counting. */
export interface Counted {
  /** By article. Articles whose count is unknown are not in it. */
  readonly discussions: ReadonlyMap<Article, Discussion>;
  /** The first failure, where some or all counts are missing because of one. */
  readonly error?: Error;
}

/** Keys that one request asks for. */
interface Batch {
  readonly keys: Set<string>;
  readonly response: Promise<ReadonlyMap<string, Discussion>>;
}

/** The default batch: how many keys one request names. */
const BATCH_SIZE = 50;
/** How long a batch waits for further keys, of other blocks on the page. */
const GATHERING_MS = 50;
/** How long one request may take. */
const TIMEOUT_MS = 3000;
/** How long a count is kept, and how long the system is not asked again after a failure. */
const KEPT_MS = 60_000;
/** The most requests at the same time. */
const LANES = 6;

/** Asks one comment system for counts, in batches, for each article once however many blocks show it. */
export class Counter {
  readonly #provider: CountsProvider;
  readonly #timeout: number;
  readonly #known = new Map<
    string,
    { readonly since: number; readonly discussion: Promise<Discussion | undefined> }
  >();
  /** The last request of each lane, which the lane's next one waits for. */
  readonly #lanes: Promise<unknown>[] = [];
  #batch: Batch | undefined;
  #batches = 0;
  #failure: { readonly since: number; readonly error: Error } | undefined;

  /** @param timeout how long one request may take, in milliseconds; 3,000 by default */
  constructor(provider: CountsProvider, timeout = TIMEOUT_MS) {
    this.#provider = provider;
    this.#timeout = timeout;
  }

  /** The key that the system knows an article by; undefined where it does not know the article. */
  key(article: Article): string | undefined {
    const key = this.#provider.key ? this.#provider.key(article) : withoutFragment(article.url);
    return typeof key === 'string' && key !== '' ? key : undefined;
  }

  /**
   * Asks for the discussions of articles. It never rejects.
   *
   * @example const { discussions, error } = await counter.count([article]);
   */
  async count(articles: readonly Article[]): Promise<Counted> {
    const results = await Promise.allSettled(articles.map((article) => this.#discussion(article)));
    const discussions = new Map<Article, Discussion>();
    let error: Error | undefined;
    for (const [at, result] of results.entries()) {
      if (result.status === 'rejected') error ??= toError(result.reason);
      else if (result.value) discussions.set(articles[at]!, result.value);
    }
    return { discussions, ...(error && { error }) };
  }

  /** Forgets all counts and failures, so that the next call asks again. */
  forget(): void {
    this.#known.clear();
    this.#failure = undefined;
  }

  async #discussion(article: Article): Promise<Discussion | undefined> {
    const key = this.key(article);
    if (key === undefined) return undefined;
    const known = this.#known.get(key);
    if (known && isRecent(known)) return known.discussion;
    const { batch: size = BATCH_SIZE } = this.#provider;
    if (!this.#batch || this.#batch.keys.size >= size) this.#batch = this.#openBatch();
    const { keys, response } = this.#batch;
    keys.add(key);
    const discussion = response.then((discussions) => discussions.get(key));
    this.#known.set(key, { since: Date.now(), discussion });
    discussion.catch(() => this.#known.delete(key));
    return discussion;
  }

  #openBatch(): Batch {
    const keys = new Set<string>();
    const lane = this.#batches++ % LANES;
    const previous = this.#lanes[lane];
    const send = async (): Promise<ReadonlyMap<string, Discussion>> => {
      await new Promise((resolve) => setTimeout(resolve, GATHERING_MS));
      if (this.#batch?.keys === keys) this.#batch = undefined;
      await previous;
      return this.#send([...keys]);
    };
    const response = send();
    this.#lanes[lane] = response.catch(() => undefined);
    return { keys, response };
  }

  async #send(keys: readonly string[]): Promise<ReadonlyMap<string, Discussion>> {
    if (this.#failure && isRecent(this.#failure)) throw this.#failure.error;
    try {
      const response = await this.#fetchInTime(keys);
      const counts = response instanceof Map ? response : new Map(Object.entries(response));
      const missing = this.#provider.missingIsZero ? 0 : undefined;
      return new Map(
        keys.flatMap((key) => {
          const discussion = toDiscussion(counts.has(key) ? counts.get(key) : missing);
          return discussion ? [[key, discussion]] : [];
        }),
      );
    } catch (cause) {
      const error = toError(cause);
      this.#failure = { since: Date.now(), error };
      throw error;
    }
  }

  /** Asks the provider. It does not wait longer than allowed for a provider that ignores the signal. */
  async #fetchInTime(keys: readonly string[]): Promise<Counts> {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(
      () => controller.abort(new Error(`no answer within ${this.#timeout / 1000} s`)),
      this.#timeout,
    );
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(toError(signal.reason)));
    });
    try {
      return await Promise.race([this.#provider.fetch(keys, { signal }), aborted]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Reads an unchecked value: a count, or `{ count, url }`. Undefined where there is no count. */
function toDiscussion(value: unknown): Discussion | undefined {
  const count = toCount(isRecord(value) ? own(value, 'count') : value);
  // With this base, a relative address is not an address.
  const url = webAddress(own(value, 'url'), 'about:blank');
  return count === undefined ? undefined : { count, ...(url !== undefined && { url }) };
}

function isRecent({ since }: { readonly since: number }): boolean {
  return Date.now() - since < KEPT_MS;
}
