import type { RelatedArticle } from '../article.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { loadIndex, type LoadOptions } from '../reader/load-index.js';
import { relatedArticles, type RelatedRequest } from './related.js';

/** Which index to ask, and what. */
export interface Question extends RelatedRequest, Omit<LoadOptions, 'onPart'> {
  /** Addresses of indexes, with white space between them. */
  readonly from: string;
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** Called with what is related in the first part of an index of which more is on its way. */
  readonly onEarly: (related: readonly RelatedArticle[]) => void;
}

/**
 * Loads an index, reads it and ranks it.
 *
 * @throws IndexError where the index can't be used; the signal's reason once that is aborted
 */
export async function askIndex(question: Question): Promise<RelatedArticle[]> {
  let isFirst = true;
  const onPart = (part: ArticleIndex): void => {
    if (isFirst) void relatedArticles(part, { ...question, orRecent: false }).then(question.onEarly);
    isFirst = false;
  };
  const { from, base } = question;
  return relatedArticles(await loadIndex(from, base, { ...question, onPart }), question);
}
