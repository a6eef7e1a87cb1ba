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
  const keys = addresses.map(urlKey).filter((key) => key !== undefined);
  const byKey = new Map(articles.map((article) => [urlKey(article.url), article]));
  return keys.map((key) => byKey.get(key)).find((article) => article !== undefined);
}
