import type { CountsProvider } from '../counter.js';
import { countsInOrder, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/** Isso (https://isso-comments.de/docs/reference/server-api/): counts of paths, in their order. */
export function isso(settings: Settings): CountsProvider {
  const server = settings.server();
  return {
    batch: 100,
    key: settings.key('path'),
    fetch: async (keys, { signal }) => {
      const { json } = await requestJson(`${server}/count`, { signal, body: keys });
      return countsInOrder(keys, json, server);
    },
  };
}
