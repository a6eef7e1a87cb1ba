import { isRecord, isText, type JsonRecord, own } from '../shared/json.js';
import { namedLanguage } from '../shared/language.js';
import { articleObject, jsonLdObjects, memberText } from './json-ld.js';
import { onOneLine, type PageTree } from './page-tree.js';

/** What a page says about itself, for the functions below. */
export interface Metadata<E> {
  readonly tree: PageTree<E>;
  /** The values of its `<meta>` elements, each on one line, with their `property`, `name` or `itemprop` in lower case. */
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  /** The objects in its JSON-LD. */
  readonly data: readonly JsonRecord[];
  /** The schema.org article among them; empty where there is none. */
  readonly article: JsonRecord;
}

/** Reads the `<meta>` elements and the JSON-LD of a page. */
export function readMetadata<E>(tree: PageTree<E>): Metadata<E> {
  const meta = tree.all('meta[content]').map((element) => {
    const [content = '', ...names] = ['content', 'property', 'name', 'itemprop'].map((name) =>
      onOneLine(tree.attribute(element, name) ?? ''),
    );
    return { name: (names.find(Boolean) ?? '').toLowerCase(), content };
  });
  const data = jsonLdObjects(tree);
  return { tree, meta, data, article: articleObject(data) };
}

/** The values of the `<meta>` elements with these names, in the order of the names. */
export function metaContents<E>({ meta }: Metadata<E>, ...names: readonly string[]): string[] {
  return names.flatMap((wanted) =>
    meta.flatMap(({ name, content }) => (name === wanted && content ? content : [])),
  );
}

/** The first of these values. */
export function metaContent<E>(known: Metadata<E>, ...names: readonly string[]): string | undefined {
  return metaContents(known, ...names)[0];
}

/**
 * The addresses that a page gives itself, as written, the most reliable source first: canonical link, `og:url`, JSON-LD.
 *
 * @param article the schema.org article in its JSON-LD
 */
export function statedAddresses<E>(
  tree: PageTree<E>,
  article: JsonRecord = articleObject(jsonLdObjects(tree)),
): string[] {
  const data = memberText(article, 'url') ?? memberText(article, 'mainEntityOfPage');
  return [...linkedAddresses(tree), data].filter(isText);
}

/** Those of them that the elements of its head state: canonical link, `og:url`. */
export function linkedAddresses<E>(tree: PageTree<E>): string[] {
  const attribute = (selector: string, name: string): string | undefined =>
    tree
      .all(selector)
      .map((element) => tree.attribute(element, name)?.trim())
      .find(isText);
  return [
    attribute('link[rel~="canonical"]', 'href'),
    attribute('meta[property="og:url"], meta[name="og:url"]', 'content'),
  ].filter(isText);
}

/**
 * The title of a page: `og:title`, else the headline of the JSON-LD, else the first heading, else `<title>`. If one of
 * them repeats another, the shorter one is the title: the rest is the name of the site or of a section. Empty if the
 * page has none of them.
 *
 * @param inBody the headings (`h1`) inside the element that holds the article
 */
export function pageTitle<E>(known: Metadata<E>, inBody: readonly E[]): string {
  const { tree, article } = known;
  const site = metaContent(known, 'og:site_name') ?? '';
  const texts = (elements: readonly E[]): string[] =>
    elements
      .slice(0, MOST_HEADINGS)
      .map((element) => tree.text(element))
      .filter((text) => text && text !== site);
  const inArticle = texts([...tree.all('article h1'), ...tree.all('main h1'), ...inBody]);
  const headings = [...inArticle, ...texts(tree.all('h1, .p-name'))];
  const headline = onOneLine(memberText(article, 'headline') ?? '');
  const stated = metaContent(known, 'og:title') ?? headline;
  const [whole = ''] = tree.all('title:not(svg *)').map((title) => tree.text(title));
  const title = withoutSite((stated || whole).slice(0, LONGEST_TITLE), site);
  const parts = title.split(/\s[|–—·»-]\s/);
  const repeated =
    parts.find((part) => inArticle.includes(part)) ??
    // The last part is the site's name, unless the article itself has it as a heading.
    parts.slice(0, -1).find((part) => headings.includes(part) || part === headline) ??
    headings.find((heading) => repeats(title, heading));
  if (repeated) return repeated;
  if (headings.includes(headline) || repeats(title, headline)) return headline;
  if (headings.some((heading) => repeats(heading, title))) return title;
  const similar = headings.find((heading) => parts.some((part) => repeats(heading, part)));
  const [first] = headings;
  if (first) return similar ?? (stated ? title : first);
  const isBare = (stated && site) || (title !== whole && whole.includes(title));
  const last = parts.pop()!;
  // Cuts what follows the last separator: it is usually the site's name.
  return isBare || last === title ? title : title.slice(0, -last.length - ' | '.length);
}

