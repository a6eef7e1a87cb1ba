import { isTag } from 'domhandler';
import { shorten } from '../../shared/text.js';
import { BuildError } from '../build-error.js';
import { type Element, isCutOff, outermost, parseXml, textOf } from '../html/html-document.js';
import { readHtmlPage } from '../html/html-page.js';
import type { SourceOptions } from '../options.js';
import { unpacked } from './documents.js';
import type { Found, LeftOut } from './found.js';
import { articlesOf, decodedPath, type PlacedPage } from './pages.js';
import { pathFilter } from './path-filter.js';
import { inPool, request, RequestError } from './remote.js';

/** Whether a document is a sitemap or a sitemap index (sitemaps.org). */
export function isSitemap(text: string): boolean {
  return /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(text.slice(0, 4096));
}

/**
 * Reads the pages that a sitemap and the sitemaps below it name, four pages at a time. Pages on another host than the
 * first page are left out: a sitemap can't speak for them.
 */
export async function readSitemap(xml: string, where: string, options: SourceOptions): Promise<Found> {
  const { addresses, leftOut } = await namedPages(xml, where, options);
  const [host] = [...addresses].map((address) => new URL(address).host);
  const { isWanted } = pathFilter(options);
  const wanted = [...addresses].filter((address) =>
    isWanted(decodedPath(new URL(address).pathname).slice(1)),
  );
  const [first] = leftOut;
  if (wanted.length === 0 && first) throw new BuildError(`${first.where} ${first.reason}`);
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
async function namedPages(xml: string, where: string, options: SourceOptions): Promise<NamedPages> {
  const named: NamedPages = { addresses: new Set(), leftOut: [] };
  const sitemaps = new Set<string>([where]);
  readLocations(xml, where, sitemaps, named);
  for (const address of sitemaps) {
    if (address === where) continue;
    try {
      const text = unpacked(await request(address, options));
      if (isSitemap(text)) readLocations(text, address, sitemaps, named);
      else named.leftOut.push({ where: address, reason: 'is no sitemap' });
    } catch (cause) {
      if (!(cause instanceof BuildError)) throw cause;
      const reason = cause instanceof RequestError ? cause.reason : 'can’t be unpacked';
      named.leftOut.push({ where: address, reason: `could not be read: ${reason}` });
    }
  }
  return named;
}

/** Adds what a sitemap names: pages, and sitemaps to read after it. */
function readLocations(xml: string, where: string, sitemaps: Set<string>, named: NamedPages): void {
  const document = parseXml(xml);
  const { addresses, leftOut } = named;
  for (const entry of outermost(document, /^(?:\w+:)?(?:url|sitemap)$/)) {
    const address = locationOf(entry);
    const isPage = localName(entry) === 'url';
    if (!URL.canParse(address)) {
      leftOut.push({ where, reason: `names something that is no absolute address: ${shorten(address, 80)}` });
    } else if (isPage) addresses.add(address);
    else if (sitemaps.size < MOST_SITEMAPS || sitemaps.has(address)) sitemaps.add(address);
    else leftOut.push({ where: address, reason: `is one of more than ${MOST_SITEMAPS} sitemaps` });
  }
  if (isCutOff(document)) leftOut.push({ where, reason: 'is nested too deep; the rest is not read' });
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
