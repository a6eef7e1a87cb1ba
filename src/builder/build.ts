import { gzipSync } from 'node:zlib';
import type { Article } from '../article.js';
import type { Belonging } from '../ranking/belonging.js';
import { positionsByKey } from '../ranking/identity.js';
import { LinkGraph } from '../ranking/link-graph.js';
import { guessLanguage } from '../ranking/stop-words.js';
import { extractKeyTerms } from '../ranking/key-terms.js';
import { finished } from '../shared/time-slicing.js';
import { BuildError } from './build-error.js';
import type { NeighboursCache } from './caches.js';
import { type DiscussionResult, withDiscussions } from './discussions.js';
import type { SourceOptions } from './options.js';
import { writeIfChanged } from './output/atomic-file.js';
import { inStableOrder, mainLanguage, mainSite, toFeed } from './output/index-feed.js';
import { writeNeighbours, type WrittenNeighbours } from './output/neighbours.js';
import { buildFromLines, buildOnServer } from './search-server/build-on-server.js';
import type { NeighboursState } from './search-server/neighbours-state.js';
import type { SearchServer } from './search-server/search-server.js';
import type { Synchronized } from './search-server/synchronize.js';
import type { LeftOut } from './sources/found.js';
import { isJsonLines } from './sources/json-lines.js';
import { readSources } from './sources/read-sources.js';

/** What is built, and from what. */
export interface BuildOptions extends SourceOptions {
  /** The file of the index. Default: `articles.json`, or no index if `neighbours` or `engine` is given. */
  readonly out?: string;
  /** Receives the index in place of the file `out`, which then only names it. */
  readonly onIndex?: (index: string) => void;
  /** The folder for the files of neighbours. Default: no such files. */
  readonly neighbours?: string;
  /** How many key terms an article has in the index at most: a whole number from 0. Default 32. */
  readonly terms?: number;
  /** How many neighbours an article has at most: a whole number above 0. Default 12. */
  readonly limit?: number;
  /** The articles that neighbours are chosen from, as in `RelatedOptions`. Default: all. */
  readonly only?: readonly string[];
  /** By what neighbours are chosen in place of relatedness, as in `RelatedOptions`. */
  readonly by?: Belonging;
  /** Keeps the neighbours for the next run, which then ranks only the articles that a change concerns. */
  readonly neighboursCache?: NeighboursCache;
  /**
   * The search server that finds candidates for the neighbours, for sites whose articles are too many for one process.
   * Its index is made to hold these articles and no others. Default: all articles are ranked in memory.
   */
  readonly engine?: SearchServer;
  /**
   * Keeps which neighbours were ranked with the search server. With it the next run goes on where one was
   * stopped, and ranks only what changes concern. Default: all neighbours are ranked anew.
   */
  readonly engineState?: NeighboursState;
  /**
   * The comment system that tells the numbers of posts: `disqus:SHORTNAME`, `discourse:https://forum.example`,
   * `github:OWNER/REPOSITORY`, or what the element's `discussions` takes. Default: the numbers in the sources.
   */
  readonly discussions?: string;
  /** GitHub's API needs a token. It is sent to GitHub alone and kept nowhere. */
  readonly githubToken?: string;
}

/** What was built. */
export interface Built {
  /** Those of a search server come without texts, excerpts, key terms, links and pictures. */
  readonly articles: readonly Article[];
  readonly leftOut: readonly LeftOut[];
  /** What was read although something is wrong with it: sentences that say what and where. */
  readonly warnings: readonly string[];
  readonly index?: WrittenIndex;
  readonly engine?: Synchronized;
  readonly neighbours?: WrittenNeighbours;
  readonly discussions?: DiscussionResult;
}

/** The file of the index. */
export interface WrittenIndex {
  readonly path: string;
  /** Its size as a server sends it (gzip). */
  readonly bytes: number;
  /** Whether it was written. An unchanged file keeps its date. */
  readonly changed: boolean;
}

/**
 * Reads sources and writes an index, files of neighbours, or both.
 *
 * @param sources paths and http(s) URLs, at least one
 * @throws BuildError that names the file or URL and says what to do
 */
