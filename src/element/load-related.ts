import type { RelatedArticle } from '../article.js';
import { pageUrl } from '../page/page-address.js';
import { thisPage } from '../page/dom-tree.js';
import { isPublished } from '../ranking/eligibility.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { indexError } from '../reader/index-error.js';
import { loadNeighbours, readNeighbours } from '../reader/neighbours.js';
import { prefetch, takeDocument } from '../reader/prefetch.js';
import { nextTask } from '../shared/time-slicing.js';
import { filePath, fillTemplate, parseUrl, webAddress } from '../shared/url.js';
import { discoveredIndex } from './discovered-index.js';
import { inlineScript, isOfPage, pageParsed } from './inline-index.js';
import { neighboursOf } from './neighbours.js';
import type * as Ranking from './ranking.js';
import type { IndexSource, RelatedRequest, RequestContext } from './request.js';

/**
 * The articles that are related to the page's: from the list given, else from the data in the element, else from the
 * addresses that the author names, else from what the page's head names. Undefined where nobody names an index.
 *
 * A file of neighbours is shown as it is. For every other index the ranking script is loaded.
 *
 * @throws IndexError where the index can't be used; the signal's reason once that is aborted
 */
export async function loadRelated(
  request: RelatedRequest,
  context: RequestContext,
): Promise<readonly RelatedArticle[] | undefined> {
  if (request.articles) return rank(request, context, {});
  const { host, fresh, signal } = context;
  const parsed = pageParsed(host);
  if (parsed) await parsed;
  const inline = fresh && request.src ? undefined : inlineScript(host)?.text;
  const addresses = request.src ? filledSrc(request, context) : discoveredIndex(thisPage());
  if (inline !== undefined) {
    // The task in which the element's script ran is long enough without.
    await nextTask();
    const neighbours = isPlain(request) ? readNeighbours(inline, thisPage().baseURI) : undefined;
    if (!neighbours) return rank(request, context, { inline, addresses });
    if (isOfPage(neighbours, context)) return published(neighbours, request);
  }
  if (addresses === undefined) return undefined;
  const urls = addresses.split(/\s+/).flatMap((address) => webAddress(address, thisPage().baseURI) ?? []);
  const { credentials, maxBytes } = request;
  const options = { cache: fresh ? 'no-cache' : 'default', credentials, maxBytes, signal } as const;
  const [url] = urls;
  if (url && urls.length === 1 && isPlain(request) && isArticlesOwn(url, request, context)) {
    const neighbours = await loadNeighbours(url, options);
    if (neighbours) return published(neighbours, request);
  } else if (!ranking) {
    // The index comes while the script that ranks it does. If the only one can't be had, the script is not needed.
    const [document, ...others] = urls.map((each) => prefetch(each, options));
    if (others.length === 0) await Promise.race([document, importRanking()]);
  }
  return rank(request, context, { addresses });
}

/** The script that ranks, once it is there. */
let ranking: typeof Ranking | undefined;

async function rank(
  request: RelatedRequest,
  context: RequestContext,
  source: IndexSource,
): Promise<readonly RelatedArticle[] | undefined> {
  const { rankIndex } = ranking ?? (await importRanking());
  context.signal.throwIfAborted();
  return rankIndex(request, context, source, takeDocument);
}

async function importRanking(): Promise<typeof Ranking> {
  try {
    // Another `import` would take its time, in which a document that has been asked for may fail and be forgotten.
    return (ranking = await import('./ranking.js'));
  } catch (cause) {
    const { baseURI } = thisPage();
    const message = `${baseURI} needs the script's other file, related-articles-ranking.js, which can't be loaded; put it beside the script`;
    throw indexError('network', message, baseURI, { cause });
  }
}

/** Whether a request asks for neighbours as they are, so that neither reader nor ranker is needed. */
function isPlain(request: RelatedRequest): boolean {
  const { fields, only, exclude, excludeTags, excludeLinked, noNewer, maxAge } = request;
  return (
    !fields && !only.trim() && !exclude.trim() && !excludeTags.trim() && !excludeLinked && !noNewer && !maxAge
  );
}

function published(neighbours: ArticleIndex, { most }: RelatedRequest): RelatedArticle[] {
  const now = new Date();
  return neighboursOf(neighbours, most, (article) => isPublished(article, now));
}

/**
 * Whether an address seems to belong to the current article alone, so that neighbours are likely there: the author
 * writes a template, or the address ends in the article's slug, where that is no name of a section.
 */
function isArticlesOwn(url: string, request: RelatedRequest, context: RequestContext): boolean {
  if (request.src.includes('{')) return true;
  const slug = fillSrc('{slug}', currentUrl(request, context), '');
  return /[-\d]/.test(slug) && url.replace(/\.\w+$/, '').endsWith(`/${slug}`);
}

function filledSrc(request: RelatedRequest, context: RequestContext): string {
  const { src, article } = request;
  if (!src.includes('{')) return src;
  return fillSrc(src, currentUrl(request, context), isAddress(article) ? '' : article);
}

function currentUrl({ article }: RelatedRequest, { identity }: RequestContext): string {
  const named = isAddress(article) ? parseUrl(article, thisPage().baseURI) : undefined;
  return named?.href ?? pageUrl(thisPage(), identity().addresses);
}

function isAddress(idOrUrl: string): boolean {
  return /[/:]/.test(idOrUrl);
}

/**
 * Fills the current article into `src`, percent-encoded as RFC 6570, section 3.2.2, has it. The slashes of `{path}`
 * stay, and the path of a site's root is `index`.
 *
 * @param url absolute address of the current article
 * @param id its id, where the author names one; else empty
 */
export function fillSrc(src: string, url: string, id: string): string {
  const path = filePath(url).map(percentEncoded);
  return fillTemplate(src, {
    url: percentEncoded(url),
    id: percentEncoded(id || url),
    path: path.join('/'),
    slug: path.at(-1)!,
  });
}

/** Everything but letters, digits and `-._~`; `encodeURIComponent` spares a few more characters. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
