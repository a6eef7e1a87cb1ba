import { posix } from 'node:path';
import type { Article } from '../../article.js';
import { decodedPath } from './pages.js';

/**
 * What a link to another text file begins with, until all files are read. Generators let authors name the file rather
 * than its address.
 */
const SOURCE = 'source:';

/** A link to a text file by its path or name; several files may have one name. */
export function sourceLink(name: string): string {
  return SOURCE + encodeURI(name).replace(/[()]/g, encodeURIComponent);
}

/**
 * A text with the links that generators write in their own ways as links of Markdown: Hugo's `ref` and `relref`,
 * Jekyll's `post_url` and `link`, Hexo's `post_link`, filters such as `"/a/" | relative_url`, and `[[Name|text]]` of wikis.
 */
export function withPlainLinks(text: string): string {
  return text
    .replace(REF, (_, name: string) => sourceLink(name))
    .replace(LINK_TAG, (_, name: string) => sourceLink(name))
    .replace(POST_LINK, (_, name: string, title: string) => `[${title.trim() || name}](${sourceLink(name)})`)
    .replace(FILTER, '$1')
    .replace(WIKI_LINK, (_, name: string, shown: string | undefined) =>
      name.trim() ? `[${shown ?? name}](${sourceLink(name.trim())})` : (shown ?? ''),
    );
}

const REF = /\{\{[<%]-?\s*(?:rel)?ref\s+(?:path=)?["'`]([^"'`#\n]+)[^{}\n]*[>%]\}\}/g;
const LINK_TAG = /\{%-?\s*(?:post_url|link)\s+["']?([^\s"'%]+)["']?\s*-?%\}/g;
const POST_LINK = /\{%\s*post_link\s+(\S+)([^%\n]*)%\}/g;
const FILTER =
  /\{\{-?\s*["'](\/[^"'\n]*)["']\s*\|\s*(?:relative_url|absolute_url|relURL|absURL|url)\s*-?\}\}/g;
const WIKI_LINK = /(?<!!)\[\[(?!_?toc_?\]\])([^[\]|#^\n]*)(?:[#^][^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/gi;

/** A text file that was read. */
export interface SourceFile {
  /** Its path in the folder, with slashes. */
  readonly path: string;
  /** Its article, or the reason why it is not one. */
  readonly article: Article | string;
}

/**
 * The articles of text files, with the addresses of others in place of links to their files. A file is found by its path
 * from the linking file or from the end, by its name with or without a date, or by its title. What is found twice, or not
 * at all, is no link.
 */
export function withResolvedLinks<F extends SourceFile>(files: readonly F[]): F[] {
  const urls = urlsByName(files);
  return files.map((file) => {
    const { article, path } = file;
    if (typeof article === 'string') return file;
    const { links, related, exclude, ...rest } = article;
    const resolved = (names: readonly string[] | undefined, orElse: (name: string) => string[]): string[] => {
      const found = names?.flatMap((name) =>
        name.startsWith(SOURCE) ? (find(name, path, urls) ?? orElse(name)) : name,
      );
      return [...new Set(found)];
    };
    const members = {
      links: resolved(links, () => []),
      related: resolved(related, asWritten),
      exclude: resolved(exclude, asWritten),
    };
    const known = Object.entries(members).filter(([, names]) => names.length > 0);
    return { ...file, article: { ...rest, ...Object.fromEntries(known) } };
  });
}

type Urls = ReadonlyMap<string, string | undefined>;

function find(link: string, path: string, urls: Urls): string | undefined {
  const name = decodedPath(link.slice(SOURCE.length));
  const folder = name.startsWith('/') ? '/' : posix.dirname(path);
  return urls.get(`/${keyOf(posix.join('/', folder, name))}`) ?? urls.get(keyOf(posix.join('/', name)));
}

/** The addresses of articles by whatever names their files; undefined where several have one name. */
function urlsByName(files: readonly SourceFile[]): Urls {
  const urls = new Map<string, string | undefined>();
  const add = (name: string, url: string): void => {
    urls.set(name, urls.has(name) && urls.get(name) !== url ? undefined : url);
  };
  for (const { path, article } of files) {
    if (typeof article === 'string') continue;
    const key = keyOf(path);
    add(`/${key}`, article.url);
    const parts = key.split('/');
    const names = parts.map((_, at) => parts.slice(at).join('/'));
    const undated = key.replace(/^.*\//, '').replace(/^\d{4}-\d{2}-\d{2}-/, '');
    for (const name of new Set([...names, undated, keyOf(article.title)])) add(name, article.url);
  }
  return urls;
}

/** A name that editors wrote is kept, so that they can be told that nothing has it. */
function asWritten(name: string): string[] {
  return [decodedPath(name.slice(SOURCE.length))];
}

/** A path as it is compared: without ending, case and the name of the file that stands for its folder. */
function keyOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/\.(?:md|mdx|markdown|html?)$/, '')
    .replace(/(?:^|\/)_?index$/, '')
    .replace(/^\/+|\/+$/g, '');
}
