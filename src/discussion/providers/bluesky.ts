import type { Article } from '../../article.js';
import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

const POST = 'app.bsky.feed.post';

/**
 * Bluesky (https://docs.bsky.app/docs/api/app-bsky-feed-get-posts): replies to the post that the article's discussion
 * URL names, `https://bsky.app/profile/NAME/post/ID`. Posts are known by their author's id, which names are looked up for.
 */
export function provider(settings: Settings, kit: ProviderKit): CountsProvider {
  const api = `${settings.address('https://public.api.bsky.app')}/xrpc`;
  return {
    batch: 25,
    key: ({ discussion }: Article) => {
      const [, author, post] = PAGE.exec(discussion?.url ?? '') ?? [];
      return author && post ? `${decodeURIComponent(author)} ${post}` : undefined;
    },
    fetch: async (keys, { signal }) => {
      const authors = [...new Set(keys.map((key) => key.replace(/ .*/, '')))];
      const ids = new Map(
        await Promise.all(authors.map(async (name) => [name, await idOf(name, api, signal, kit)] as const)),
      );
      const uris = new Map<string, string>();
      for (const key of keys) {
        const [author = '', post = ''] = key.split(' ');
        const id = ids.get(author);
        if (id !== undefined) uris.set(key, `at://${id}/${POST}/${post}`);
      }
      if (uris.size === 0) return new Map();
      const query = new URLSearchParams([...uris.values()].map((uri) => ['uris', uri]));
      const { json } = await kit.askForJson(`${api}/app.bsky.feed.getPosts?${query}`, { signal });
      const counts = kit.listed(kit.member(json, 'posts'), api, 'uri', 'replyCount');
      return new Map([...uris].map(([key, uri]) => [key, counts.get(uri)]));
    },
  };
}

const PAGE = /^https:\/\/bsky\.app\/profile\/([^/?#]+)\/post\/([^/?#]+)/;

/** The id of an account; undefined where there is none of that name any more. */
async function idOf(
  name: string,
  api: string,
  signal: AbortSignal,
  { askForJson, member, StatusError }: ProviderKit,
): Promise<string | undefined> {
  if (name.startsWith('did:')) return name;
  try {
    const query = new URLSearchParams({ handle: name });
    const { json } = await askForJson(`${api}/com.atproto.identity.resolveHandle?${query}`, { signal });
    const id = member(json, 'did');
    return typeof id === 'string' ? id : undefined;
  } catch (cause) {
    if (cause instanceof StatusError && cause.status === 400) return undefined;
    throw cause;
  }
}
