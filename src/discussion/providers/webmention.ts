import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * webmention.io (https://github.com/aaronpk/webmention.io): replies to a URL, or all mentions of it where the server
 * does not count by type.
 */
export function webmention(settings: Settings): CountsProvider {
  const server = settings.server('https://webmention.io');
  return {
    batch: 1,
    key: settings.key('url'),
    fetch: async ([key = ''], { signal }) => {
      const query = new URLSearchParams({ target: key });
      const { json } = await requestJson(`${server}/api/count.json?${query}`, { signal });
      const types = own(json, 'type');
      return new Map([[key, types === undefined ? own(json, 'count') : (own(types, 'reply') ?? 0)]]);
    },
  };
}
