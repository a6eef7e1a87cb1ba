import { Counter } from './counter.js';
import { type Discussions, loadProvider } from './providers.js';

export type { Counter } from './counter.js';

/** One counter per comment system, for all blocks of a page. */
const byText = new Map<string, Promise<Counter>>();
const byProvider = new WeakMap<object, Promise<Counter>>();

/**
 * The counter of the comment system that an author names, the same one each time.
 *
 * @param site address of the site whose articles are counted
 * @throws Error in a sentence for the author, where there is no such system or its settings are wrong
 */
export function counterOf(named: Discussions, site: string): Promise<Counter> {
  const isOwn =
    typeof named === 'function' || (typeof named === 'object' && typeof named.fetch === 'function');
  const text = isOwn ? '' : JSON.stringify([named, site]);
  const known = isOwn ? byProvider.get(named) : byText.get(text);
  if (known) return known;
  const counter = loadProvider(named, site).then((provider) => new Counter(provider));
  if (isOwn) byProvider.set(named, counter);
  else byText.set(text, counter);
  // The piece of the script may be had the next time.
  counter.catch(() => byText.delete(text));
  return counter;
}
