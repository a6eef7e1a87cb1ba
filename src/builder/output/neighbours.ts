import { existsSync, readFileSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../article.js';
import { isRecord, own, parseJson } from '../../shared/json.js';
import { filePath } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import type { NeighboursCache } from '../caches.js';
import { NEIGHBOURS, type OnProgress, turns } from '../options.js';
import type { ChosenArticle } from '../../ranking/ranker.js';
import { type ListChoice, SiteRanker } from '../site-ranker.js';
import type { LeftOut } from '../sources/found.js';
import { textOf, writeIfChanged } from './atomic-file.js';
import { toFeed } from './index-feed.js';
import { withLock } from './folder-lock.js';
import { readManifest, writeManifest } from './manifest.js';
import { revisedNeighbours } from './revision.js';

/** An article with its neighbours, the best first; undefined if those in its file still hold. */
export interface FoundNeighbours {
  readonly article: Article;
  readonly related: readonly ChosenArticle[] | undefined;
}

/**
 * Finds the neighbours of articles.
 *
 * @param isWritten whether the file of an article is there
 */
export type FindNeighbours = (isWritten: (article: Article) => boolean) => AsyncIterable<FoundNeighbours>;

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
  /** Which articles the neighbours are chosen from, and by what. Default: related ones of all articles. */
  readonly choice?: ListChoice;
  /** Finds the neighbours, in any order of the articles. Default: the ranker, with all articles in memory. */
  readonly find?: FindNeighbours;
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
  options: NeighboursOptions = {},
): Promise<WrittenNeighbours> {
  const { signal, onProgress, find = () => ranked(articles, options) } = options;
  return withLock(folder, async () => {
    const { files, leftOut } = plan(articles);
    const before = readManifest(folder);
    refuseForeign(folder, files, before);
    const current = new Set(files.values());
    // Until the end the manifest lists the old and the new files, so that the next run knows them if this one is stopped.
    writeManifest(folder, new Set([...before, ...current]));
    // First, since an old file may be where a new folder is to be, or have the same name but for upper case.
    const orphans = [...before].filter((file) => !current.has(file));
    for (const file of orphans) remove(folder, file);

    let written = 0;
    let done = 0;
    const takeTurn = turns(signal);
    const isWritten = (article: Article): boolean => existsSync(join(folder, files.get(article) ?? ''));
    for await (const { article, related } of find(isWritten)) {
      onProgress?.({ step: 'Ranking neighbours', done: ++done, total: articles.length, isWriting: true });
      const file = files.get(article);
      if (file !== undefined && related && writeIfChanged(join(folder, file), feedOfChosen(article, related)))
        written++;
      await takeTurn();
    }
    writeManifest(folder, current);
    const [unchanged, removed] = [files.size - written, orphans.length];
    return { written, unchanged, removed, largest: largestOf(folder, current), leftOut };
  });
}

/** Ranks with all articles in memory. */
async function* ranked(
  articles: readonly Article[],
  { limit = NEIGHBOURS, language, neighboursCache, choice }: NeighboursOptions,
): AsyncGenerator<FoundNeighbours> {
  const ranker = new SiteRanker(articles, { language, ...choice });
  let at = 0;
  for (const related of revisedNeighbours(ranker, limit, neighboursCache))
    yield { article: articles[at++]!, related };
}

/** The size of the largest file as a server sends it. */
function largestOf(folder: string, files: ReadonlySet<string>): number {
  let [largest, most] = ['', 0];
  for (const file of files) {
    const size = statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;
    if (size > most) [largest, most] = [file, size];
  }
  return most > 0 ? gzipSync(readFileSync(join(folder, largest))).length : 0;
}

/**
 * The neighbours of one article as a JSON Feed that tells readers to keep their order. It has no texts and no key terms,
 * since nothing is ranked by it again.
 *
 * @param related the neighbours, the best first
 */
export function neighboursFeed(article: Article, related: readonly Article[]): string {
  return feedOfChosen(
    article,
    related.map((each) => ({ article: each, reasons: {} })),
  );
}

/** The same for neighbours that tell why they come first. */
export function feedOfChosen(article: Article, related: readonly ChosenArticle[]): string {
  const teasers = related.map((each) => {
    const {
      text,
      terms: _terms,
      links: _links,
      related: _related,
      exclude: _exclude,
      ...teaser
    } = each.article;
    return { ...teaser, ...(text !== undefined && teaser.excerpt === undefined && { excerpt: text }) };
  });
  const curated = related.filter(({ reasons }) => reasons.isCurated).map((each) => each.article.id);
  const isInSeries = related.some(({ reasons }) => reasons.series !== undefined);
  return toFeed(teasers, {
    title: article.title,
    language: article.language,
    relatedTo: article.url,
    ...(curated.length > 0 && { curated }),
    ...(isInSeries && { series: article.series?.name }),
  });
}

/** The file of each article, and the articles that can't have one. Some systems take upper and lower case for the same. */
function plan(articles: readonly Article[]): { files: Map<Article, string>; leftOut: LeftOut[] } {
  const files = new Map<Article, string>();
  const taken = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const article of articles) {
    const path = neighboursPath(article.url);
    const file = `${path}.json`;
    const key = file.toLowerCase();
    const other = taken.get(key);
    if (path === undefined) {
      leftOut.push({ where: article.url, reason: 'has an address that can’t be a file name' });
    } else if (other !== undefined) {
      const same = other === file ? 'the same path as another article' : 'a path that differs only in case';
      leftOut.push({ where: article.url, reason: `has ${same}, so that one file can’t serve both` });
    } else {
      taken.set(key, file);
      files.set(article, file);
    }
  }
  return { files, leftOut };
}

/**
 * The path of the file with an article's neighbours, without `.json`: the value of `{path}` in the element's `src`.
 * Undefined if a part of it can't be the name of a file on all systems.
 *
 * @example neighboursPath('https://site.example/blog/5g.html') // 'blog/5g'
 * @example neighboursPath('https://site.example/') // 'index'
 */
export function neighboursPath(url: string): string | undefined {
  const parts = filePath(url);
  return parts.every(isFileName) ? parts.join('/') : undefined;
}

function isFileName(part: string): boolean {
  return !INVISIBLE.test(part) && !DEVICE.test(part) && Buffer.byteLength(part) <= LONGEST_NAME;
}

/** Characters that show nothing or reorder what stands around them. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/u;
/** Names that mean a device on Windows, whatever their ending. */
const DEVICE = /^(?:aux|con|nul|prn|(?:com|lpt)[\d¹²³])(?:\.|$)/i;

/** In bytes: what file systems allow, less `.json` and what a temporary name adds. */
const LONGEST_NAME = 200;

/** @throws BuildError if a file that we did not write has the name of one that we would write */
function refuseForeign(folder: string, files: ReadonlyMap<Article, string>, ours: ReadonlySet<string>): void {
  for (const file of files.values()) {
    const path = join(folder, file);
    if (ours.has(file) || !existsSync(path) || isNeighboursFeed(textOf(path))) continue;
    // A folder of files that are removed first.
    if ([...ours].some((known) => known.startsWith(`${file}/`))) continue;
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
