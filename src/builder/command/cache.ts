import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type NeighboursCache, openNeighboursCache } from '../output/neighbours-cache.js';
import { openPageCache, type PageCacheFile } from '../sources/page-cache.js';
import type { Surroundings } from './reporter.js';
import { version } from './version.js';

/** What a run keeps for the next one, by the names of the builder's options. */
export interface Caches {
  readonly cache: PageCacheFile;
  readonly neighboursCache: NeighboursCache;
}

/**
 * The caches of a run, where this user's programs keep theirs: `$XDG_CACHE_HOME`, else `~/.cache`; undefined where
 * there is no such place.
 *
 * @param sources each set of sources has caches of its own
 */
export function cachesFor(sources: readonly string[], { env }: Surroundings): Caches | undefined {
  const home = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'));
  if (!home) return undefined;
  const name = createHash('sha256')
    .update(sources.map((source) => resolve(source)).join('\n'))
    .digest('hex')
    .slice(0, 16);
  const path = (what: string): string => join(home, 'related-articles', `${name}${what}.json`);
  const format = `${version()}/${FORMAT}`;
  return {
    cache: openPageCache(path(''), format),
    neighboursCache: openNeighboursCache(path('-neighbours'), format),
  };
}

/** Counts up when pages are read, or articles ranked, in another way. */
const FORMAT = 4;
