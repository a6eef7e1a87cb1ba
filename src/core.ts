/** Reading and ranking without a DOM, for browsers, workers and Node. */

export type { Article, Discussion, Reasons, RelatedArticle } from './article.js';
export { type ArticleIndex, type Fields, type Problem, readIndex } from './reader/read-index.js';
export { createRanker } from './ranking/create-ranker.js';
export { distil } from './ranking/distil.js';
export type { Explanation, Ranker } from './ranking/ranker.js';
export type { Parts } from './ranking/scorer.js';
export type { RelatedOptions } from './ranking/selection.js';
export type { RankedText } from './ranking/terms.js';