/** Each part of a title is compared with each heading: more of either are not looked at. */
const MOST_HEADINGS = 50;
/** Characters. */
const LONGEST_TITLE = 1000;

/** Whether a text holds a part that is long enough not to be there by chance. */
function repeats(text: string, part: string): boolean {
  return part.length >= TELLING_PART && text.includes(part);
}

/** Characters. */
const TELLING_PART = 12;

/** Cuts the name of the site with its sign from either end of a title: `Title | Site`, `Site: Title`. */
function withoutSite(title: string, site: string): string {
  const [text, name] = [title.toLowerCase(), site.toLowerCase()];
  let rest = '';
  if (!site) return title;
  if (text.endsWith(name)) rest = title.slice(0, title.length - name.length);
  else if (text.startsWith(name)) rest = title.slice(name.length);
  const bare = rest.replace(/^\s*[|–—·»:-]\s+|(?:\s*[|–—·»:]|\s-)\s*$/, '');
  return bare === rest || bare === '' ? title : bare;
}

/** The dates on which a page says that it was published, as written, the most reliable source first. */
export function publicationDates<E>(known: Metadata<E>): string[] {
  const { tree, article } = known;
  const marked = DATED.flatMap((selector) => tree.all(selector).slice(0, 1));
  return [
    memberText(article, 'datePublished') ?? '',
    ...metaContents(known, 'article:published_time', 'og:article:published_time', 'datepublished'),
    ...marked.map(
      (element) =>
        tree.attribute(element, 'datetime') ?? tree.attribute(element, 'content') ?? tree.text(element),
    ),
    ...metaContents(known, 'date', 'dc.date'),
  ].map((date) => date.trim());
}

/** The elements that hold the date of publication, the most reliable source first. */
const DATED = [
  '[itemprop~="datePublished"]',
  '.dt-published, time.published',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime], header time[datetime]',
];

/** The tags of a page from the most reliable source that has any, each once. */
export function pageTags<E>(known: Metadata<E>): string[] {
  const { tree, article } = known;
  return firstNames([
    own(article, 'keywords'),
    metaContents(known, 'article:tag'),
    tree.all('a[rel~="tag"], .p-category').map((tag) => tree.text(tag).replace(/^#\s*/, '')),
    metaContent(known, 'news_keywords', 'keywords'),
    [own(article, 'articleSection')].flat(),
    metaContent(known, 'article:section'),
  ]);
}

/**
 * The names in the first of some values that holds any, each once.
 *
 * @param values lists of texts or of objects with a `name`, one of these, or texts with commas between names
 */
export function firstNames(values: readonly unknown[]): string[] {
  const found = values.map((value) => {
    const list: readonly unknown[] = typeof value === 'string' ? value.split(',') : [value].flat();
    const names = list.map((item) => (isRecord(item) ? own(item, 'name') : item)).filter(isText);
    return [...new Set(names.map((name) => name.trim()))];
  });
  return found.find((names) => names.length > 0) ?? [];
}

/** The language tag (BCP 47) of a page; undefined where it names no language. */
export function pageLanguage<E>(known: Metadata<E>): string | undefined {
  const { tree, article } = known;
  const [html] = tree.all('html');
  return [
    html && tree.attribute(html, 'lang'),
    memberText(article, 'inLanguage'),
    ...metaContents(known, 'og:locale', 'content-language', 'dc.language'),
  ]
    .map(namedLanguage)
    .find((tag) => tag !== undefined);
}
