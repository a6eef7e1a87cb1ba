import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, systemReason } from '../build-error.js';
import type { PageCache } from '../caches.js';
import { type HtmlPage, readHtmlPage } from '../html/html-page.js';
import { NOWHERE } from '../nowhere.js';
import { type SourceOptions, turns } from '../options.js';
import { asFolder } from './documents.js';
import { filesIn, MARKDOWN } from './folder-files.js';
import { type Found, found, type Part } from './found.js';
import { hasFrontMatter } from './front-matter.js';
import { readMarkdown, whyNotThere } from './markdown.js';
import { encodedPath, partsOf, type PlacedPage, siteOf } from './pages.js';
import { withResolvedLinks } from './source-links.js';
import { decodeText } from './text-encoding.js';

/**
 * Reads a folder: built HTML, as static site generators write it, Markdown with front matter, or both. Hidden files and
 * `node_modules` are skipped. A file that several symbolic links lead to is read once. If no page names the site's
 * address, and the options do not, the articles are at `NOWHERE`.
 *
 * @throws BuildError if the folder has neither
 */
export async function readFolder(folder: string, options: SourceOptions): Promise<Found> {
  const { files, leftOut } = await filesIn(folder, options);
  if (files.length === 0 && leftOut.length === 0)
    throw new BuildError(
      `${folder} has no HTML and no Markdown; name the folder that your site is built into`,
    );
  const { pages, texts } = await readFiles(folder, files, options);
  const { articles, leftOut: others } = found([...partsOf(pages), ...texts]);
  return { articles, leftOut: [...leftOut, ...others] };
}

/** What the files of a folder are. */
export interface ReadFiles {
  readonly pages: readonly PlacedPage[];
  /** Texts with front matter. */
  readonly texts: readonly Part[];
}

/** Reads files of a folder, in their order. */
export async function readFiles(
  folder: string,
  files: readonly string[],
  options: SourceOptions,
): Promise<ReadFiles> {
  const pages: { file: string; page: HtmlPage | string }[] = [];
  const sources: { file: string; text: string }[] = [];
  await each(files, { ...options, step: 'Reading pages' }, (file) => {
    const bytes = bytesOf(join(folder, file));
    const why = whyNotThere(file);
    if (typeof bytes === 'string') pages.push({ file, page: bytes });
    else if (why !== undefined) pages.push({ file, page: why });
    else if (MARKDOWN.test(file) || hasFrontMatter(decodeText(bytes.subarray(0, 100))))
      sources.push({ file, text: decodeText(bytes) });
    else pages.push({ file, page: cachedPage(bytes, options.cache) });
  });
  const base = asFolder(options.base ?? firstSite(pages) ?? NOWHERE);
  return {
    pages: pages.map(({ file, page }) => ({
      where: join(folder, file),
      page,
      own: new URL(addressPath(file), base).href,
    })),
    texts: withResolvedLinks(
      sources.map(({ file, text }) => ({
        where: join(folder, file),
        path: file,
        article: readMarkdown(text, file, base, options.language),
      })),
    ),
  };
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
