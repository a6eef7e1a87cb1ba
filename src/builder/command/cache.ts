import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type NeighboursCache, openNeighboursCache, openPageCache, type PageCacheFile } from '../caches.js';
import { ownFile } from '../own-file.js';
import { NeighboursState } from '../search-server/neighbours-state.js';
import type { Environment } from './reporter.js';

/** The version of this package. */
export function version(): string {
  const manifest = readFileSync(ownFile('package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What a run keeps for the next one, by the names of the builder's options. */
export interface Caches {
  readonly cache: PageCacheFile;
  readonly neighboursCache: NeighboursCache;
  readonly engineState: NeighboursState;
}

/**
 * The caches of a run, in this user's cache folder: `$XDG_CACHE_HOME`, else `~/.cache`. Undefined if there is no such
 * folder.
 *
 * @param sources each set of sources has its own caches
 */
export function cachesFor(sources: readonly string[], { env }: Environment): Caches | undefined {
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
    engineState: new NeighboursState(path('-engine'), format),
  };
}

/** It is increased when pages are read or articles are ranked in another way. */
const FORMAT = 9;
