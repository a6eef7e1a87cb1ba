import type { Draft } from '../../reader/draft.js';
import { webAddress } from '../../shared/url.js';
import { all, attribute, childrenOf, type Element, textOf, textOfChild } from '../html/html-document.js';
import { readDate } from './dates.js';
import { exportedMembers, isTagCategory } from './export.js';
import { contentAsHtml, lineAsHtml } from './feed-text.js';

/** What holds for entries that do not say it themselves. */
export interface Defaults extends Pick<Draft, 'language' | 'author'> {
  /** The language (BCP 47) of dates in words. */
  readonly dates: string | undefined;
}

/**
 * What an entry of a feed says, an `<item>` of RSS or an `<entry>` of Atom.
 *
 * @param base the URL that its addresses are resolved against
 * @param comments the numbers of comments by the ids of entries, where the feed holds the comments too
 */
export function draftOf(
  entry: Element,
  base: string,
  defaults: Defaults,
  comments: ReadonlyMap<string, number>,
): Draft {
  const own = webAddress(attribute(entry, 'xml:base'), base) ?? base;
  const id = textOfChild(entry, 'guid', 'id') ?? attribute(entry, 'rdf:about');
  const language = textOfChild(entry, 'dc:language') ?? attribute(entry, 'xml:lang') ?? defaults.language;
  const authors = authorsOf(entry);
  const link = linkOf(entry) ?? permalink(entry);
  return {
    id,
    // An address that is none is told as it is written.
    url: webAddress(link, own) ?? link,
    title: contentOfChild(entry, lineAsHtml, 'title', 'dc:title', 'media:title'),
    excerpt: contentOfChild(entry, lineAsHtml, ...TEASERS),
    html: contentOfChild(entry, contentAsHtml, 'content:encoded', 'content', ...TEASERS),
    date: dateOf(entry, language ?? defaults.dates),
    tags: childrenOf(entry, 'category', 'dc:subject')
      .filter(isTagCategory)
      .map((tag) => attribute(tag, 'label') ?? attribute(tag, 'term') ?? textOf(tag)),
    language,
    author: authors.length > 0 ? authors : defaults.author,
    image: imageOf(entry),
    discussionCount:
      textOfChild(entry, 'slash:comments', 'thr:total') ??
      attribute(reply(entry), 'thr:count') ??
      (id && comments.get(id)),
    discussionUrl: attribute(reply(entry), 'href') ?? textOfChild(entry, 'comments'),
    ...exportedMembers(entry),
  };
}

/** The elements that hold a teaser, the best first. */
const TEASERS = [
  'description',
  'summary',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
];

/** The first date of an entry that can be read: that of its publication, else of its last change. */
function dateOf(entry: Element, language: unknown): string | undefined {
  return childrenOf(entry, ...DATES)
    .map((date) => readDate(textOf(date), language))
    .find((date) => date !== undefined);
}

const DATES = [
  'pubDate',
  'published',
  'dcterms:issued',
  'dc:date',
  'issued',
  'dcterms:created',
  'created',
  'updated',
  'dcterms:modified',
  'modified',
];

/** The first content that one of the children with these names has. */
function contentOfChild(
  entry: Element,
  read: (element: Element) => string | undefined,
  ...names: readonly string[]
): string | undefined {
  return childrenOf(entry, ...names)
    .map(read)
    .find(Boolean);
}

/** The page of a feed or an entry: the text of RSS's `<link>`, or Atom's alternate link. */
export function linkOf(element: Element | undefined): string | undefined {
  const links = element ? childrenOf(element, 'link') : [];
  const atom = links.find(
    (link) => ['alternate', undefined].includes(attribute(link, 'rel')) && attribute(link, 'href'),
  );
  return links.map(textOf).find(Boolean) ?? attribute(atom, 'href');
}

/** RSS's `<guid>`, which is an address unless an attribute says that it is not. */
function permalink(entry: Element): string | undefined {
  const [guid] = childrenOf(entry, 'guid');
  return guid && attribute(guid, 'isPermaLink')?.toLowerCase() !== 'false' ? textOf(guid) : undefined;
}

/** The names of the authors, from the first kind of element that has any. */
export function authorsOf(element: Element): string[] {
  const kinds = ['dc:creator', 'author', 'itunes:author'].map((name) =>
    childrenOf(element, name).map(personName).filter(Boolean),
  );
  return kinds.find((names) => names.length > 0) ?? [];
}

/** The name in Atom's `<name>`, or in a text such as RSS's `mail@site.example (Name)`. An e-mail address is no name. */
function personName(person: Element): string {
  const text = textOfChild(person, 'name') ?? textOf(person);
  const named = nameBesideMail(text);
  return named.includes('@') ? '' : named;
}

/** The name in `mail@site.example (Name)` and in `Name <mail@site.example>`; any other text as it is. */
function nameBesideMail(text: string): string {
  const space = text.indexOf(' ');
  if (isMail(text.slice(0, space)) && text[space + 1] === '(' && text.endsWith(')'))
    return text.slice(space + 2, -1);
  const bracket = text.lastIndexOf('<');
  const isLast = bracket >= 0 && text.endsWith('>') && isMail(text.slice(bracket + 1, -1));
  return isLast ? text.slice(0, bracket).trimEnd() : text;
}

function isMail(text: string): boolean {
  return text.includes('@') && !text.includes(' ');
}

/** Atom's link to the page of replies, else the one to their feed. */
function reply(entry: Element): Element | undefined {
  const replies = childrenOf(entry, 'link').filter((link) => attribute(link, 'rel') === 'replies');
  return replies.find((link) => attribute(link, 'type') === 'text/html') ?? replies[0];
}

function imageOf(entry: Element): string | undefined {
  const media = all('media\\:content, media\\:thumbnail, enclosure', entry).find(
    (element) =>
      element.name === 'media:thumbnail' ||
      /^image\b/.test(attribute(element, 'type') ?? attribute(element, 'medium') ?? ''),
  );
  return attribute(media, 'url');
}
