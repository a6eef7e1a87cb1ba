import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Commento and Commento++: counts of a domain's paths; it leaves out those that nobody commented. */
export function provider(
  settings: Settings,
  { askForJson, byKey, member, pathOf, shown }: ProviderKit,
): CountsProvider {
  const server = settings.address();
  const domain = settings.option('domain') ?? new URL(settings.site).host;
  return {
    batch: 100,
    missingIsZero: true,
    key: pathOf,
    fetch: async (keys, { signal }) => {
      const body = { domain, paths: keys };
      const { json } = await askForJson(`${server}/api/comment/count`, { signal, body });
      if (member(json, 'success') !== true)
        throw new Error(`${server} says: ${shown(member(json, 'message'))}`);
      return byKey(member(json, 'commentCounts'), server);
    },
  };
}
