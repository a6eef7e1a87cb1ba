import type { Article } from '../article.js';
import { definedOnly } from '../shared/json.js';
import { plainText } from '../shared/text.js';
import { finished, forEach, type Steps } from '../shared/time-slicing.js';
import { quickAddress, quickKey } from '../shared/quick-url.js';
import { parseUrl, urlKey } from '../shared/url.js';
import { domTextTree } from './dom-tree.js';
import { mainText } from './main-text.js';
import { editorsWords } from './editors.js';
import {
  firstNames,
  metaContents,
  type Metadata,
  pageLanguage,
  pageTags,
  publicationDates,
  readMetadata,
} from './metadata.js';
import {
  locationUrl,
  type PageIdentity,
  pageIdentity,
  pageUrl,
  statedUrls,
  withFewerParameters,
} from './page-address.js';
import type { TextTree } from './page-tree.js';
import { chooseTitle, titleSources } from './title.js';

/** What a page says about the article that it shows. */
export interface CurrentPage {
  /** The absolute address that relative addresses are resolved against. */
  readonly base: string;
  /** The absolute addresses by which the page is known, the most reliable first. */
  readonly addresses: readonly string[];
  /** Whether the page shows several articles, so that titles tell which is which where addresses don't. */
  readonly isShared: boolean;
  /** Reads the article from the page alone, once. */
  readonly article: () => Article;
  /** Reads what its editors say about its place on the site: it takes far less time than to read the article. */
  readonly editorial: () => Editorial;
}

/**
 * Describes a page.
 *
 * @param page the document, from `thisPage`
 * @param identity the addresses by which it is known
 * @param own the article that is meant on a page that shows several
 */
export function currentPage(
  page: Document,
  identity: PageIdentity = pageIdentity(page),
  own?: Element,
): CurrentPage {
  let article: Article | undefined;
  let metadata: Metadata<Element> | undefined;
  const addresses = own ? permalinks(own, page) : allAddresses(page, identity);
  const tree = treeOf(page, identity, own);
  const known = (): Metadata<Element> => (metadata ??= readMetadata(tree));
  const url = own ? (addresses[0] ?? NO_ADDRESS) : pageUrl(page, addresses);
  return {
    base: page.baseURI,
    addresses,
    isShared: own !== undefined,
    article: () => (article ??= pageArticle(tree, known(), url, page.baseURI)),
    editorial: () => editorialOf(known(), page.baseURI),
  };
}

/** The addresses of a page, the most reliable first: also that in its JSON-LD, and those without some parameters. */
function allAddresses(page: Document, { addresses, isHeadStale }: PageIdentity): string[] {
  const here = locationUrl(page);
  const stated = isHeadStale ? [] : statedUrls(page);
  const fewer = here ? withFewerParameters(here) : [];
  return [...new Set([...addresses.filter((url) => url !== here), ...stated, here ?? [], fewer].flat())];
}

/** Stands for the address of an article that has none on the page: no entry of an index has it. */
const NO_ADDRESS = 'about:blank';

/** The addresses that an article on a page gives itself. */
function permalinks(own: Element, page: Document): string[] {
  return domTextTree(page)
    .inside(own, PERMALINKS)
    .flatMap((link) => parseUrl(link.getAttribute('href') ?? '', page.baseURI)?.href ?? []);
}

const PERMALINKS = 'a[rel~="bookmark"], a.u-url, h1 a';

/** The part of a page that tells of its article. */
function treeOf(page: Document, identity: PageIdentity, own: Element | undefined): TextTree<Element> {
  const tree = domTextTree(page);
  if (own) return { ...tree, body: own, all: (selector) => tree.inside(own, selector) };
  if (!identity.isHeadStale) return tree;
  return {
    ...tree,
    all: (selector) => tree.all(selector).filter((element) => !element.matches('head :not(title)')),
  };
}

type Editorial = Pick<Article, 'related' | 'exclude' | 'series' | 'section'>;

/** What editors say, with absolute addresses. */
function editorialOf<E>(known: Metadata<E>, base: string): Editorial {
  const { related, exclude, ...words } = editorsWords(known);
  const absolute = (names: readonly string[] | undefined): string[] | undefined =>
    names?.map((name) => (/^[./]/.test(name) ? (quickAddress(name, base) ?? name) : name));
  return definedOnly({ related: absolute(related), exclude: absolute(exclude), ...words });
}

