import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { openPageCache, type PageCacheFile } from '../sources/page-cache.js';
import type { Surroundings } from './reporter.js';
import { version } from './version.js';

/**
 * The cache for a run's pages, where this user's programs keep theirs: `$XDG_CACHE_HOME`, else `~/.cache`; undefined
 * where there is no such place.
 *
 * @param sources each set of sources has a cache of its own
 */
export function cacheFor(sources: readonly string[], { env }: Surroundings): PageCacheFile | undefined {
  const home = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'));
  if (!home) return undefined;
  const name = createHash('sha256')
    .update(sources.map((source) => resolve(source)).join('\n'))
    .digest('hex');
  return openPageCache(join(home, 'related-articles', `${name.slice(0, 16)}.json`), `${version()}/${FORMAT}`);
}

/** Counts up when pages are read in another way. */
const FORMAT = 1;
