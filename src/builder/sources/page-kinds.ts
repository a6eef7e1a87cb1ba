import { primaryLanguage } from '../../shared/language.js';

/** A page with its address, and what tells whether it is an article. */
export interface PageAtAddress {
  readonly url: URL;
  readonly language?: unknown;
  /** Whether it has a date of its own. */
  readonly isDated: boolean;
}

/** Counts the dated pages in each folder of a site, at any depth: `/blog/` has `/blog/2026/a/`. */
export function datedFolders(pages: readonly PageAtAddress[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of pages.filter(({ isDated }) => isDated)) {
    const parts = partsOf(url);
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Why an address is not that of an article, as a clause; undefined if it may be one.
 *
 * @param folders how many dated pages each folder of the site has
 */
export function whyNoArticle(page: PageAtAddress, folders: ReadonlyMap<string, number>): string | undefined {
  const { url, language, isDated } = page;
  const parts = partsOf(url);
  const last = parts.at(-1);
  if (last === undefined) return ARTICLE_QUERY.test(url.search) ? undefined : 'is the home page';
  if (parts.length === 1 && typeof language === 'string' && isOfLanguage(last, language))
    return 'is the home page';
  if (parts.length <= 2 && OTHER_PAGES.has(last)) return 'is a legal notice, contact, search or error page';
  const hasDated = (folder: readonly string[]): boolean =>
    (folders.get(folder.join('/')) ?? 0) >= PAGES_OF_A_LIST;
  if (
    parts.some((part) => LISTS.has(part)) ||
    INDEXES.has(last) ||
    NUMBERED.test(last) ||
    LATER_PAGE.test(url.search) ||
    (/^\d{1,4}$/.test(last) && PAGE_WORDS.has(parts.at(-2) ?? '')) ||
    // What leads to dated articles without a date of its own, and its later pages: /blog/, /blog/2/.
    (!isDated && (hasDated(parts) || (/^\d{1,3}$/.test(last) && hasDated(parts.slice(0, -1)))))
  ) {
    return 'is a list of articles';
  }
  return undefined;
}

/** The parts of an address's path, in lower case. */
function partsOf({ pathname }: URL): string[] {
  return pathname
    .toLowerCase()
    .replace(/(?:(?<=\/)index)?\.(?:html?|php)$/, '')
    .split('/')
    .filter(Boolean);
}

/** Whether a folder is that of a language: `de` or `de-at` of German pages. */
function isOfLanguage(folder: string, language: string): boolean {
  return (
    /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/.test(folder) && primaryLanguage(folder) === primaryLanguage(language)
  );
}

/** So many dated pages in a folder make the page at its address a list. */
const PAGES_OF_A_LIST = 2;

/** Queries that name an article: `?p=123`. */
const ARTICLE_QUERY = /[?&](?:p|id|page_id|post|article|story|item|node|nid|news)=[^&]/;
/** Queries that name a later page of a list. */
const LATER_PAGE = /[?&](?:page|paged|pagina|seite|offset|start)=\d/;

/** Names of pages that every site has beside its articles, at the root or in the folder of a language. */
const OTHER_PAGES = new Set(
  (
    '404 500 offline search suche about ueber-uns about-us imprint impressum legal legal-notice datenschutz ' +
    'datenschutzerklaerung privacy privacy-policy terms terms-of-service agb contact kontakt cookies disclaimer ' +
    'barrierefreiheit accessibility mentions-legales aviso-legal newsletter sitemap login'
  ).split(' '),
);
/** Names of folders of lists. */
const LISTS = new Set(
  (
    'tag tags category categories kategorie kategorien author authors autor autoren archive archives archiv schlagwort ' +
    'schlagworte etiqueta etiquetas categoria categorias'
  ).split(' '),
);
/** Names of the indexes that generators of documentation write. */
const INDEXES = new Set('genindex modindex py-modindex index-all contents toc all-posts'.split(' '));
/** Words before the number of a later page: `/page/2/`. */
const PAGE_WORDS = new Set('page pages seite pagina página strona'.split(' '));
/** Names of later pages of a list: `page2`, `page-2`, `index2`. */
const NUMBERED = /^(?:page|seite|pagina|index)[-_]?\d{1,4}$/;
