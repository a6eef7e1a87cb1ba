import type { CountsProvider } from '../counter.js';
import { countsByKey, isStatus, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Ghost's own comments (https://ghost.org/docs/members/): counts of posts by id, which the Content API and Ghost's feeds
 * give. Servers up to version 5 take the ids by POST.
 */
export function ghost(settings: Settings): CountsProvider {
  const url = `${settings.server('/')}/members/api/comments/counts/`;
  return {
    batch: 50,
    key: settings.key(({ id }) => (/^[\da-f]{24}$/.test(id) ? id : undefined)),
    fetch: async (ids, { signal }) => {
      try {
        const query = new URLSearchParams({ ids: ids.join(',') });
        return countsByKey((await requestJson(`${url}?${query}`, { signal })).json, url);
      } catch (cause) {
        if (!isStatus(cause, 404, 405)) throw cause;
      }
      return countsByKey((await requestJson(url, { signal, body: { ids } })).json, url);
    },
  };
}
