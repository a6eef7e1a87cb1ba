import type { CountsProvider } from '../counter.js';
import { countsInList, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Remark42 (https://remark42.com/docs/contributing/api/): counts by URL. The response leaves out pages without
 * comments.
 */
export function remark42(settings: Settings): CountsProvider {
  const site = settings.needed('site', 'remark42 https://comments.example site=blog');
  const url = `${settings.server()}/api/v1/counts?site=${encodeURIComponent(site)}`;
  return {
    batch: 100,
    missingIsZero: true,
    key: settings.key('url'),
    fetch: async (keys, { signal }) =>
      countsInList((await requestJson(url, { signal, body: keys })).json, url),
  };
}
