import { own } from '../../shared/json.js';
import { parseUrl } from '../../shared/url.js';
import type { CountsProvider } from '../counter.js';
import { countsInList, isStatus, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Mastodon (https://docs.joinmastodon.org/methods/statuses/): direct replies to the post that the article's discussion
 * URL names. Each post's own server is asked, by https; or, whatever posts an index names, only the servers that the author
 * names. Servers before version 4.3 are asked for one post at a time.
 */
export function mastodon(settings: Settings): CountsProvider {
  const named = settings.addresses().map((address) => new URL(address).origin);
  return {
    batch: 20,
    key: ({ discussion }) => {
      const { origin = '', pathname = '' } = parseUrl(discussion?.url ?? '') ?? {};
      const id = POST_PATH.exec(pathname)?.[1];
      const mayBeAsked = named.length > 0 ? named.includes(origin) : origin.startsWith('https:');
      return id !== undefined && mayBeAsked ? `${origin} ${id}` : undefined;
    },
    fetch: async (keys, { signal }) => {
      const servers = [...new Set(keys.map((key) => key.replace(/ .*/, '')))];
      const results = await Promise.allSettled(servers.map((server) => repliesAt(server, keys, signal)));
      const failures = results.filter((result) => result.status === 'rejected');
      if (failures[0] && failures.length === results.length) throw failures[0].reason;
      return new Map(results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])));
    },
  };
}

/** The forms of a post's path; the id is the number at the end. */
const POST_PATH = /^\/(?:@[^/]+|users\/[^/]+\/statuses|web\/(?:statuses|@[^/]+)|deck\/@[^/]+)\/(\d+)\/?$/;

/** The counts of those posts that are at one server, by key. */
async function repliesAt(
  server: string,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<[key: string, count: unknown][]> {
  const ids = keys.filter((key) => key.startsWith(`${server} `)).map((key) => key.replace(/.* /, ''));
  const api = `${server}/api/v1/statuses`;
  let counts: ReadonlyMap<string, unknown>;
  try {
    const { json } = await requestJson(`${api}?${ids.map((id) => `id[]=${id}`).join('&')}`, { signal });
    counts = countsInList(json, server, 'id', 'replies_count');
  } catch (cause) {
    if (!isStatus(cause, 404)) throw cause;
    counts = new Map(
      await Promise.all(ids.map(async (id) => [id, await repliesTo(`${api}/${id}`, signal)] as const)),
    );
  }
  return ids.map((id) => [`${server} ${id}`, counts.get(id)]);
}

/** The count of one post; undefined where the post is gone. */
async function repliesTo(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    return own((await requestJson(url, { signal })).json, 'replies_count');
  } catch (cause) {
    if (isStatus(cause, 404, 410)) return undefined;
    throw cause;
  }
}
