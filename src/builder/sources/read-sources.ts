import { basename } from 'node:path';
import type { Article } from '../../article.js';
import { nextPage, pageAfter, readIndex } from '../../reader/read-index.js';
import { parseUrl } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import { all, attribute, parseHtml } from '../html/html-document.js';
import { readHtmlPage } from '../html/html-page.js';
import { isNowhere, NOWHERE } from '../nowhere.js';
import type { SourceOptions } from '../options.js';
import { spellOutDates } from './dates.js';
import { kindOf } from './document-kind.js';
import { editorsFaults, withSections } from './editors.js';
import { isFolder, localDocument, remoteDocument, type TextDocument } from './documents.js';
import { readFeed, withCommentCounts } from './feed.js';
import { readFolder } from './folder.js';
import { MARKDOWN } from './folder-files.js';
import { byReason, entriesLeftOut, found, type Found, type LeftOut, merge } from './found.js';
import { hasFrontMatter } from './front-matter.js';
import { isJsonLines, readJsonLines } from './json-lines.js';
import { dataOfJson, dataOfScript, type DocumentData } from './json-text.js';
import { readMarkdown } from './markdown.js';
import { withResolvedLinks } from './source-links.js';
import { articlesOf } from './pages.js';
import { type Answer, isRemote, request, RequestError } from './remote.js';
import { readSearchXml } from './search-xml.js';
import { readSitemap } from './sitemap.js';
import { withoutSphinx } from './sphinx.js';
import { readWordPress, wordPressApi } from './wordpress.js';

/**
 * Reads articles from sources of any kind. A source is a folder of built HTML or of Markdown, an RSS, Atom, RDF or JSON
 * feed with its further pages, a file of JSON Lines, an export file of WordPress or Blogger, a sitemap or robots.txt, any other JSON that
 * `readIndex` knows, also inside a script, or the address of one of these, of a WordPress site, or of a page that names
 * its feed. The content of a source tells its kind. Articles that several sources have become one.
 *
 * The address of a site that neither the sources nor `base` name is `https://site.invalid/` in what this gives; what is
 * written has paths from the root in its place.
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
  const { articles, leftOut, warnings } = onOneSite(merge(read));
  if (articles.length === 0) throw noArticleIn(sources, leftOut);
  const { language } = options;
  const named = language === undefined ? articles : articles.map((article) => ({ language, ...article }));
  const told = [...(warnings ?? []), ...editorsFaults(named)];
  return { articles: withSections(named), leftOut, ...(told.length > 0 && { warnings: told }) };
}

/**
 * Leaves out the articles whose site is not known, where others name theirs: a path from the root would lead to the wrong
 * site.
 */
function onOneSite(merged: Found): Found {
  const { articles, leftOut } = merged;
  const nowhere = articles.filter(isNowhere);
  if (nowhere.length === articles.length) return merged;
  const reason = 'has a relative address, while others name their site; name it with --base';
  return {
    ...merged,
    articles: articles.filter((article) => !isNowhere(article)),
    leftOut: [...leftOut, ...nowhere.map(({ title }) => ({ where: title, reason }))],
  };
}

/** The error that no source has an article, and why. */
export function noArticleIn(sources: readonly string[], leftOut: readonly LeftOut[]): BuildError {
  return new BuildError(`no article found in ${sources.join(', ')}${because(leftOut, sources)}`);
}

/** Why no article was found: the most frequent reason, with the first place that it holds for. */
function because(leftOut: readonly LeftOut[], sources: readonly string[]): string {
  // The message names the only source already.
  const [most] = byReason(leftOut, sources.length === 1 ? sources[0] : undefined);
  if (!most) return '; check that it is the right source';
  const [reason, places] = most;
  const [place = ''] = places;
  const more = places.length > 1 ? `, and ${places.length - 1} more` : '';
  return `: ${place} ${reason}${more}; an article needs a title and an address of its own`;
}

async function readLocal(path: string, options: SourceOptions): Promise<Found> {
  if (isFolder(path)) return readFolder(path, options);
  if (isJsonLines(path)) return allLines(path, options);
  const document = localDocument(path, options);
  if (MARKDOWN.test(path) || hasFrontMatter(document.text)) {
    const article = readMarkdown(document.text, basename(path), document.base, options.language);
    return found(withResolvedLinks([{ where: path, path: basename(path), article }]));
  }
  const own = new URL(encodeURIComponent(basename(path)), document.base).href;
  const { next, ...read } = await readDocument(document, options, own);
  if (next === undefined) return read;
  const goesOn = next.startsWith(NOWHERE) ? 'has further pages, which are' : `goes on at ${next}, which is`;
  const warning = `${path} ${goesOn} not read: name the address of the first page in place of the file`;
  return { ...read, warnings: [...(read.warnings ?? []), warning] };
}

/** All articles of a file of JSON Lines, where their texts fit into memory. */
async function allLines(path: string, options: SourceOptions): Promise<Found> {
  const articles: Article[] = [];
  const leftOut: LeftOut[] = [];
  let size = 0;
  for await (const line of readJsonLines(path, options)) {
    leftOut.push(...line.leftOut);
    articles.push(...line.articles);
    for (const { text = '' } of line.articles) size += text.length;
    if (size > MOST_TEXT)
      throw new BuildError(
        `${path} has more than ${MOST_TEXT / 1e6} MB of texts; use a search server (--engine), or split it`,
      );
  }
  return { articles, leftOut };
}

