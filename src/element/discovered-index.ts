import { parseWebUrl } from '../shared/url.js';

/**
 * The address of the index that a page's head names: its JSON Feed, else the posts of its WordPress with the names of
 * their tags and their pictures. Undefined where the head names neither.
 */
export function discoveredIndex(page: Document): string | undefined {
  // In a frame without an address (`blob:`) a relative one leads nowhere.
  const link = (selector: string): URL | undefined =>
    parseWebUrl(page.querySelector<HTMLLinkElement>(`link${selector}[href]`)?.href ?? '');
  const feed = link('[rel~="alternate"][type="application/feed+json"]');
  const api = link('[rel~="https://api.w.org/"]');
  return feed?.href ?? (api && postsOf(api));
}

/** WordPress without pretty addresses has its routes in the query: `/?rest_route=/`. */
function postsOf(api: URL): string {
  const { searchParams: query } = api;
  const route = query.get('rest_route');
  if (route === null) api.pathname = api.pathname.replace(/\/?$/, POSTS);
  else query.set('rest_route', route.replace(/\/?$/, POSTS));
  query.set('per_page', '100');
  query.set('_embed', 'wp:term,wp:featuredmedia');
  query.set('_fields', 'id,date_gmt,link,title,excerpt,lang,comment_count,_links,_embedded');
  return api.href;
}

const POSTS = '/wp/v2/posts';
