import { isRecord, isText, type JsonRecord, own } from '../shared/json.js';
import { namedLanguage } from '../shared/language.js';
import { articleAddress, articleObject, jsonLdObjects, memberText } from './json-ld.js';
import { contents, onOneLine, type PageTree, type TextTree } from './page-tree.js';

/** What a page says about itself, for the functions below. */
export interface Metadata<E> {
  readonly tree: TextTree<E>;
  /** The values of its `<meta>` elements, each on one line, with their `property`, `name` or `itemprop` in lower case. */
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  /** The objects in its JSON-LD. */
  readonly data: readonly JsonRecord[];
  /** The schema.org article among them; empty where there is none. */
  readonly article: JsonRecord;
}

/** Reads the `<meta>` elements and the JSON-LD of a page. */
export function readMetadata<E>(tree: TextTree<E>): Metadata<E> {
  const meta = tree.all('meta[content]').map((element) => {
    const [content = '', ...names] = ['content', 'property', 'name', 'itemprop'].map((name) =>
      onOneLine(tree.attribute(element, name) ?? ''),
    );
    return { name: (names.find(Boolean) ?? '').toLowerCase(), content };
  });
  const data = jsonLdObjects(tree);
  return { tree, meta, data, article: articleObject(tree, data) };
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
export function statedAddresses<E>(tree: PageTree<E>, article: JsonRecord = articleObject(tree)): string[] {
  return [...linkedAddresses(tree), articleAddress(article)].filter(isText);
}

/** Those of them that the elements of its head state: canonical link, `og:url`. */
export function linkedAddresses<E>(tree: PageTree<E>): string[] {
  return [
    ...contents(tree, 'link[rel~="canonical"]'),
    ...contents(tree, 'meta[property="og:url"], meta[name="og:url"]'),
  ].filter(isText);
}

/** The dates on which the head of a page says that it was published, as written, the most reliable source first. */
export function statedDates<E>(known: Metadata<E>): string[] {
  return [
    memberText(known.article, 'datePublished') ?? '',
    ...metaContents(known, 'article:published_time', 'og:article:published_time', 'datepublished'),
  ];
}

/** The dates on which a page says that it was published, as written, the most reliable source first. */
export function publicationDates<E>(known: Metadata<E>): string[] {
  const { tree } = known;
  const marked = DATED.flatMap((selector) => tree.all(selector).slice(0, 1));
  return [
    ...statedDates(known),
    ...marked.map(
      (element) =>
        ['datetime', 'content', 'title'].map((name) => tree.attribute(element, name)).find(Boolean) ??
        tree.text(element),
    ),
    ...metaContents(known, 'date', 'dc.date'),
  ].map((date) => date.trim());
}

/** The elements that hold the date of publication, the most reliable source first. */
const DATED = [
  '[itemprop~="datePublished"]',
  '.dt-published, time.published, abbr.published',
  '[itemprop~="dateCreated"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime], header time[datetime]',
];

/** The tags of a page from the most reliable source that has any, each once. */
export function pageTags<E>(known: Metadata<E>): string[] {
  const { tree, article } = known;
  // One element holds all tags, or each holds one.
  const listed = (name: string): string | string[] => {
    const values = metaContents(known, name);
    return values.length === 1 ? values[0]! : values;
  };
  return firstNames([
    own(article, 'keywords'),
    listed('article:tag'),
    tree.all(`:is(${TAG_LINKS}):not(${TAG_CLOUDS} *)`).map((tag) => tree.text(tag).replace(/^#\s*/, '')),
    listed('tags'),
    metaContent(known, 'news_keywords', 'keywords'),
    [own(article, 'articleSection')].flat(),
    metaContent(known, 'article:section'),
  ]);
}

/** The links to the tags of an article, and those of whole sites. */
const TAG_LINKS =
  'a[rel~="tag"], .p-category, main :is(a[href*="/tag/"], a[href*="/tags/"]):is(:not(p a), [class*="tag"] a)';
const TAG_CLOUDS = ':is(aside, nav, .sidebar, .widget, .tagcloud)';

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

/**
 * The language tag (BCP 47) of a page's article: that of the innermost element around it that names one. Undefined
 * where the page names no language.
 *
 * @param body the element that holds the article
 */
export function pageLanguage<E>(known: Metadata<E>, body: E): string | undefined {
  const { tree, article } = known;
  const around = tree
    .all('[lang]')
    .filter((element) => element === body || tree.inside(element, '*').includes(body));
  // The last is the most reliable.
  return [
    ...metaContents(known, 'dc.language', 'content-language', 'og:locale'),
    memberText(article, 'inLanguage'),
    ...around.map((element) => tree.attribute(element, 'lang')),
  ]
    .flatMap((tag) => namedLanguage(tag) ?? [])
    .at(-1);
}
