import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { glob } from 'tinyglobby';
import { BuildError, systemReason } from '../build-error.js';
import { type HtmlPage, readHtmlPage } from '../html/html-page.js';
import { type Found, found, type Part } from './found.js';
import { readMarkdown } from './markdown.js';
import type { PageCache, SourceOptions } from './options.js';
import { articlesOf, type PlacedPage, siteOf } from './pages.js';
import { decodeText } from './text-encoding.js';

/**
 * Reads a folder: built HTML, as static site generators write it, or Markdown with front matter where there is no
 * HTML. Hidden files and `node_modules` are passed over, and of a file that links lead to several times all but one.
 *
 * @throws BuildError where the folder holds neither
 */
export async function readFolder(folder: string, options: SourceOptions): Promise<Found> {
  const files = await filesIn(folder, options);
  const pages = files.filter((file) => HTML.test(file));
  if (pages.length > 0) return articlesOf(await htmlPages(folder, pages, options));
  const texts = files.filter((file) => MARKDOWN.test(file));
  if (texts.length > 0) return found(await markdownParts(folder, texts, options));
  throw new BuildError(
    `${folder} holds no HTML and no Markdown; name the folder that your site is built into`,
  );
}

/** Reads the built pages of a folder, in the order of their names. */
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

/**
 * The paths of a folder's pages and texts, with slashes, in order.
 *
 * @throws BuildError naming the folder, where it can't be read
 */
export async function filesIn(folder: string, { include, exclude = [] }: SourceOptions): Promise<string[]> {
  try {
    // Globbing finds nothing in what is no folder, or may not be read.
    readdirSync(folder);
    const files = await glob(include?.length ? [...include] : ['**/*'], {
      cwd: folder,
      ignore: [...exclude, '**/node_modules/**'],
      expandDirectories: false,
    });
    return once(
      folder,
      files.filter((file) => HTML.test(file) || MARKDOWN.test(file)),
    ).sort();
  } catch (cause) {
    throw new BuildError(`can't read ${folder}: ${systemReason(cause)}; check the path`, { cause });
  }
}

/** Files that symbolic links lead to several times, by the shortest of their paths alone. */
function once(folder: string, files: readonly string[]): string[] {
  const paths = new Map<string, string>();
  for (const file of files.toSorted((a, b) => a.length - b.length)) {
    const real = realpathSync(join(folder, file));
    if (!paths.has(real)) paths.set(real, file);
  }
  return [...paths.values()];
}

/** Names of HTML files. */
export const HTML = /\.html?$/i;
/** Names of Markdown files. */
export const MARKDOWN = /\.(?:md|mdx|markdown)$/i;
/** Bytes; a page of more is a data file in disguise. */
const LARGEST_PAGE = 10_000_000;

function firstSite(read: readonly { file: string; page: HtmlPage | string }[]): string | undefined {
  for (const { file, page } of read) {
    const site = typeof page === 'string' ? undefined : siteOf(file, page);
    if (site !== undefined) return site;
  }
  return undefined;
}

/** The path of a file on the web, percent-encoded: `blog/a/index.html` as `blog/a/`. */
function addressPath(file: string): string {
  const path = file.replace(/(^|\/)index\.html?$/i, '$1');
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A site's address as the folder that its paths start from. */
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
      `${folder} holds Markdown, which names no addresses; name the site's with --base URL`,
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

/** Does something with each file, and lets signals and the terminal have their turn now and then. */
async function each(
  files: readonly string[],
  { step, signal, onProgress }: SourceOptions & { step: string },
  read: (file: string) => void,
): Promise<void> {
  let turn = performance.now();
  for (const [at, file] of files.entries()) {
    read(file);
    onProgress?.({ step, done: at + 1, total: files.length });
    if (performance.now() - turn < TURN_MS) continue;
    await setImmediate();
    signal?.throwIfAborted();
    turn = performance.now();
  }
}

const TURN_MS = 50;

/** A file's bytes, or why it can't be read. */
function bytesOf(path: string): Uint8Array | string {
  try {
    if (statSync(path).size > LARGEST_PAGE) return 'is larger than 10 MB';
    return readFileSync(path);
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
