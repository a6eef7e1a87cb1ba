import { IndexError } from './index-error.js';
import { type ArticleIndex, readIndex } from './read-index.js';

/**
 * Reads an index of which something must be usable; an empty list is, being an index.
 *
 * @param url where it came from, or what else to call it
 * @throws IndexError where nothing in it could be read, saying why
 */
export function usableIndex(json: unknown, baseUrl: string, url: string): ArticleIndex {
  const index = readIndex(json, baseUrl);
  const [problem] = index.skipped;
  if (index.articles.length > 0 || !problem) return index;
  const entry = problem.position === undefined ? '' : `entry ${problem.position} `;
  throw new IndexError('format', `${url} holds no usable article: ${entry}${problem.reason}`, url);
}
