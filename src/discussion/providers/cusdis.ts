import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Cusdis (https://cusdis.com/doc): counts of page ids, as the site gives them in `data-page-id`. */
export function provider(
  settings: Settings,
  { askForJson, byKey, commaSeparable, member, pathOf }: ProviderKit,
): CountsProvider {
  const server = settings.address('https://cusdis.com');
  const app = encodeURIComponent(settings.needed('app', 'discussions="cusdis app=0f1e2d3c"'));
  return {
    batch: 50,
    key: pathOf,
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams({ pageIds: commaSeparable(keys).join(',') });
      const { json } = await askForJson(`${server}/api/open/project/${app}/comments/count?${query}`, {
        signal,
      });
      return byKey(member(json, 'data'), server);
    },
  };
}
