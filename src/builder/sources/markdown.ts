import type { Article } from '../../article.js';
import { readIndex } from '../../reader/read-index.js';
import { timeOf } from '../../shared/date.js';
import { toError } from '../../shared/error.js';
import { firstOwn, isText, type JsonRecord, own } from '../../shared/json.js';
import { whyNotPublic } from '../../shared/public.js';
import { htmlToText } from '../../shared/text.js';
import { parseUrl } from '../../shared/url.js';
import { escapeHtml } from '../html/markup.js';
import { splitFrontMatter } from './front-matter.js';
import {
  dateIn,
  dateOf,
  DATES,
  editorsWordsIn,
  expiryOf,
  imageOf,
  LANGUAGES,
  namesOf,
} from './front-matter-members.js';
import { withoutGeneratorSyntax } from './generator-syntax.js';
import { addressOf, isHtml } from './markdown-address.js';
import { inlineText, linksIn, type MarkdownText, readMarkdownText } from './markdown-text.js';
import { decodedPath } from './pages.js';
import { sourceLink } from './source-links.js';

/**
 * Reads a text file with front matter: Markdown, or HTML that a generator is yet to put into a page. The front matter may
 * name its address (`url`, `permalink`, `slug`). Else the address follows from its path, or in `_posts` of Jekyll and Hexo
 * from its date and its name.
 *
 * @param file the content of the file
 * @param path the path of the file in its folder, with slashes
 * @param base the site's address, which ends in a slash
 * @param language the language (BCP 47) of a file that names none
 * @returns the article, or the reason why it is not one. Links to other texts are as `sourceLink` writes them
 */
export function readMarkdown(file: string, path: string, base: string, language?: string): Article | string {
  let data: JsonRecord;
  let body: string;
  try {
    ({ data, body } = splitFrontMatter(file));
    if (language !== undefined && firstOwn(data, LANGUAGES) === undefined) data = { ...data, language };
  } catch (cause) {
    return `has broken front matter: ${firstLine(cause)}`;
  }
  try {
    return whyNot(data, path) ?? article(data, body, path, base);
  } catch (cause) {
    // Texts that are nested without end.
    return `can't be read as Markdown: ${firstLine(cause)}`;
  }
}

function firstLine(cause: unknown): string {
  const [line = ''] = toError(cause).message.split('\n');
  return line.trim().replace(/:$/, '');
}

function article(data: JsonRecord, body: string, path: string, base: string): Article | string {
  const address = addressOf(data, path);
  const url = parseUrl(address, base)?.href;
  if (url === undefined) return `names an address that is none: ${address}`;
  const { title, excerpt, text, links } = isHtml(path) ? htmlOnly(body) : readMarkdownText(body);
  const described = firstOwn(data, DESCRIPTIONS);
  const { articles, skipped } = readIndex(
    [
      {
        ...Object.fromEntries(Object.entries(data).filter(([key]) => KEPT.has(key.toLowerCase()))),
        url,
        id: url,
        title: own(data, 'title') ?? (title && escapeHtml(title)),
        summary: isText(described) ? inlineText(described) : excerpt && escapeHtml(excerpt),
        content_text: text,
        links: links.flatMap((link) => linkTarget(link, url) ?? []),
        date: dateOf(data, path),
        expires: expiryOf(data),
        tags: TAGS.map((names) => namesOf(own(data, names))).find((names) => names.length > 0),
        image: imageOf(data),
        ...editorsWordsIn(data),
      },
    ],
    base,
  );
  return articles[0] ?? skipped[0]?.reason ?? 'has no title';
}

function htmlOnly(body: string): MarkdownText {
  const html = withoutGeneratorSyntax(body);
  return { title: undefined, excerpt: undefined, text: htmlToText(html), links: linksIn(html) };
}

/** The address that a link leads to, relative to that of the article; a link to another text names its file. */
function linkTarget(link: string, url: string): string | undefined {
  const [, file] = /^(?!\w+:|[?#])(?:@(?:site)?\/)?([^?#]+\.(?:md|mdx|markdown))(?:[?#]|$)/i.exec(link) ?? [];
  return file === undefined ? parseUrl(link, url)?.href : sourceLink(decodedPath(file));
}

const DESCRIPTIONS = 'description summary excerpt teaser abstract';
const TAGS = ['tags', 'taxonomies.tags', 'tag', 'categories', 'category', 'keywords'];

/** The members of front matter that `readIndex` knows by the same names. */
const KEPT = new Set(['lang', 'language', 'comments', 'author', 'authors']);

/** Why a text is not an article to show; undefined if it may be one. */
function whyNot(data: JsonRecord, path: string): string | undefined {
  const why = whyNotPublic(data);
  if (why !== undefined) return why;
  const place = whyNotThere(path);
  if (place !== undefined) return place;
  if (/(?:^|\/)_index\.\w+$/.test(path)) return 'is the page of a section';
  if (/(?:^|\/)(?:readme|license|changelog|contributing)\.\w+$/i.test(path)) return 'is about the project';
  if (isMarked(data, 'noindex') || /\bnoindex\b/i.test(String(own(data, 'robots'))))
    return 'is marked noindex';
  if (isMarked(data, 'eleventyExcludeFromCollections')) return 'is left out of all collections';
  // Hugo shows a text only when the date of its publication has come, whatever its other date.
  const dates = [...DATES.split(' ').map((name) => dateIn(data, name)), dateOf(data, path)];
  if (dates.some((date) => (timeOf(date) ?? -Infinity) > Date.now())) return 'is dated in the future';
  return (timeOf(expiryOf(data)) ?? Infinity) < Date.now() ? 'has expired' : undefined;
}

/** Why a file is not an article to show because of its place or name, as a clause; undefined if it may be one. */
export function whyNotThere(path: string): string | undefined {
  if (/(?:^|\/)(?:_drafts?\/|draft_[^/]*$)/i.test(path)) return 'is a draft';
  return UNPUBLISHED.test(path) ? 'is in a folder that the generator does not publish' : undefined;
}

function isMarked(data: JsonRecord, name: string): boolean {
  return /^(?:true|yes|on|1)$/i.test(String(own(data, name)));
}

/** Folders of Jekyll, Hugo and Eleventy that hold parts of pages. */
const UNPUBLISHED = /(?:^|\/)(?:_(?:includes|layouts|data|sass|plugins)|archetypes)\//;
