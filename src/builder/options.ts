import { setImmediate } from 'node:timers/promises';
import type { PageCache } from './caches.js';

/** How far a long step is. */
export interface Progress {
  /** What is being done, as a headline: `Reading pages`. */
  readonly step: string;
  readonly done: number;
  /** How many there are in all; absent if that is not known. */
  readonly total?: number;
  /** Whether files are written meanwhile. */
  readonly isWriting?: boolean;
}

/** Is told of progress, often: hundreds of times a second. */
export type OnProgress = (progress: Progress) => void;

/** How sources are read. */
export interface SourceOptions {
  /** The site's address, for sources that name articles by path alone: `https://site.example/`. */
  readonly base?: string;
  /** Globs of the files, or of the paths of pages on the web, to read. Default: all. */
  readonly include?: readonly string[];
  /** Globs of the files or paths to leave out. */
  readonly exclude?: readonly string[];
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeout?: number;
  /** Stops reading. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Keeps pages as they were read for the next run. Without it each page is read anew. */
  readonly cache?: PageCache;
}

/**
 * Lets long work be interrupted. The function that it returns is called often; every 50 ms it gives signals, timers and
 * the terminal a turn.
 *
 * @throws the signal's reason once it is aborted
 */
export function turns(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN_MS) return;
    await setImmediate();
    signal?.throwIfAborted();
    last = performance.now();
  };
}

const TURN_MS = 50;

/** How many neighbours an article has at most by default. */
export const NEIGHBOURS = 12;
