import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, systemReason } from '../build-error.js';
import type { PageCache } from '../caches.js';
import { type HtmlPage, readHtmlPage } from '../html/html-page.js';
import { type SourceOptions, turns } from '../options.js';
import { filesIn, HTML, MARKDOWN } from './folder-files.js';
import { type Found, found, type Part } from './found.js';
import { readMarkdown } from './markdown.js';
import { articlesOf, encodedPath, type PlacedPage, siteOf } from './pages.js';
import { decodeText } from './text-encoding.js';

/**
 * Reads a folder of built HTML, as static site generators write it. A folder without HTML is read as Markdown with front
 * matter. Hidden files and `node_modules` are skipped. A file that several symbolic links lead to is read once.
 *
 * @throws BuildError if the folder has neither
 */
export async function readFolder(folder: string, options: SourceOptions): Promise<Found> {
  const { files, leftOut } = await filesIn(folder, options);
  const read = await readFiles(folder, files, options);
  if (!read && leftOut.length === 0)
    throw new BuildError(
      `${folder} has no HTML and no Markdown; name the folder that your site is built into`,
    );
  return { articles: read?.articles ?? [], leftOut: [...leftOut, ...(read?.leftOut ?? [])] };
}

/** Reads the HTML files, or the Markdown files where there is no HTML; undefined where there are neither. */
async function readFiles(
  folder: string,
  files: readonly string[],
  options: SourceOptions,
): Promise<Found | undefined> {
  const pages = files.filter((file) => HTML.test(file));
  if (pages.length > 0) return articlesOf(await htmlPages(folder, pages, options));
  const texts = files.filter((file) => MARKDOWN.test(file));
  return texts.length > 0 ? found(await markdownParts(folder, texts, options)) : undefined;
}

/** Reads the built pages of a folder, in the order of the files. */
export async function htmlPages(
  folder: string,
  files: readonly string[],
  options: SourceOptions,
): Promise<PlacedPage[]> {
  const read: { file: string; page: HtmlPage | string }[] = [];
  await each(files, { ...options, step: 'Reading pages' }, (file) => {
    const bytes = bytesOf(join(folder, file));
    read.push({ file, page: typeof bytes === 'string' ? bytes : cachedPage(bytes, options.cache) });
  });
  const base = options.base ?? firstSite(read);
  return read.map(({ file, page }) => ({
    where: join(folder, file),
    page,
    own: base === undefined ? undefined : new URL(addressPath(file), asFolder(base)).href,
  }));
}

/** The most bytes of a page: a larger file is not meant to be read. */
const LARGEST_PAGE = 10_000_000;

function firstSite(read: readonly { file: string; page: HtmlPage | string }[]): string | undefined {
  for (const { file, page } of read) {
    const site = typeof page === 'string' ? undefined : siteOf(file, page);
    if (site !== undefined) return site;
  }
  return undefined;
}

/** The percent-encoded path of a file on the web: `blog/a/` for `blog/a/index.html`. */
function addressPath(file: string): string {
  return encodedPath(file.replace(/(^|\/)index\.html?$/i, '$1'));
}

/** A site's address with a slash at the end, so that the site's paths can be resolved against it. */
export function asFolder(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

async function markdownParts(
  folder: string,
  files: readonly string[],
  options: SourceOptions,
): Promise<Part[]> {
  const { base } = options;
  if (base === undefined) {
    throw new BuildError(
      `${folder} has Markdown, which does not name the site's address; name it with --base URL`,
    );
  }
  const parts: Part[] = [];
  await each(files, { ...options, step: 'Reading texts' }, (file) => {
    const bytes = bytesOf(join(folder, file));
    const article = typeof bytes === 'string' ? bytes : readMarkdown(decodeText(bytes), file, asFolder(base));
    parts.push({ where: join(folder, file), article });
  });
  return parts;
}

/** Reads each file. */
async function each(
  files: readonly string[],
  { step, signal, onProgress }: SourceOptions & { step: string },
  read: (file: string) => void,
): Promise<void> {
  const takeTurn = turns(signal);
  for (const [at, file] of files.entries()) {
    read(file);
    onProgress?.({ step, done: at + 1, total: files.length });
    await takeTurn();
  }
}

/** The bytes of a file, or the reason why it can't be read. */
function bytesOf(path: string): Uint8Array | string {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return 'is not a file any more';
    return stats.size > LARGEST_PAGE ? 'is larger than 10 MB' : readFileSync(path);
  } catch (cause) {
    return `can't be read: ${systemReason(cause)}`;
  }
}

function cachedPage(bytes: Uint8Array, cache: PageCache | undefined): HtmlPage {
  if (!cache) return readHtmlPage(decodeText(bytes));
  const key = createHash('sha256').update(bytes).digest('base64url');
  const page = (cache.get(key) as HtmlPage | undefined) ?? readHtmlPage(decodeText(bytes));
  cache.set(key, page);
  return page;
}
