import type { Article } from '../../article.js';
import { readIndex } from '../../reader/read-index.js';
import { isRecord, own, parseJson } from '../../shared/json.js';
import { parseUrl } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import { attribute, first, parseHtml } from '../html/html-document.js';
import type { SourceOptions } from '../options.js';
import { entriesLeftOut, found, type Found, type LeftOut } from './found.js';
import { type Answer, inPool, request, RequestError } from './remote.js';

/**
 * The address of a WordPress site's REST API, which pages name in their head or in a header
 * (https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/). Undefined for other sites.
 */
export function wordPressApi({ url, headers, text }: Answer): string | undefined {
  const header = /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(headers.get('link') ?? '')?.[1];
  const address = header ?? attribute(first('link[rel="https://api.w.org/"]', parseHtml(text)), 'href');
  return address && parseUrl(address, url)?.href;
}

/** Reads all published posts of a WordPress site, with their numbers of comments. */
export async function readWordPress(api: string, options: SourceOptions): Promise<Found> {
  const unread: LeftOut[] = [];
  const posts = await allPages(route(api, 'posts', POST_QUERY), options, 'Reading posts', unread);
  const { articles, skipped } = readIndex(posts, api);
  const counts = await commentCounts(api, articles, options);
  const counted = articles.map((article) => withCount(article, counts?.get(article.id)));
  const { articles: different, leftOut: repeated } = found(
    counted.map((article) => ({ where: article.url, article })),
  );
  return { articles: different, leftOut: [...unread, ...entriesLeftOut(skipped, api), ...repeated] };
}

const PER_PAGE = 100;
const POST_QUERY = {
  per_page: String(PER_PAGE),
  _embed: 'author,wp:term,wp:featuredmedia',
  _fields: 'id,link,title,excerpt,content,date_gmt,date,status,lang,class_list,_links,_embedded',
};

/** The address of a list. APIs without pretty permalinks have their route in the query. */
function route(api: string, name: string, query: Record<string, string>): URL {
  const url = new URL(api);
  const path = `wp/v2/${name}`;
  if (url.searchParams.has('rest_route')) {
    url.searchParams.set('rest_route', `${url.searchParams.get('rest_route')?.replace(/\/$/, '')}/${path}`);
  } else {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  }
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url;
}

/**
 * All entries of a list. The API says how many pages it has.
 *
 * @param unread receives the pages behind the first that can't be read; without it, one such page is an error
 */
async function allPages(
  start: URL,
  options: SourceOptions,
  step: string,
  unread?: LeftOut[],
): Promise<unknown[]> {
  const pages: unknown[][] = [];
  const read = async (page: number): Promise<number> => {
    const url = new URL(start);
    url.searchParams.set('page', String(page));
    const { headers, text } = await request(url.href, options);
    pages[page - 1] = list(text, url.href);
    return Number(headers.get('x-wp-totalpages')) || 1;
  };
  const total = Math.min(await read(1), MOST_PAGES);
  let done = 1;
  options.onProgress?.({ step, done, total });
  await inPool(
    Array.from({ length: total - 1 }, (_, at) => at + 2),
    async (page) => {
      try {
        await read(page);
      } catch (cause) {
        if (!unread || !(cause instanceof RequestError)) throw cause;
        unread.push({
          where: `${start.href}, page ${page}`,
          reason: 'could not be read',
          detail: cause.reason,
        });
      }
      options.onProgress?.({ step, done: ++done, total });
    },
  );
  return pages.flat();
}

/** 100,000 entries. */
const MOST_PAGES = 1000;

function list(text: string, url: string): unknown[] {
  const json = parseJson(text);
  if (Array.isArray(json)) return json;
  throw new RequestError(url, "is not a list of WordPress posts; check that the site's REST API is public");
}

/**
 * The number of comments of each post, by its id. One request asks for the comments of many posts. Undefined if the site
 * does not tell, since unknown is not 0.
 */
async function commentCounts(
  api: string,
  articles: readonly Article[],
  options: SourceOptions,
): Promise<Map<string, number> | undefined> {
  const counts = new Map(articles.map(({ id }) => [id, 0]));
  try {
    for (let at = 0; at < articles.length; at += PER_PAGE) {
      const post = articles
        .slice(at, at + PER_PAGE)
        .map(({ id }) => id)
        .join(',');
      const query = { per_page: String(PER_PAGE), post, _fields: 'id,post' };
      for (const comment of await allPages(route(api, 'comments', query), options, 'Counting comments')) {
        const id = isRecord(comment) ? String(own(comment, 'post')) : '';
        const count = counts.get(id);
        if (count !== undefined) counts.set(id, count + 1);
      }
    }
    return counts;
  } catch (cause) {
    if (cause instanceof BuildError) return undefined;
    throw cause;
  }
}

function withCount(article: Article, count: number | undefined): Article {
  if (count === undefined) return article;
  return { ...article, discussion: { url: `${article.url}#comments`, ...article.discussion, count } };
}
