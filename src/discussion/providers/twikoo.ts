import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Twikoo (https://twikoo.js.org/api.html) where its `envId` is an address: counts of paths, of comments alone, or with
 * their replies with `replies=yes`.
 */
export function provider(
  settings: Settings,
  { askForJson, listed, member, pathOf, shown }: ProviderKit,
): CountsProvider {
  const server = settings.address();
  const includeReply = settings.option('replies') === 'yes';
  return {
    batch: 100,
    key: pathOf,
    fetch: async (keys, { signal }) => {
      const body = { event: 'GET_COMMENTS_COUNT', urls: keys, includeReply };
      const { json } = await askForJson(server, { signal, body });
      const message = member(json, 'message');
      if (message) throw new Error(`${server} says: ${shown(message)}`);
      return listed(member(json, 'data'), server);
    },
  };
}
