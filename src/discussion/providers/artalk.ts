import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Artalk 2.5 or newer (https://artalk.js.org/en/develop/fe-api.html): counts of page keys, which are paths by default. */
export function provider(
  settings: Settings,
  { askForJson, byKey, commaSeparable, member, pathOf }: ProviderKit,
): CountsProvider {
  const server = settings.address();
  const site = settings.needed('site', `discussions="artalk https://comments.example site='My site'"`);
  return {
    batch: 50,
    key: pathOf,
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams({ site_name: site, page_keys: commaSeparable(keys).join(',') });
      const { json } = await askForJson(`${server}/api/v2/stats/page_comment?${query}`, { signal });
      return byKey(member(json, 'data'), server);
    },
  };
}
