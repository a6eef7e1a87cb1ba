import type { Article } from '../article.js';

/** How a comment system is asked for the number of posts below articles. */
export interface CountsProvider {
  /** How many keys one request may name: a whole number above 0, or Infinity. Default 50. */
  readonly batch?: number;
  /** Whether a key that an answer leaves out has 0 posts; by default nobody knows how many it has. */
  readonly missingIsZero?: boolean;
  /** What the system knows an article by; undefined where it knows it by nothing. Default: its URL. */
  readonly key?: (article: Article) => string | undefined;
  /**
   * Asks for the counts of some keys, each named once, at most `batch`.
   *
   * @returns for each key a whole number from 0, or `{ count, url }` with the discussion's address; anything else is
   *   as good as nothing
   * @throws anything, where there is no answer: then nothing is known
   */
  readonly fetch: (keys: readonly string[], options: { readonly signal: AbortSignal }) => Promise<Counts>;
}

/** What is known by key: a Map, or a plain object. Values are unchecked. */
export type Counts = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

/** A counts provider that is made from settings. */
export type Provider = CountsProvider & { readonly batch: number };
