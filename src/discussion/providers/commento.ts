import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsByKey, requestJson, serverError } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Commento (https://gitlab.com/commento/commento) and Commento++: counts of a domain's paths. The response leaves out
 * pages without comments.
 */
export function commento(settings: Settings): CountsProvider {
  const server = settings.server();
  const domain = settings.option('domain') ?? new URL(settings.site.address).host;
  return {
    batch: 100,
    missingIsZero: true,
    key: settings.key('path'),
    fetch: async (keys, { signal }) => {
      const body = { domain, paths: keys };
      // A browser may send these servers no JSON by that name. Their own script calls it a form too.
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const { json } = await requestJson(`${server}/api/comment/count`, { signal, body, headers });
      if (own(json, 'success') !== true) throw serverError(server, own(json, 'message'));
      return countsByKey(own(json, 'commentCounts'), server);
    },
  };
}
