import type { Article } from '../../article.js';
import { toArticle } from '../../reader/draft.js';
import { urlKey, webAddress } from '../../shared/url.js';
import type { HtmlPage } from '../html/html-page.js';
import { NOWHERE } from '../nowhere.js';
import { readDate } from './dates.js';
import { found, type Part, type Placed } from './found.js';

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
  const shared = sharedExcerpts(pages);
  const parts = pages.map(({ where, page, own }): Part & { nearness: number } => {
    if (typeof page === 'string') return { where, article: page, nearness: 0 };
    const address = pageAddress(page, own);
    const excerpt = shared.has(page.draft.excerpt) ? undefined : page.draft.excerpt;
    const draft = { ...page.draft, excerpt, links: resolved(page.draft.links, own ?? address) };
    return { where, article: articleOf({ ...page, draft }, address), nearness: nearness(own, address) };
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

function articleOf({ draft, reason }: HtmlPage, address: string): Article | string {
  const base = new URL(address);
  return (
    reason ??
    whyNoArticle(base.pathname) ??
    toArticle({ ...draft, url: address, date: readDate(draft.date, draft.language) ?? draft.date }, base)
  );
}

/** Why an address is not that of an article, as a clause; undefined if it may be one. */
function whyNoArticle(path: string): string | undefined {
  const parts = path
    .toLowerCase()
    .replace(/(?:index)?\.html?$/, '')
    .split('/')
    .filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined) return 'is the home page';
  if (parts.length <= 2 && OTHER_PAGES.has(last)) return 'is a legal notice, contact, search or error page';
  if (parts.some((part) => LISTS.has(part)) || (parts.at(-2) === 'page' && /^\d+$/.test(last))) {
    return 'is a list of articles';
  }
  return undefined;
}

/** Names of pages that every site has beside its articles, at the root or in the folder of a language. */
const OTHER_PAGES = new Set(
  (
    '404 500 offline search suche about ueber-uns about-us imprint impressum legal legal-notice datenschutz ' +
    'datenschutzerklaerung privacy privacy-policy terms terms-of-service agb contact kontakt cookies disclaimer ' +
    'barrierefreiheit accessibility mentions-legales aviso-legal newsletter sitemap login'
  ).split(' '),
);
const LISTS = new Set(
  'tag tags category categories kategorie kategorien author authors autor archive archives'.split(' '),
);

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

/** The descriptions that several pages share. They describe the site, not an article. */
function sharedExcerpts(pages: readonly PlacedPage[]): ReadonlySet<unknown> {
  const counts = new Map<unknown, number>();
  for (const { page } of pages) {
    if (typeof page !== 'string' && page.draft.excerpt !== undefined && !page.reason) {
      counts.set(page.draft.excerpt, (counts.get(page.draft.excerpt) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= PAGES_OF_A_SITE).map(([excerpt]) => excerpt));
}

const PAGES_OF_A_SITE = 3;

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
