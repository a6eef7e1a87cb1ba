import { Counter, type CountsProvider } from './counter.js';
import { artalk } from './providers/artalk.js';
import { bluesky } from './providers/bluesky.js';
import { commento } from './providers/commento.js';
import { countsFile } from './providers/counts-file.js';
import { cusdis } from './providers/cusdis.js';
import { ghost } from './providers/ghost.js';
import { isso } from './providers/isso.js';
import { mastodon } from './providers/mastodon.js';
import { remark42 } from './providers/remark42.js';
import { twikoo } from './providers/twikoo.js';
import { waline } from './providers/waline.js';
import { webmention } from './providers/webmention.js';
import { wordpress } from './providers/wordpress.js';
import { type DiscussionSettings, parseSettings, Settings, type Site, type Written } from './settings.js';

/**
 * A comment system as an author names it: words such as `isso https://comments.example`, settings, a provider of the
 * author's own, or its `fetch` alone.
 */
export type Discussions = string | DiscussionSettings | CountsProvider | CountsProvider['fetch'];

/**
 * Makes the provider of a comment system.
 *
 * @throws Error in a sentence for the author, where the settings are wrong
 */
export type ProviderMaker = (settings: Settings) => CountsProvider;

/** The comment systems that a browser can ask, by name. */
export const LIVE_PROVIDERS: ReadonlyMap<string, ProviderMaker> = new Map([
  ['wordpress', wordpress],
  ['ghost', ghost],
  ['isso', isso],
  ['remark42', remark42],
  ['commento', commento],
  ['cusdis', cusdis],
  ['artalk', artalk],
  ['waline', waline],
  ['twikoo', twikoo],
  ['mastodon', mastodon],
  ['bluesky', bluesky],
  ['webmention.io', webmention],
]);

/**
 * Makes the provider that an author names.
 *
 * @param site the site whose articles are counted
 * @param makers the comment systems that there are, by name
 * @param written how errors show what the author wrote; by default as the attribute `discussions`
 * @throws Error in a sentence for the author, where there is no system of that name or its settings are wrong
 * @example createProvider('isso https://comments.example', { address: 'https://site.example/' })
 */
export function createProvider(
  named: Discussions,
  site: Site,
  makers: ReadonlyMap<string, ProviderMaker> = LIVE_PROVIDERS,
  written: Written = (words) => `discussions="${words}"`,
): CountsProvider {
  if (typeof named === 'function') return { fetch: named };
  if (isProvider(named)) return named;
  const given = typeof named === 'string' ? parseSettings(named, (word) => makers.has(word)) : named;
  const { provider: name, ...options } = given;
  const make = name === undefined ? countsFile : makers.get(name);
  if (!make) {
    const systems = [...makers.keys()].join(', ');
    throw new Error(`${written(name!)} is neither a comment system (${systems}) nor an address`);
  }
  const entries = Object.entries(options).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const settings = new Settings(name ?? 'counts file', new Map(entries), site, written);
  const provider = make(settings);
  settings.checkOptions();
  return provider;
}

/** One counter for each comment system, for all blocks of a page. */
const countersBySettings = new Map<string, Counter>();
const countersByProvider = new WeakMap<object, Counter>();

/**
 * The counter of the comment system that an author names, the same one each time.
 *
 * @param site the site whose articles are counted
 * @throws Error in a sentence for the author, where there is no system of that name or its settings are wrong
 * @example await counterOf('isso https://comments.example', { address: document.baseURI }).count(articles)
 */
export function counterOf(named: Discussions, site: Site): Counter {
  const own = typeof named === 'function' || isProvider(named) ? named : undefined;
  const text = own ? '' : JSON.stringify([named, site]);
  const known = own ? countersByProvider.get(own) : countersBySettings.get(text);
  if (known) return known;
  const counter = new Counter(createProvider(named, site));
  if (own) countersByProvider.set(own, counter);
  else countersBySettings.set(text, counter);
  return counter;
}

function isProvider(named: Discussions): named is CountsProvider {
  return typeof named === 'object' && typeof named.fetch === 'function';
}
