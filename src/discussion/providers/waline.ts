import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsInOrder, requestJson, serverError } from '../request.js';
import { type Settings, withoutComma } from '../settings.js';

/**
 * Waline (https://waline.js.org/en/): counts of paths, in their order. Paths are sent without percent-encoding, as
 * Waline's own client does. Servers of version 1 answer with the list alone, or with one number.
 */
export function waline(settings: Settings): CountsProvider {
  const server = settings.server();
  return {
    batch: 50,
    key: withoutComma(settings.key('path')),
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams({ type: 'count', url: keys.map(decoded).join(',') });
      const { json } = await requestJson(`${server}/api/comment?${query}`, { signal });
      if (own(json, 'errno')) throw serverError(server, own(json, 'errmsg'));
      return countsInOrder(keys, [own(json, 'data') ?? json].flat(), server);
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
