import { type ArticleIndex, type Fields, NO_INDEX, toIndex } from './article-index.js';
import { commonListing } from './common-formats.js';
import { plainList } from './formats/plain-list.js';
import { IndexError } from './index-error.js';
import { loaded } from './piece.js';
import { inSlices } from '../shared/time-slicing.js';

/**
 * Reads an index as `readIndex` does, but loads what reads rarer formats where the document needs it.
 *
 * @param baseUrl what relative addresses are resolved against, absolute
 * @param most how many articles to read at most
 * @throws IndexError where those readers can't be loaded
 */
export async function readAnyIndex(
  json: unknown,
  baseUrl: string,
  fields?: Fields,
  most?: number,
): Promise<ArticleIndex> {
  const base = new URL(baseUrl);
  const listing =
    commonListing(json, base) ??
    (await loaded(import('./rarer-formats.js'), 'formats', baseUrl)).rarerListing(json, base) ??
    plainList(json, base);
  if (!listing) return NO_INDEX;
  return inSlices(toIndex(listing, base, fields, most));
}

/**
 * The same for JSON that stands in the page, of which something must be usable; an empty list is, being an index.
 *
 * @param name what to call it, where nothing in it can be used
 * @throws IndexError where nothing in it could be read, saying why
 */
export async function usableIndex(
  json: unknown,
  name: string,
  baseUrl: string,
  fields?: Fields,
): Promise<ArticleIndex> {
  const index = await readAnyIndex(json, baseUrl, fields);
  checkUsable(index, name);
  return index;
}

/**
 * Refuses an index that has problems and no article.
 *
 * @param name what to call it, where its problem names no document
 * @throws IndexError that tells its first problem
 */
export function checkUsable({ articles, skipped: [problem] }: ArticleIndex, name: string): void {
  if (articles.length > 0 || !problem) return;
  const { url = name, position, reason } = problem;
  const entry = position === undefined ? '' : `entry ${position} `;
  throw new IndexError('format', `${url} holds no usable article: ${entry}${reason}`, url);
}
