import { basename } from 'node:path';
import type { Article } from '../../article.js';
import { readIndex } from '../../reader/read-index.js';
import { parseUrl } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import { all, attribute, parseHtml } from '../html/html-document.js';
import { readHtmlPage } from '../html/html-page.js';
import type { SourceOptions } from '../options.js';
import { isFolder, localDocument, NOWHERE, remoteDocument, type TextDocument } from './documents.js';
import { isFeed, readFeed, withCommentCounts } from './feed.js';
import { asFolder, readFolder } from './folder.js';
import { MARKDOWN } from './folder-files.js';
import { byReason, entriesLeftOut, found, type Found, type LeftOut, merge } from './found.js';
import { readMarkdown } from './markdown.js';
import { articlesOf } from './pages.js';
import { type Answer, isRemote, request } from './remote.js';
import { isSitemap, readSitemap } from './sitemap.js';
import { readWordPress, wordPressApi } from './wordpress.js';

/**
 * Reads articles from sources of any kind. A source is a folder of built HTML or of Markdown, an RSS, Atom, RDF or JSON
 * feed, a sitemap, any other JSON that `readIndex` knows, or the address of one of these, of a WordPress site, or of a
 * page that names its feed. The content of a source tells its kind. Articles that several sources have become one.
 *
 * @param sources paths and http(s) URLs, at least one
 * @throws BuildError that names the source, if it can't be read or if no source has an article
 */
export async function readSources(sources: readonly string[], options: SourceOptions = {}): Promise<Found> {
  if (sources.length === 0) throw new BuildError('no source is given; name a folder, a file or a URL');
  const read: Found[] = [];
  for (const source of sources) {
    options.signal?.throwIfAborted();
    read.push(isRemote(source) ? await readRemote(source, options) : await readLocal(source, options));
  }
  const { articles, leftOut } = merge(read);
  if (articles.length === 0)
    throw new BuildError(`no article found in ${sources.join(', ')}${because(leftOut, sources)}`);
  const { language } = options;
  return {
    articles: language === undefined ? articles : articles.map((article) => ({ language, ...article })),
    leftOut,
  };
}

/** Why no article was found: the most frequent reason, with the first place that it holds for. */
function because(leftOut: readonly LeftOut[], sources: readonly string[]): string {
  const [most] = byReason(leftOut);
  if (!most) return '; check that it is the right source';
  const [reason, places] = most;
  const more = places.length > 1 ? `, and ${places.length - 1} more` : '';
  const [place = ''] = places;
  // The message names the only source already.
  const entry = sources.length === 1 ? place.replace(`${sources[0]}, `, '') : place;
  const advice = reason.includes('; ') ? '' : '; an article needs a title and an address of its own';
  return `: ${entry} ${reason}${more}${advice}`;
}

async function readLocal(path: string, options: SourceOptions): Promise<Found> {
  if (isFolder(path)) return readFolder(path, options);
  const document = localDocument(path, options);
  if (MARKDOWN.test(path)) {
    const article = readMarkdown(document.text, basename(path), document.base);
    return withoutNowhere(found([{ where: path, article }]));
  }
  const { base } = options;
  const own = base && new URL(encodeURIComponent(basename(path)), asFolder(base)).href;
  return withoutNowhere(await readDocument(document, options, own));
}

function isNowhere({ url }: Article): boolean {
  return url.startsWith(NOWHERE);
}

/** Leaves out the articles of a file whose address is not known. */
function withoutNowhere({ articles, leftOut }: Found): Found {
  const reason = 'has a relative address; name the site’s with --base';
  return {
    articles: articles.filter((article) => !isNowhere(article)),
    leftOut: [...leftOut, ...articles.filter(isNowhere).map(({ title }) => ({ where: title, reason }))],
  };
}

async function readRemote(source: string, options: SourceOptions): Promise<Found> {
  const answer = await request(source, options);
  const document = remoteDocument(answer, options);
  if (!isPage(document.text)) return readDocument(document, options);
  const api = wordPressApi(answer);
  if (api) return readWordPress(api, options);
  const address = feedOf(answer);
  const feed = address && remoteDocument(await request(address, options), options);
  if (!feed || isPage(feed.text)) {
    throw new BuildError(`${answer.url} is a web page that names no feed; name the site's feed or sitemap`);
  }
  return readDocument(feed, options);
}

/** @param own the address of the document, if it is a page */
async function readDocument(
  { text, where, base }: TextDocument,
  options: SourceOptions,
  own?: string,
): Promise<Found> {
  if (isSitemap(text)) return readSitemap(text, where, options);
  if (isFeed(text)) return withCommentCounts(readFeed(text, where, base), where, options);
  if (isPage(text)) return articlesOf([{ where, page: readHtmlPage(text), own }]);
  const { articles, skipped } = readIndex(json(text, where), base);
  return { articles, leftOut: entriesLeftOut(skipped, where) };
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const kind =
      text.trim() === ''
        ? 'is empty'
        : /^\s*[[{]/.test(text)
          ? 'is broken JSON'
          : 'is neither JSON, a feed, a sitemap nor HTML';
    throw new BuildError(`${where} ${kind}; check that it is the right one`, { cause });
  }
}

function isPage(text: string): boolean {
  return /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
    text.slice(0, 4096),
  );
}

/** The feed that a page names. JSON Feed comes first, since it has most members. */
function feedOf({ text, url }: Answer): string | undefined {
  const links = all('link[rel~="alternate"][type][href]', parseHtml(text));
  const feed = FEED_TYPES.map((type) => links.find((link) => attribute(link, 'type') === type)).find(Boolean);
  const address = attribute(feed, 'href');
  return address && parseUrl(address, url)?.href;
}

const FEED_TYPES = ['application/feed+json', 'application/rss+xml', 'application/atom+xml'];
