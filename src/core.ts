/** Reading and ranking without a DOM, for browsers, workers and Node. */

export type { Article, Discussion, GivenArticle, Reasons, RelatedArticle, Series } from './article.js';
export { type ArticleIndex, type Fields, type Problem, readIndex } from './reader/read-index.js';
export { createRanker } from './ranking/create-ranker.js';
export {
  extractKeyTerms,
  /** @deprecated Use `extractKeyTerms`. This name goes with 1.0. */
  extractKeyTerms as distil,
} from './ranking/key-terms.js';
export type { Explanation } from './ranking/explain.js';
export type { Belonging } from './ranking/belonging.js';
export type { Ranker } from './ranking/ranker.js';
export type { Parts } from './ranking/rerank.js';
export type { RelatedOptions } from './ranking/eligibility.js';
export type { RankedText } from './ranking/analysis.js';
