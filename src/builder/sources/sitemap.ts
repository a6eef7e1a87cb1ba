import { isTag } from 'domhandler';
import picomatch from 'picomatch';
import { BuildError } from '../build-error.js';
import { all, parseXml, textOf } from '../html/html-document.js';
import { readHtmlPage } from '../html/html-page.js';
import type { SourceOptions } from '../options.js';
import { unpacked } from './documents.js';
import type { Found } from './found.js';
import { articlesOf, decodedPath, type PlacedPage } from './pages.js';
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
  const addresses = await pageAddresses(xml, options, new Set([where]));
  const [host] = addresses.map((address) => new URL(address).host);
  const isWanted = pathFilter(options);
  const wanted = addresses.filter((address) => isWanted(decodedPath(new URL(address).pathname).slice(1)));
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
  return articlesOf(pages);
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

/** Tells by `include` and `exclude` whether a path without its leading slash, `blog/a.html`, is to be read. */
function pathFilter({ include, exclude }: SourceOptions): (path: string) => boolean {
  const isIncluded = include?.length ? picomatch([...include]) : () => true;
  const isExcluded = exclude?.length ? picomatch([...exclude]) : () => false;
  return (path) => isIncluded(path) && !isExcluded(path);
}

/** The pages of a sitemap and of the sitemaps below it, in order, each once. */
async function pageAddresses(xml: string, options: SourceOptions, seen: Set<string>): Promise<string[]> {
  const document = parseXml(xml);
  const locations = (of: string): string[] =>
    all(of, document).flatMap((entry) => {
      const location = entry.children.find(
        (child) => isTag(child) && child.name.replace(/^.*:/, '') === 'loc',
      );
      const address = location && isTag(location) ? textOf(location) : '';
      return URL.canParse(address) ? [address] : [];
    });
  const pages = locations('url');
  for (const address of locations('sitemap')) {
    if (seen.has(address)) continue;
    seen.add(address);
    if (seen.size > MOST_SITEMAPS)
      throw new BuildError(
        `${address} is one of more than ${MOST_SITEMAPS} sitemaps; name fewer sitemaps at a time`,
      );
    pages.push(...(await pageAddresses(unpacked(await request(address, options)), options, seen)));
  }
  return [...new Set(pages)];
}

/** The most sitemaps of one index. Each may name 50,000 pages. */
const MOST_SITEMAPS = 500;
