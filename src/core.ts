/** Reading and ranking without a DOM, for browsers, workers and Node. */

export type { Article, Discussion, Reasons, RelatedArticle } from './article.js';
export { type ArticleIndex, type Fields, type Problem, readIndex } from './reader/read-index.js';
export { createRanker, type Ranker } from './ranking/ranker.js';
export type { RelatedOptions } from './ranking/selection.js';
export type { RankedText } from './ranking/terms.js';
