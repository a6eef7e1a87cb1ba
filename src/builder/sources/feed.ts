import type { Draft } from '../../reader/draft.js';
import { toArticle } from '../../reader/draft.js';
import { webAddress } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import {
  all,
  attribute,
  childrenOf,
  type Document,
  type Element,
  first,
  isCutOff,
  outermost,
  textOf,
  textOfChild,
} from '../html/html-document.js';
import type { SourceOptions } from '../options.js';
import { readDate } from './dates.js';
import { kindOf } from './document-kind.js';
import { commentsOf, exportedMembers, isTagCategory, whyNotPublic } from './export.js';
import { parseFeedXml } from './feed-names.js';
import { contentAsHtml, lineAsHtml } from './feed-text.js';
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

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF (RSS 1.0) or Atom (RFC 4287), or an export file of WordPress or Blogger, which is one
 * as well. The discussions come from `slash:comments`, `wfw:commentRss` (RSS), `thr:total` and `thr:count` (RFC 4685). A
 * feed that breaks off gives the entries before.
 *
 * @param where the file or URL, for people
 * @param address the URL that relative addresses are resolved against
 * @param language the language (BCP 47) of dates in words, of entries that name none
 */
export function readFeed(xml: string, where: string, address: string, language?: string): Feed {
  const document = parseFeedXml(xml);
  const feed = first('channel, feed', document);
  const base = webAddress(attribute(feed, 'xml:base') ?? linkOf(feed), address) ?? address;
  const defaults: Defaults = {
    language: (feed && textOfChild(feed, 'language', 'dc:language')) ?? attribute(feed, 'xml:lang'),
    author: feed && authorsOf(feed),
    dates: language,
  };
  const comments = commentsOf(document);
  const commentFeeds = new Map<string, string>();
  const parts = entriesOf(document).map((entry, at) => {
    const article = whyNotPublic(entry) ?? toArticle(draft(entry, base, defaults, comments), new URL(base));
    const feedOfComments = webAddress(textOfChild(entry, 'wfw:commentRss', 'wfw:commentRSS'), base);
    if (typeof article !== 'string' && article.discussion?.count === undefined && feedOfComments) {
      commentFeeds.set(article.url, feedOfComments);
    }
    return { where, entry: at + 1, article };
  });
  const rest = isCutOff(document) ? [{ where, article: 'is nested too deep; the rest is not read' }] : [];
  return { ...found([...parts, ...rest]), next: nextOf(feed, base), commentFeeds };
}

/**
 * Counts the comments of a feed's articles by the feeds of their comments, if the feed itself is from the web. A feed
 * with ten entries or more may be cut off, so it leaves the number unknown.
 */
export async function withCommentCounts(
  { commentFeeds, ...feed }: Feed,
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
    ...feed,
    articles: feed.articles.map((article) => {
      const count = counts.get(article.url);
      return count === undefined ? article : { ...article, discussion: { ...article.discussion, count } };
    }),
  };
}

/** Feeds of comments have at most so many entries by default. */
const CUT_OFF = 10;

/** How many entries the feed at an address has; undefined if it can't be read. */
async function countAt(address: string, options: SourceOptions): Promise<number | undefined> {
  try {
    const { text } = await request(address, options);
    return kindOf(text) === 'feed' ? entriesOf(parseFeedXml(text)).length : undefined;
  } catch (cause) {
    if (cause instanceof BuildError) return undefined;
    throw cause;
  }
}

function entriesOf(document: Document): Element[] {
  return outermost(document, /^(?:item|entry)$/);
}

/** What holds for entries that do not say it themselves. */
interface Defaults extends Pick<Draft, 'language' | 'author'> {
  /** The language of dates. */
  readonly dates: string | undefined;
}

function draft(
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

/** The next page of a feed that comes in several (RFC 5005, section 3). */
function nextOf(feed: Element | undefined, base: string): string | undefined {
  const next = feed && childrenOf(feed, 'link').find((link) => attribute(link, 'rel') === 'next');
  return webAddress(attribute(next, 'href'), base);
}

/** The page of a feed or an entry: the text of RSS's `<link>`, or Atom's alternate link. */
function linkOf(element: Element | undefined): string | undefined {
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
function authorsOf(element: Element): string[] {
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
