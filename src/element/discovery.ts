/**
 * The address of the index that a page's head names: its JSON Feed, else the posts of its WordPress, with the names
 * of their tags and their pictures; undefined where it names neither.
 */
export function discovered(page: Document): string | undefined {
  const link = (selector: string): string | undefined =>
    page.querySelector<HTMLLinkElement>(`link${selector}[href]`)?.href;
  const feed = link('[rel~="alternate"][type="application/feed+json"]');
  const api = link('[rel~="https://api.w.org/"]');
  return feed || (api && postsOf(new URL(api)));
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

/** What to tell an author whose page names no index anywhere. */
export const NO_INDEX_NAMED =
  'needs an index: write <related-articles src="/feed.json">, or set its property "articles"; ' +
  'this page names no JSON Feed in its head';
