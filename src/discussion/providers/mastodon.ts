import type { Article } from '../../article.js';
import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Mastodon (https://docs.joinmastodon.org/methods/statuses/): direct replies to the post that the article's discussion
 * URL names, each asked for at its own server, or at the one that the author names. Servers before version 4.3 are
 * asked for one post at a time.
 */
export function provider(settings: Settings, kit: ProviderKit): CountsProvider {
  const only = settings.option('url') === undefined ? undefined : new URL(settings.address()).origin;
  return {
    batch: 20,
    key: ({ discussion }: Article) => {
      const { origin = '', id } = statusOf(discussion?.url);
      return id !== undefined && (only === undefined || origin === only) ? `${origin} ${id}` : undefined;
    },
    fetch: async (keys, { signal }) => {
      const byServer = new Map<string, string[]>();
      for (const key of keys) {
        const [server = '', id = ''] = key.split(' ');
        byServer.set(server, [...(byServer.get(server) ?? []), id]);
      }
      const counts = await Promise.allSettled(
        [...byServer].map(([server, ids]) => repliesAt(server, ids, signal, kit)),
      );
      const failure = counts.find(({ status }) => status === 'rejected');
      if (failure?.status === 'rejected' && byServer.size === 1) throw failure.reason;
      return new Map(counts.flatMap((one) => (one.status === 'fulfilled' ? [...one.value] : [])));
    },
  };
}

/** The server and the number of a post, from its address. */
function statusOf(address = ''): { readonly origin?: string; readonly id?: string | undefined } {
  if (!URL.canParse(address)) return {};
  const { origin, pathname } = new URL(address);
  const path = /^\/(?:@[^/]+|users\/[^/]+\/statuses|web\/(?:statuses|@[^/]+)|deck\/@[^/]+)\/(\d+)\/?$/;
  return { origin, id: path.exec(pathname)?.[1] };
}

async function repliesAt(
  server: string,
  ids: readonly string[],
  signal: AbortSignal,
  kit: ProviderKit,
): Promise<(readonly [string, unknown])[]> {
  const { askForJson, listed, StatusError } = kit;
  const api = `${server}/api/v1/statuses`;
  let counts: ReadonlyMap<string, unknown>;
  try {
    const { json } = await askForJson(`${api}?${ids.map((id) => `id[]=${id}`).join('&')}`, { signal });
    counts = listed(json, server, 'id', 'replies_count');
  } catch (cause) {
    if (!(cause instanceof StatusError) || cause.status !== 404) throw cause;
    counts = new Map(await Promise.all(ids.map((id) => repliesTo(`${api}/${id}`, id, signal, kit))));
  }
  return ids.map((id) => [`${server} ${id}`, counts.get(id)]);
}

/** The replies to one post; a post that is gone has no number. */
async function repliesTo(
  url: string,
  id: string,
  signal: AbortSignal,
  { askForJson, member, StatusError }: ProviderKit,
): Promise<[string, unknown]> {
  try {
    return [id, member((await askForJson(url, { signal })).json, 'replies_count')];
  } catch (cause) {
    if (cause instanceof StatusError && [404, 410].includes(cause.status)) return [id, undefined];
    throw cause;
  }
}
