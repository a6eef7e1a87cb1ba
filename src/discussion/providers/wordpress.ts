import type { Article } from '../../article.js';
import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * WordPress's REST API (https://developer.wordpress.org/rest-api/reference/comments/): approved comments of posts by
 * their ids. One request where they have at most 100 comments together; else further pages, or one request per post,
 * whichever is less.
 */
export function provider(settings: Settings, { askForJson, member }: ProviderKit): CountsProvider {
  const site = settings.address('/');
  return {
    batch: 25,
    missingIsZero: true,
    key: postId,
    fetch: async (ids, { signal }) => {
      const { json, headers } = await askForJson(commentsOf(site, ids, 1), { signal });
      const pages = Number(headers.get('X-WP-TotalPages')) || 1;
      if (pages <= ids.length) {
        const others = Array.from({ length: pages - 1 }, (_, at) =>
          askForJson(commentsOf(site, ids, at + 2), { signal }),
        );
        return counted([json, ...(await Promise.all(others)).map((answer) => answer.json)], site, member);
      }
      return new Map(
        await Promise.all(
          ids.map(async (id): Promise<[string, unknown]> => {
            const answer = await askForJson(commentsOf(site, [id], 1, 1), { signal });
            return [id, answer.headers.get('X-WP-Total') ?? undefined];
          }),
        ),
      );
    },
  };
}

/** The post's number: the index's id, or what its short address says, `?p=123`. */
function postId({ id, url }: Article): string | undefined {
  if (/^\d+$/.test(id)) return id;
  return [id, url].map((text) => /[?&]p(?:age_id)?=(\d+)/.exec(text)?.[1]).find(Boolean);
}

/** Sites without pretty addresses have their routes in the query: `/?rest_route=/`. */
function commentsOf(site: string, ids: readonly string[], page: number, perPage = 100): string {
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

function counted(
  pages: readonly unknown[],
  site: string,
  member: ProviderKit['member'],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    if (!Array.isArray(page)) throw new Error(`${site} did not answer with a list of comments`);
    for (const comment of page as unknown[]) {
      const post = String(member(comment, 'post'));
      counts.set(post, (counts.get(post) ?? 0) + 1);
    }
  }
  return counts;
}
