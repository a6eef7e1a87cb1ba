import { existsSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../article.js';
import { isRecord, own, parseJson } from '../../shared/json.js';
import { articlePath } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import type { NeighboursCache } from '../caches.js';
import { NEIGHBOURS, type OnProgress, turns } from '../options.js';
import { SiteRanker } from '../site-ranker.js';
import type { LeftOut } from '../sources/found.js';
import { textOf, writeIfChanged } from './atomic-file.js';
import { toFeed } from './index-feed.js';
import { MANIFEST, readManifest, writeManifest } from './manifest.js';
import { revisedNeighbours } from './revision.js';

/** How neighbours are ranked and written. */
export interface NeighboursOptions {
  /** How many neighbours an article has at most: a whole number above 0. Default 12. */
  readonly limit?: number;
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string;
  /** Stops the work between two files. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Keeps the neighbours for the next run, which then ranks only the articles that a change concerns. */
  readonly neighboursCache?: NeighboursCache;
}

/** What was done to a folder of neighbours. */
export interface WrittenNeighbours {
  /** How many files are new or changed. */
  readonly written: number;
  readonly unchanged: number;
  /** How many files were removed because their articles no longer exist. */
  readonly removed: number;
  /** The size of the largest file, in bytes as a server sends it (gzip). */
  readonly largest: number;
  /** The articles that got no file. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Writes a JSON Feed of ranked neighbours for each article, `blog/x.json` for `https://site.example/blog/x/`, so that
 * `src="/related/{path}.json"` finds it. It writes only the files that changed and removes those of articles that no
 * longer exist. A manifest in the folder lists the files that it wrote; it touches no others.
 *
 * @throws BuildError if a file can't be written, or if a file that it did not write is in the way
 */
export async function writeNeighbours(
  articles: readonly Article[],
  folder: string,
  { limit = NEIGHBOURS, language, signal, onProgress, neighboursCache }: NeighboursOptions = {},
): Promise<WrittenNeighbours> {
  const ranker = new SiteRanker(articles, { language });
  const { files, leftOut } = plan(articles);
  const before = readManifest(folder);
  refuseForeign(folder, files, before);
  // Until the end the manifest lists the old and the new files, so that the next run knows them if this one is stopped.
  writeManifest(folder, new Set([...before, ...files.values()]));

  let written = 0;
  let longest = '';
  let done = 0;
  const takeTurn = turns(signal);
  for (const related of revisedNeighbours(ranker, limit, neighboursCache)) {
    const article = articles[done++] as Article;
    onProgress?.({ step: 'Ranking neighbours', done, total: articles.length, isWriting: true });
    const file = files.get(article);
    if (file !== undefined) {
      const feed = neighboursFeed(article, related);
      if (writeIfChanged(join(folder, file), feed)) written++;
      if (feed.length > longest.length) longest = feed;
    }
    await takeTurn();
  }
  const current = new Set(files.values());
  const orphans = [...before].filter((file) => !current.has(file));
  for (const file of orphans) remove(folder, file);
  writeManifest(folder, current);
  return {
    written,
    unchanged: files.size - written,
    removed: orphans.length,
    largest: gzipSync(longest).length,
    leftOut,
  };
}

/**
 * The neighbours of one article as a JSON Feed that tells readers to keep their order. It has no texts and no key terms,
 * since nothing is ranked by it again.
 *
 * @param related the neighbours, the best first
 */
export function neighboursFeed(article: Article, related: readonly Article[]): string {
  const teasers = related.map(({ text, terms: _terms, links: _links, ...teaser }) => ({
    ...teaser,
    ...(text !== undefined && teaser.excerpt === undefined && { excerpt: text }),
  }));
  return toFeed(teasers, { title: article.title, language: article.language, relatedTo: article.url });
}

/** The file of each article, and the articles that can't have one. */
function plan(articles: readonly Article[]): { files: Map<Article, string>; leftOut: LeftOut[] } {
  const files = new Map<Article, string>();
  const taken = new Set<string>([MANIFEST]);
  const leftOut: LeftOut[] = [];
  for (const article of articles) {
    const path = neighboursPath(article.url);
    const file = `${path}.json`;
    if (path === undefined) {
      leftOut.push({ where: article.url, reason: 'has an address that can’t be a file name' });
    } else if (taken.has(file)) {
      leftOut.push({
        where: article.url,
        reason: 'has the same path as another article, so that one file can’t serve both',
      });
    } else {
      taken.add(file);
      files.set(article, file);
    }
  }
  return { files, leftOut };
}

/**
 * The path of the file with an article's neighbours, without `.json`: the value of `{path}` in the element's `src`.
 * Undefined if it can't be the path of a file: a part of it would leave the folder, or can't be a name.
 *
 * @example neighboursPath('https://site.example/blog/5g.html') // 'blog/5g'
 * @example neighboursPath('https://site.example/') // 'index'
 */
export function neighboursPath(url: string): string | undefined {
  const parts = articlePath(url);
  return parts.every(isFileName) ? parts.join('/') || 'index' : undefined;
}

/** Whether a part of a path can be the name of a file or folder on all systems. A name must not start with a dot. */
function isFileName(part: string): boolean {
  return part !== '' && !/^\.|[/\\\p{Cc}]|[. ]$/u.test(part) && Buffer.byteLength(part) <= LONGEST_NAME;
}

/** In bytes: what file systems allow, less `.json` and what a temporary name adds. */
const LONGEST_NAME = 200;

/** @throws BuildError if a file that we did not write has the name of one that we would write */
function refuseForeign(folder: string, files: ReadonlyMap<Article, string>, ours: ReadonlySet<string>): void {
  for (const file of files.values()) {
    const path = join(folder, file);
    if (ours.has(file) || !existsSync(path) || isNeighboursFeed(textOf(path))) continue;
    throw new BuildError(
      `${path} is in the way, and this command did not write it; choose an empty folder for the neighbours`,
    );
  }
}

function isNeighboursFeed(text: string | undefined): boolean {
  const json = parseJson(text ?? '');
  return isRecord(json) && typeof own(json, '_related_articles.related_to') === 'string';
}

function remove(folder: string, file: string): void {
  try {
    unlinkSync(join(folder, file));
    for (let parent = dirname(file); parent !== '.'; parent = dirname(parent))
      rmdirSync(join(folder, parent));
  } catch {
    // The file is gone already, or its folder holds other files.
  }
}
