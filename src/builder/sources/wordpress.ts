import type { Article } from '../../article.js';
import { Counter } from '../../discussion/counter.js';
import { createProvider } from '../../discussion/providers.js';
import { readIndex } from '../../reader/read-index.js';
import { inPool } from '../../shared/in-pool.js';
import { parseJson } from '../../shared/json.js';
import { parseUrl } from '../../shared/url.js';
import { attribute, first, parseHtml } from '../html/html-document.js';
import type { SourceOptions } from '../options.js';
import { entriesLeftOut, found, type Found, type LeftOut } from './found.js';
import { type Answer, PATIENCE_MS, request, RequestError } from './remote.js';

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
  const posts = await allPosts(api, options, unread);
  const { articles, skipped } = readIndex(posts, api);
  const { articles: counted, failure } = await withCommentCounts(articles, api, options);
  const { articles: different, leftOut: repeated } = found(
    counted.map((article) => ({ where: article.url, article })),
  );
  const leftOut = [...unread, ...entriesLeftOut(skipped, api), ...repeated];
  if (failure === undefined) return { articles: different, leftOut };
  return { articles: different, leftOut, warnings: [`numbers of comments are missing: ${failure}`] };
}

const PER_PAGE = 100;
const POST_QUERY = {
  per_page: String(PER_PAGE),
  _embed: 'author,wp:term,wp:featuredmedia',
  _fields: 'id,link,title,excerpt,content,date_gmt,date,status,type,lang,class_list,_links,_embedded',
};

/** The address of the list of posts. APIs without pretty permalinks have their route in the query. */
function postsUrl(api: string): URL {
  const url = new URL(api);
  const path = 'wp/v2/posts';
  if (url.searchParams.has('rest_route')) {
    url.searchParams.set('rest_route', `${url.searchParams.get('rest_route')?.replace(/\/$/, '')}/${path}`);
  } else {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  }
  for (const [key, value] of Object.entries(POST_QUERY)) url.searchParams.set(key, value);
  return url;
}

/**
 * All posts. The API says how many pages they have.
 *
 * @param unread receives the pages behind the first that can't be read
 */
async function allPosts(api: string, options: SourceOptions, unread: LeftOut[]): Promise<unknown[]> {
  const start = postsUrl(api);
  const step = 'Reading posts';
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
        if (!(cause instanceof RequestError)) throw cause;
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
 * The articles with the numbers of their comments, as far as the site tells them: unknown is not 0.
 *
 * @returns also why others are missing
 */
async function withCommentCounts(
  articles: readonly Article[],
  api: string,
  options: SourceOptions,
): Promise<{ readonly articles: readonly Article[]; readonly failure?: string }> {
  const provider = createProvider('wordpress', { address: api, wordPressApi: api });
  const counter = new Counter(provider, options.timeout ?? PATIENCE_MS);
  const counted: Article[] = [];
  let failure: string | undefined;
  while (counted.length < articles.length) {
    options.signal?.throwIfAborted();
    const some = articles.slice(counted.length, counted.length + PER_PAGE);
    const { discussions, error } = await counter.count(some);
    counted.push(...some.map((article) => withCount(article, discussions.get(article)?.count)));
    failure ??= error?.message;
    options.onProgress?.({ step: 'Counting comments', done: counted.length, total: articles.length });
  }
  return { articles: counted, ...(failure !== undefined && { failure }) };
}

function withCount(article: Article, count: number | undefined): Article {
  if (count === undefined) return article;
  return { ...article, discussion: { url: `${article.url}#comments`, ...article.discussion, count } };
}
