import type { Article } from '../../article.js';
import { inPool } from '../../shared/in-pool.js';
import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { refusalCode, requestJson, toKey } from '../request.js';
import type { Settings } from '../settings.js';

/** The most comments that a page of the response holds. */
const PAGE_SIZE = 100;

/**
 * WordPress's REST API (https://developer.wordpress.org/rest-api/reference/comments/): approved comments of posts by id.
 * It is one request where the posts have at most 100 comments together, else further pages or one request a post,
 * whichever is less.
 */
export function wordpress(settings: Settings): CountsProvider {
  const named = settings.option('url') === undefined ? settings.site.wordPressApi : undefined;
  const api = named ?? apiOf(settings.address('/'));
  return {
    batch: 100,
    missingIsZero: true,
    key: settings.key(postId),
    fetch: (ids, { signal }) => countsOf(ids, api, signal),
  };
}

/**
 * The counts of posts. Where one is not for the public any more, WordPress refuses to tell of all that are asked for
 * together: then their halves are asked for, down to that post, whose count stays unknown.
 */
async function countsOf(
  ids: readonly string[],
  api: string,
  signal: AbortSignal,
): Promise<Map<string, unknown>> {
  try {
    return await countsTogether(ids, api, signal);
  } catch (cause) {
    if (refusalCode(cause) !== 'rest_cannot_read_post') throw cause;
    if (ids.length === 1) return new Map([[ids[0]!, undefined]]);
    const middle = ids.length >> 1;
    const halves = [ids.slice(0, middle), ids.slice(middle)];
    const counts = await Promise.all(halves.map((half) => countsOf(half, api, signal)));
    return new Map(counts.flatMap((half) => [...half]));
  }
}

async function countsTogether(
  ids: readonly string[],
  api: string,
  signal: AbortSignal,
): Promise<Map<string, unknown>> {
  const request = (page: number): ReturnType<typeof requestJson> =>
    requestJson(commentsUrl(api, ids, page), { signal });
  const first = await request(1);
  const comments = [...toComments(first.json, api)];
  // Where a proxy removes the header, a full page may be one of many.
  const pages = Number(first.headers.get('X-WP-TotalPages')) || (comments.length < PAGE_SIZE ? 1 : Infinity);
  if (pages > ids.length) return totals(api, ids, signal);
  const others = Array.from({ length: pages - 1 }, (_, at) => at + 2);
  await inPool(others, async (page) => {
    comments.push(...toComments((await request(page)).json, api));
  });
  return countByPost(comments);
}

/** The post's id: the article's own, or the one in its short address, `?p=123`. */
function postId({ id, url }: Article): string | undefined {
  if (/^\d+$/.test(id)) return id;
  return [id, url].map((text) => /[?&]p(?:age_id)?=(\d+)/.exec(text)?.[1]).find(Boolean);
}

/** The address of the API of a WordPress; the author may have named that itself. */
function apiOf(site: string): string {
  const url = new URL(site);
  if (!url.searchParams.has('rest_route')) {
    url.pathname = `${url.pathname.replace(/\/(?:wp-json.*)?$/, '')}/wp-json/`;
  }
  return url.href;
}

/** Sites without pretty permalinks have the route in the query: `/?rest_route=/`. */
function commentsUrl(api: string, ids: readonly string[], page: number, perPage = PAGE_SIZE): string {
  const url = new URL(api);
  const { searchParams: query } = url;
  const route = 'wp/v2/comments';
  if (query.has('rest_route')) query.set('rest_route', `/${route}`);
  else url.pathname = url.pathname.replace(/\/?$/, `/${route}`);
  query.set('post', ids.join(','));
  query.set('per_page', String(perPage));
  query.set('page', String(page));
  query.set('_fields', 'id,post');
  return url.href;
}

function toComments(json: unknown, api: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new Error(`${api} did not answer with a list of comments`);
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
  api: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, unknown>> {
  const counts = new Map<string, unknown>();
  await inPool(ids, async (id) => {
    const { headers } = await requestJson(commentsUrl(api, [id], 1, 1), { signal });
    counts.set(id, headers.get('X-WP-Total') ?? undefined);
  });
  return counts;
}