/** The most text of one file that is kept in memory, in UTF-16 units. */
const MOST_TEXT = 150_000_000;

async function readRemote(source: string, options: SourceOptions): Promise<Found> {
  const answer = await request(source, options);
  const document = remoteDocument(answer, options);
  if (kindOf(document.text) !== 'page') return readAllPages(document, options);
  const address = feedOf(answer);
  const api = wordPressApi(answer);
  if (!api) return readNamedFeed(address, answer, options);
  try {
    return await readWordPress(api, options);
  } catch (cause) {
    if (!address || !(cause instanceof RequestError)) throw cause;
    const { warnings = [], ...read } = await readNamedFeed(address, answer, options);
    return { ...read, warnings: [`${api} ${cause.reason}; the site's feed was read instead`, ...warnings] };
  }
}

/** Reads the feed that a page names. It has the site's newest articles, unless it has further pages. */
async function readNamedFeed(
  address: string | undefined,
  { url }: Answer,
  options: SourceOptions,
): Promise<Found> {
  const feed = address && remoteDocument(await request(address, options), options);
  if (!feed || kindOf(feed.text) === 'page') {
    throw new BuildError(`${url} is a web page that names no feed; name the site's feed or sitemap`);
  }
  const { pageCount, ...read } = await readAllPages(feed, options);
  if (pageCount > 1) return read;
  const count = read.articles.length;
  const warning = `${url} names only a feed, of its newest articles (${count}); for all, name the site's sitemap`;
  return { ...read, warnings: [warning, ...(read.warnings ?? [])] };
}

/**
 * Reads a document from the web and the pages that follow it, up to one that can't be had, one that leads back, or a limit.
 * A page that can't be had costs none of the others.
 */
async function readAllPages(
  first: TextDocument,
  options: SourceOptions,
): Promise<Found & { readonly pageCount: number }> {
  const pages = [await readDocument(first, options)];
  const seen = new Set([first.where]);
  const leftOut: LeftOut[] = [];
  for (let next = pages[0]?.next; next !== undefined && !seen.has(next); next = pages.at(-1)?.next) {
    seen.add(next);
    options.onProgress?.({ step: 'Reading pages of the source', done: seen.size });
    try {
      if (seen.size > MOST_PAGES)
        throw new BuildError(`is more than ${MOST_PAGES} pages away from the first`);
      const document = remoteDocument(await request(next, options), options);
      seen.add(document.where);
      pages.push(await readDocument(document, options));
    } catch (cause) {
      if (!(cause instanceof BuildError)) throw cause;
      const detail = cause instanceof RequestError ? cause.reason : cause.message;
      leftOut.push({ where: next, reason: 'is a further page that could not be read', detail });
      break;
    }
  }
  const [only] = pages;
  const pageCount = pages.length;
  if (pageCount === 1 && only) return { ...only, pageCount, leftOut: [...only.leftOut, ...leftOut] };
  const { articles, leftOut: repeated } = found(
    pages.flatMap((page) => page.articles).map((article) => ({ where: article.title, article })),
  );
  return {
    articles,
    pageCount,
    leftOut: [...pages.flatMap((page) => page.leftOut), ...repeated, ...leftOut],
    warnings: pages.flatMap(({ warnings = [] }) => warnings),
  };
}

/** The most pages of a source. */
const MOST_PAGES = 500;

/** @param own the address of the document, if it is a page */
async function readDocument(
  document: TextDocument,
  options: SourceOptions,
  own = document.base,
): Promise<Found> {
  const { text, where, base } = document;
  switch (kindOf(text)) {
    case 'sitemap':
    case 'list of addresses':
    case 'robots.txt':
      return readSitemap(text, where, options);
    case 'feed':
      return withCommentCounts(readFeed(text, where, base, options.language), where, options);
    case 'search.xml':
      return readSearchXml(text, where, base, options.language);
    case 'page':
      return articlesOf([{ where, page: readHtmlPage(text), own }]);
    case 'JSON':
      return readData(dataOfJson(text, where), document, options);
    case 'script':
      return readData(dataOfScript(text, where), document, options);
    case 'nothing':
      throw new BuildError(`${where} is empty; check that it is the right one`);
    default:
      throw new BuildError(
        `${where} is neither JSON, a feed, a sitemap nor HTML; check that it is the right one`,
      );
  }
}

function readData(
  { json, warnings }: DocumentData,
  { where, base, pages }: TextDocument,
  { language }: SourceOptions,
): Found {
  const data = withoutSphinx(json);
  spellOutDates(data, language);
  const { articles, skipped, next } = readIndex(data, base);
  const url = isRemote(where) ? new URL(where) : undefined;
  return {
    articles,
    leftOut: entriesLeftOut(skipped, where),
    warnings,
    // The base may be the site's address rather than the document's.
    next: url ? (nextPage(data, where) ?? pageAfter(url, pages)) : next,
  };
}

/** The feed that a page names. JSON Feed comes first, since it has most members. */
function feedOf({ text, url }: Answer): string | undefined {
  const links = all('link[rel~="alternate"][type][href]', parseHtml(text));
  const feed = FEED_TYPES.map((type) => links.find((link) => attribute(link, 'type') === type)).find(Boolean);
  const address = attribute(feed, 'href');
  return address && parseUrl(address, url)?.href;
}

const FEED_TYPES = ['application/feed+json', 'application/rss+xml', 'application/atom+xml'];
