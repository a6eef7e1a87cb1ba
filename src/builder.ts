/** Reading sites and writing indexes, for Node: what the command line calls. */

export type { Article, Discussion, RelatedArticle } from './article.js';
export { build, type BuildOptions, type Built, indexFeed, type WrittenIndex } from './builder/build.js';
export { BuildError } from './builder/build-error.js';
export { type Check, checkIndex, type Finding } from './builder/check.js';
export type { KeptArticle, KeptNeighbours, NeighboursCache, PageCache } from './builder/caches.js';
export type { DiscussionResult } from './builder/discussions.js';
export {
  explain,
  type ExplainedArticle,
  type Explanation,
  type Named,
  type ScorePart,
} from './builder/explain.js';
export { inject, type Injected, type InjectOptions } from './builder/inject.js';
export {
  linksReport,
  type LinksReport,
  type LinksReportOptions,
  type Mention,
  type Orphan,
  type UnlinkedPair,
} from './builder/links-report.js';
export type { OnProgress, Progress, SourceOptions } from './builder/options.js';
export {
  neighboursFeed,
  type NeighboursOptions,
  neighboursPath,
  /** @deprecated The name of `neighboursPath` before; goes with 1.0. */
  neighboursPath as articlePath,
  writeNeighbours,
  type WrittenNeighbours,
} from './builder/output/neighbours.js';
export { preview, type Preview, type PreviewOptions } from './builder/preview.js';
export { NeighboursState } from './builder/search-server/neighbours-state.js';
export { SearchServer, type SearchServerOptions } from './builder/search-server/search-server.js';
export type { Synchronized, SynchronizeOptions } from './builder/search-server/synchronize.js';
export type { Found, LeftOut } from './builder/sources/found.js';
export { readSources } from './builder/sources/read-sources.js';
