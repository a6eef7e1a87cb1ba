import { isTag } from 'domhandler';
import { inPool } from '../../shared/in-pool.js';
import { shorten } from '../../shared/text.js';
import { parseUrl } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import { type Element, isCutOff, outermost, parseXml, textOf } from '../html/html-document.js';
import { readHtmlPage } from '../html/html-page.js';
import type { SourceOptions } from '../options.js';
import { addressesIn, kindOf } from './document-kind.js';
import { unpacked } from './documents.js';
import type { Found, LeftOut } from './found.js';
import { articlesOf, decodedPath, type PlacedPage } from './pages.js';
import { pathFilter } from './path-filter.js';
import { isRemote, request, RequestError } from './remote.js';

/** Whether a document names pages: as a sitemap, or as a robots.txt. */
export function isSitemap(text: string): boolean {
  return ['sitemap', 'list of addresses', 'robots.txt'].includes(kindOf(text));
}

/**
 * Reads the pages that a sitemap and the sitemaps below it name, four pages at a time. A sitemap is XML or a list of
 * addresses (sitemaps.org); a robots.txt names sitemaps (RFC 9309, section 2.2.4). Pages on another host than the first
 * page are left out: a sitemap can't speak for them.
 *
 * @param where its file or URL
 * @throws BuildError if it names no page, or none of its pages can be used
 */
export async function readSitemap(text: string, where: string, options: SourceOptions): Promise<Found> {
  const { addresses, leftOut } = await namedPages(text, where, options);
  const [host] = [...addresses].map((address) => new URL(address).host);
  const { isWanted } = pathFilter(options);
  const wanted = [...addresses].filter((address) =>
    isWanted(decodedPath(new URL(address).pathname).slice(1)),
  );
  const [first] = leftOut;
  if (wanted.length === 0 && first) {
    const { where: place, reason, detail } = first;
    throw new BuildError(
      `${where} names no page: ${place} ${reason}${detail === undefined ? '' : `: ${detail}`}`,
    );
  }
  if (wanted.length === 0)
    throw new BuildError(`${where} names no page to read; check the file, --include and --exclude`);
  const pages: PlacedPage[] = [];
  let done = 0;
  await inPool(wanted, async (address, at) => {
    pages[at] = { where: address, page: await pageAt(address, host, options), own: address };
    options.onProgress?.({ step: 'Reading pages', done: ++done, total: wanted.length });
  });
  const unread = pages.map(({ where: address, page }) => typeof page === 'string' && `${address} ${page}`);
  if (unread.every(Boolean)) throw new BuildError(`no page of ${where} can be used: ${String(unread[0])}`);
  const { articles, leftOut: others } = articlesOf(pages);
  return { articles, leftOut: [...leftOut, ...others] };
}

async function pageAt(
  address: string,
  host: string | undefined,
  options: SourceOptions,
): Promise<PlacedPage['page']> {
  if (new URL(address).host !== host) return 'is on another host than the sitemap’s other pages';
  try {
    const { text, headers } = await request(address, options);
    const type = headers.get('content-type') ?? 'text/html';
    return /html/i.test(type) ? readHtmlPage(text) : 'is not HTML';
  } catch (cause) {
    if (!(cause instanceof RequestError)) throw cause;
    return `could not be read: ${cause.reason}`;
  }
}

/** The pages that sitemaps name. */
interface NamedPages {
  /** Absolute addresses in order. */
  readonly addresses: Set<string>;
  /** The sitemaps and addresses that can't be used. */
  readonly leftOut: LeftOut[];
}

/** The pages of a sitemap and of the sitemaps below it. A sitemap that can't be read costs only its own pages. */
async function namedPages(text: string, where: string, options: SourceOptions): Promise<NamedPages> {
  const named: NamedPages = { addresses: new Set(), leftOut: [] };
  const sitemaps = new Set<string>([where]);
  readLocations(text, where, sitemaps, named);
  for (const address of sitemaps) {
    if (address === where) continue;
    try {
      const below = unpacked(await request(address, options));
      if (isSitemap(below)) readLocations(below, address, sitemaps, named);
      else named.leftOut.push({ where: address, reason: 'is no sitemap' });
    } catch (cause) {
      if (!(cause instanceof BuildError)) throw cause;
      const detail = cause instanceof RequestError ? cause.reason : 'it can’t be unpacked';
      named.leftOut.push({ where: address, reason: 'could not be read', detail });
    }
  }
  return named;
}

/** Adds what a sitemap names: pages, and sitemaps to read after it. */
function readLocations(text: string, where: string, sitemaps: Set<string>, named: NamedPages): void {
  const { addresses, leftOut } = named;
  for (const { location, isPage } of locationsIn(text, where, leftOut)) {
    // Some sitemaps name paths. The request refuses addresses of other schemes, and says so.
    const isPath = location.startsWith('/') && isRemote(where);
    const address = parseUrl(location, isPath ? where : undefined)?.href;
    if (address === undefined) {
      leftOut.push({ where, reason: 'names something that is no address', detail: shorten(location, 80) });
    } else if (isPage) addresses.add(address);
    else if (sitemaps.size < MOST_SITEMAPS || sitemaps.has(address)) sitemaps.add(address);
    else leftOut.push({ where: address, reason: `is one of more than ${MOST_SITEMAPS} sitemaps` });
  }
}

/** What a sitemap names, as written. */
interface Location {
  readonly location: string;
  /** Whether it is a page; else it is a sitemap. */
  readonly isPage: boolean;
}

function locationsIn(text: string, where: string, leftOut: LeftOut[]): Location[] {
  const kind = kindOf(text);
  if (kind === 'list of addresses') return addressesIn(text).map((location) => ({ location, isPage: true }));
  if (kind === 'robots.txt') {
    const lines = text.matchAll(/^[^\S\n]*sitemap[^\S\n]*:[^\S\n]*(\S+)/gim);
    return [...lines].map(([, location = '']) => ({ location, isPage: false }));
  }
  const document = parseXml(text);
  if (isCutOff(document)) leftOut.push({ where, reason: 'is nested too deep; the rest is not read' });
  return outermost(document, /^(?:\w+:)?(?:url|sitemap)$/).map((entry) => ({
    location: locationOf(entry),
    isPage: localName(entry) === 'url',
  }));
}

/** The text of an entry's `<loc>`; empty without one. */
function locationOf(entry: Element): string {
  return textOf(entry.children.filter(isTag).find((child) => localName(child) === 'loc'));
}

/** The name of an element without the prefix of its namespace. */
function localName({ name }: Element): string {
  return name.replace(/^.*:/, '');
}

/** The most sitemaps of one index. Each may name 50,000 pages. */
const MOST_SITEMAPS = 500;
