import type { MainText } from '../../page/main-text.js';
import { metaContent, type Metadata, statedDates } from '../../page/metadata.js';
import type { TextTree } from '../../page/page-tree.js';
import { isPart } from '../../page/title.js';
import { isOfType, own } from '../../shared/json.js';

/** Whether a page says of itself that it is an article. */
export function declaresArticle<E>(known: Metadata<E>): boolean {
  const { tree, article } = known;
  return (
    own(article, '@type') !== undefined ||
    /(?:^|[./#])article$/i.test(metaContent(known, 'og:type') ?? '') ||
    metaContent(known, 'article:published_time', 'og:article:published_time') !== undefined ||
    tree.all('[itemtype$="Article"], [itemtype$="/BlogPosting"]').length === 1 ||
    (tree.all('.h-entry').length === 1 && tree.all('.h-feed').length === 0)
  );
}

/**
 * Why a page is no article, wherever it is, as a clause; undefined where it may be one.
 *
 * @param isDeclared whether it says of itself that it is one
 */
export function whyNoArticle<E>(
  known: Metadata<E>,
  main: MainText<E>,
  isDeclared: boolean,
): string | undefined {
  const { tree, data } = known;
  const { text, linkShare } = main;
  const robots = metaContent(known, 'robots', 'googlebot') ?? '';
  if (/\b(?:noindex|none)\b/i.test(robots)) return 'is marked noindex';
  if (tree.all('form[action*="action=postpass"]').length > 0) return 'is protected by a password';
  const redirects = tree.all('meta[http-equiv="refresh" i][content*="url" i]:not(noscript *)');
  if (redirects.length > 0) return 'is a redirect';
  const isTold = own(known.article, '@type') !== undefined || statedDates(known).some(Boolean);
  if (!isTold && isArticleOfSeveral(tree, main.body)) return 'is a list of articles';
  if (isDeclared) return text === '' ? 'has no text' : undefined;
  if (data.some((node) => isOfType(node, OTHER_PAGE_TYPES))) return 'says that it is a list or another page';
  if (tree.all('.h-feed').length > 0 || holdsEntries(tree, main)) return 'is a list of articles';
  if (linkShare > MOSTLY_LINKS) return 'is mostly links';
  if (text.length + text.replace(NOT_DENSE, '').length * DENSITY < SHORTEST_TEXT)
    return 'has too little text to be an article; if it is one, give it og:type "article" or JSON-LD';
  return undefined;
}

/** The schema.org types of pages that are no article. */
const OTHER_PAGE_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|ContactPage|AboutPage|ItemList|Blog|CheckoutPage|MediaGallery)$/;
/** An article may have many links; a text of which half is links is a list. */
const MOSTLY_LINKS = 0.5;
/** Characters, of a page that does not say that it is an article. */
const SHORTEST_TEXT = 250;
/** A character of these scripts says as much as three letters of others. */
const NOT_DENSE = /[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const DENSITY = 2;

/**
 * Whether the body of a page is one of several articles of about its length that lead to other pages, as on the home page
 * of a blog. On the page of an article, the page's title names the article.
 */
function isArticleOfSeveral<E>(tree: TextTree<E>, body: E): boolean {
  const entries = tree
    .all('article:not(article *)')
    .filter((each) => tree.inside(each, ENTRY_LINKS).length > 0);
  const around = entries.find((entry) => entry === body || tree.inside(entry, '*').includes(body));
  if (around === undefined || entries.length < SEVERAL) return false;
  const length = tree.text(around).length;
  const alike = entries.filter((entry) => tree.text(entry).length > length / MOST_TIMES_AS_LONG);
  const [heading] = tree.inside(around, HEADINGS);
  const title = tree.all('title').map(tree.text).join(' ');
  return alike.length >= SEVERAL && heading !== undefined && !isPart(title, tree.text(heading));
}

/**
 * Whether the main text of a page is entries of a list: several headings lead to other pages of one site, and most of the
 * text belongs to them.
 */
function holdsEntries<E>(tree: TextTree<E>, { body, text }: MainText<E>): boolean {
  const titles = titlesOfEntries(tree, body);
  if (titles.length < ENTRIES_OF_A_LIST) return false;
  const lines = text.split('\n');
  // The first entry may be the page itself, or its section.
  const [, second = lines.length] = [...lines.keys()].filter((at) => titles.includes(lines[at]!));
  const before = lines.slice(0, second).join('').length;
  const after = lines.slice(second).join('').length;
  // Entries that are nothing but links are no part of the text.
  const boxes = titles.filter((title) => !lines.includes(title)).join('').length;
  return after > before || (before < LONG_INTRODUCTION && boxes > before);
}

/** The headings in the body of a page that lead to other pages of one site: of the one with most of them. */
function titlesOfEntries<E>(tree: TextTree<E>, body: E): string[] {
  const whole = tree.all('title').map(tree.text).join(' ').slice(0, LONGEST_TITLE);
  const bySite = new Map<string, Map<string, string>>();
  for (const link of tree.inside(body, HEADING_LINKS)) {
    const href = tree.attribute(link, 'href') ?? '';
    const site = /^(?:https?:)?\/\/[^/]*/.exec(href)?.[0] ?? '';
    const titles = bySite.get(site) ?? new Map<string, string>();
    const [heading = link] = tree.inside(link, HEADINGS);
    const title = tree.text(heading);
    if (title && !isPart(whole, title)) bySite.set(site, titles.set(href, title));
  }
  const most = [...bySite.values()].sort((a, b) => b.size - a.size)[0];
  return [...(most?.values() ?? [])];
}

/** Characters. */
const LONGEST_TITLE = 1000;
const HEADINGS = 'h1, h2, h3, h4';
/** Links of headings to other pages. */
const HEADING_LINKS =
  ':is(h1, h2, h3, h4) a[href]:not([href^="#"]), a[href]:not([href^="#"]):has(h1, h2, h3, h4)';
/** Links of entries: those of their headings, and those that lie over all of an entry. */
const ENTRY_LINKS = `${HEADING_LINKS}, a[href]:not([href^="#"]):empty`;
const SEVERAL = 2;
const ENTRIES_OF_A_LIST = 3;
/** Characters of the text above a list of links. */
const LONG_INTRODUCTION = 500;
/** Teasers beside an article are shorter than it by more than this. */
const MOST_TIMES_AS_LONG = 3;
