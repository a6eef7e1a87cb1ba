import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsInList, isStatus, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Bluesky (https://docs.bsky.app/docs/api/app-bsky-feed-get-posts): replies to the post that the article's discussion
 * URL names, `https://bsky.app/profile/AUTHOR/post/POST`. Bluesky knows posts by the author's DID, so that handles are
 * resolved first (https://docs.bsky.app/docs/api/com-atproto-identity-resolve-handle).
 */
export function bluesky(settings: Settings): CountsProvider {
  const api = `${settings.server('https://public.api.bsky.app')}/xrpc`;
  return {
    batch: 25,
    key: ({ discussion }) => {
      const [, author, post] = POST_PAGE.exec(discussion?.url?.replaceAll('%3A', ':') ?? '') ?? [];
      return author && post ? `${author} ${post}` : undefined;
    },
    fetch: async (keys, { signal }) => {
      const authors = [...new Set(keys.map((key) => key.replace(/ .*/, '')))];
      const dids = new Map(
        await Promise.all(authors.map(async (author) => [author, await didOf(author, api, signal)] as const)),
      );
      const uris = new Map<string, string>();
      for (const key of keys) {
        const [author = '', post = ''] = key.split(' ');
        const did = dids.get(author);
        if (did !== undefined) uris.set(key, `at://${did}/app.bsky.feed.post/${post}`);
      }
      if (uris.size === 0) return new Map();
      const query = new URLSearchParams([...uris.values()].map((uri) => ['uris', uri]));
      const { json } = await requestJson(`${api}/app.bsky.feed.getPosts?${query}`, { signal });
      const counts = countsInList(own(json, 'posts'), api, 'uri', 'replyCount');
      return new Map([...uris].map(([key, uri]) => [key, counts.get(uri)]));
    },
  };
}

/** The author is a handle, `site.example`, or a DID, `did:plc:z72i7`. */
const POST_PAGE = /^https:\/\/bsky\.app\/profile\/([\w.:-]+)\/post\/([\w.:~-]+)\/?(?:[?#]|$)/;

/** The DID of an account; undefined where no account has that handle any more. */
async function didOf(author: string, api: string, signal: AbortSignal): Promise<string | undefined> {
  if (author.startsWith('did:')) return author;
  try {
    const query = new URLSearchParams({ handle: author });
    const { json } = await requestJson(`${api}/com.atproto.identity.resolveHandle?${query}`, { signal });
    const did = own(json, 'did');
    return typeof did === 'string' ? did : undefined;
  } catch (cause) {
    if (isStatus(cause, 400)) return undefined;
    throw cause;
  }
}
