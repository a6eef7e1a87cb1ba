import { existsSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../article.js';
import { isRecord, own } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import type { OnProgress } from '../progress.js';
import { SiteRanker } from '../site-ranker.js';
import type { LeftOut } from '../sources/found.js';
import { articlePath } from './article-path.js';
import { textOf, writeIfChanged } from './atomic-file.js';
import { toFeed } from './index-feed.js';
import { MANIFEST, readManifest, writeManifest } from './manifest.js';
import type { NeighboursCache } from './neighbours-cache.js';
import { revisedNeighbours } from './revision.js';

/** How neighbours are ranked and written. */
export interface NeighboursOptions {
  /** Neighbours of an article at most: a whole number above 0. Default 12. */
  readonly limit?: number;
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string;
  /** Stops writing between two files. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Keeps the neighbours for the next time, when only those are ranked anew that a change concerns. */
  readonly neighboursCache?: NeighboursCache;
}

/** What was done to a folder of neighbours. */
export interface WrittenNeighbours {
  /** Files that were new or changed. */
  readonly written: number;
  readonly unchanged: number;
  /** Files of articles that are no more. */
  readonly removed: number;
  /** Size of the largest file, in bytes as a server sends it (gzip). */
  readonly largest: number;
  /** Articles that got no file. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Writes a JSON Feed of ranked neighbours for each article, `blog/x.json` for `https://site.example/blog/x/`, so that
 * `src="/related/{path}.json"` finds it. Writes only what changed, removes the files of articles that are no more, and
 * touches no file that it did not write: a manifest in the folder lists them.
 *
 * @throws BuildError where a file can't be written, or one that is not ours is in the way
 */
export async function writeNeighbours(
  articles: readonly Article[],
  folder: string,
  options: NeighboursOptions = {},
): Promise<WrittenNeighbours> {
  return writeRanked(new SiteRanker(articles, options), folder, options);
}

/** The same where the articles' ranker is at hand. */
export async function writeRanked(
  ranker: SiteRanker,
  folder: string,
  { limit = 12, signal, onProgress, neighboursCache }: NeighboursOptions,
): Promise<WrittenNeighbours> {
  const { articles } = ranker;
  const { files, leftOut } = plan(articles);
  const before = readManifest(folder);
  refuseForeign(folder, files, before);
  // Until all is done the manifest knows the old and the new files, so that nothing is forgotten if this is stopped.
  writeManifest(folder, new Set([...before, ...files.values()]));

  let written = 0;
  let longest = '';
  let done = 0;
  let turn = performance.now();
  for (const related of revisedNeighbours(ranker, limit, neighboursCache)) {
    const article = articles[done++] as Article;
    onProgress?.({ step: 'Ranking neighbours', done, total: articles.length, isWriting: true });
    const file = files.get(article);
    if (file !== undefined) {
      const feed = neighboursFeed(article, related);
      if (writeIfChanged(join(folder, file), feed)) written++;
      if (feed.length > longest.length) longest = feed;
    }
    if (performance.now() - turn < TURN_MS) continue;
    await setImmediate();
    signal?.throwIfAborted();
    turn = performance.now();
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

const TURN_MS = 50;

/** The neighbours of one article, best first, as a feed that keeps their order. */
export function neighboursFeed(article: Article, related: readonly Article[]): string {
  // Tags and terms chose the neighbours; who is shown them needs neither.
  const teasers = related.map(({ text, terms: _terms, ...teaser }) => ({
    ...teaser,
    ...(text !== undefined && teaser.excerpt === undefined && { excerpt: text }),
    tags: [],
  }));
  return toFeed(teasers, { title: article.title, language: article.language, relatedTo: article.url });
}

/** The file of each article, and the articles that can have none. */
function plan(articles: readonly Article[]): { files: Map<Article, string>; leftOut: LeftOut[] } {
  const files = new Map<Article, string>();
  const taken = new Set<string>([MANIFEST]);
  const leftOut: LeftOut[] = [];
  for (const article of articles) {
    const path = articlePath(article.url);
    const file = `${path}.json`;
    if (path === undefined) {
      leftOut.push({ where: article.url, reason: 'has an address that can be no file name' });
    } else if (taken.has(file)) {
      leftOut.push({
        where: article.url,
        reason: 'shares its path with another article: only the query tells them apart',
      });
    } else {
      taken.add(file);
      files.set(article, file);
    }
  }
  return { files, leftOut };
}

/** @throws BuildError where a file that we did not write has the name of one that we would */
function refuseForeign(folder: string, files: ReadonlyMap<Article, string>, ours: ReadonlySet<string>): void {
  for (const file of files.values()) {
    const path = join(folder, file);
    if (ours.has(file) || !existsSync(path) || isNeighboursFeed(textOf(path))) continue;
    throw new BuildError(`${path} is in the way and not ours; give the neighbours a folder of their own`);
  }
}

function isNeighboursFeed(text: string | undefined): boolean {
  try {
    const json: unknown = JSON.parse(text ?? '');
    const extension = isRecord(json) ? own(json, '_related_articles') : undefined;
    return isRecord(extension) && typeof own(extension, 'related_to') === 'string';
  } catch {
    return false;
  }
}

function remove(folder: string, file: string): void {
  try {
    unlinkSync(join(folder, file));
    for (let parent = dirname(file); parent !== '.'; parent = dirname(parent))
      rmdirSync(join(folder, parent));
  } catch {
    // It is gone already, or its folder holds more.
  }
}
