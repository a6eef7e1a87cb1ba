import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsByKey, requestJson } from '../request.js';
import { type Settings, withoutComma } from '../settings.js';

/** Artalk 2.5 or newer (https://artalk.js.org/en/develop/fe-api.html): counts by page key, by default the path. */
export function artalk(settings: Settings): CountsProvider {
  const server = settings.server();
  const site = settings.needed('site', "artalk https://comments.example site='My site'");
  return {
    batch: 50,
    key: withoutComma(settings.key('path')),
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams({ site_name: site, page_keys: keys.join(',') });
      const { json } = await requestJson(`${server}/api/v2/stats/page_comment?${query}`, { signal });
      return countsByKey(own(json, 'data'), server);
    },
  };
}
