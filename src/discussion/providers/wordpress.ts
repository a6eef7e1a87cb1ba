import type { Article } from '../../article.js';
import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { requestJson, toKey } from '../request.js';
import type { Settings } from '../settings.js';

/** The most comments that a page of the response holds. */
const PAGE_SIZE = 100;

/**
 * WordPress's REST API (https://developer.wordpress.org/rest-api/reference/comments/): approved comments of posts by id.
 * It is one request where the posts have at most 100 comments together, else further pages or one request a post,
 * whichever is less.
 */
export function wordpress(settings: Settings): CountsProvider {
  const site = settings.address('/');
  return {
    batch: 25,
    missingIsZero: true,
    key: settings.key(postId),
    fetch: async (ids, { signal }) => {
      const request = (page: number): ReturnType<typeof requestJson> =>
        requestJson(commentsUrl(site, ids, page), { signal });
      const first = await request(1);
      const comments = toComments(first.json, site);
      // Where a proxy removes the header, a full page may be one of many.
      const pages =
        Number(first.headers.get('X-WP-TotalPages')) || (comments.length < PAGE_SIZE ? 1 : Infinity);
      if (pages > ids.length) return totals(site, ids, signal);
      const others = await Promise.all(Array.from({ length: pages - 1 }, (_, at) => request(at + 2)));
      return countByPost([...comments, ...others.flatMap(({ json }) => toComments(json, site))]);
    },
  };
}

/** The post's id: the article's own, or the one in its short address, `?p=123`. */
function postId({ id, url }: Article): string | undefined {
  if (/^\d+$/.test(id)) return id;
  return [id, url].map((text) => /[?&]p(?:age_id)?=(\d+)/.exec(text)?.[1]).find(Boolean);
}

/** Sites without pretty permalinks have the route in the query: `/?rest_route=/`. */
function commentsUrl(site: string, ids: readonly string[], page: number, perPage = PAGE_SIZE): string {
  const url = new URL(site);
  const { searchParams: query } = url;
  const route = '/wp/v2/comments';
  if (query.has('rest_route')) query.set('rest_route', route);
  else url.pathname = `${url.pathname.replace(/\/(?:wp-json.*)?$/, '')}/wp-json${route}`;
  query.set('post', ids.join(','));
  query.set('per_page', String(perPage));
  query.set('page', String(page));
  query.set('_fields', 'id,post');
  return url.href;
}

function toComments(json: unknown, site: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new Error(`${site} did not answer with a list of comments`);
  return json;
}

function countByPost(comments: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of comments) {
    const post = toKey(own(comment, 'post'));
    if (post !== undefined) counts.set(post, (counts.get(post) ?? 0) + 1);
  }
  return counts;
}

/** The counts from one request a post, which tells the total in a header. */
async function totals(
  site: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string | undefined>> {
  const total = async (id: string): Promise<[string, string | undefined]> => {
    const { headers } = await requestJson(commentsUrl(site, [id], 1, 1), { signal });
    return [id, headers.get('X-WP-Total') ?? undefined];
  };
  return new Map(await Promise.all(ids.map(total)));
}
