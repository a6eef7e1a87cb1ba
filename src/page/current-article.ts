import type { Article } from '../article.js';
import { mainText } from './main-text.js';
import { pageArticle, pageUrls } from './page-article.js';
import { parseUrl, urlKey } from './url-identity.js';

/**
 * The article that a page shows. By name, canonical link, og:url, JSON-LD or location, the first of these that is in
 * the index gives its entry, with the page's own text where the entry has none; if none is, the page itself tells
 * title, tags, language and text.
 *
 * @param named id or address of the article, where the author names it
 */
export function currentArticle(page: Document, articles: readonly Article[], named = ''): Article {
  const own = pageUrls(page);
  const address = named && parseUrl(named, page.baseURI)?.href;
  const byId = articles.find(({ id }) => id === named);
  const entry = byId ?? firstKnown(address ? [address, ...own] : own, articles);
  if (!entry) return pageArticle(page);
  const isThisPage = own.some((url) => urlKey(url) === urlKey(entry.url));
  return entry.text || !isThisPage ? entry : { ...entry, text: mainText(page) };
}

function firstKnown(addresses: readonly string[], articles: readonly Article[]): Article | undefined {
  const exact = new Map(articles.map((article) => [article.url, article]));
  const loose = byKey(articles);
  for (const address of addresses) {
    const found = exact.get(address) ?? loose.get(urlKey(address) ?? '');
    if (found) return found;
  }
  return undefined;
}

/** The articles by the key of their address; a key that two of them share tells neither. */
function byKey(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const found = new Map<string, Article>();
  const shared = new Set<string>();
  for (const article of articles) {
    const key = urlKey(article.url);
    if (key === undefined) continue;
    if (found.has(key)) shared.add(key);
    found.set(key, article);
  }
  for (const key of shared) found.delete(key);
  return found;
}

/**
 * The entries of an index that are the current article under whatever address, itself included. On a page that the
 * index does not know, a copy of a site under test, say, the title tells them.
 */
export function ownEntries(page: Document, articles: readonly Article[], current: Article): Article[] {
  const keys = new Set([current.url, ...pageUrls(page)].map(urlKey));
  const isKnown = articles.some(({ id }) => id === current.id);
  return articles.filter(({ url, title }) => keys.has(urlKey(url)) || (!isKnown && title === current.title));
}
