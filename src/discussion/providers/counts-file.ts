import { isRecord, own } from '../../shared/json.js';
import { urlKey } from '../../shared/url.js';
import type { CountsProvider } from '../counter.js';
import { requestJson, toKey } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * A file of counts by URL, path or id: `{ "/news/a/": 3 }`, or `[{ "url": "/news/a/", "count": 3 }]`. Addresses of the
 * same page are equal, with or without a slash at the end.
 */
export function countsFile(settings: Settings): CountsProvider {
  const file = settings.address();
  return {
    batch: Infinity,
    // Ids hold no line break, addresses neither.
    key: settings.key(({ id, url }) => [id, url, pathIn(url)].join('\n')),
    fetch: async (keys, { signal }) => {
      const counts = countsIn((await requestJson(file, { signal })).json, file);
      const countOf = (key: string): unknown =>
        key
          .split('\n')
          .map((name) => counts.get(name) ?? counts.get(pageKey(name)))
          .find((count) => count !== undefined);
      return new Map(keys.map((key) => [key, countOf(key)]));
    },
  };
}

function pathIn(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The counts by name as it is in the file, and by the page that the name is an address of. */
function countsIn(json: unknown, file: string): Map<string, unknown> {
  const entries = Array.isArray(json)
    ? json.map((entry: unknown) => [own(entry, 'url') ?? own(entry, 'id'), own(entry, 'count')] as const)
    : isRecord(json)
      ? Object.entries(json)
      : undefined;
  if (!entries) throw new Error(`${file} is no counts file; it should be like {"/news/a/": 3}`);
  const counts = new Map<string, unknown>();
  for (const [given, count] of entries) {
    const name = toKey(given);
    if (name !== undefined) counts.set(name, count).set(pageKey(name), count);
  }
  return counts;
}

/** A key that is equal for addresses of the same page. A path is one on any site. */
function pageKey(name: string): string {
  return urlKey(name) ?? urlKey(`https://path.invalid/${name.replace(/^\/+/, '')}`) ?? name;
}
