import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Waline (https://waline.js.org/en/): the counts of paths, in their order. Paths are written without percent-encoding,
 * as its own client does. Servers of version 1 answer with the bare list, or the number alone.
 */
export function provider(
  settings: Settings,
  { askForJson, commaSeparable, inOrder, isRecord, member, pathOf, shown }: ProviderKit,
): CountsProvider {
  const server = settings.address();
  return {
    batch: 50,
    key: (article) => decoded(pathOf(article)),
    fetch: async (keys, { signal }) => {
      const named = commaSeparable(keys);
      const query = new URLSearchParams({ type: 'count', url: named.join(',') });
      const { json } = await askForJson(`${server}/api/comment?${query}`, { signal });
      const { errno, errmsg } = isRecord(json) ? json : {};
      if (errno) throw new Error(`${server} says: ${shown(errmsg)}`);
      return inOrder(named, [member(json, 'data') ?? json].flat(), server);
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
