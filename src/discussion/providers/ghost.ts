import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Ghost's own comments: counts of posts by their ids, which the Content API and Ghost's feeds give. Servers up to
 * version 5 want them by POST.
 */
export function provider(
  settings: Settings,
  { askForJson, byKey, StatusError }: ProviderKit,
): CountsProvider {
  const url = `${settings.address('/')}/members/api/comments/counts/`;
  return {
    batch: 50,
    key: ({ id }) => (/^[\da-f]{24}$/.test(id) ? id : undefined),
    fetch: async (ids, { signal }) => {
      try {
        return byKey((await askForJson(`${url}?ids=${ids.join(',')}`, { signal })).json, url);
      } catch (cause) {
        if (!(cause instanceof StatusError) || ![404, 405].includes(cause.status)) throw cause;
      }
      return byKey((await askForJson(url, { signal, body: { ids } })).json, url);
    },
  };
}
