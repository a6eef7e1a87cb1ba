import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Isso (https://isso-comments.de/docs/reference/server-api/): the counts of paths, in their order. */
export function provider(settings: Settings, { askForJson, inOrder, pathOf }: ProviderKit): CountsProvider {
  const server = settings.address();
  return {
    batch: 100,
    key: pathOf,
    fetch: async (keys, { signal }) => {
      const { json } = await askForJson(`${server}/count`, { signal, body: keys });
      return inOrder(keys, json, server);
    },
  };
}
