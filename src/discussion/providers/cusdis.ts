import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsByKey, requestJson } from '../request.js';
import { type Settings, withoutComma } from '../settings.js';

/** Cusdis (https://cusdis.com/doc): counts by page id, which the site's pages give in `data-page-id`. */
export function cusdis(settings: Settings): CountsProvider {
  const server = settings.server('https://cusdis.com');
  const app = encodeURIComponent(settings.needed('app', 'cusdis app=0f1e2d3c'));
  return {
    batch: 50,
    key: withoutComma(settings.key('path')),
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams({ pageIds: keys.join(',') });
      const url = `${server}/api/open/project/${app}/comments/count?${query}`;
      const { json } = await requestJson(url, { signal });
      return countsByKey(own(json, 'data'), server);
    },
  };
}
