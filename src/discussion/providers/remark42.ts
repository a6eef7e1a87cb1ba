import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Remark42 (https://remark42.com/docs/contributing/api/): counts by URL; it leaves out those that nobody commented. */
export function provider(settings: Settings, { askForJson, listed, urlOf }: ProviderKit): CountsProvider {
  const site = settings.needed('site', 'discussions="remark42 https://comments.example site=blog"');
  const url = `${settings.address()}/api/v1/counts?site=${encodeURIComponent(site)}`;
  return {
    batch: 100,
    missingIsZero: true,
    key: urlOf,
    fetch: async (keys, { signal }) => listed((await askForJson(url, { signal, body: keys })).json, url),
  };
}
