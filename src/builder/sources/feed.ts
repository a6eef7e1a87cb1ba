import { isTag } from 'domhandler';
import type { Draft } from '../../reader/draft.js';
import { toArticle } from '../../reader/draft.js';
import { shorten } from '../../shared/text.js';
import { webAddress } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import {
  all,
  attribute,
  type Document,
  type Element,
  first,
  isCutOff,
  outermost,
  parseXml,
  textOf,
} from '../html/html-document.js';
import type { SourceOptions } from '../options.js';
import { found, type Found } from './found.js';
import { inPool, isRemote, request } from './remote.js';

/** The articles of a feed. */
export interface Feed extends Found {
  /**
   * The feeds of the articles' comments (`wfw:commentRss`), by the URL of the article. It has only articles whose number
   * of comments is not known yet.
   */
  readonly commentFeeds: ReadonlyMap<string, string>;
}

/** Whether a document is an RSS, RDF or Atom feed. */
export function isFeed(text: string): boolean {
  return /<(?:rss|feed|rdf:RDF|channel)[\s>]/.test(text.slice(0, 4096));
}

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF (RSS 1.0) or Atom (RFC 4287). The discussions come from `slash:comments`,
 * `wfw:commentRss` (RSS), `thr:total` and `thr:count` (RFC 4685). A feed that breaks off gives the entries before.
 *
 * @param where the file or URL, for people
 * @param address the URL that relative addresses are resolved against
 */
export function readFeed(xml: string, where: string, address: string): Feed {
  const document = parseXml(xml);
  const feed = first('channel, feed', document);
  const base = webAddress(attribute(feed, 'xml:base') ?? linkOf(feed), address) ?? address;
  const language = (feed && textOfChild(feed, 'language', 'dc:language')) ?? attribute(feed, 'xml:lang');
  const author = feed && authorsOf(feed);
  const commentFeeds = new Map<string, string>();
  const parts = entriesOf(document).map((entry, at) => {
    const article = toArticle({ language, author, ...draft(entry, base) }, new URL(base));
    const comments = webAddress(textOfChild(entry, 'wfw:commentRss', 'wfw:commentRSS'), base);
    if (typeof article !== 'string' && article.discussion?.count === undefined && comments !== undefined) {
      commentFeeds.set(article.url, comments);
    }
    return { where: `${where}, entry ${at + 1}`, article };
  });
  const rest = isCutOff(document) ? [{ where, article: 'is nested too deep; the rest is not read' }] : [];
  return { ...found([...parts, ...rest]), commentFeeds };
}

/**
 * Counts the comments of a feed's articles by the feeds of their comments, if the feed itself is from the web. A feed
 * with ten entries or more may be cut off, so it leaves the number unknown.
 */
export async function withCommentCounts(
  { articles, leftOut, commentFeeds }: Feed,
  where: string,
  options: SourceOptions,
): Promise<Found> {
  const counts = new Map<string, number>();
  if (isRemote(where)) {
    await inPool([...commentFeeds], async ([url, address]) => {
      const count = await countAt(address, options);
      if (count !== undefined && count < CUT_OFF) counts.set(url, count);
    });
  }
  return {
    articles: articles.map((article) => {
      const count = counts.get(article.url);
      return count === undefined ? article : { ...article, discussion: { ...article.discussion, count } };
    }),
    leftOut,
  };
}

/** Feeds of comments have at most so many entries by default. */
const CUT_OFF = 10;

/** How many entries the feed at an address has; undefined if it can't be read. */
async function countAt(address: string, options: SourceOptions): Promise<number | undefined> {
  try {
    const { text } = await request(address, options);
    return isFeed(text) ? entriesOf(parseXml(text)).length : undefined;
  } catch (cause) {
    if (cause instanceof BuildError) return undefined;
    throw cause;
  }
}

function entriesOf(document: Document): Element[] {
  return outermost(document, /^(?:item|entry)$/);
}

function draft(entry: Element, base: string): Draft {
  const own = attribute(entry, 'xml:base');
  const link = linkOf(entry) ?? permalink(entry);
  const html = textOfChild(entry, 'content:encoded', 'content', 'description', 'summary');
  const excerpt = textOfChild(entry, 'description', 'summary', 'itunes:summary');
  const language = textOfChild(entry, 'dc:language') ?? attribute(entry, 'xml:lang');
  const authors = authorsOf(entry);
  return {
    id: textOfChild(entry, 'guid', 'id') ?? attribute(entry, 'rdf:about'),
    url: link && own ? webAddress(link, new URL(own, base)) : link,
    title: textOfChild(entry, 'title', 'dc:title'),
    excerpt: excerpt === undefined ? undefined : shorten(excerpt, LONGEST_EXCERPT),
    html,
    date: textOfChild(entry, 'pubDate', 'published', 'dc:date', 'issued', 'updated'),
    tags: children(entry, 'category', 'dc:subject').map((tag) => attribute(tag, 'term') ?? textOf(tag)),
    ...(language && { language }),
    ...(authors.length > 0 && { author: authors }),
    image: imageOf(entry),
    discussionCount:
      textOfChild(entry, 'slash:comments', 'thr:total') ?? attribute(reply(entry), 'thr:count'),
    discussionUrl: attribute(reply(entry), 'href') ?? textOfChild(entry, 'comments'),
  };
}

/** The most characters, with markup: some feeds have the whole text as the description. */
const LONGEST_EXCERPT = 2000;

/** The page of a feed or an entry: the text of RSS's `<link>`, or Atom's alternate link. */
function linkOf(element: Element | undefined): string | undefined {
  const links = element ? children(element, 'link') : [];
  const atom = links.find(
    (link) => ['alternate', undefined].includes(attribute(link, 'rel')) && attribute(link, 'href'),
  );
  return links.map(textOf).find(Boolean) ?? attribute(atom, 'href');
}

/** RSS's `<guid>`, which is an address unless an attribute says that it is not. */
function permalink(entry: Element): string | undefined {
  const [guid] = children(entry, 'guid');
  return guid && attribute(guid, 'isPermaLink')?.toLowerCase() !== 'false' ? textOf(guid) : undefined;
}

/** The names of the authors, from the first kind of element that has any. */
function authorsOf(element: Element): string[] {
  const kinds = ['dc:creator', 'author', 'itunes:author'].map((name) =>
    children(element, name).map(personName).filter(Boolean),
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
  const replies = children(entry, 'link').filter((link) => attribute(link, 'rel') === 'replies');
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

/** The children with these names, in the order of the names. */
function children(element: Element, ...names: readonly string[]): Element[] {
  return names.flatMap((name) =>
    element.children.filter((child): child is Element => isTag(child) && child.name === name),
  );
}

/** The text of the first child with one of these names that has a text. Tags of Atom's XHTML are left out. */
function textOfChild(element: Element, ...names: readonly string[]): string | undefined {
  return children(element, ...names)
    .map(textOf)
    .find(Boolean);
}
