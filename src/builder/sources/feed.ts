import { isTag } from 'domhandler';
import type { Draft } from '../../reader/draft.js';
import { webAddress } from '../../shared/url.js';
import { toArticle } from '../../reader/draft.js';
import { shorten } from '../../shared/text.js';
import {
  all,
  attribute,
  type Document,
  type Element,
  first,
  parseXml,
  textOf,
} from '../html/html-document.js';
import { found, type Found } from './found.js';

/** What a feed gave. */
export interface Feed extends Found {
  /** The feed of an article's comments (`wfw:commentRss`), where nothing else tells their number; by its URL. */
  readonly commentFeeds: ReadonlyMap<string, string>;
}

/** Whether a document is an RSS, RDF or Atom feed. */
export function isFeed(text: string): boolean {
  return /<(?:rss|feed|rdf:RDF|channel)[\s>]/.test(text.slice(0, 4096));
}

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF (RSS 1.0) and Atom (RFC 4287), with discussions from `slash:comments`,
 * `wfw:commentRss` (RSS) and `thr:total`, `thr:count` (RFC 4685). One that breaks off gives the entries until there.
 *
 * @param address what relative addresses are resolved against
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
  return { ...found(parts), commentFeeds };
}

/** How many entries a feed has. */
export function entryCount(xml: string): number {
  return entriesOf(parseXml(xml)).length;
}

function entriesOf(document: Document): Element[] {
  return all('item, entry', document);
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

/** Characters, markup included; the whole text as a description is no teaser. */
const LONGEST_EXCERPT = 2000;

/** The page that a feed or an entry is about: RSS's `<link>` text, or Atom's link that is the alternate one. */
function linkOf(element: Element | undefined): string | undefined {
  const links = element ? children(element, 'link') : [];
  const atom = links.find(
    (link) => ['alternate', undefined].includes(attribute(link, 'rel')) && attribute(link, 'href'),
  );
  return links.map(textOf).find(Boolean) ?? attribute(atom, 'href');
}

/** RSS's `<guid>`, which is an address unless it says otherwise. */
function permalink(entry: Element): string | undefined {
  const [guid] = children(entry, 'guid');
  return guid && attribute(guid, 'isPermaLink')?.toLowerCase() !== 'false' ? textOf(guid) : undefined;
}

/** The names of who wrote something, by the first kind of element that has some. */
function authorsOf(element: Element): string[] {
  const kinds = ['dc:creator', 'author', 'itunes:author'].map((name) =>
    children(element, name).map(personName).filter(Boolean),
  );
  return kinds.find((names) => names.length > 0) ?? [];
}

/** A person's name: Atom's `<name>`, or a text such as RSS's `mail@site.example (Name)`; e-mail addresses are none. */
function personName(person: Element): string {
  const text = textOfChild(person, 'name') ?? textOf(person);
  const named = /^\S+@\S+\s+\((.+)\)$/.exec(text)?.[1] ?? text.replace(/\s*<\S+@\S+>$/, '');
  return named.includes('@') ? '' : named;
}

/** Atom's link to the page of replies; one to their feed only where there is no other. */
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

/** The children of these names, by the order of the names. */
function children(element: Element, ...names: readonly string[]): Element[] {
  return names.flatMap((name) =>
    element.children.filter((child): child is Element => isTag(child) && child.name === name),
  );
}

/** The text of the first child of these names that has one; markup in it is escaped or Atom's XHTML, without its tags. */
function textOfChild(element: Element, ...names: readonly string[]): string | undefined {
  return children(element, ...names)
    .map(textOf)
    .find(Boolean);
}
