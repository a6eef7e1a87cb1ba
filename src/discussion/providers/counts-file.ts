import { isRecord, own } from '../../shared/json.js';
import { urlKey } from '../../shared/url.js';
import type { CountsProvider } from '../counter.js';
import { requestJson, toKey } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * A file of counts by URL, path or id: `{ "/news/a/": 3 }`, or `[{ "url": "/news/a/", "count": 3 }]`. Addresses of the
 * same page are equal, with or without a slash at the end. Ids are compared as they are.
 */
export function countsFile(settings: Settings): CountsProvider {
  const file = settings.address();
  return {
    batch: Infinity,
    // All names of the article that the file may use, with line breaks between them, which no name holds.
    key: settings.key(({ id, url }) => [id, url, pathIn(url)].join('\n')),
    fetch: async (keys, { signal }) => {
      const counts = countsIn((await requestJson(file, { signal })).json, file);
      const countOf = (key: string): unknown =>
        key
          .split('\n')
          .map((name) => counts.get(name) ?? counts.get(pageKey(name)) ?? undefined)
          .find((count) => count !== undefined);
      return new Map(keys.map((key) => [key, countOf(key)]));
    },
  };
}

function pathIn(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The counts by the names in the file, and by the keys of the pages that these name. */
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

/**
 * A key that is equal for addresses of the same page, and for paths of the same page whatever the site. A name without
 * a slash is an id, and its own key.
 */
function pageKey(name: string): string {
  if (!name.includes('/')) return name;
  return urlKey(name) ?? urlKey(`https://path.invalid/${name.replace(/^\/+/, '')}`) ?? name;
}
