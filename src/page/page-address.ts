import { metaContent } from './meta.js';
import { articleData, dataUrl } from './structured-data.js';
import { parseUrl, urlKey } from '../shared/url.js';

/** The addresses by which a page may be known, the most telling first: canonical, og:url, JSON-LD, location. */
export function pageUrls(page: Document): string[] {
  const urls = [
    page.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    metaContent(page, 'og:url'),
    dataUrl(articleData(page)),
    page.location?.href,
  ];
  return urls.flatMap((url) => (url && parseUrl(url, page.baseURI)?.href) || []);
}

/**
 * The address of a page that is in no index: the first of its addresses that is on its own host and not the site's
 * root, which careless templates name on every page.
 */
export function pageUrl(page: Document, addresses: readonly string[] = pageUrls(page)): string {
  const here = page.location?.href;
  const root = here && urlKey(new URL('/', here).href);
  const isCredible = (url: string): boolean => {
    const key = urlKey(url);
    return !root || (key !== root && urlKey(new URL('/', url).href) === root);
  };
  return addresses.find(isCredible) ?? here ?? page.baseURI;
}
