import { isText } from '../shared/json.js';
import { parseUrl, parseWebUrl, urlKey } from '../shared/url.js';
import { domTree } from './dom-tree.js';
import { linkedAddresses, statedAddresses } from './metadata.js';

/** By which addresses a page is known, as far as it takes no parser of JSON to tell. */
export interface PageIdentity {
  /** Absolute, the most reliable first: canonical link, `og:url`, location. */
  readonly addresses: readonly string[];
  /** Whether a page that was shown before has left something in the head. */
  readonly isHeadStale: boolean;
}

/** What a page says of itself. */
export function pageIdentity(page: Document): PageIdentity {
  return { addresses: [...linkedUrls(page), locationUrl(page)].filter(isText), isHeadStale: false };
}

/** The addresses that the elements of a page's head state, the most reliable first: canonical link, `og:url`. */
export function linkedUrls(page: Document): string[] {
  return resolved(linkedAddresses(domTree(page)), page);
}

/** All addresses that a page states, the most reliable first: canonical link, `og:url`, JSON-LD. */
export function statedUrls(page: Document): string[] {
  return resolved(statedAddresses(domTree(page)), page);
}

/** What tells a page's article from others: the addresses in its head, and the texts of JSON-LD that has an article. */
export function statements(page: Document): string[] {
  const data = domTree(page).all('script[type="application/ld+json"]');
  const texts = data.map(({ textContent }) => textContent ?? '').filter((text) => ARTICLE_DATA.test(text));
  return [...linkedUrls(page), ...texts];
}

const ARTICLE_DATA = /(?:Article|Posting|Report)"/;

/** The addresses of a page's article in several languages, its own among them. */
export function translationUrls(page: Document): string[] {
  const { all, attribute } = domTree(page);
  return resolved(
    all('[rel~="alternate"][hreflang]').map((link) => attribute(link, 'href') ?? ''),
    page,
  );
}

function resolved(addresses: readonly string[], { baseURI }: Document): string[] {
  return addresses.flatMap((address) => parseUrl(address, baseURI)?.href ?? []);
}

/**
 * The address of a page by its location. That of a frame without an address (`about:srcdoc`, `blob:`, `data:`) is the
 * document's base; undefined where this is no web address either.
 */
export function locationUrl({ location, baseURI }: Document): string | undefined {
  return location && (parseWebUrl(location.href) ?? parseWebUrl(baseURI))?.href;
}

/** An address with each of its parameters alone, then without any: what it may be without those that nobody knows. */
export function withFewerParameters(address: string): string[] {
  const { searchParams } = new URL(address);
  const parameters = [...searchParams].slice(0, MOST_PARAMETERS);
  const queries = [...parameters.map((pair) => `?${new URLSearchParams([pair])}`), ''];
  return queries.map((query) => Object.assign(new URL(address), { search: query }).href);
}

const MOST_PARAMETERS = 8;

/**
 * The address of a page that is in no index: the first of its addresses that is on its own host and not the site's
 * root, which careless templates name on every page.
 */
export function pageUrl(page: Document, addresses: readonly string[]): string {
  const here = locationUrl(page);
  const root = here && rootKey(here);
  const isCredible = (url: string): boolean => !root || (urlKey(url) !== root && rootKey(url) === root);
  return addresses.find(isCredible) ?? here ?? page.baseURI;
}

/** The key of a site's root; undefined for an address that is on no site. */
function rootKey(url: string): string | undefined {
  return urlKey(parseUrl('/', url)?.href ?? '');
}
