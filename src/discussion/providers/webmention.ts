import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * webmention.io (https://github.com/aaronpk/webmention.io): replies to a URL, or all mentions of it where the server
 * does not tell them apart.
 */
export function provider(settings: Settings, { askForJson, member, urlOf }: ProviderKit): CountsProvider {
  const server = settings.address('https://webmention.io');
  return {
    batch: 1,
    key: urlOf,
    fetch: async ([key = ''], { signal }) => {
      const query = new URLSearchParams({ target: key });
      const { json } = await askForJson(`${server}/api/count.json?${query}`, { signal });
      const types = member(json, 'type');
      return new Map([[key, types === undefined ? member(json, 'count') : (member(types, 'reply') ?? 0)]]);
    },
  };
}