export async function build(sources: readonly string[], options: BuildOptions = {}): Promise<Built> {
  checkNumber('terms', options.terms, 0);
  checkNumber('limit', options.limit, 1);
  if (options.engine && (options.only || options.by)) {
    throw new BuildError(
      'only and by choose among all articles in memory; leave them out, or the search server',
    );
  }
  const { neighbours: folder, engine, discussions: named } = options;
  const isIndexWanted = folder === undefined && engine === undefined;
  const { out = isIndexWanted ? 'articles.json' : undefined } = options;
  if (engine && out === undefined && named === undefined && sources.every(isJsonLines) && sources.length > 0)
    return withAllLeftOut(await buildFromLines(engine, sources, options));
  const { articles, leftOut, warnings = [] } = await readSources(sources, options);
  const counted = named === undefined ? undefined : await withDiscussions(articles, named, options);
  const ordered = inStableOrder(counted?.articles ?? articles);
  const index = out === undefined ? undefined : writeIndex(out, ordered, options);
  const ranked = engine
    ? await buildOnServer(engine, ordered, {
        ...options,
        language: options.language ?? guessLanguage(ordered),
        total: ordered.length,
      })
    : {
        articles: ordered,
        ...(folder !== undefined && {
          neighbours: await writeNeighbours(ordered, folder, {
            ...options,
            choice: { only: options.only, by: options.by },
          }),
        }),
      };
  return withAllLeftOut({
    ...ranked,
    leftOut,
    warnings: [...warnings, ...missingCounts(counted?.result)],
    ...(index && { index }),
    ...(counted && { discussions: counted.result }),
  });
}

/** What was built, with what the search server and the folder of neighbours refused among what is left out. */
function withAllLeftOut(built: Built): Built {
  const { leftOut, engine, neighbours } = built;
  return { ...built, leftOut: [...leftOut, ...(engine?.leftOut ?? []), ...(neighbours?.leftOut ?? [])] };
}

/** A sentence on counts that could not be had. */
function missingCounts({ known, failure }: DiscussionResult = { known: 0 }): string[] {
  if (failure === undefined) return [];
  return [`${known > 0 ? 'some' : 'all'} discussion counts are missing: ${failure}`];
}

/**
 * The index of a site: a minified JSON Feed 1.1 of teasers and key terms. The same articles give the same text.
 *
 * @param options.terms how many key terms an article has at most: a whole number from 0. Default 32
 * @param options.language the language (BCP 47) of articles that name none
 */
export function indexFeed(
  articles: readonly Article[],
  { terms, language }: { readonly terms?: number; readonly language?: string } = {},
): string {
  const ordered = inStableOrder(articles);
  const site = mainSite(ordered);
  return toFeed(withKeyTerms(ordered, terms, language), {
    title: site === undefined ? 'Articles' : new URL(site).host,
    homePage: site,
    language: mainLanguage(ordered),
    links: linksAmong(ordered),
  });
}

/** For each article the positions of those that it links to; undefined if there are no links. */
function linksAmong(articles: readonly Article[]): number[][] | undefined {
  const graph = finished(LinkGraph.read(articles, finished(positionsByKey(articles))));
  const links = articles.map((_, position) =>
    graph
      .of(position)
      .flatMap((link) => (link.isOwn ? link.position : []))
      .slice(0, MOST_LINKS),
  );
  return links.some(({ length }) => length > 0) ? links : undefined;
}

/** How many links of an article the index holds. */
const MOST_LINKS = 10;

/** Articles with key terms and with the beginnings of their texts as excerpts, if they have no others. */
function withKeyTerms(
  articles: readonly Article[],
  terms: number | undefined,
  language: string | undefined,
): Article[] {
  if (terms === 0) return articles.map(({ terms: _terms, ...article }) => article);
  return extractKeyTerms(articles, { terms, language }).map((article, at) => {
    const teaser = article.excerpt ?? articles[at]?.text;
    return teaser === undefined ? article : { ...article, excerpt: teaser };
  });
}

function writeIndex(path: string, articles: readonly Article[], options: BuildOptions): WrittenIndex {
  const feed = indexFeed(articles, options);
  options.onIndex?.(feed);
  const changed = options.onIndex ? true : writeIfChanged(path, feed);
  return { path, bytes: gzipSync(feed).length, changed };
}

function checkNumber(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return;
  throw new BuildError(`${name} must be a whole number from ${least}, got ${String(value)}`);
}
