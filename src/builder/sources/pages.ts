import type { Article } from '../../article.js';
import { chooseTitle } from '../../page/title.js';
import { type Draft, toArticle } from '../../reader/draft.js';
import { normalizeDate } from '../../reader/normalize-date.js';
import { shorten } from '../../shared/text.js';
import { urlKey, webAddress } from '../../shared/url.js';
import type { HtmlPage } from '../html/html-page.js';
import { NOWHERE } from '../nowhere.js';
import { readDate } from './dates.js';
import { found, type Part, type Placed } from './found.js';
import { datedFolders, type PageAtAddress, whyNoArticle } from './page-kinds.js';
import { hostNames, type SiteParts, siteParts, withoutLines } from './site-parts.js';

/** A page as it was read, with its place. */
export interface PlacedPage {
  /** The file or the URL, for people. */
  readonly where: string;
  readonly page: HtmlPage | string;
  /** The address that follows from the page's place. */
  readonly own: string;
}

/** The articles among a site's pages, with the reasons why the other pages are not articles. */
export function articlesOf(pages: readonly PlacedPage[]): Placed {
  return found(partsOf(pages));
}

/** The articles of a site's pages, or why they are none. A page stands before its copies. */
export function partsOf(pages: readonly PlacedPage[]): Part[] {
  const site = siteParts(pages.flatMap(({ page }) => (typeof page === 'string' ? [] : page)));
  const placed = pages.map(({ where, page, own }) => {
    const address = typeof page === 'string' ? own : pageAddress(page, own);
    return { where, page, own, address, nearness: nearness(own, address) };
  });
  const folders = datedFolders(
    placed.flatMap(({ page, address }) =>
      typeof page === 'string' || page.reason ? [] : atAddress(page, new URL(address)),
    ),
  );
  const parts = placed.map(({ where, page, own, address, nearness: near }): Part & { nearness: number } => {
    const article = typeof page === 'string' ? page : articleOf(page, { address, own, site, folders });
    return { where, article, nearness: near };
  });
  return parts.sort((a, b) => b.nearness - a.nearness).map(({ where, article }) => ({ where, article }));
}

/** The addresses of links, which are relative to where the page is. */
function resolved(links: unknown, base: string | undefined): unknown {
  return Array.isArray(links) ? links.flatMap((link: unknown) => webAddress(link, base) ?? []) : undefined;
}

/** 2 if a page is at the address that it names, 1 if it is at a variant of that (`/amp/`), else 0. */
function nearness(own: string, address: string): number {
  return own === address ? 2 : Number(urlKey(own) === urlKey(address));
}

/** What is known of a page beside the page itself. */
interface Surroundings {
  readonly address: string;
  readonly own: string;
  readonly site: SiteParts;
  readonly folders: ReadonlyMap<string, number>;
}

function articleOf(page: HtmlPage, { address, own, site, folders }: Surroundings): Article | string {
  if (page.reason) return page.reason;
  const url = new URL(address);
  const reason = whyNoArticle(atAddress(page, url), folders);
  if (reason) return reason;
  const links = resolved(page.draft.links, own);
  return toArticle({ ...draftOf(page, url, site), links }, url);
}

function atAddress({ draft, hasOwnDate }: HtmlPage, url: URL): PageAtAddress {
  return { url, language: draft.language, isDated: hasOwnDate || dateIn(url) !== undefined };
}

/** What a page says of its article, without what belongs to the site. */
function draftOf({ draft, titles, opening, visibleDate }: HtmlPage, url: URL, site: SiteParts): Draft {
  const paragraphs = opening.filter((line) => !site.lines.has(line));
  const excerpt = site.excerpts.has(draft.excerpt) ? undefined : draft.excerpt;
  return {
    ...draft,
    url: url.href,
    title: asMarkup(chooseTitle(titles, [...site.names, ...hostNames(titles, url)])),
    excerpt:
      excerpt ?? asMarkup(shorten((paragraphs.length > 0 ? paragraphs : opening).join(' '), EXCERPT_LENGTH)),
    text: withoutLines(draft.text, site.lines),
    date: readDate(draft.date, draft.language) ?? dateIn(url) ?? visibleDate,
    image: site.images.has(draft.image) ? undefined : draft.image,
  };
}

/** In characters. */
const EXCERPT_LENGTH = 200;

/** A text as a field with markup: titles may name elements (`<a>`). */
function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The day in an address: `/2026/11/17/masts/`. */
function dateIn({ pathname }: URL): string | undefined {
  const day = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])/.exec(pathname);
  return normalizeDate(day?.slice(1).join('-'));
}

/**
 * The first usable address that the page names, else that of its place. Not usable: the home page, a test host, another
 * host than that of the place where that is known.
 */
function pageAddress({ addresses }: HtmlPage, own: string): string {
  const host = bare(new URL(own).hostname);
  const isUsable = (hostname: string): boolean =>
    bare(hostname) === host || (own.startsWith(NOWHERE) && !TEST_HOST.test(hostname));
  const said = addresses
    .flatMap((address) => webAddress(address, own) ?? [])
    .map((url) => new URL(url))
    .find(({ hostname, pathname, search }) => isUsable(hostname) && (pathname !== '/' || search !== ''));
  return said?.href ?? own;
}

function bare(hostname: string): string {
  return hostname.replace(/^www\./, '');
}

const TEST_HOST = /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\])$|\.(?:localhost|test|local|invalid)$/;

/**
 * The address of a site, which follows from the address that one of its files names: `https://a.example/` from
 * `https://a.example/blog/x/` in `blog/x/index.html`. Undefined if the file does not tell.
 *
 * @param path the path of the file in the site's folder
 */
export function siteOf(path: string, { addresses }: HtmlPage): string | undefined {
  const address = addresses.map((said) => webAddress(said, NOWHERE)).find((url) => url !== undefined);
  const url = address && new URL(address);
  if (!url || TEST_HOST.test(url.hostname)) return undefined;
  const [said, ours] = [decodedPath(url.pathname), `/${path.replace(/(?:^|\/)index\.html?$/, '')}`].map(
    (text) => text.replace(/(?:\.html?|\/)+$/, ''),
  );
  if (!said || !ours || !said.endsWith(ours)) return undefined;
  // As a path: what begins with two slashes would be taken for a host.
  return new URL(encodedPath(`.${said.slice(0, said.length - ours.length)}/`), new URL('/', url)).href;
}

/** A path with the parts between its slashes percent-encoded. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A path without percent-encodings; as it is if they are not those of UTF-8. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
