import { parseUrl, urlKey } from '../shared/url.js';
import { domTree } from './dom-tree.js';
import { statedAddresses } from './metadata.js';

/**
 * The absolute addresses by which a page may be known, the most reliable first: canonical link, `og:url`, JSON-LD,
 * location.
 *
 * @param page the document, from `thisPage`
 */
export function pageUrls(page: Document): string[] {
  const { baseURI, location } = page;
  const stated = statedAddresses(domTree(page));
  return [...stated, location?.href].flatMap((url) => (url && parseUrl(url, baseURI)?.href) || []);
}

/**
 * The address of a page that is in no index: the first of its addresses that is on its own host and not the site's
 * root, which careless templates name on every page.
 */
export function pageUrl(page: Document, addresses: readonly string[]): string {
  const here = page.location?.href;
  const root = here && urlKey(new URL('/', here).href);
  const isCredible = (url: string): boolean => {
    const key = urlKey(url);
    return !root || (key !== root && urlKey(new URL('/', url).href) === root);
  };
  return addresses.find(isCredible) ?? here ?? page.baseURI;
}
