import { firstNames, metaContents, type Metadata } from '../../page/metadata.js';
import type { TextTree } from '../../page/page-tree.js';
import { own } from '../../shared/json.js';

/** The names of the authors of a page's article, from the most reliable source that has any. */
export function pageAuthors<E>(known: Metadata<E>): string[] {
  const { tree, data, article } = known;
  const site = metaContents(known, 'og:site_name').join().toLowerCase();
  // In a graph, an author may be the address of an object elsewhere in it.
  const resolved = (author: unknown): unknown =>
    data.find((node) => own(node, '@id') !== undefined && own(node, '@id') === own(author, '@id')) ?? author;
  const ways: readonly (() => unknown)[] = [
    () => [own(article, 'author')].flat().map(resolved),
    () => metaContents(known, 'author'),
    () => metaContents(known, 'article:author'),
    ...AUTHORS.map((selector) => () => textsBeside(tree, selector)),
    () => metaContents(known, 'dc.creator', 'byl', 'parsely-author', 'sailthru.author', 'citation_author'),
  ];
  const isName = (name: string): boolean =>
    name.length <= LONGEST_NAME && !NO_NAME.test(name) && !HOST.test(name) && name.toLowerCase() !== site;
  for (const way of ways) {
    const names = new Set(firstNames([way()]).map(withoutLabel).filter(isName));
    if (names.size > 0) return [...names];
  }
  return [];
}

/** The texts of the elements that match a selector, without those of comments and of other articles. */
function textsBeside<E>(tree: TextTree<E>, selector: string): string[] {
  const elements = tree.all(selector);
  const others = new Set(
    elements.length > 0 ? tree.all(OTHERS).flatMap((other) => [other, ...tree.inside(other, '*')]) : [],
  );
  const texts = new Set(elements.filter((element) => !others.has(element)).map(tree.text));
  // So many are the authors of a list.
  return [...texts].slice(0, texts.size > MOST_AUTHORS ? 1 : MOST_AUTHORS);
}

const OTHERS = 'aside, #comments, .comments, .comment, .widget';
const MOST_AUTHORS = 3;

/** The elements that name the authors, the most reliable source first. */
const AUTHORS = [
  '.h-entry .p-author .p-name',
  '.h-entry .p-author',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '.author .fn, .byline .fn',
  '.byline a, .author a',
  '[class*="author" i][class*="name" i]',
  'main .author, article .author',
  '.byline',
];

/** Characters. A longer text is no name. */
const LONGEST_NAME = 60;
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/;
/** Addresses and what systems write where there is no name. */
const NO_NAME = /https?:|@|\[at\]|^(?:admin|no author|unknown|archiv\b.*)$|^\W*$|\d{4}/i;

/** A name without the words around it: `By Eva Ohm`, `View all posts by Eva Ohm`. */
export function withoutLabel(name: string): string {
  return name
    .replace(LABEL, '')
    .replace(/\s+(?:anzeigen|\W+)$|[\s|·,–-]+$/, '')
    .trim();
}

const LABEL =
  /^(?:(?:view|show|see|zeige|voir|ver|vedi)?\s*(?:all|alle|tous les|todas las|tutti gli)\s+(?:posts|articles|beiträge|artikel|entradas|articoli)\s+(?:by|of|von|de|par|di)\s*|(?:(?:posted|written|published|geschrieben|erstellt|veröffentlicht)\s+)?(?:by|von|par|por|di|door|przez)\s*:?\s+|(?:author|autor(?:in)?|auteur|autore|text|redaktion)\s*:\s*)/i;
