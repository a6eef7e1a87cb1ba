import type { CountsProvider } from './counts-provider.js';
import * as kit from './provider-kit.js';
import { type DiscussionSettings, parseSettings, Settings } from './settings.js';

/** Makes the provider of a comment system. */
export type ProviderMaker = (settings: Settings, kit: ProviderKit) => CountsProvider;

export type ProviderKit = typeof kit;

/** Loads the provider of a comment system, each in a file of its own. */
export type ProviderLoaders = ReadonlyMap<string, () => Promise<{ readonly provider: ProviderMaker }>>;

/** What an author may name: words, settings, a provider of their own, or its `fetch` alone. */
export type Discussions = string | DiscussionSettings | CountsProvider | CountsProvider['fetch'];

/** The comment systems that a browser can ask. */
export const LIVE_PROVIDERS: ProviderLoaders = new Map([
  ['wordpress', () => import('./providers/wordpress.js')],
  ['ghost', () => import('./providers/ghost.js')],
  ['isso', () => import('./providers/isso.js')],
  ['remark42', () => import('./providers/remark42.js')],
  ['commento', () => import('./providers/commento.js')],
  ['cusdis', () => import('./providers/cusdis.js')],
  ['artalk', () => import('./providers/artalk.js')],
  ['waline', () => import('./providers/waline.js')],
  ['twikoo', () => import('./providers/twikoo.js')],
  ['mastodon', () => import('./providers/mastodon.js')],
  ['bluesky', () => import('./providers/bluesky.js')],
  ['webmention.io', () => import('./providers/webmention.js')],
]);

/**
 * The provider that an author names.
 *
 * @param site address of the site whose articles are counted, which relative addresses are resolved against
 * @throws Error in a sentence for the author, where there is none of that name or its settings are wrong
 */
export async function loadProvider(
  named: Discussions,
  site: string,
  loaders: ProviderLoaders = LIVE_PROVIDERS,
): Promise<CountsProvider> {
  if (typeof named === 'function') return { fetch: named };
  if (typeof named !== 'string' && isProvider(named)) return named;
  const given = typeof named === 'string' ? parseSettings(named, (word) => loaders.has(word)) : named;
  const { provider: name, ...options } = given;
  const load = name === undefined ? COUNTS_FILE : loaders.get(name);
  if (!load) {
    throw new Error(`discussions="${name}" is none of ${[...loaders.keys()].join(', ')}, nor an address`);
  }
  const entries = Object.entries(options).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const settings = new Settings(name ?? 'counts file', new Map(entries), site);
  const { provider } = await load();
  return settings.finish(provider(settings, kit));
}

const COUNTS_FILE = (): Promise<{ readonly provider: ProviderMaker }> => import('./providers/counts-file.js');

function isProvider(named: DiscussionSettings | CountsProvider): named is CountsProvider {
  return typeof named.fetch === 'function';
}
