import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsInList, requestJson, serverError } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Twikoo (https://twikoo.js.org/api.html) with an `envId` that is an address: counts of paths. They are of comments
 * alone, or of comments and replies with `replies=yes`.
 */
export function twikoo(settings: Settings): CountsProvider {
  const server = settings.server();
  const includeReply = settings.option('replies') === 'yes';
  return {
    batch: 100,
    key: settings.key('path'),
    fetch: async (keys, { signal }) => {
      const body = { event: 'GET_COMMENTS_COUNT', urls: keys, includeReply };
      const { json } = await requestJson(server, { signal, body });
      const message = own(json, 'message');
      if (message) throw serverError(server, message);
      return countsInList(own(json, 'data'), server);
    },
  };
}
