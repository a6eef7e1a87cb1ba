import type { Article } from '../article.js';
import { finished, forEach, type Steps } from '../shared/time-slicing.js';
import { pageUrls } from './page-address.js';
import { pageArticle } from './page-article.js';
import { parseUrl, urlKey } from '../shared/url.js';

/** What a page tells of the article that it shows. */
export interface PageFacts {
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** The addresses by which the page is known, absolute, the most telling first. */
  readonly addresses: readonly string[];
  /** The article as the page alone tells it, found out when it is asked for. */
  readonly article: () => Article;
}

/** What a page tells. @param addresses those by which it is known, absolute, the most telling first */
export function factsOf(page: Document, addresses: readonly string[] = pageUrls(page)): PageFacts {
  let known: Article | undefined;
  return { base: page.baseURI, addresses, article: () => (known ??= pageArticle(page, addresses)) };
}

/**
 * The article that a page shows. By name, canonical link, og:url, JSON-LD or location, the first of these that is in
 * the index gives its entry, with the page's own text where the entry has none; if none is, the page itself tells
 * title, tags, language and text.
 *
 * @param named id or address of the article, where the author names it
 */
export function currentArticle(
  { base, addresses, article }: PageFacts,
  articles: readonly Article[],
  named = '',
): Article {
  const address = named && parseUrl(named, base)?.href;
  const byId = articles.find(({ id }) => id === named);
  const entry = byId ?? firstKnown(address ? [address, ...addresses] : addresses, articles);
  if (!entry) return article();
  const isThisPage = addresses.some((url) => urlKey(url) === urlKey(entry.url));
  return entry.text || !isThisPage ? entry : { ...entry, text: article().text ?? '' };
}

/** The entry of the first address that is in the index: under that very address, else under the only one alike. */
function firstKnown(addresses: readonly string[], articles: readonly Article[]): Article | undefined {
  for (const address of addresses) {
    const alike = entriesLike(address, articles);
    const found = articles.find(({ url }) => url === address) ?? (alike.length === 1 ? alike[0] : undefined);
    if (found) return found;
  }
  return undefined;
}

/**
 * The entries of an index that are the current article under whatever address, itself included. On a page that the
 * index does not know, a copy of a site under test, say, the title tells them too.
 *
 * @param own the addresses by which the page is known
 */
export function ownEntries(
  articles: readonly Article[],
  current: Article,
  own: readonly string[],
): Article[] {
  const isKnown = articles.some(({ id }) => id === current.id);
  return [
    ...[current.url, ...own].flatMap((address) => entriesLike(address, articles)),
    ...(isKnown ? [] : articles.filter(({ title }) => title === current.title)),
  ];
}

/** The entries of an index that go by an id, or by an address relative to `base`. */
export function entriesNamed(articles: readonly Article[], idOrUrl: string, base: string): Article[] {
  const address = parseUrl(idOrUrl, base)?.href ?? '';
  return [...articles.filter(({ id }) => id === idOrUrl), ...entriesLike(address, articles)];
}

/** An index's entries by the key of their address: worked out once for all blocks and every change of a block. */
const indexes = new WeakMap<readonly Article[], ReadonlyMap<string | undefined, readonly Article[]>>();

/** Works out the keys of an index's addresses beforehand, some in each step. */
export function* keyed(articles: readonly Article[]): Steps<void> {
  if (indexes.has(articles)) return;
  const groups = new Map<string | undefined, Article[]>();
  yield* forEach(articles.length, IN_STEP, (at) => {
    const article = articles[at]!;
    const key = urlKey(article.url);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  });
  indexes.set(articles, groups);
}

/** Addresses whose keys are worked out in a step. */
const IN_STEP = 64;

function entriesLike(address: string, articles: readonly Article[]): readonly Article[] {
  // Where nobody did so beforehand.
  finished(keyed(articles));
  return indexes.get(articles)?.get(urlKey(address)) ?? [];
}
