import type { OnProgress } from '../progress.js';

/** What all sources are read with. */
export interface SourceOptions {
  /** The site's address, where a source names articles by path alone: `https://site.example/`. */
  readonly base?: string;
  /** Globs of files, or of the paths of pages on the web, to read; all by default. */
  readonly include?: readonly string[];
  /** Globs of those to pass over. */
  readonly exclude?: readonly string[];
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeout?: number;
  /** Stops reading. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Keeps pages as they were read for the next time; without it each is read anew. */
  readonly cache?: PageCache;
}

/** Results of reading, by the content that was read. */
export interface PageCache {
  readonly get: (key: string) => unknown;
  readonly set: (key: string, value: unknown) => void;
}