/** Reads an article from its page alone: title, tags, date, language, text and links. */
function pageArticle(tree: TextTree<Element>, known: Metadata<Element>, url: string, base: string): Article {
  const { body, text, links: written } = mainText(tree);
  const links = written.flatMap((link) => quickAddress(link, base) ?? []);
  return definedOnly({
    id: url,
    url,
    title: chooseTitle(titleSources(known, body)),
    text,
    tags: pageTags(known).map(plainText),
    date: publicationDates(known)
      .find((date) => ISO_DATE.test(date))
      ?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
    language: pageLanguage(known, body),
    links: links.length > 0 ? links : undefined,
    author: firstNames([known.article['author'], metaContents(known, 'author')]).join(', ') || undefined,
    ...editorialOf(known, base),
  });
}

/** A date as RFC 3339 has it, or nearly. */
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T|$)/;

/**
 * The article that a page shows: the entry of an index that has the first of the page's addresses that is in the index,
 * with the text of the page where the entry has none, and with what only the page says of related articles and series. On
 * a page that the index does not have, it is what the page alone says.
 *
 * @param named id or address of the article, where the author names it; it goes before the addresses of the page
 */
export function currentArticle(
  { base, addresses, isShared, article, editorial }: CurrentPage,
  articles: readonly Article[],
  named = '',
): Article {
  const address = named && parseUrl(named, base)?.href;
  const byId = articles.find(({ id }) => id === named);
  const known = byId ?? firstEntry(address ? [address, ...addresses] : addresses, articles);
  const byTitle = !known && isShared && articles.find(({ title }) => title === article().title);
  const entry = known || byTitle;
  if (!entry) return article();
  const isThisPage = byTitle || addresses.some((url) => urlKey(url) === urlKey(entry.url));
  if (!isThisPage) return entry;
  const { related, exclude, series } = { ...editorial(), ...entry };
  const current = { ...entry, ...definedOnly({ related, exclude, series }) };
  if (!entry.text) return { ...current, text: article().text ?? '' };
  // The ranker has analyzed the entry itself.
  return Object.keys(current).length === Object.keys(entry).length ? entry : current;
}

/**
 * The entry of the first address that is in the index: the one with that very address, else the only one with an
 * address of the same page.
 */
function firstEntry(addresses: readonly string[], articles: readonly Article[]): Article | undefined {
  for (const address of addresses) {
    const alike = entriesAt(address, articles);
    const found = alike.find(({ url }) => url === address) ?? (alike.length === 1 ? alike[0] : undefined);
    if (found) return found;
  }
  return undefined;
}

/**
 * The entries of an index that are the current article, under any of its addresses. Where the index does not have the
 * current article, on a copy of the site for tests for example, entries with its title count too.
 *
 * @param addresses the absolute addresses by which the page is known
 */
export function currentEntries(
  articles: readonly Article[],
  current: Article,
  addresses: readonly string[],
): Article[] {
  const isKnown = articles.some(({ id }) => id === current.id);
  return [
    ...[current.url, ...addresses].flatMap((address) => entriesAt(address, articles)),
    ...(isKnown ? [] : articles.filter(({ title }) => title === current.title)),
  ];
}

/** The entries of an index that have an id, or an address, which is resolved against `base`. */
export function entriesNamed(articles: readonly Article[], idOrUrl: string, base: string): Article[] {
  const address = parseUrl(idOrUrl, base)?.href ?? '';
  return [...articles.filter(({ id }) => id === idOrUrl), ...entriesAt(address, articles)];
}

/** The entries of each index by the key of their address, computed once for all blocks and all their changes. */
const groupsOf = new WeakMap<readonly Article[], ReadonlyMap<string | undefined, readonly Article[]>>();

/** Computes the keys of all addresses of an index before they are needed, some in each step. */
export function* groupByAddress(articles: readonly Article[]): Steps<void> {
  if (groupsOf.has(articles)) return;
  const groups = new Map<string | undefined, Article[]>();
  yield* forEach(articles.length, IN_STEP, (at) => {
    const article = articles[at]!;
    const key = quickKey(article.url);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  });
  groupsOf.set(articles, groups);
}

/** How many keys are computed in a step. */
const IN_STEP = 64;

function entriesAt(address: string, articles: readonly Article[]): readonly Article[] {
  finished(groupByAddress(articles));
  return groupsOf.get(articles)?.get(urlKey(address)) ?? [];
}
